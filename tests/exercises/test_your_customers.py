"""Your own customers: the arithmetic, the range, the silence, and what is refused."""

import re

import pytest
from fieldguide import measures
from fieldguide.exercises.your_customers import YourCustomers

EXERCISE = YourCustomers()


def own(**values):
    return EXERCISE.compute(YourCustomers.start() | values)


def test_the_example_by_hand():
    result = own()
    rate = 1.1 ** (90 / 365) - 1
    assert result.worth == pytest.approx(30 * 0.6 / (1 + rate - 0.6))
    assert (result.low, result.high) == pytest.approx([float(end) for end in measures.wilson(120, 200)])
    assert result.worth_low < result.worth < result.worth_high
    assert EXERCISE.says(result) == (
        "120 of 200 came back, 60%: what is to come from a customer is worth $42 today. Luck alone leaves "
        "open anything from 53% to 67%, and so from $32 to $56. After a silence of 37 days it is as likely "
        "as not that the customer has gone; after 235 days the chance is nine in ten."
    )


def test_the_days_of_silence_are_the_first_with_that_chance():
    result = own()
    for day, chance in ((result.even, 0.5), (result.nearly_sure, 0.9)):
        before, then = measures.chance_gone([day - 1, day], 90, 0.6)
        assert before < chance <= then


def test_more_customers_counted_narrow_the_range():
    few, many = own(customers=20, came_back=12), own(customers=20_000, came_back=12_000)
    assert few.worth == many.worth
    assert few.worth_high - few.worth_low > 5 * (many.worth_high - many.worth_low)


def test_how_regularly_people_buy_decides_how_long_a_silence_may_last():
    at_random, clockwork = own(came_back=180), own(came_back=180, regularity=25)
    assert at_random.nearly_sure > 2 * clockwork.nearly_sure
    early_random, early_clockwork = own(came_back=110), own(came_back=110, regularity=25)
    assert early_random.even < early_clockwork.even


def test_more_came_back_than_there_were():
    exercise = YourCustomers(customers=100, came_back=101)
    with pytest.raises(ValueError, match="Of 100 customers, 101 cannot have come back"):
        _ = exercise.result
    exercise._draw_first()
    assert "Correct one of the two" in exercise._message.value


def test_a_sum_without_end_is_refused():
    with pytest.raises(ValueError, match="no end"):
        own(customers=50, came_back=50, rate=0)


def test_at_the_ends():
    said = EXERCISE.says(own(came_back=200))
    assert "200 of 200 came back, 100%" in said
    cannot = "From these customers you cannot tell after what silence somebody has gone"
    assert f"{cannot}. If in truth only 98% come back, the chance is nine in ten after" in said
    many = EXERCISE.says(own(customers=100_000_000, came_back=100_000_000))
    assert many.endswith(f"{cannot}: hardly anybody goes.")
    assert EXERCISE.says(own(came_back=0)).endswith("already nine in ten that it was the last.")
    assert "already as likely as not that it was the last; after a silence of" in EXERCISE.says(
        own(came_back=60)
    )
    assert "199 of 200 came back, 99.5%" in EXERCISE.says(own(came_back=199))


def test_the_dot_lies_on_the_curve():
    result = own()
    assert result.retention_for(result.worth) == pytest.approx(result.retention)


def test_the_figure_is_told_with_its_numbers():
    assert re.findall(r"\$?\d+%?", EXERCISE.alt(own())) == ["60%", "$42", "53%", "67%"]
