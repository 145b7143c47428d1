"""The flights: as many as the source has, and every late one is a flight."""

import pytest
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


def test_made_up_on_the_way_is_counted_over_the_same_year():
    flights = data.flights_en_route()
    assert flights.flights.sum() == 327_346
    assert flights.left_late.tolist() == list(range(-20, 181, 5))
    assert (flights.on_time <= flights.flights).all()
    rows = {file["name"]: file["rows"] for file in data.provenance()["en_route"]["files"]}
    assert rows == {"en_route.csv": len(flights)}


def test_what_left_on_time_makes_up_more_than_what_left_late():
    """The average gain over all flights is known from the published table: 5.66 minutes."""
    flights = data.flights_en_route()
    late = flights[flights.left_late >= 60].sum()
    punctual = flights[flights.left_late < 0].sum()
    assert flights.made_up.sum() / flights.flights.sum() == pytest.approx(5.66, abs=0.005)
    assert late.made_up / late.flights < punctual.made_up / punctual.flights / 2
