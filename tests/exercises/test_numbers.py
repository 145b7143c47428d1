"""Numbers as the exercises write them: a real minus, no minus zero, and nothing surer than it is."""

import pytest
from fieldguide.exercises import _numbers


@pytest.mark.parametrize(
    ("how", "number", "said"),
    [
        ("dollars", 1234.5, "$1,234"),
        ("dollars", -5, "−$5"),
        ("dollars", -0.4, "$0"),
        ("price", 2.5, "$2.50"),
        ("price", -3, "−$3"),
        ("money", 3.456, "$3.46"),
        ("money", -1_234_567, "−$1.23M"),
        ("money", -0.001, "$0"),
        ("percent", 0, "0%"),
        ("percent", 0.004, "less than 1%"),
        ("percent", 0.125, "13%"),
        ("percent", 0.996, "more than 99%"),
        ("percent", 1, "100%"),
        ("signed", 3, "+3"),
        ("signed", -1_234, "−1,234"),
        ("signed", -0.3, "0"),
        ("points", -12.4, "−12"),
        ("points", -0.4, "0"),
        ("people", 0.2, "nobody"),
        ("people", 1, "1 person"),
        ("people", 1_200, "1,200 people"),
    ],
)
def test_numbers_are_written_for_people(how, number, said):
    assert getattr(_numbers, how)(number) == said


def test_a_change_may_have_decimals():
    assert (_numbers.signed(0.04, 1), _numbers.signed(-0.06, 1)) == ("0", "−0.1")
