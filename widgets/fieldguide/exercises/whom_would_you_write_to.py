"""Of *The shopkeeper's memory*: twelve real customers, a stamp each, and what they did afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Moves, Number, Switch
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars, price

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The twelve of a round, and the two moves that are no customer.
LETTERS = "ABCDEFGHIJKL"
SEND, NEXT = "send", "next"

#: Weeks until the decision, and until the records end; days of a week.
WEEKS, ALL_WEEKS, DAYS = 39, 78, 7

#: How many rounds of twelve can be played.
ROUNDS = 10

#: Who else writes letters, as the score sheet names them.
RIVALS = {
    "rfv": "RFV",
    "last": "Seen last",
    "expected": "Most expected",
    "alive": "Surest alive",
    "lot": "By lot",
}

#: Where the three columns beside the picture end, in widths of its axes, and where a chosen row is marked.
COLUMNS, CHOSEN = (1.21, 1.43, 1.66), -0.155


@dataclass(frozen=True)
class Row:
    """One of the twelve: the visits seen so far, and what they come to."""

    letter: str
    #: Day and dollars of each visit that can be seen.
    visits: tuple[tuple[int, float], ...]
    later: tuple[tuple[int, float], ...]
    weeks_silent: int
    dollars: float

    @property
    def later_dollars(self) -> float:
        return sum(dollars for _, dollars in self.later)


@dataclass(frozen=True)
class Score:
    """What somebody's letters found, and what that earned."""

    came: float
    money: float

    def __add__(self, other: Score) -> Score:
        return Score(self.came + other.came, self.money + other.money)


@dataclass(frozen=True)
class Game:
    """Where the game stands."""

    number: int
    week: int
    rows: tuple[Row, ...]
    chosen: frozenset[str]
    sent: bool
    cost: float
    earned: float
    #: Of this round once the letters are sent, by "you" and each rival; then of all rounds, and on average.
    scores: dict[str, Score]
    totals: dict[str, Score]
    average: dict[str, Score]
    #: To whom each rival writes, as the score sheet says it.
    writes: dict[str, str]
    played: int
    repeaters: bool
    guess: float | None

    @property
    def letters(self) -> int:
        return len(self.chosen)

    @property
    def over(self) -> bool:
        return self.sent and self.number == ROUNDS


def replay(moves: list[str]) -> tuple[list[frozenset[str]], frozenset[str], bool]:
    """Return whom the letters went to in each round that is over, whom they go to now, and whether they went.

    A customer who is chosen again is left out again. What a stage of the game has no use for does nothing:
    so a round cannot be spent without a letter.
    """
    over: list[frozenset[str]] = []
    chosen: set[str] = set()
    sent = False
    for move in moves:
        if move == SEND:
            sent = sent or bool(chosen)
        elif move == NEXT:
            if sent and len(over) < ROUNDS - 1:
                over.append(frozenset(chosen))
                chosen, sent = set(), False
        elif not sent:
            chosen ^= {move}
    return over, frozenset(chosen), sent


def _row(letter: str, member: int, week: int) -> Row:
    visits = worlds.visits_of(member)
    seen = tuple(visit for visit in visits if visit[0] < DAYS * week)
    later = tuple(visit for visit in visits if visit[0] >= DAYS * WEEKS)
    silent = (DAYS * week - 1 - seen[-1][0]) // DAYS if seen else 0
    return Row(letter, seen, later, silent, sum(dollars for _, dollars in seen))


def _scores(members: Any, letters: frozenset[str], cost: float, earned: float) -> dict[str, Score]:
    """Return what the reader and every rival found in a round, all with as many letters."""
    count = len(letters)

    def score(came: float, dollars: float) -> Score:
        return Score(came, earned * dollars - cost * count)

    found = worlds.found_by(members, count)
    own = [_row(letter, members[LETTERS.index(letter)], WEEKS) for letter in letters]
    came, dollars = sum(bool(row.later) for row in own), sum(row.later_dollars for row in own)
    return {"you": score(came, dollars)} | {
        name: score(found.came[name], found.dollars[name]) for name in RIVALS
    }


