"""*What would they pay?*: six features whose classes are known; which to give, to sell, and to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._kano import CALLED
from fieldguide.exercises._numbers import dollars

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FEATURES = worlds.FEATURES
MARKETS, DONE = worlds.PARCEL_MARKETS, worlds.DONE

#: What one would do by the class alone.
BY_CLASS = {"M": "give", "O": "give", "A": "sell", "I": "leave out", "R": "leave out"}

#: The axis, in dollars for a hundred parcels; how far below its row's middle a mark lies.
LOWEST, HIGHEST, DOWN = -100, 200, 0.16


@dataclass(frozen=True)
class Offered:
    """One feature in the reader's market: dollars more than when left out, and what is best."""

    text: str
    letter: str
    given: float
    sold: float
    buyers: float
    #: What it is sold at.
    price: float
    best: str
    #: In how many of the forty markets the same is best.
    markets: int

    @property
    def by_class(self) -> str:
        return BY_CLASS[self.letter]


@dataclass(frozen=True)
class Decided:
    """All six, and in how many of six class and money agree on average over the markets."""

    offers: tuple[Offered, ...]
    agree: float

    @property
    def agree_here(self) -> int:
        return sum(offer.best == offer.by_class for offer in self.offers)


class WhatWouldTheyPay(Exercise):
    """One price for every extra, and the assumption on which it hangs whether a must-be has a price."""

    slug = "what-would-they-pay"
    title = "What would they pay?"
    question = (
        "You know the class of all six features. Which do you give to everybody, which do you sell as an "
        "extra, and which do you leave out?"
    )
    controls = (
        Number("price", "Price of an extra", unit="$ a parcel", low=0.25, high=3.0, step=0.25, default=1.0),
        Number(
            "spared",
            "Being spared what one would miss is worth",
            unit="% of being pleased",
            low=0,
            high=200,
            step=25,
            default=0,
        ),
        Number(
            "leave",
            "Of those who miss something, go elsewhere",
            unit="of 100",
            low=0,
            high=50,
            step=5,
            default=30,
        ),
    )
    assumptions = (
        Choice(
            "prices",
            "An extra is sold at",
            {"one": "the price above, whatever it is", "own": "its own best price, from $0.25 to $6"},
            default="one",
        ),
        Number(
            "resent",
            "Who pay for a must-be and go all the same, for having been asked to",
            unit="of 100",
            low=0,
            high=50,
            step=10,
            default=0,
        ),
        Number(
            "having",
            "What having a feature costs, whoever uses it",
            unit="$ for 100 parcels",
            low=0,
            high=40,
            step=5,
            default=20,
        ),
        Number(
            "unlike",
            "How much features differ in what they are worth to who likes them",
            unit="% of our example",
            low=0,
            high=150,
            step=25,
            default=100,
        ),
        Number("market", "Your market", unit=f"of {MARKETS}", low=1, high=MARKETS, default=1),
    )
    assumes = (
        "Everything is made up. Each customer feels one way about each feature, by the shares of the first "
        "exercise, and buys an extra that is worth its price to them. To be pleased is worth a dollar a "
        "parcel to the middle one of many; how much it is to each, and for each feature, is drawn apart "
        "from the class, "
        "because the questions ask whether one likes a thing, and not for how much. A customer who goes "
        "elsewhere takes four dollars a parcel along. Who would rather be without a thing goes as readily "
        "when it is given to all. By the class alone one gives a must-be and a one-dimensional feature, "
        "sells an attractive one, and leaves out the rest. Whether it is decent to charge for what goes "
        "without saying is not in the dollars."
    )

    def compute(self, values: dict[str, Any]) -> Decided:
        earned = worlds.extras_earned(
            price=None if values["prices"] == "own" else values["price"],
            spared=values["spared"] / 100,
            leave=values["leave"] / 100,
            resent=values["resent"] / 100,
            having=values["having"],
            unlike=values["unlike"] / 100,
        )
        letters = [measures.KANO_CLASSES[one] for one in measures.kano_category(worlds.crowd_shares())]
        ruled = [DONE.index(BY_CLASS[letter]) for letter in letters]
        market = values["market"] - 1
        best = earned.best[market]
        offers = tuple(
            Offered(
                text=feature.text,
                letter=letter,
                given=float(earned.given[market, row]),
                sold=float(earned.sold[market, row]),
                buyers=float(earned.buyers[market, row]),
                price=float(earned.price[market, row]),
                best=DONE[best[row]],
                markets=int((earned.best[:, row] == best[row]).sum()),
            )
            for row, (feature, letter) in enumerate(zip(FEATURES, letters, strict=True))
        )
        agree = float((earned.best == ruled).sum(axis=1).mean())
        return Decided(offers, agree)

    def shows(self, result: Decided) -> Figure:
        drawing, axes = _rows()
        heights = [row + DOWN for row in range(len(result.offers))]
        for name, shape, color in (("given", "o", figures.BLUE), ("sold", "D", figures.ORANGE)):
            across = [min(max(getattr(offer, name), LOWEST), HIGHEST) for offer in result.offers]
            axes.plot(across, heights, shape, ms=8, mew=0, color=color, clip_on=False)
        for row, offer in enumerate(result.offers):
            fits = "" if offer.best == offer.by_class else "≠ "
            text = f"{fits}{offer.best} · {offer.markets}"
            axes.text(HIGHEST, row - 0.28, text, ha="right", va="center", fontweight="bold")
        return drawing

    def alt(self, result: Decided) -> str:
        rows = "; ".join(
            f"{offer.text} ({CALLED[offer.letter]}): given to all {_gained(offer.given)}, sold to "
            f"{offer.buyers:.0f} of 100 {_gained(offer.sold)}, best {offer.best}, as in {offer.markets} of "
            f"{MARKETS} markets"
            for offer in result.offers
        )
        return f"Dollars for 100 parcels more than when a feature is left out: {rows}."

    def says(self, result: Decided) -> str:
        count = len(result.offers)
        average = f"in {result.agree:.1f} of {count} on average over {MARKETS} markets"
        if result.agree_here == count:
            here = f"In your market class and money agree about all {count} features; they do {average}."
        else:
            here = (
                f"In your market class and money agree about {result.agree_here} of {count} features; they "
                f"do {average}."
            )
        apart = [offer for offer in result.offers if offer.best != offer.by_class]
        if not apart:
            return here
        worst = max(apart, key=_gap)
        price = f"${worst.price:.2f}"
        buyers = f"{worst.buyers:.0f} of 100 customers {'buys' if round(worst.buyers) == 1 else 'buy'} it"
        return (
            f"{here} The costliest difference is “{worst.text}”: it is {CALLED[worst.letter]}, so the class "
            f"says {worst.by_class}, and the money says {worst.best}. At {price} an extra, {buyers}; "
            f"going by the class costs ${_gap(worst):,.0f} for 100 parcels."
        )


