"""The numbers that the explanations in the quiz of *Tactical CX* rely on."""

from fieldguide import measures
from fieldguide.exercises.silent_sufferers_desk import SHARES, SilentSufferersDesk


def test_the_busier_desk_is_the_one_of_the_exercise():
    exercise = SilentSufferersDesk()
    result = exercise.result
    before, after = (result.every[SHARES.index(share)] for share in (50, 80))
    assert round(100 * before.heard / result.full) == 71
    assert 0.98 < after.heard / result.full < 1.02
    assert after.in_time < before.in_time


def test_the_order_alone_triples_the_promises_kept():
    turn, savable = (
        SilentSufferersDesk(order=order, reach=100).result.chosen for order in ("first", "savable")
    )
    assert 3 < savable.in_time / turn.in_time < 3.5
    assert (savable.handled, savable.waiting) == (turn.handled, turn.waiting)


def test_two_desks_merged_wait_less():
    assert measures.mean_wait(6, 4.8, 1) < measures.mean_wait(3, 2.4, 1) / 2
