"""*A pilot first?*: what it is worth to find out before the money is spent, and when that costs more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number, Switch
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How unsure one may be, in points of the promise: the figure's axis.
DOUBTS = tuple(range(0, 81, 5))
#: Learnable without the database (a share), and months until half of the skill is learned.
WITHOUT, HALFWAY = 0.5, 8
#: What can be done, in the order of `worlds.pilot_worth`.
CHOICES = ("buy the whole database", "buy the small one", "stop")
#: Thousand dollars from the middle of the figure to its ends: the least of them that holds both lines.
SCALES = (1_000, 2_000, 4_000, 8_000)


@dataclass(frozen=True, eq=False)
class Found:
    """What a pilot adds, for each of `DOUBTS` and at the reader's, in thousand dollars."""

    doubt: int
    nets: tuple[float, ...]
    perfects: tuple[float, ...]
    outright: tuple[float, ...]
    odds: tuple[float, ...]
    flatters: int
    known: bool

    @property
    def net(self) -> float:
        return self.nets[DOUBTS.index(self.doubt)]

    @property
    def now(self) -> int:
        """What would be done without a pilot, as its number in `CHOICES`."""
        return max(range(3), key=self.outright.__getitem__)

    @property
    def pays_from(self) -> int | None:
        """The smallest doubt from which on the pilot pays; None where it does not at the largest."""
        paying = None
        for doubt, net in zip(reversed(DOUBTS), reversed(self.nets), strict=True):
            if net <= 0:
                break
            paying = doubt
        return paying


