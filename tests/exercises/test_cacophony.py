"""Cacophony: the sentence, the figure and the notes agree with the world, and turn round with it."""

import itertools
import re

import pytest
from fieldguide import answers, worlds
from fieldguide.exercises.cacophony import COUNTS, NO_CAP, TEAMS, Cacophony
from fieldguide.exercises.cacophony_guess import CacophonyGuess

EXERCISE = Cacophony()
OTHERS = ["acquisition", "conversion", "engagement"]


def run(**values):
    return EXERCISE.compute(Cacophony.start() | values)


def test_the_teams_are_those_of_the_world():
    assert worlds.TEAMS == TEAMS


def test_the_sentence_at_the_start():
    assert EXERCISE.sentence == (
        "Conversion writes more. In three years customers bring $2.20 million, 8% less than if nobody wrote "
        "more. Each team’s own report gets better if it writes more, whatever the others do; paid for what "
        "customers bring, acquisition alone would write more."
    )


def test_all_four_do_harm_at_first_and_good_with_more_patience():
    harm, good = run(loud=list(TEAMS)), run(loud=list(TEAMS), patience=12)
    assert harm.value < harm.calm
    assert good.value > good.calm
    assert "21% less than if nobody wrote more" in EXERCISE.says(harm)
    assert "21% more than if nobody wrote more" in EXERCISE.says(good)
    assert min(harm.times) > 2, "and every report got better"


def test_nine_is_the_first_patience_of_the_slider_at_which_it_does_no_harm():
    gains = [run(loud=list(TEAMS), patience=p).value > run(patience=p).calm for p in range(3, 31)]
    assert gains.index(True) + 3 == 9
    assert all(gains[6:])


def test_with_much_patience_one_measure_says_the_same():
    result = run(loud=list(TEAMS), patience=25)
    assert result.best_loud == result.own_loud == TEAMS
    assert "they would do the same" in EXERCISE.says(result)


def test_nobody_is_a_plan_too():
    result = run(loud=[], patience=4)
    assert result.best_loud == ()
    assert result.times == pytest.approx((1, 1, 1, 1))
    said = EXERCISE.says(result)
    assert said.startswith(
        f"Nobody writes more: this is the yardstick. In three years customers bring "
        f"${result.calm / 1e6:.2f} million. "
    )
    assert "nobody would write more" in said
    capped = run(loud=[], cap=2)
    assert capped.value != capped.calm
    assert EXERCISE.says(capped).startswith("Nobody writes more, and the cap cuts even that. In three years")
    assert "yardstick" in EXERCISE.says(run(loud=[], cap=4)), "a cap that cuts nothing"


def test_a_memory_of_wear_that_is_longer_makes_it_slower():
    """As its label says: over three years the harm of all four is then less, and not more."""
    runs = [run(loud=list(TEAMS), memory=memory) for memory in range(0, 91, 10)]
    changes = [one.value / one.calm for one in runs]
    assert changes == sorted(changes)
    assert changes[0] < 0.7 < 1 < changes[-1]


def test_at_ones_patience_as_many_more_want_to_leave_as_without_messages():
    """Of a team that pleases nobody: what is felt in full doubles the 2% who want to leave anyway."""
    sent = [[6.0, 0, 0, 0]]
    leaving, anyway = (
        worlds.write_to_customers(messages, 6, before=messages[0][0], worth=0).leaving[0, 0]
        for messages in (sent, [[0.0, 0, 0, 0]])
    )
    assert leaving == pytest.approx(2 * anyway)


def test_the_report_that_does_not_get_better_is_named():
    said = EXERCISE.says(run(patience=3, power=3.0, more=6, report=36))
    assert "does not always make the report better of conversion and engagement" in said


def test_in_all_worlds_of_the_sliders_all_four_is_where_their_own_numbers_lead():
    """It is the only plan that no team leaves alone, also where writing more is not always better."""
    names = ("cap", "more", "power", "memory", "worth", "report")
    steps = {"cap": (2, 6, NO_CAP), "patience": (3, 4, 6, 12, 30)}
    controls = Cacophony.every_control()
    for name in names:
        steps.setdefault(name, controls[name].corners())
    for values in itertools.product(*steps.values()):
        result = run(**dict(zip(steps, values, strict=True)))
        assert result.own_loud == TEAMS, values
        assert result.best >= max(result.own, result.value), values


