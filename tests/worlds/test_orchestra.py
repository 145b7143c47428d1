"""The orchestra: where four teams together do harm, where they do not, and a second, plain simulation.

Nothing is drawn at random, so there are no seeds to vary: what a result hangs on is varied instead.
"""

import itertools

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import orchestra

NOBODY, ALL = 0, 15

#: Worlds around the one that the exercise starts in: what is assumed, moved to and fro.
AROUND = [
    {"more": more, "power": power, "memory": memory, "worth": worth, "months": months}
    for more, power, memory, worth, months in itertools.product(
        (3, 4), (2, 2.5, 3), (0.3, 0.7, 0.9), (0.8, 1, 1.2), (24, 36)
    )
]


def gain(plan, patience, **world):
    """Return by which share a plan brings more than nobody's writing more."""
    value = worlds.four_teams(patience, **world).value
    return value[plan] / worlds.four_teams(patience, **{**world, "cap": np.inf}).value[NOBODY] - 1


def plainly(sent, patience, rng, months=36, people=4_000, power=2, memory=0.7):
    """One run, person by person, written anew: only the rules are shared. Per customer at the beginning."""
    ratio = people / orchestra.CUSTOMERS
    reach = 1 - np.exp(-np.array(sent) / 3)
    total = sum(sent)
    felt = np.full(people, 4.0)
    margin = saves = joined_all = 0.0
    for _ in range(months):
        felt = memory * felt + (1 - memory) * total
        orders = rng.poisson(0.5 + 0.12 * reach[1], felt.size).sum()
        margin += 15 * orders - 0.03 * total * felt.size
        wants = rng.random(felt.size) < 0.02 * (1 - 0.6 * reach[3] + (felt / patience) ** power)
        talked = rng.random(felt.size) < 0.6 * reach[2]
        saves += (wants & talked).sum()
        joined = rng.poisson(350 * reach[0] * ratio)
        joined_all += joined
        felt = np.concatenate([felt[~wants | talked], np.zeros(joined)])
    return np.array([margin, saves, joined_all, felt.size]) / ratio


@pytest.mark.parametrize(
    ("sent", "patience"), [((1, 1, 1, 1), 6), ((4, 4, 4, 4), 6), ((4, 1, 0, 2), 4), ((0, 4, 4, 4), 20)]
)
def test_thirty_plain_simulations_agree(sent, patience):
    rng = np.random.default_rng(13)
    plain = np.array([plainly(sent, patience, rng) for _ in range(30)])
    ours = worlds.write_to_customers([sent], patience, months=37)
    expected = [
        ours.margin[0, :36].sum(),
        ours.numbers[0, :36, 2].sum(),
        ours.numbers[0, :36, 0].sum(),
        ours.customers[0, 36],
    ]
    error = plain.std(axis=0, ddof=1) / np.sqrt(30)
    assert (abs(plain.mean(axis=0) - expected) < 4 * error + 1e-6).all()


# Where the results hold, and where they turn round.


def test_with_little_patience_all_four_together_do_harm_and_with_much_good():
    for world in AROUND:
        assert gain(ALL, 3, **world) < 0, world
        assert gain(ALL, 30, **world) > 0, world


def test_where_the_later_messages_wear_no_more_than_the_first_they_do_good_at_any_patience_offered():
    for patience in range(3, 31):
        assert gain(ALL, patience, power=1) > 0


def test_it_turns_round_once():
    for world in AROUND:
        good = [gain(ALL, patience, **world) > 0 for patience in range(3, 31)]
        assert good == sorted(good), world


def test_where_it_turns_round_at_the_first_settings():
    assert gain(ALL, 6) == pytest.approx(-0.21, abs=0.01)
    assert gain(ALL, 8) < 0 < gain(ALL, 8.5)


def test_with_much_patience_all_four_writing_more_is_the_best_of_all_plans():
    for patience in (19, 20, 25, 30):
        assert worlds.four_teams(patience).best == ALL


def test_with_some_patience_only_some_should_and_with_little_nobody():
    best = [worlds.four_teams(patience).best for patience in (4, 6, 10)]
    assert best == [
        NOBODY,
        worlds.plan_number(["acquisition"]),
        worlds.plan_number(["acquisition", "conversion", "retention"]),
    ]


def test_each_team_raises_its_own_quarter_by_writing_more_whatever_the_others_do():
    for world, patience in itertools.product(AROUND, (3, 6, 12, 30)):
        game = worlds.four_teams(patience, **world)
        assert game.tempted == [True] * 4, world
        assert game.own_ways == [ALL], world


def test_a_longer_report_does_not_cure_it():
    for patience in (3, 4, 6, 10):
        assert worlds.four_teams(patience, report=36).tempted == [True] * 4


def test_unless_patience_is_short_and_ends_suddenly():
    harsh = {"patience": 3, "more": 6, "power": 3}
    assert worlds.four_teams(**harsh, report=3).tempted == [True] * 4
    assert worlds.four_teams(**harsh, report=36).tempted == [True, False, True, False]


@pytest.mark.parametrize("patience", [3, 4, 6, 8, 10, 12, 14])
def test_retention_saves_more_when_the_others_write_more_and_it_does_nothing(patience):
    game = worlds.four_teams(patience)
    others = worlds.plan_number(["acquisition", "conversion", "engagement"])
    assert game.reports[others, 2] > game.reports[NOBODY, 2]


