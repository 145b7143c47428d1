"""Of *The cart before the horse*: in which order to buy a database and to learn to use it, as a map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: What can be done, in the order of `worlds.ORDERS`; doing nothing is worth nothing.
NAMES = ("technology first", "together", "capability first", "nothing")
COLORS = (figures.ORANGE, figures.BLUE, figures.GREEN, figures.MUTED)
NOTHING = 3
#: How the sentence calls them.
SAID = (*NAMES[:NOTHING], "doing nothing")
#: What is said of an order that is best at no place.
NOWHERE = "nowhere on this map"
#: The map's axes: shares in percent, months.
SHARES = tuple(range(0, 101, 5))
MONTHS = tuple(range(2, 25))
#: Room that a name needs on the map to either side of its middle, in percent and in months.
ROOM = ((13, 1.5), (12, 0.8), (12, 1.5), (9, 0.8))
#: How near to the reader's point a name may come; how much of its room must lie in its region, and how much
#: in one other region when it does not fit into its own and a line leads to it.
NEAR, INSIDE, OUTSIDE = (4, 1), 0.85, 0.99


@dataclass(frozen=True, eq=False)
class Map:
    """Which is best where, over what can be learned without the database and how fast people learn."""

    without: int
    halfway: int
    #: Expected values at the reader's point, in thousand dollars, in the order of `NAMES`.
    values: tuple[float, ...]
    #: Expected values over the map: by order, month and share.
    everywhere: np.ndarray
    #: For each that is not best at the point, what would have to be true; None for what is best there.
    conditions: tuple[str | None, ...]
    guess: float | None

    @property
    def best(self) -> int:
        return max(range(len(NAMES)), key=self.values.__getitem__)


class WhatWouldHaveToBeTrue(Exercise):
    """Move over a map of three orders and of doing nothing; see what would have to be true for each."""

    slug = "what-would-have-to-be-true"
    title = "What would have to be true?"
    question = (
        "A customer database costs $2 million. Do you buy it and then learn to use it, learn and then buy "
        "it, or do both together?"
    )
    guess = "what-would-have-to-be-true-guess"
    guessed_at = ("mean", "sd", "price", "team", "install", "practice")
    controls = (
        Number(
            "without", "Can be learned without the database", unit="%", low=0, high=100, step=5, default=50
        ),
        Number(
            "halfway", "Half of the skill is learned in", unit="months", low=2, high=24, step=1, default=8
        ),
        Number(
            "mean",
            "Of the promised benefit, you expect",
            unit="%",
            low=20,
            high=120,
            step=5,
            default=50,
        ),
    )
    assumptions = (
        Number(
            "sd",
            "How unsure you are of that, give or take",
            unit="points",
            low=0,
            high=80,
            step=5,
            default=40,
        ),
        Number(
            "price",
            "The database costs",
            unit="thousand dollars",
            low=500,
            high=4_000,
            step=250,
            default=2_000,
        ),
        Number("team", "The team costs", unit="thousand dollars a month", low=5, high=60, step=5, default=25),
        Number("install", "Installing takes", unit="months", low=1, high=18, step=1, default=9),
        Number(
            "practice", "Capability first practices for", unit="months", low=3, high=24, step=1, default=6
        ),
    )
    assumes = (
        "Every amount is invented. The promise is $250,000 a month once people master the database; the "
        "part of it that comes true, the lift, nobody knows: you have an expectation and a doubt, and even "
        "harm is possible. Skill grows with use: what is missing halves in the months you set, and without "
        "the database people get only so far. Technology first begins with its team on the day the "
        "database runs; together begins at once; capability first practices, and then buys or gives up. "
        "Practice tells about the lift as far as it leads: of the doubt (as variance), as large a part "
        "goes as the skill that is reached. In each order the database is switched off after a year if it "
        "does not earn its running costs, 1% of its price a month, and the team. Five years from today are "
        "counted, and later money for 10% a year less. The map, and what would have to be true, go by fives "
        "of percent. Buying a smaller database, or buying in steps, is not on it."
    )

    def compute(self, values: dict[str, Any]) -> Map:
        believed = (values["mean"], values["sd"], values["price"], values["team"])
        times = (values["install"], values["practice"])
        case = _case(*believed, *times)
        without, halfway = values["without"], values["halfway"]
        here = worlds.orders(case, without / 100, halfway)
        worth = (*(float(value) for value in here), 0.0)
        best = max(range(len(NAMES)), key=worth.__getitem__)
        everywhere = _everywhere(*believed, *times)
        return Map(
            without=without,
            halfway=halfway,
            values=worth,
            everywhere=everywhere,
            conditions=_conditions(everywhere, without, halfway, best),
            guess=self.guess_for(values),
        )

    def shows(self, result: Map) -> Figure:
        drawing, axes = _axes()
        winners = _winners(result.everywhere)
        point = result.without, result.halfway
        for order, color in enumerate(COLORS):
            if (winners == order).any():
                _paint(axes, winners == order, color, alpha=0.12 if order == NOTHING else 0.3)
        for order, (name, va, led_from) in _places(winners, point).items():
            text, color = NAMES[order].replace(" ", "\n"), COLORS[order]
            if led_from:
                axes.plot(*zip(led_from, name, strict=True), color=color, lw=1)
            words = {"color": color, "fontweight": "bold", "linespacing": 1.1}
            axes.text(*name, text, ha="center", va=va, **words)
        axes.plot(*point, "o", ms=11, mew=2, mec=figures.INK, mfc="none", clip_on=False)
        axes.plot(*point, "o", ms=4, mew=0, color=figures.INK, clip_on=False)
        return drawing

    def alt(self, result: Map) -> str:
        winners = _winners(result.everywhere)
        parts = [
            f"{name} on {100 * float((winners == order).mean()):.0f}% of it"
            for order, name in enumerate(NAMES)
            if (winners == order).any()
        ]
        return (
            "A map over what can be learned without the database (0 to 100%, to the right) and the months "
            "in which half of the skill is learned (2 to 24, upwards), painted with what is best: "
            f"{', '.join(parts)}. Your point, at {result.without}% and {_months(result.halfway)}, lies in "
            f"“{NAMES[result.best]}”."
        )

    def says(self, result: Map) -> str:
        order = sorted(range(NOTHING), key=lambda one: -result.values[one])
        amounts = [f"{NAMES[one]} {_millions(result.values[one])}" for one in order]
        verdict = "Not one of the three pays" if result.best == NOTHING else "Best first"
        said = f"{verdict}, in millions of dollars on average: {', '.join(amounts)}."
        others = [pair for pair in zip(SAID, result.conditions, strict=True) if pair[1] is not None]
        needs = [f"{name}, {need}" for name, need in others if need != NOWHERE]
        if needs:
            said += f" What would have to be true instead, for {'; for '.join(needs)}."
        if missing := [name for name, need in others if need == NOWHERE]:
            said += f" {NOWHERE.capitalize()}: {', '.join(missing)}."
        return said

    def notes(self, result: Map) -> dict[str, str]:
        if result.guess is None:
            return {}
        return {"without": f"<p>Your guess for the border was {result.guess:.0f}%, at 8 months.</p>"}


def _case(mean: int, sd: int, price: int, team: int, install: int, practice: int) -> Any:
    return worlds.Case(
        mean=mean / 100,
        sd=sd / 100,
        price=float(price),
        team=float(team),
        install=install,
        practice=practice,
    )


@cache
def _everywhere(*case: int) -> np.ndarray:
    """Return the values of the three orders over the map; moving one's point draws on the same."""
    shares = tuple(share / 100 for share in SHARES)
    return worlds.orders(_case(*case), [shares], [[month] for month in MONTHS])