def _writes(members: Any, count: int) -> dict[str, str]:
    """Say whom each rival writes to: the letters of those who are picked, and among whom a lot decides."""
    said = {}
    for name, shares in worlds.picked_by(members, count).items():
        sure = [letter for letter, share in zip(LETTERS, shares, strict=True) if share == 1]
        tied = [letter for letter, share in zip(LETTERS, shares, strict=True) if 0 < share < 1]
        parts = [" ".join(sure)] if sure else []
        if tied:
            among = "all" if len(tied) == len(LETTERS) else " ".join(tied)
            parts.append(f"{count - len(sure)} of {among}")
        said[name] = ", ".join(parts)
    return said


class WhomWouldYouWriteTo(Exercise):
    """Watch twelve customers, write to some, and see who came back."""

    slug = "whom-would-you-write-to"
    title = "Whom would you write to?"
    question = (
        "Twelve customers, drawn by lot, of a real shop. Watch them until week 39, then choose who gets a "
        "letter. Who will buy again in the 39 weeks after that?"
    )
    guess = "surest-customers-guess"
    guessed_at = ("repeaters",)
    controls = (
        Number("week", "Watch until week", unit="of 39", low=1, high=WEEKS, default=13),
        Moves(
            "moves",
            "Who gets a letter? Press again to take it back",
            {**{letter: letter for letter in LETTERS}, SEND: "Send the letters", NEXT: "Next twelve"},
            most=200,
        ),
    )
    assumptions = (
        Number("cost", "A letter costs", unit="dollars", low=0.0, high=10.0, step=0.5, default=3.0),
        Number(
            "earned",
            "Of whatever its reader spends afterwards, a letter earns",
            unit="percent",
            low=0,
            high=50,
            step=1,
            default=10,
        ),
        Switch("repeaters", "Only customers who had come back at least once by week 39", default=False),
    )
    assumes = (
        "The customers, their visits and what they did afterwards are real. The money is not: nothing in "
        "these records says who got a letter, let alone what it changed. So a letter is taken to earn a "
        "share of what its reader spends in the next 39 weeks, as if it had brought that about. That makes "
        "the game one of finding those who come back, which is not the same as bringing them back. "
        "Letters by lot count for what they find on average."
    )

    def compute(self, values: dict[str, Any]) -> Game:
        over, chosen, sent = replay(values["moves"])
        terms = values["cost"], values["earned"] / 100
        hands = worlds.rounds_of_twelve(values["repeaters"])
        members = hands[len(over)].tolist()
        week = WEEKS if sent else values["week"]
        scores, average, totals, writes = {}, {}, {}, {}
        if sent:
            scores = totals = _scores(hands[len(over)], chosen, *terms)
            found = worlds.found_on_average(len(chosen), values["repeaters"])
            average = {
                name: Score(found.came[name], terms[1] * found.dollars[name] - terms[0] * len(chosen))
                for name in RIVALS
            }
            writes = {"you": " ".join(sorted(chosen))} | _writes(hands[len(over)], len(chosen))
            for hand, letters in zip(hands, over, strict=False):
                earlier = _scores(hand, letters, *terms)
                totals = {name: totals[name] + earlier[name] for name in totals}
        return Game(
            number=len(over) + 1,
            week=week,
            rows=tuple(_row(letter, member, week) for letter, member in zip(LETTERS, members, strict=True)),
            chosen=chosen,
            sent=sent,
            cost=terms[0],
            earned=terms[1],
            scores=scores,
            totals=totals,
            average=average,
            writes=writes,
            played=len(over) + sent,
            repeaters=values["repeaters"],
            guess=self.guess_for(values),
        )

    def locks(self, result: Game) -> set[str]:
        # Other customers under letters that were chosen for these would make nonsense of the score.
        begun = result.played or result.chosen
        # And who writes before the decision would play with less than the rankings have seen.
        early = not result.sent and result.week < WEEKS
        return ({"repeaters"} if begun else set()) | ({"moves"} if result.over or early else set())

    def shows(self, result: Game) -> Figure:
        drawing, axes = _weeks_and_rows(result.sent)
        if result.week < WEEKS:
            axes.axvspan(result.week, WEEKS, color=figures.FAINT, alpha=0.55, lw=0, zorder=0)
        for later, color in ((False, figures.BLUE), (True, figures.ORANGE)):
            dots = [
                (day / DAYS, place, dollars)
                for place, row in enumerate(result.rows)
                for day, dollars in (row.later if later else row.visits)
            ]
            if dots and (result.sent or not later):
                weeks, places, dollars = zip(*dots, strict=True)
                axes.scatter(
                    weeks,
                    places,
                    s=[_area(each) for each in dollars],
                    color=color,
                    lw=0,
                    clip_on=False,
                    zorder=3,
                )
        self._columns(axes, result)
        places = [place for place, row in enumerate(result.rows) if row.letter in result.chosen]
        beside = axes.get_yaxis_transform()
        axes.plot(
            [CHOSEN] * len(places),
            places,
            ">",
            ms=9,
            mew=0,
            color=figures.PURPLE,
            transform=beside,
            clip_on=False,
        )
        return drawing

    def _columns(self, axes: Axes, result: Game) -> None:
        """Write each customer's three numbers beside the row: of the past, or of what came."""
        told = []
        for row in result.rows:
            if result.sent:
                told.append(("yes" if row.later else "no", f"{len(row.later)}", f"${row.later_dollars:,.0f}"))
            elif row.visits:
                told.append((f"{row.weeks_silent}", f"{len(row.visits)}", f"${row.dollars:,.0f}"))
            else:
                told.append(("–", "–", "–"))
        for at, lines in zip(COLUMNS, zip(*told, strict=True), strict=True):
            figures.column(axes, at, lines)

    def alt(self, result: Game) -> str:
        rows = []
        for row in result.rows:
            if not row.visits:
                rows.append(f"{row.letter} not here yet")
                continue
            visits = "1 visit" if len(row.visits) == 1 else f"{len(row.visits)} visits"
            told = f"{row.letter} {visits}, ${row.dollars:,.0f}, silent for {_weeks(row.weeks_silent)}"
            if result.sent:
                more = f"{len(row.later)} more and ${row.later_dollars:,.0f}"
                told += f", then {more if row.later else 'nothing'}"
            rows.append(told)
        return (
            f"A line of dots for each customer, one dot a visit, until week {result.week}: {'; '.join(rows)}."
        )

    def says(self, result: Game) -> str:
        if not result.sent:
            back = sum(len(row.visits) > 1 for row in result.rows)
            cost = price(result.cost * result.letters)
            many = "no letters yet" if not result.letters else f"{_letters(result.letters)}, at {cost}"
            came = (
                "none of the twelve has"
                if not back
                else f"{back} of the twelve {'has' if back == 1 else 'have'}"
            )
            return f"After {_weeks(result.week)}, {came} come back for another visit. You have chosen {many}."
        you, rfv, alive = (result.scores[name] for name in ("you", "rfv", "alive"))
        first = (
            f"You wrote to {result.letters}, and {you.came:.0f} came back: {dollars(you.money)} after the "
            f"cost of the letters. RFV (recency, frequency, value) would have found {_count(rfv.came)} for "
            f"{dollars(rfv.money)}; the surest to be alive, {_count(alive.came)} for {dollars(alive.money)}."
        )
        if result.guess is None:
            return first
        return f"{first} In 100 letters to the surest you had expected {result.guess:.0f} hits."

    def asks(self, result: Game) -> dict[str, str]:
        place = f"Round {result.number} of {ROUNDS}."
        if result.over:
            text = "That was the last round."
        elif result.sent:
            text = (
                "The letters are sent. On the right of the line is what happened; then take the next twelve."
            )
        elif result.week < WEEKS:
            text = (
                f"It is week {result.week}. Drag on to week {WEEKS}, then you may write: the rankings that "
                "you play against have seen it all."
            )
        elif not result.letters:
            text = f"It is week {WEEKS}: choose who gets a letter, then send."
        else:
            text = f"It is week {WEEKS}: time to write."
        return {"moves": f"<p><strong>{place}</strong> {text}</p>"}

    def notes(self, result: Game) -> dict[str, str]:
        pays = result.earned * 100
        earned = f"<p>Somebody who goes on to spend $100 is then worth {price(pays)}"
        if result.cost:
            earned += f", a letter's cost {pays / result.cost:.1f} times over"
        notes = {"earned": f"{earned}.</p>"}
        if "repeaters" in self.locks(result):
            notes["repeaters"] = "<p>These twelve are in play. Press <em>Start again</em> to change it.</p>"
        if result.sent:
            notes["moves"] = _sheet(result)
        return notes


