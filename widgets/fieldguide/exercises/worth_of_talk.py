"""Of *The shopkeeper's memory*: how good talk must be before it helps, and what trusting it costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How many of 100 pairs talk can get right: a coin, and nearly always.
LOWEST, HIGHEST = 50, 95

#: At these worths the curves are computed; between them they are drawn straight.
GRID = range(LOWEST, HIGHEST + 1, 5)

#: Fewer letters than this, of 100, are no difference to speak of: other noise alone moves them by as much.
NOTICED = 1

#: The highest number of letters that is drawn.
TOP = 85


@dataclass(frozen=True)
class Heard:
    """What 100 letters find, with and without talk."""

    worth: int
    trust: int
    receipts: float
    alone: float
    both: float
    #: How many of 100 pairs the receipts get right.
    receipts_pairs: float
    #: At each worth of `GRID`, with this trust in it.
    curve: tuple[float, ...]
    alone_curve: tuple[float, ...]
    #: From which worth on talk trusted so much finds noticeably more than receipts alone; None if never.
    pays_from: float | None

    @property
    def gain(self) -> float:
        return self.both - self.receipts


@cache
def _found(worth: int, trust: int, talking: int, repeating: int, receipts: bool = True) -> float:
    shares = talking / 100, repeating / 100
    return 100 * worlds.found_with_talk(worth / 100, trust / 100, *shares, receipts)


@cache
def _curve(trust: int, talking: int, repeating: int) -> tuple[float, ...]:
    return tuple(_found(worth, trust, talking, repeating) for worth in GRID)


@cache
def _alone(talking: int, repeating: int) -> tuple[float, ...]:
    """Return what talk finds by itself, trusted for what it is worth."""
    return tuple(_found(worth, worth, talking, repeating, receipts=False) for worth in GRID)


def crosses(curve: tuple[float, ...], height: float) -> float | None:
    """Return the worth from which a curve over `GRID` stays above a height; None if it ends below."""
    if curve[-1] <= height:
        return None
    pairs = list(zip(GRID, curve, strict=True))
    for (left, low), (right, high) in reversed(list(pairwise(pairs))):
        if low <= height:
            return left + (height - low) / (high - low) * (right - left)
    return float(LOWEST)


class WorthOfTalk(Exercise):
    """How good talk is, and how good it is believed to be."""

    slug = "worth-of-talk"
    title = "What is talk worth?"
    question = (
        "A shop writes to one customer in three. Now somebody at the counter also listens to them. How good "
        "must that ear be before the letters find more people who come back?"
    )
    controls = (
        Number(
            "worth",
            "Of 100 pairs (one comes back, one does not), talk names the right one in",
            unit="pairs; 50 is a coin",
            low=LOWEST,
            high=HIGHEST,
            step=1,
            default=60,
        ),
        Number(
            "trust",
            "The shop believes that it does so in",
            unit="pairs; 50 is not listening",
            low=LOWEST,
            high=HIGHEST,
            step=1,
            default=85,
        ),
    )
    assumptions = (
        Number("talking", "Customers who talk at all", unit="of 100", low=0, high=100, step=5, default=100),
        Number(
            "repeating",
            "Talk that only repeats what the receipts say",
            unit="of 100",
            low=0,
            high=100,
            step=5,
            default=0,
        ),
    )
    assumes = (
        "The customers are real, and so is who came back; the talk is simulated: a hint that is made from "
        "what each customer did later, blurred until it is right as often as you say. Receipts speak through "
        "the sum of the three codes, and what it meant among other customers of the same shop. The shop adds "
        "up both as Bayes' rule has it, for as much as it believes in the talk. Talk that repeats receipts "
        "sounds just as clear, and the shop takes it for news."
    )

    def compute(self, values: dict[str, Any]) -> Heard:
        worth, trust = values["worth"], values["trust"]
        told = values["talking"], values["repeating"]
        receipts, curve = 100 * worlds.found_by_receipts(), _curve(trust, *told)
        return Heard(
            worth=worth,
            trust=trust,
            receipts=receipts,
            alone=_found(worth, worth, *told, receipts=False),
            both=_found(worth, trust, *told),
            receipts_pairs=100 * worlds.receipts_pairs_right(),
            curve=curve,
            alone_curve=_alone(*told),
            pays_from=crosses(curve, receipts + NOTICED),
        )

    def shows(self, result: Heard) -> Figure:
        drawing, axes = _pairs_and_letters()
        grid, plain = list(GRID), {"clip_on": False}
        axes.plot([LOWEST, HIGHEST], [result.receipts] * 2, color=figures.BLUE, lw=2, **plain)
        axes.plot(grid, result.alone_curve, color=figures.MUTED, lw=1.4, ls=(0, (1, 2)), **plain)
        axes.plot(grid, result.curve, color=figures.ORANGE, lw=2.4, **plain)
        axes.plot(
            [result.worth] * 2,
            [0, result.both],
            "-o",
            markevery=[1],
            ms=9,
            lw=1.4,
            color=figures.PURPLE,
            **plain,
        )
        # The three lines may run anywhere: their names stand in rows of their own, each with its number.
        rows = (
            (f"receipts alone: {result.receipts:.0f}", figures.BLUE, "bold"),
            (f"receipts and talk: {result.both:.0f}", figures.ORANGE, "bold"),
            (f"dotted: talk alone, {result.alone:.0f}", figures.MUTED, "normal"),
        )
        for place, (text, color, weight) in enumerate(rows):
            axes.text(LOWEST + 1, TOP + 21 - 8 * place, text, color=color, fontweight=weight, va="top")
        return drawing

    def alt(self, result: Heard) -> str:
        ends = f"from {result.curve[0]:.0f} to {result.curve[-1]:.0f}"
        return (
            "Letters of 100 that find somebody who comes back, against how many of 100 pairs talk gets "
            f"right, from {LOWEST} to {HIGHEST}. Receipts alone: a level line at {result.receipts:.0f}. "
            f"Receipts and talk, with a trust of {result.trust}: a curve that goes {ends}, with a dot at "
            f"{result.worth} pairs and {result.both:.0f} letters. Talk alone: dotted, from "
            f"{result.alone_curve[0]:.0f} to {result.alone_curve[-1]:.0f}."
        )

    def says(self, result: Heard) -> str:
        if result.trust == LOWEST:
            return (
                f"The shop does not listen, and {result.receipts:.0f} of 100 letters find somebody: what "
                f"receipts alone do, which get {result.receipts_pairs:.0f} of 100 pairs right."
            )
        first = (
            f"Talk that is right in {result.worth} of 100 pairs, and believed to be in {result.trust}: "
            f"{result.both:.0f} of 100 letters find somebody, {_difference(result)}."
        )
        if max(abs(found - result.receipts) for found in result.curve) < NOTICED:
            return f"{first} However good it is, so little heard or trusted makes no difference."
        if result.pays_from is None:
            return f"{first} Trusted that much, such talk never gains a letter, however good it is."
        return f"{first} Trusted that much, talk gains a letter from about {result.pays_from:.0f} pairs on."


def _difference(result: Heard) -> str:
    """Compare both as they are printed, so that a reader who subtracts finds the same."""
    if abs(result.gain) < NOTICED:
        return f"about as many as the {result.receipts:.0f} of receipts alone"
    apart = round(result.both) - round(result.receipts)
    return f"{abs(apart)} {'more' if apart > 0 else 'fewer'} than the {result.receipts:.0f} of receipts alone"


@figures.backdrop
def _pairs_and_letters() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=320, left=36, right=16, bottom=46, top=26)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(0, TOP + 22), xlabel="pairs that talk gets right, of 100")
    axes.set(xticks=range(LOWEST, HIGHEST + 1, 10), yticks=range(0, TOP, 20))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-0.085, 1.02, "of 100 letters, so many find somebody", transform=axes.transAxes, va="bottom")
    return drawing, axes
