"""The guess of *Who conducts the orchestra?*: what one team reports when only the three others change."""

from __future__ import annotations

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.exercises.cacophony import TEAMS, Cacophony
from fieldguide.kinds.guess import Guess, Guessed


class CacophonyGuess(Guess):
    """Retention's next report in the world that `Cacophony` starts in, when the three others write more."""

    slug = "cacophony-guess"
    title = "Before you read on"
    question = (
        "Four teams send every customer one message a month each. The retention team counts the customers "
        "it saves: who were about to leave, and stayed. Now the three other teams send four messages a "
        "month; retention changes nothing. For every 100 customers that it saved in the last quarter, how "
        "many will it save in the next?"
    )
    within = 15
    source = "the model"
    ask = Number(
        "guess", "Saved in the next quarter", unit="customers", low=0, high=300, step=10, default=100
    )

    def truth(self) -> float:
        start = Cacophony.start()
        game = worlds.four_teams(start["patience"], more=start["more"], report=start["report"])
        others = worlds.plan_number([team for team in TEAMS if team != "retention"])
        before, after = (game.reports[plan, TEAMS.index("retention")] for plan in (0, others))
        return round(100 * float(after / before))

    def tells(self, number: float) -> str:
        return f"{number:.0f}"

    def finds(self, result: Guessed) -> str:
        return (
            f"In the model below {result.truth:.0f}, with a team that does nothing new. Four times as much "
            "mail from the others makes more customers want to leave, and so there are more to save."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return "You saw it coming."
        if result.guess < 100:
            return "You expected fewer than before. Customers lost would be fewer to save, in time."
        return f"You said {abs(result.off):.0f} {'more' if result.off > 0 else 'fewer'}."