def _earns(offer: Offered, done: str) -> float:
    return {"give": offer.given, "sell": offer.sold, "leave out": 0.0}[done]


def _gap(offer: Offered) -> float:
    """Return what going by the class costs."""
    return _earns(offer, offer.best) - _earns(offer, offer.by_class)


def _gained(amount: float) -> str:
    return f"{'+' if round(amount) > 0 else ''}{dollars(amount)}"


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=360, left=30, right=30, bottom=62, top=38)
    count = len(FEATURES)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(count - 0.45, -0.6), yticks=())
    ticks = (-100, -50, 0, 50, 100, 150, 200)
    axes.set_xticks(ticks, [_gained(tick) if tick % 100 == 0 else "" for tick in ticks])
    axes.set_xlabel("for 100 parcels, compared with leaving it out")
    axes.spines["left"].set_visible(False)
    letters = [measures.KANO_CLASSES[one] for one in measures.kano_category(worlds.crowd_shares())]
    for row, (feature, letter) in enumerate(zip(FEATURES, letters, strict=True)):
        axes.text(LOWEST, row - 0.28, f"{feature.text}: {CALLED[letter]}", va="center")
        axes.plot([0, 0], [row - 0.06, row + 0.38], color=figures.INK, lw=1.5, clip_on=False)
    above = {"transform": axes.transAxes}
    axes.text(0, 1.05, "● given", color=figures.BLUE, **above)
    axes.text(0.2, 1.05, "◆ sold", color=figures.ORANGE, **above)
    axes.text(1, 1.05, f"best · in so many of {MARKETS} markets", ha="right", **above)
    beyond = "≠: not what the class says; marks at an edge lie beyond"
    axes.text(0.5, -0.215, beyond, ha="center", transform=axes.transAxes)
    return drawing, axes
