"""The numbers that the explanations in the quiz of *A history with receipts* rely on."""

from fieldguide import data


def test_its_dates_are_those_of_the_timeline():
    events = {event.name: event for event in data.history()}
    assert (events["act"].year, events["act"].until) == (1986, 1987)
    assert [events[name].year for name in ("crm-name", "ux-name", "cx-name")] == [1990, 1985, 1994]


def test_the_file_of_the_store_holds_purchases_and_nothing_else():
    assert list(data.cdnow().frame().columns) == ["customer", "date", "units", "dollars"]


def test_two_households_are_twins_to_a_till():
    twins = sorted(len(diary) for diary in data.yogurt() if diary.count("Dannon") == 18)
    assert [all_four - 18 for all_four in twins] == [1, 27]