def _winners(everywhere: np.ndarray) -> np.ndarray:
    """Return what is best at each place of the map, as its number in `NAMES`."""
    winners = everywhere.argmax(axis=0)
    winners[everywhere.max(axis=0) <= 0] = NOTHING
    return winners


def _conditions(everywhere: np.ndarray, without: int, halfway: int, best: int) -> tuple[str | None, ...]:
    """Say for each that is not best what would have to be true: the other axis as it is, or not at all."""
    winners = _winners(everywhere)
    row = MONTHS.index(halfway)
    # The map goes by fives; a share in between, which can be typed, is read off at the nearest.
    column = min(range(len(SHARES)), key=lambda at: abs(SHARES[at] - without))
    return tuple(None if order == best else _condition(winners == order, row, column) for order in range(4))


def _condition(mine: np.ndarray, row: int, column: int) -> str:
    along, up = mine[row].nonzero()[0], mine[:, column].nonzero()[0]
    if along.size:
        nearest = min((int(at) for at in along), key=lambda at: abs(at - column))
        word = "at most" if nearest < column else "at least"
        return f"{_learnable(SHARES[nearest], word)} without the database"
    if up.size:
        nearest = min((int(at) for at in up), key=lambda at: abs(at - row))
        word = "at most" if nearest < row else "at least"
        return f"half of the skill in {word} {_months(MONTHS[nearest])}"
    if not mine.any():
        return NOWHERE
    steps = [
        (abs(column - over) / len(SHARES) + abs(row - high) / len(MONTHS), over, high)
        for high, over in zip(*(part.tolist() for part in mine.nonzero()), strict=True)
    ]
    _, over, high = min(steps)
    return f"{_learnable(SHARES[over], 'about')} and half of the skill in {_months(MONTHS[high])}"