def test_the_baseline_has_no_cap():
    assert run(cap=2).calm == run().calm
    assert run(cap=2, loud=[]).value != run().calm
    assert run(cap=4, loud=[]).value == run().calm


def test_a_cap_helps_here_and_costs_with_more_patience():
    every = list(TEAMS)
    assert run(loud=every, cap=6).value > run(loud=every).value
    assert run(loud=every, cap=6, patience=20).value < run(loud=every, patience=20).value


def test_retention_is_told_what_its_number_means():
    note = EXERCISE.notes(run(loud=OTHERS, guess=50))["loud"]
    assert "reports 198 customers saved for every 100 before" in note
    assert "Your guess was 50" in note
    assert "loud" not in EXERCISE.notes(run(loud=list(TEAMS)))


def test_retention_is_told_so_too_where_its_number_falls_because_fewer_want_to_leave():
    note = EXERCISE.notes(run(loud=OTHERS, patience=20))["loud"]
    assert "reports 86 customers saved for every 100 before: fewer of them want to leave" in note


def test_but_not_where_a_cap_cuts_its_messages_or_the_customers_are_gone():
    cut = run(loud=OTHERS, patience=20, cap=4)
    assert cut.times[TEAMS.index("retention")] < 0.95
    assert not cut.eased
    assert "loud" not in EXERCISE.notes(cut)
    gone = run(loud=["conversion", "engagement"], patience=3, more=6, power=3.0, report=36)
    assert not gone.eased


def test_only_the_report_of_retention_tells_the_two_worlds_apart():
    """Three of the four reports are the same within a twentieth; the fourth rises where patience is short."""
    for loud in (list(TEAMS), OTHERS):
        short, long = run(loud=loud, patience=6).times, run(loud=loud, patience=20).times
        for team, here, there in zip(TEAMS, short, long, strict=True):
            assert (here > 2 * there) if team == "retention" else here == pytest.approx(there, rel=0.05)


def test_and_it_is_an_alarm_and_no_verdict():
    result = run(loud=OTHERS, patience=12)
    assert result.times[TEAMS.index("retention")] > 1.05
    assert result.value > 1.1 * result.calm


def test_the_note_says_what_arrives():
    assert "7 messages a month reach a customer" in EXERCISE.notes(run())["cap"]
    assert "6 messages a month reach a customer" in EXERCISE.notes(run(loud=list(TEAMS), cap=6))["cap"]


def test_figure_and_alt_show_the_same_numbers():
    for loud in ([], ["retention"], list(TEAMS)):
        result = run(loud=loud)
        texts = {text.get_text() for text in EXERCISE.shows(result).axes[0].texts}
        alt = EXERCISE.alt(result)
        for shown in re.findall(r"× \d+(?:\.\d+)?|\$[\d.]+ million", alt):
            if shown != f"${result.calm / 1e6:.2f} million":
                assert shown in texts
        assert f"${result.value / 1e6:.2f} million" in EXERCISE.says(result)


def test_every_team_says_what_it_counts():
    (who,) = (control for control in Cacophony.controls if control.name == "loud")
    assert all(COUNTS[team] in label for team, label in who.options.items())


def test_the_guess_is_about_the_first_world():
    guess = CacophonyGuess(guess=100, committed=True)
    assert guess.result.truth == round(100 * run(loud=OTHERS).times[TEAMS.index("retention")]) == 198
    assert guess.sentence.endswith("You said 98 fewer.")
    assert CacophonyGuess(guess=200, committed=True).sentence.endswith("You saw it coming.")
    assert "fewer to save, in time" in CacophonyGuess(guess=50, committed=True).sentence


def test_a_committed_guess_arrives():
    CacophonyGuess().values = {"guess": 70, "committed": True}
    assert answers.recall("cacophony-guess")["values"]["guess"] == 70
    assert Cacophony().values["guess"] == 70
