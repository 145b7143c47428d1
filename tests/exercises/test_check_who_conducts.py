"""The numbers that the explanations in the quiz of *Who conducts the orchestra?* rely on."""

from fieldguide import data, worlds
from fieldguide.exercises.cacophony import TEAMS, Cacophony


def test_saves_double_while_the_team_does_nothing():
    others = [team for team in TEAMS if team != "retention"]
    assert 1.9 < Cacophony(loud=others).result.times[TEAMS.index("retention")] < 2.1


def test_under_a_cap_of_six_each_goes_on_asking_and_another_plan_is_best():
    for patience in range(3, 31):
        game = worlds.four_teams(patience, cap=6)
        assert game.tempted == [True] * 4
        assert game.best != 15


def test_the_more_patient_customers_are_the_more_the_cap_costs():
    costs = []
    for patience in range(9, 31):
        free, capped = (worlds.four_teams(patience, **cap).value[15] for cap in ({}, {"cap": 6}))
        costs.append(free - capped)
    assert costs == sorted(costs)
    assert costs[-1] > 0


def test_what_the_reports_claim():
    table = data.campaigns_at_once()
    assert round((table.at_once * table.dollars).sum() / 1e6, 2) == 2.65
    assert round(table[table.at_once > 0].dollars.sum() / 1e6, 2) == 2.05