def _sheet(result: Game) -> str:
    """Return the score sheet: who wrote to whom and found what, so far, and on average."""
    names = {"you": "You"} | RIVALS
    round_rows = "".join(
        "<tr><th "
        f"scope='row'>{name}</th><td>{result.writes[key]}</td><td>{_count(result.scores[key].came)}</td>"
        f"<td>{dollars(result.scores[key].money)}</td></tr>"
        for key, name in names.items()
    )
    total_rows = "".join(
        f"<tr><th scope='row'>{name}</th><td>{_count(result.totals[key].came)}</td>"
        f"<td>{dollars(result.totals[key].money)}</td>"
        + (
            f"<td>{result.average[key].came:.1f}</td><td>{dollars(result.average[key].money)}</td></tr>"
            if key in result.average
            else "<td>–</td><td>–</td></tr>"
        )
        for key, name in names.items()
    )
    played = "1 round" if result.played == 1 else f"{result.played} rounds"
    letters = _letters(result.letters)
    return (
        "<table class='fg-sheet'><caption>This round</caption><thead><tr><td></td><th scope='col'>writes "
        "to</th>"
        "<th scope='col'>came back</th><th scope='col'>earned</th></tr></thead>"
        f"<tbody>{round_rows}</tbody></table>"
        "<p>Where a ranking ties, lots are drawn, and you see the average.</p>"
        f"<details><summary>Your {played} so far, and the average of many</summary>"
        "<table class='fg-sheet'><thead><tr><td></td><th scope='col'>came back so far</th><th "
        "scope='col'>earned so far</th>"
        f"<th scope='col'>came back, average with {letters}</th><th scope='col'>earned, "
        "average</th></tr></thead>"
        f"<tbody>{total_rows}</tbody></table></details>"
    )


