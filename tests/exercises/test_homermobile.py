"""The Homermobile builder: what is said is what was computed, and results turn round where they should."""

import pytest
from fieldguide import worlds
from fieldguide.exercises.homermobile import HIGHEST, JOBS, LOWEST, REQUESTS, Homermobile
from fieldguide.exercises.homermobile_guess import COMPLEXITY, MARKETS, HomermobileGuess

THREE = worlds.least_served()
EXERCISE = Homermobile()


def granted(**values):
    return EXERCISE.compute(Homermobile.start() | values)


def pays(name, **values):
    return granted(**values).lines[name].better


def test_granting_nothing_says_what_the_rest_is_compared_with():
    assert EXERCISE.sentence == (
        "You grant nothing: in your market the price that earns most is $3,452, and 445 of 1,000 households "
        "buy. Everything else is compared with that."
    )
    assert "yours" not in EXERCISE.result.lines


def test_the_sentence_says_what_was_computed():
    assert Homermobile(wishes=THREE).sentence == (
        "You grant 3 of 12. The average household would pay $346 more, and building the bike costs $109 "
        "more: the price that earns most is $3,653, and 495 of 1,000 households buy. That earns 18% more "
        "than granting nothing; in 40 of 40 markets your list pays."
    )


@pytest.mark.parametrize("market", range(1, MARKETS + 1, 3))
def test_the_money_adds_up(market):
    none, some = (granted(market=market, wishes=wishes) for wishes in ([], ["lock", "lamp"]))
    profits = [(one.price - cost) * one.buyers for one, cost in ((none, 1_900), (some, 1_900 + some.dearer))]
    assert some.lines["yours"].here == pytest.approx(100 * (profits[1] / profits[0] - 1))


def test_the_same_list_under_another_name_is_the_same():
    result = granted(wishes=THREE)
    assert result.lines["yours"] == result.lines["three"]
    everything = granted(wishes=list(REQUESTS))
    assert everything.lines["yours"] == everything.lines["all"]


def test_the_three_pay_nearly_everywhere_until_complexity_is_dear():
    assert min(pays("three", complexity=complexity) for complexity in range(0, 45, 5)) >= 38
    assert pays("three", complexity=120) <= 8


def test_whether_all_twelve_pay_turns_round_on_the_slider():
    counts = [pays("all", complexity=complexity) for complexity in range(0, 121, 5)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] >= 38
    assert counts[-1] == 0
    turned = next(5 * step for step, count in enumerate(counts) if count < MARKETS / 2)
    assert 5 < turned <= 20


def test_who_sits_on_the_board_decides_what_its_favorites_earn():
    fans, lot, left = (pays("board", board=board) for board in ("fans", "lot", "left"))
    assert fans < 10
    assert min(lot, left) > 30


def test_unless_fans_are_like_everybody():
    assert pays("board", board="fans", unlike=0) > 30


def test_a_reader_can_beat_the_three():
    lists = ([*THREE, name] for name in REQUESTS if name not in THREE)
    result = granted(complexity=10)
    better = [
        one
        for one in lists
        if granted(complexity=10, wishes=one).lines["yours"].here > result.lines["three"].here
    ]
    assert better


def test_a_survey_that_says_nothing_of_jobs_is_no_guide():
    assert pays("three", complexity=40, error=100) < pays("three", complexity=40, error=0) - 10


def test_the_favorites_are_named_in_words_and_belong_to_the_market():
    exercise = Homermobile(market=7)
    asked = worlds.board_wishes("fans", COMPLEXITY)[6]
    assert exercise.result.favorites == asked
    for name in asked:
        assert REQUESTS[name].text.lower() in exercise.notes(exercise.result)["board"]


@pytest.mark.parametrize("wishes", [THREE, list(REQUESTS)])
@pytest.mark.parametrize("complexity", [0, 25, 120])
def test_what_the_boxes_do_is_said_beside_them_as_the_sentence_says_it(wishes, complexity):
    result = granted(wishes=wishes, complexity=complexity)
    said = EXERCISE.notes(result)["wishes"]
    change = result.lines["yours"].here
    assert said == f"<p>{len(wishes)} of 12 granted: profit {round(change):+d}% in your market.</p>"
    assert f"{abs(change):.0f}% {'more' if change > 0 else 'less'} than" in EXERCISE.says(result)
    assert EXERCISE.notes(granted())["wishes"] == "<p>Nothing granted yet.</p>"


def test_what_is_folded_open_is_not_closed_by_a_tick():
    nothing, some = (EXERCISE.notes(granted(wishes=wishes))["complexity"] for wishes in ([], THREE))
    assert nothing == some
    assert nothing.startswith("<details>")


def test_every_wish_has_an_asker_a_job_and_its_costs_to_be_read():
    note = EXERCISE.notes(EXERCISE.result)["complexity"]
    labels = Homermobile.every_control()["wishes"].options
    assert len(REQUESTS) == 12
    for name, request in REQUESTS.items():
        assert f"${request.cost}" in labels[name]
        for said in (request.text, request.asker, JOBS[request.job].text.replace("'", "&#x27;")):
            assert said in note


@pytest.mark.parametrize("complexity", [0, 120])
@pytest.mark.parametrize("error", [0, 100])
@pytest.mark.parametrize("wishes", [[], THREE, list(REQUESTS)])
def test_all_that_is_drawn_lies_within_the_picture(complexity, error, wishes):
    for market in range(1, MARKETS + 1, 6):
        result = granted(complexity=complexity, error=error, wishes=wishes, market=market)
        drawn = [x for line in EXERCISE.shows(result).axes[0].lines for x in line.get_xdata()]
        assert LOWEST <= min(drawn) <= max(drawn) <= HIGHEST


def test_the_figure_is_told_with_its_numbers():
    result = granted(wishes=THREE, board="lot")
    told = EXERCISE.alt(result)
    for line in result.lines.values():
        assert f"better in {line.better} of 40" in told
    drawn = " ".join(text.get_text() for text in EXERCISE.shows(result).axes[0].texts)
    for line in result.lines.values():
        assert f"pays in {line.better} of 40" in drawn


# The guess.


def test_the_guess_is_asked_in_the_models_own_numbers():
    assert sum(request.cost for request in REQUESTS.values()) == 700
    assert sum(request.points for request in REQUESTS.values()) == 22
    assert worlds.sold((), COMPLEXITY).price.mean() == pytest.approx(3_300, abs=50)
    for said in ("$1,900", "$700", "22 things", "$25", "$3,300", "40 simulated markets"):
        assert said in HomermobileGuess.question


def test_the_answer_is_the_exercises():
    assert HomermobileGuess().truth() == pays("all") == 1


@pytest.mark.parametrize(
    ("guess", "said"), [(1, "You said just that."), (20, "You said 20 of 40."), (0, "You said 0 of 40.")]
)
def test_the_guess_is_weighed(guess, said):
    opening = "In 1 of 40. Were complexity free, it would be 40 of 40."
    assert HomermobileGuess(guess=guess, committed=True).sentence == f"{opening} {said}"
    assert HomermobileGuess(guess=guess).sentence == opening


def test_the_guess_is_drawn_only_where_it_answers_the_question_that_was_asked():
    start = Homermobile(values={"guess": 12})
    assert "Your guess for all twelve: 12 of 40." in start.alt(start.result)
    for moved in ({"complexity": 30}, {"error": 0}, {"unlike": 0}):
        elsewhere = Homermobile(values={"guess": 12, **moved})
        assert "guess" not in elsewhere.alt(elsewhere.result)