# Drawing ----------------------------------------------------------------------------------------------------


@figures.backdrop
def _axes() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=336, left=34, right=20, bottom=44, top=28)
    axes.set(xlim=(SHARES[0], SHARES[-1]), ylim=(MONTHS[0], MONTHS[-1]))
    axes.set_xticks(range(0, 101, 25), [f"{share}%" for share in range(0, 101, 25)])
    axes.set_yticks([2, 6, 12, 18, 24])
    axes.set_xlabel("can be learned without the database")
    axes.text(-9, MONTHS[-1] + 0.9, "months until half of the skill is learned; ring: you")
    axes.grid(visible=False)
    return drawing, axes


def _paint(axes: Axes, mine: np.ndarray, color: str, alpha: float) -> None:
    """Fill the places of one order; a place reaches halfway to the next."""
    places = []
    for column, share in enumerate(SHARES):
        left, right = max(share - 2.5, 0), min(share + 2.5, 100)
        for low, high in _runs(mine[:, column].tolist()):
            bottom, top = max(MONTHS[low] - 0.5, MONTHS[0]), min(MONTHS[high] + 0.5, MONTHS[-1])
            places.append((left, bottom, right, top))
    figures.boxes(axes, places, color=color, alpha=alpha)


def _runs(mine: list[bool]) -> list[tuple[int, int]]:
    """Return the first and the last place of each unbroken stretch."""
    runs: list[tuple[int, int]] = []
    for at, one in enumerate(mine):
        if one and at and mine[at - 1]:
            runs[-1] = (runs[-1][0], at)
        elif one:
            runs.append((at, at))
    return runs


Place = tuple[float, float]


def _places(winners: np.ndarray, point: Place) -> dict[int, tuple[Place, str, Place | None]]:
    """Return where each name stands, with which edge, and from where a line leads to it (None inside)."""
    there = [order for order in range(len(NAMES)) if (winners == order).any()]
    middles = {order: _middle(winners == order) for order in there}
    places: dict[int, tuple[Place, str, Place | None]] = {}
    taken = [(*point, *NEAR)]
    for order in there:
        if at := _room(winners == order, order, middles[order], INSIDE, taken[:1]):
            places[order] = at[1:], "center", None
            taken.append((*at[1:], *ROOM[order]))
    for order in there:
        if order in places:
            continue
        rooms = [_room(winners == other, order, middles[order], OUTSIDE, taken) for other in there]
        if not (rooms := [room for room in rooms if room]):
            continue
        _, share, month = min(rooms)
        taken.append((share, month, *ROOM[order]))
        # The line ends at the name's foot or head, whichever is nearer.
        above = month > middles[order][1]
        edge = -ROOM[order][1] if above else ROOM[order][1]
        places[order] = (share, month + edge), "bottom" if above else "top", middles[order]
    return places


def _middle(mine: np.ndarray) -> Place:
    """Return the place of a region that lies nearest to its middle."""
    rows, columns = mine.nonzero()
    far = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
    nearest = int(far.argmin())
    return SHARES[int(columns[nearest])], MONTHS[int(rows[nearest])]


def _room(
    mine: np.ndarray, order: int, middle: Place, inside: float, taken: list[tuple[float, ...]]
) -> tuple[float, float, float] | None:
    """Return where a name fits into a region, as near to a place as can be, off what is taken.

    The first number tells how near (less is better), the others where.
    """
    wide, high = ROOM[order]
    across, up = -(-wide // 5), round(high)
    fits = []
    for row, column in zip(*(part.tolist() for part in mine.nonzero()), strict=True):
        share, month = SHARES[column], MONTHS[row]
        if not (wide <= share <= 100 - wide and MONTHS[0] + high <= month <= MONTHS[-1] - high):
            continue
        if any(abs(share - x) < wide + w and abs(month - y) < high + h for x, y, w, h in taken):
            continue
        around = mine[max(row - up, 0) : row + up + 1, max(column - across, 0) : column + across + 1]
        part = float(around.mean())
        if part >= inside:
            off = abs(month - middle[1]) / len(MONTHS) + abs(share - middle[0]) / 100
            fits.append((off - part, share, month))
    return min(fits, default=None)


# Words ------------------------------------------------------------------------------------------------------


def _learnable(share: int, word: str) -> str:
    """Say how much must be learnable; nothing is less than none of it, or more than all."""
    return {0: "none of it", 100: "all of it"}.get(share, f"{word} {share}%") + " learnable"


def _months(count: int) -> str:
    return f"{count} months"


def _millions(thousands: float) -> str:
    amount = f"{abs(thousands) / 1_000:.2f}"
    return f"−{amount}" if thousands < 0 and amount != "0.00" else amount
