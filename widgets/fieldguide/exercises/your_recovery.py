"""The reader's own recovery: what mending a failure may cost, and what three moves would bring."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import money, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The most customers that may be typed.
MOST = 10_000_000

#: One customer in so many with a failure is reached by each of the three moves.
REACHED = 10


@dataclass(frozen=True)
class Move:
    """Something to do for so many customers, and what it would bring in a year, in dollars."""

    reaches: int
    name: str
    #: Why it reaches nobody, where it does not.
    nobody: str
    brings: float
    low: float
    high: float

    @property
    def tells(self) -> bool:
        """Whether luck is an unlikely reason for what it seems to bring."""
        return self.reaches > 0 and self.low > 0


@dataclass(frozen=True)
class Outlook:
    """What the typed counts say."""

    worth: float
    #: Shares who stayed: mended well, not mended, without a failure, and all with one.
    stay_mended: float
    stay_unmended: float
    stay_untouched: float
    stay_failed: float
    #: How much more of the mended stayed, and its interval.
    more: float
    low: float
    high: float
    #: Cases a year that are told of and mended well.
    cases: float
    #: Failures that do not happen, customers who tell, customers who are mended: in this order.
    moves: tuple[Move, ...]

    @property
    def tells(self) -> bool:
        """Whether luck is an unlikely reason for the difference."""
        return self.low > 0 or self.high < 0

    @property
    def ranks(self) -> bool:
        """Whether anything can be said of the moves: only where mending seems to keep somebody."""
        return self.low > 0 and self.worth > 0 and any(move.reaches for move in self.moves)


class YourRecovery(Exercise):
    """Failures, who tells, who is mended, and who stayed: typed by the reader."""

    slug = "your-recovery"
    title = "Your recovery"
    question = (
        "What may it cost you to mend one failure well? Follow some customers whose failure was mended well, "
        "and some for whom nothing or not enough was done, and count who is still there a year later. The "
        "numbers that stand here are an example; type your own."
    )
    controls = (
        Amount("failures", "Customers with a failure in a year", low=0, high=MOST, default=1_000),
        Amount("told", "Of 100 of them, tell you", low=0, high=100, default=40),
        Amount("mended", "Of 100 who tell, are mended well", low=0, high=100, default=60),
        Amount("worth", "A customer who stays brings in the year, dollars", low=0, high=1e7, default=200.0),
        Amount("followed_mended", "Mended well: you followed", low=1, high=MOST, default=100),
        Amount("stayed_mended", "Mended well: still there a year later", low=0, high=MOST, default=85),
        Amount("followed_unmended", "Not mended: you followed", low=1, high=MOST, default=100),
        Amount("stayed_unmended", "Not mended: still there a year later", low=0, high=MOST, default=60),
        Amount("untouched", "Of 100 without a failure, stay a year", low=0, high=100, default=90),
    )
    assumes = (
        "Customers are counted once a year. Who stays is told from those whom you followed, with Newcombe’s "
        "95% interval, which knows of luck alone; the share without a failure is taken as typed. It does not "
        "know why some were mended well and others not: where the easy cases, or the best customers, get the "
        "better help, part of the difference is theirs and not the help’s. Nor why some met a failure: who "
        "comes often meets more of them, and would have stayed longer anyway. Customers who never told you "
        "are taken to stay as those do who were not mended and whom you could follow. Each move is reckoned "
        "alone, without what it costs, and reaches one in ten of the customers with a failure, or as many as "
        "there are left: their failure does not happen; they tell, and are mended as the others are; or they "
        "have told, and are mended well. What a move brings is customers who stay, times what one brings in "
        "the year."
    )

    def compute(self, values: dict[str, Any]) -> Outlook:
        for kind in ("mended", "unmended"):
            followed, stayed = values[f"followed_{kind}"], values[f"stayed_{kind}"]
            if stayed > followed:
                who = "were mended well" if kind == "mended" else "were not mended"
                raise ValueError(
                    f"Of the customers who {who} you followed {followed:,}, and {stayed:,} are said to have "
                    "stayed. More cannot stay than were followed."
                )
        found = measures.uplift(
            values["stayed_mended"],
            values["followed_mended"],
            values["stayed_unmended"],
            values["followed_unmended"],
        )
        failures, worth = values["failures"], values["worth"]
        told, mended = values["told"] / 100, values["mended"] / 100
        untouched = values["untouched"] / 100
        more, low, high = float(found.difference), float(found.low), float(found.high)
        failed, failed_low, failed_high = measures.mixed_share(
            (values["stayed_mended"], values["stayed_unmended"]),
            (values["followed_mended"], values["followed_unmended"]),
            (told * mended, 1 - told * mended),
        )
        reach = min(failures, max(1, failures // REACHED))
        silent = min(reach, floor(failures * (1 - told) + 1e-6))
        unmended = min(reach, floor(failures * told * (1 - mended) + 1e-6))

        def move(reaches: int, name: str, nobody: str, *kept: float) -> Move:
            return Move(reaches, name, nobody, *(reaches * worth * share for share in kept))

        return Outlook(
            worth=worth,
            stay_mended=values["stayed_mended"] / values["followed_mended"],
            stay_unmended=values["stayed_unmended"] / values["followed_unmended"],
            stay_untouched=untouched,
            stay_failed=failed,
            more=more,
            low=low,
            high=high,
            cases=failures * told * mended,
            moves=(
                move(
                    reach,
                    "fewer failure" if reach == 1 else "fewer failures",
                    "there are none",
                    *(untouched - share for share in (failed, failed_high, failed_low)),
                ),
                move(
                    silent if mended else 0,
                    "more who tells" if silent == 1 else "more who tell",
                    "nobody is left to tell" if mended else "nobody who tells is mended",
                    *(mended * share for share in (more, low, high)),
                ),
                move(unmended, "more mended", "nobody who tells is left to mend", more, low, high),
            ),
        )

    def shows(self, result: Outlook) -> Figure:
        drawing, axes = _three_rows()
        seen = [move for move in result.moves if result.ranks and move.tells]
        whole = max((move.high for move in seen), default=1.0)
        colors = (figures.BLUE, figures.ORANGE, figures.GREEN)
        for row, (move, color) in enumerate(zip(result.moves, colors, strict=True)):
            height = len(result.moves) - 1 - row
            if move in seen:
                axes.barh(height, move.brings / whole, 0.36, color=color, alpha=0.5)
                axes.hlines(height, move.low / whole, move.high / whole, color=figures.INK, lw=1.4)
            axes.text(0, height + 0.27, self._row(result, move), color=color, fontweight="bold")
        return drawing

    def alt(self, result: Outlook) -> str:
        rows = "; ".join(self._row(result, move) + self._within(result, move) for move in result.moves)
        return f"Three rows for what a move would bring in a year, with bars where it can be told: {rows}."

    def says(self, result: Outlook) -> str:
        stay = f"{percent(result.stay_mended)} stayed, of those not mended {percent(result.stay_unmended)}"
        low, high = (money(share * result.worth) for share in (result.low, result.high))
        first = f"Of those mended well {stay}."
        if not result.tells:
            return (
                f"{first} These counts cannot tell whether mending keeps anybody: anything from {low} to "
                f"{high} a case fits them. So they cannot tell what mending may cost, nor which move brings "
                "most. Follow more customers first."
            )
        if result.more < 0:
            return (
                f"{first} Luck alone is an unlikely reason for that: either your mending drives customers "
                "away, or those who were mended had been hit harder. Find out which before you spend on it."
            )
        return (
            f"{first} If mending is the reason, one case mended well may cost up to "
            f"{money(result.more * result.worth)} (anything from {low} to {high} fits these counts), and "
            f"all of a year’s {money(result.cases * result.more * result.worth)}. "
            f"{self._moves(result)}{self._paradox(result)}"
        )

    def _moves(self, result: Outlook) -> str:
        if not result.ranks:
            return "Of the three moves not one brings anything."
        told = [
            f"{move.reaches:,} {move.name} {'brings' if move.reaches == 1 else 'bring'} "
            f"{money(move.brings)}{self._within(result, move)}"
            for move in result.moves
            if move.tells
        ]
        fewer = result.moves[0]
        if not fewer.tells:
            doubt = (
                " Customers without a failure stay less than those with one: something else differs between "
                "them, so what fewer failures would bring cannot be told."
                if fewer.brings < 0
                else " What fewer failures would bring these counts cannot tell."
            )
        else:
            doubt = (
                " Two guesses are in this: that those who never told you stay like those whom you followed "
                "unmended, and that without their failure customers would stay like those who met none."
            )
        listed = ", ".join(told)
        return f"In a year {listed}, before what it costs.{doubt}" if told else doubt.strip()

    def _row(self, result: Outlook, move: Move) -> str:
        """Return what stands above a move's bar, or why it has none."""
        if not move.reaches:
            return f"{move.name}: {move.nobody}"
        if not result.worth:
            return f"{move.reaches:,} {move.name}: $0"
        name = f"{move.reaches:,} {move.name}"
        if not (result.ranks and move.tells):
            return f"{name}: these counts cannot tell"
        return f"{name}: {money(move.brings)}"

    def _within(self, result: Outlook, move: Move) -> str:
        if not (result.ranks and move.tells):
            return ""
        return f" ({money(move.low)} to {money(move.high)})"

    def _paradox(self, result: Outlook) -> str:
        if result.stay_mended <= result.stay_untouched:
            return ""
        return (
            " More of the mended stayed than of those without a failure: a paradox, or a sign that your "
            "better customers get the better help."
        )


@figures.backdrop
def _three_rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=172, left=14, right=24, bottom=8, top=28)
    axes.set(xlim=(0, 1), ylim=(-0.3, 2.75), xticks=(), yticks=())
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.text(0, 2.85, "what brings how much in a year (line: 95% interval)")
    return drawing, axes