@pytest.mark.parametrize("patience", [16, 20, 30])
def test_and_fewer_where_patience_is_long_because_engagement_does_its_work(patience):
    game = worlds.four_teams(patience)
    others = worlds.plan_number(["acquisition", "conversion", "engagement"])
    assert game.reports[others, 2] < game.reports[NOBODY, 2]


def test_a_cap_helps_where_patience_is_short_and_costs_where_it_is_long():
    for patience in (3, 4, 5, 6, 7):
        assert gain(ALL, patience, cap=6) > gain(ALL, patience)
    for patience in (12, 16, 20, 30):
        assert gain(ALL, patience, cap=6) < gain(ALL, patience)


def test_a_cap_says_how_much_and_not_who():
    for patience in (6, 10, 20):
        for cap in (5, 6, 8):
            game = worlds.four_teams(patience, cap)
            assert game.tempted == [True] * 4, "what is over is shared by what they ask for"
            assert game.own_ways == [ALL]
            assert game.value[game.best] > 1.03 * game.value[ALL]


@pytest.mark.parametrize("cap", [np.inf, 6])
def test_one_measure_for_all_leads_to_the_best_plan_and_seldom_to_another(cap):
    """No team alone improves on the best; plans that only two together could leave are rare."""
    stuck = 0
    for patience in range(3, 31):
        game = worlds.four_teams(patience, cap)
        content = [
            plan for plan in range(16) if all(game.value[plan] >= game.value[plan ^ 8 >> t] for t in range(4))
        ]
        assert game.best in content
        stuck += len(content) > 1
    assert stuck <= 2


def test_free_to_choose_each_goes_as_far_as_it_may():
    """With 0, 1, 2, 4 or 8 messages: the best answer to the others is 8 for every team, the best plan not."""
    levels = (0, 1, 2, 4, 8)
    plans = np.array(list(itertools.product(levels, repeat=4)))
    for patience in (6, 10, 14):
        run = worlds.write_to_customers(plans, patience)
        quarter = run.numbers[:, :3].sum(axis=1).reshape(5, 5, 5, 5, 4)
        for team in range(4):
            assert (np.argmax(quarter[..., team], axis=team) == 4).all()
        assert plans[run.margin.sum(axis=1).argmax()].max() < 8


# What the parts do.


def test_by_hand():
    """One month of four messages, felt for long: what stays, what is sold."""
    run = worlds.write_to_customers([[1, 1, 1, 1]], patience=4, months=2)
    reach = 1 - np.exp(-1 / 3)
    wish = 0.02 * (1 - 0.6 * reach + 1)
    assert run.leaving[0, 0] == pytest.approx(10_000 * wish)
    stay = 10_000 * (1 - wish * (1 - 0.6 * reach))
    assert run.customers[0] == pytest.approx([10_000, stay + 350 * reach])
    assert run.numbers[0, 0] == pytest.approx(
        [350 * reach, 1_200 * reach, 10_000 * wish * 0.6 * reach, 10_000 * reach]
    )
    assert run.margin[0, 0] == pytest.approx(10_000 * (15 * (0.5 + 0.12 * reach) - 0.12))


def test_patience_is_where_the_reasons_to_leave_double():
    silent = worlds.write_to_customers([[0, 0, 0, 0]], 7, before=0, months=1)
    felt = worlds.write_to_customers([[7, 0, 0, 0]], 7, before=7, months=1)
    assert felt.leaving[0, 0] == pytest.approx(2 * silent.leaving[0, 0])


def test_wear_comes_slowly_and_stays_for_a_while():
    run = worlds.write_to_customers([[4, 4, 4, 4]], 6, months=12)
    share = run.leaving[0] / run.customers[0]
    assert (np.diff(share[:3]) > 0).all()
    quick = worlds.write_to_customers([[4, 4, 4, 4]], 6, months=12, memory=0)
    assert quick.leaving[0, 0] > run.leaving[0, 0]


def test_over_the_cap_all_are_cut_alike():
    assert worlds.delivered([4, 1, 1, 2], 4)[0] == pytest.approx([2, 0.5, 0.5, 1])
    assert worlds.delivered([4, 1, 1, 2], 9)[0] == pytest.approx([4, 1, 1, 2])
    assert worlds.delivered([0, 0, 0, 0], 4)[0] == pytest.approx([0, 0, 0, 0])


def test_messages_that_do_nothing_can_only_do_harm():
    value = worlds.four_teams(6, worth=0).value
    assert worlds.four_teams(6, worth=0).best == NOBODY
    assert value[ALL] == value.min()


def test_plans_have_numbers():
    plans = worlds.four_teams(6).plans
    for number, plan in enumerate(plans):
        assert worlds.plan_number(np.array(worlds.TEAMS)[plan]) == number


@pytest.mark.parametrize(
    "world",
    [
        {"patience": 0},
        {"patience": 6, "cap": 0},
        {"patience": 6, "memory": 1},
        {"patience": 6, "worth": 2},
        {"patience": 6, "power": 0},
        {"patience": 6, "months": 0},
        {"patience": 6, "more": -1},
    ],
)
def test_impossible_worlds_are_refused_in_words(world):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.four_teams(**world)
