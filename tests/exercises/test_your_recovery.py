"""Your recovery: the reader's counts, what they allow to say, and which move brings most."""

import pytest
from fieldguide import measures
from fieldguide.exercises.your_recovery import YourRecovery


def told(**values):
    return YourRecovery(**values).sentence


def test_the_sentence_at_the_start():
    assert told() == (
        "Of those mended well 85% stayed, of those not mended 60%. If mending is the reason, one case mended "
        "well may cost up to $50 (anything from $25 to $73 fits these counts), and all of a year’s $12,000. "
        "In a year 100 fewer failures bring $4,800 ($3,396 to $6,342), 100 more who tell bring $3,000 "
        "($1,527 to $4,360), 100 more mended bring $5,000 ($2,545 to $7,267), before what it costs. "
        "Two guesses are in this: that those who never told you stay like those whom you followed unmended, "
        "and that without their failure customers would stay like those who met none."
    )


def test_it_is_newcombes_interval_and_plain_arithmetic():
    values = {
        "failures": 500,
        "told": 30,
        "mended": 80,
        "worth": 90.0,
        "followed_mended": 60,
        "stayed_mended": 51,
        "followed_unmended": 150,
        "stayed_unmended": 81,
        "untouched": 88,
    }
    result = YourRecovery(**values).result
    found = measures.uplift(51, 60, 81, 150)
    assert (result.more, result.low, result.high) == pytest.approx((found.difference, found.low, found.high))
    assert result.cases == pytest.approx(500 * 0.3 * 0.8)
    fewer, telling, mending = result.moves
    each = (found.difference, found.low, found.high)
    assert [(move.brings, move.low, move.high) for move in (telling, mending)] == [
        pytest.approx([50 * 0.8 * 90 * share for share in each]),
        pytest.approx([30 * 90 * share for share in each]),  # of 150 who tell, 30 are left to mend
    ]
    failed = measures.mixed_share((51, 81), (60, 150), (0.24, 0.76))
    assert result.stay_failed == failed[0] == pytest.approx(0.24 * 51 / 60 + 0.76 * 81 / 150)
    assert (fewer.brings, fewer.low, fewer.high) == pytest.approx(
        [50 * 90 * (0.88 - share) for share in (failed[0], failed[2], failed[1])]
    )


def test_all_moves_reach_one_in_ten_or_as_many_as_are_left():
    assert [move.reaches for move in YourRecovery().result.moves] == [100, 100, 100]
    assert [move.reaches for move in YourRecovery(told=96, mended=99).result.moves] == [100, 40, 9]
    assert [move.reaches for move in YourRecovery(failures=3).result.moves] == [1, 1, 0]
    assert "1 fewer failure brings $48" in told(failures=3)


@pytest.mark.parametrize(
    ("values", "row"),
    [
        ({"told": 100}, "more who tell: nobody is left to tell"),
        ({"told": 0}, "more mended: nobody who tells is left to mend"),
        ({"mended": 0}, "more who tell: nobody who tells is mended"),
        ({"failures": 0}, "fewer failures: there are none"),
        ({"worth": 0.0}, "100 more mended: $0"),
    ],
)
def test_a_move_that_reaches_nobody_is_no_move_for_nothing(values, row):
    exercise = YourRecovery(**values)
    assert row in exercise.alt(exercise.result)
    assert "bring $0" not in exercise.sentence


def test_what_mending_brings_hangs_on_the_counts_and_so_do_its_neighbors():
    """Fewer failures bring more than mending where most would have stayed without, and less where few."""
    for untouched, more in ((100, True), (80, False)):
        fewer, _, mending = YourRecovery(untouched=untouched).result.moves
        assert (fewer.brings > mending.brings) is more


@pytest.mark.parametrize(("mended", "unmended"), [((20, 18), (20, 13)), ((10, 9), (10, 8))])
def test_counts_that_cannot_tell_rank_nothing_and_draw_no_bar(mended, unmended):
    names = ("followed_mended", "stayed_mended", "followed_unmended", "stayed_unmended")
    exercise = YourRecovery(**dict(zip(names, (*mended, *unmended), strict=True)))
    assert "These counts cannot tell whether mending keeps anybody" in exercise.sentence
    assert exercise.sentence.count("$") == 2, "the ends of the interval, and no other amount"
    assert exercise.alt(exercise.result).count("these counts cannot tell") == 3
    assert not exercise.shows(exercise.result).axes[0].patches


def test_few_counts_cannot_tell():
    said = told(stayed_unmended=80)
    assert "cannot tell whether mending keeps anybody: anything from −$11 to $31 a case" in said
    assert "may cost up to" not in said
    assert "may cost up to $10" in told(
        followed_mended=10_000, stayed_mended=8_500, followed_unmended=10_000, stayed_unmended=8_000
    )


def test_customers_who_stay_less_without_a_failure_differ_in_something_else():
    said = told(untouched=50)
    assert "Customers without a failure stay less than those with one: something else differs" in said
    assert "−$" not in said
    assert "fewer failures bring" not in said
    assert len(YourRecovery().shows(YourRecovery(untouched=50).result).axes[0].patches) == 2
    assert "What fewer failures would bring these counts cannot tell." in told(untouched=68)


def test_mending_that_goes_with_leaving_is_not_praised():
    said = told(stayed_unmended=100)
    assert "drives customers away, or those who were mended had been hit harder" in said
    assert said.endswith("Find out which before you spend on it.")
    assert not YourRecovery().shows(YourRecovery(stayed_unmended=100).result).axes[0].patches


def test_a_paradox_is_questioned():
    assert told(stayed_mended=95).endswith("a sign that your better customers get the better help.")
    assert "paradox" not in told(stayed_mended=89)


def test_without_failures_nothing_is_brought():
    assert told(failures=0).endswith("Of the three moves not one brings anything.")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"stayed_mended": 101}, "mended well you followed 100, and 101 are said to have stayed"),
        ({"stayed_unmended": 101}, "not mended you followed 100, and 101"),
        ({"followed_mended": 0}, "goes from 1 to"),
        ({"told": 101}, "goes from 0 to 100"),
    ],
)
def test_the_impossible_is_answered_in_words(values, words):
    with pytest.raises(ValueError, match=words):
        YourRecovery(**values).result  # noqa: B018


def test_it_is_called_an_example():
    assert "an example" in YourRecovery.question