class PilotFirst(Exercise):
    """Choose how unsure one is and how good the pilot is; see what it adds to deciding at once."""

    slug = "pilot-first"
    title = "A pilot first?"
    question = (
        "Before $2 million are spent, a pilot for $100,000 and four months would tell something about the "
        "true lift. After it you may buy, stop, or buy a small database. That is new here: it has 30% of the "
        "price and 40% of the benefit. What is the pilot worth?"
    )
    controls = (
        Number(
            "doubt",
            "How unsure you are of the lift",
            unit="points",
            low=0,
            high=80,
            step=5,
            default=40,
            snaps=True,
        ),
        Number(
            "shows",
            "Of that doubt, can show on a small scale",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=80,
        ),
        Number("flatters", "The pilot flatters by", unit="points", low=0, high=80, step=5, default=0),
    )
    assumptions = (
        Switch("known", "You know by how much it flatters, and take it off"),
        Number("mean", "Of the promised benefit, you expect", unit="%", low=20, high=120, step=5, default=50),
        Number("price", "The pilot costs", unit="thousand dollars", low=0, high=400, step=50, default=100),
        Number("months", "Everything else waits for it", unit="months", low=0, high=12, step=1, default=4),
        Number(
            "blur",
            "Chance adds to what it measures, give or take",
            unit="points",
            low=0,
            high=60,
            step=5,
            default=15,
        ),
    )
    assumes = (
        "The business case is the one of the map above, at its first settings, with buying and learning "
        "together; amounts are invented. Lift and doubt are in points of the promise; doubt is a standard "
        "deviation. A small database costs 30% of the whole, its running and its team too, and brings 40% "
        "of the benefit. Part of the doubt (as variance) can show in a pilot; the rest shows only when "
        "everybody uses the whole thing. After the pilot you weigh its reading against what you believed, "
        "as exactly as can be. A pilot flatters where it has the best branch and the keenest people. With "
        "and without it, a database that does not earn its keep is switched off a year after it began to "
        "run."
    )

    def compute(self, values: dict[str, Any]) -> Found:
        case = worlds.Case(mean=values["mean"] / 100)
        pilot = worlds.Pilot(
            price=float(values["price"]),
            months=values["months"],
            shows=values["shows"] / 100,
            blur=values["blur"] / 100,
            flatters=values["flatters"] / 100,
            known=values["known"],
        )
        doubts = [doubt / 100 for doubt in DOUBTS]
        worth = worlds.pilot_worth(case, pilot, WITHOUT, HALFWAY, doubts)
        at = DOUBTS.index(values["doubt"])
        return Found(
            doubt=values["doubt"],
            nets=tuple(worth.net.tolist()),
            perfects=tuple(worth.perfect.tolist()),
            outright=tuple(worth.outright[:, at].tolist()),
            odds=tuple(worth.odds[:, at].tolist()),
            flatters=values["flatters"],
            known=values["known"],
        )

    def shows(self, result: Found) -> Figure:
        farthest = max(map(abs, (*result.nets, *result.perfects)))
        scale = next(scale for scale in SCALES if farthest <= scale)
        drawing, axes = _axes(scale)
        lines = (
            ("a pilot that told everything (dashed)", result.perfects, figures.BLUE, (0, (5, 2)), 1.8),
            ("this pilot (solid)", result.nets, figures.PURPLE, "-", 2.6),
        )
        for row, (name, nets, color, dash, thick) in enumerate(lines):
            axes.plot(DOUBTS, nets, color=color, ls=dash, lw=thick, clip_on=False)
            text = f"{name}: {_short(nets[DOUBTS.index(result.doubt)])}"
            axes.text(-15, (1.28 - 0.14 * row) * scale, text, color=color, fontweight="bold")
        axes.plot(result.doubt, result.net, "o", ms=10, mew=0, color=figures.PURPLE, clip_on=False)
        return drawing

    def alt(self, result: Found) -> str:
        return (
            "Lines for what a pilot adds to the business case, over how unsure one is, from 0 to 80 "
            f"points. This pilot: from {_short(result.nets[0])} to {_short(result.nets[-1])}; one that told "
            f"everything: from {_short(result.perfects[0])} to {_short(result.perfects[-1])}. A dot at "
            f"{result.doubt} points: {_short(result.net)}."
        )

    def says(self, result: Found) -> str:
        verdict = "adds" if result.net > 0 else "costs more than it brings, by"
        first = (
            f"Without a pilot you would {CHOICES[result.now]}, worth {_short(result.outright[result.now])} "
            f"on average. The pilot {verdict} {_short(abs(result.net))}; after it you {self._after(result)}."
        )
        since = result.pays_from
        if since is None:
            return f"{first} At 80 points of doubt it does not pay either."
        if since == 0:
            return f"{first} It pays however sure you are."
        return f"{first} It pays from {since} points of doubt on."

    def _after(self, result: Found) -> str:
        whole, small, stop = (round(100 * odds) for odds in result.odds)
        return f"buy the whole in {whole} of 100 cases, the small one in {small}, and stop in {stop}"

    def notes(self, result: Found) -> dict[str, str]:
        if not result.flatters:
            return {}
        if result.known:
            said = "You take that off, and it does no harm: a bias that is known is no bias."
        else:
            said = "Nobody knows that, so the reading is taken at its word."
        return {"flatters": f"<p>{said}</p>"}


@figures.backdrop
def _axes(scale: int) -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=310, left=64, right=18, bottom=44, top=52)
    axes.set(xlim=(DOUBTS[0], DOUBTS[-1]), ylim=(-scale, scale))
    axes.set_xlabel("how unsure you are of the lift, in points")
    axes.set_xticks(range(0, 81, 20))
    heights = [-scale, -scale / 2, 0, scale / 2, scale]
    axes.set_yticks(
        heights, [f"{'+' if h > 0 else '−'}${abs(h) / 1_000:.1f}M" if h else "0" for h in heights]
    )
    axes.axhline(0, color=figures.INK, lw=1)
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    return drawing, axes


def _short(thousands: float) -> str:
    sign = "−" if round(thousands) < 0 else ""
    amount = abs(round(thousands))
    return (
        f"{sign}${amount},000"
        if 0 < amount < 1_000
        else f"{sign}${amount / 1_000:.2f} million"
        if amount
        else "$0"
    )