def _area(dollars: float) -> float:
    """Return the area of a dot: more for more dollars, and never so much that it hides its neighbors."""
    return 14 + min(dollars, 150) * 0.45


def _letters(count: int) -> str:
    return "1 letter" if count == 1 else f"{count} letters"


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"


def _count(found: float) -> str:
    """Write what letters found; what a lot decides is an average and has its decimal."""
    return f"{found:.0f}" if abs(found - round(found)) < 1e-9 else f"{found:.1f}"


@figures.backdrop
def _weeks_and_rows(sent: bool) -> tuple[Figure, Axes]:
    """Set up twelve rows over the weeks, with the names of the columns beside them."""
    drawing, axes = figures.figure(height=356, left=42, right=136, bottom=46, top=42)
    last = ALL_WEEKS if sent else WEEKS
    axes.set(xlim=(0, last), ylim=(len(LETTERS) - 0.4, -0.6), xlabel="weeks since January 1, 1997")
    axes.set(
        xticks=range(0, last + 1, 13 if not sent else 39), yticks=range(len(LETTERS)), yticklabels=LETTERS
    )
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    beside = axes.get_yaxis_transform()
    names = ("came\nback", "visits", "spent") if sent else ("weeks\nsilent", "visits", "spent")
    for at, name in zip(COLUMNS, names, strict=True):
        axes.text(at, -0.75, name, ha="right", va="bottom", transform=beside, color=figures.MUTED)
    if sent:
        axes.axvline(WEEKS, color=figures.INK, lw=1.2)
        axes.text(WEEKS, -0.75, "letters", ha="center", va="bottom", color=figures.MUTED)
    return drawing, axes
