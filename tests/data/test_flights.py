"""The flights: as many as the source has, and every late one is a flight."""

from fieldguide import data


def test_counts_as_published():
    flights = data.late_flights()
    assert flights.flights.sum() == 336_776
    assert (flights.dest.nunique(), flights.carrier.nunique()) == (105, 16)
    rows = {file["name"]: file["rows"] for file in data.provenance()["flights"]["files"]}
    assert rows == {"flights.csv": len(flights)}


def test_no_more_are_late_than_left():
    flights = data.late_flights()
    assert (flights.late >= 0).all()
    assert (flights.late <= flights.flights).all()
    assert flights.hour.between(0, 23).all()


def test_every_combination_is_counted_once():
    flights = data.late_flights()
    assert not flights.duplicated(["dest", "carrier", "hour"]).any()
    assert not flights.isna().any().any()
