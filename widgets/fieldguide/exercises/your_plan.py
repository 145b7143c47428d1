"""*Your plan*: three moves for 90 days, and a memo of two pages with all that the book has kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import Any

from fieldguide.controls import Choice, Words
from fieldguide.exercise import Exercise
from fieldguide.exercises import _kept, _memo
from fieldguide.exercises._four_boxes import BOXES
from fieldguide.exercises._memo import Memo, Mine, Move
from fieldguide.exercises._parts import PARTS, ROWS, TOP, Cell, Grid, too_close, trust
from fieldguide.exercises.quick_audit import Profile, QuickAudit, quick_trust, to_read
from fieldguide.kinds.audit import standing

#: Exercises whose answers find the weakest link, from the quickest to the longest.
QUICK, CORE, FURTHER = "quick-audit", "audit-to-plan", "audit-further"

#: The parts' chapters, as they are called.
CHAPTERS = {"needs": "Needs", "wants": "Wants", "recovery": "Delighters"}

#: What is asked of each move: the name of the field, and its label.
FIELDS = {
    "what": "What we will do, in words that somebody at the counter can say",
    "owner": "Who owns it: one name",
    "first": "The first step, this week",
    "measure": "What we count: how much it is now, and how much in 90 days",
    "stop": "What it costs or needs, and what we stop doing for it",
    "resist": "For you only: who will resist, and what we will tell them",
}
MOVES = (1, 2, 3)

#: More words than that, and a move is too long to be said from memory: our line, not a law.
SAYABLE = 12

#: Words with which a move begins that is a purchase, owners who are nobody, and what stops nothing.
PURCHASES = {"buy", "deploy", "implement", "install", "introduce", "launch", "purchase", "rollout"}
EVERYBODY = {"all", "everybody", "everyone", "the team", "team", "tbd", "us", "we"}
NOTHING_STOPS = {"n/a", "nil", "no", "none", "nothing"}

DIRECTIONS = {
    "adapt": "Adapt: people still want what we sell, and we get better at it within the rules we have",
    "transform": "Transform: what we sell, or how we are built, is itself what customers suffer from",
}


#: A use case and a part.
Place = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Plan:
    """The reader's moves, and what is kept of all other exercises; that is read when somebody asks for it."""

    moves: tuple[Move, ...]
    here: str
    ask: str
    direction: str | None
    because: str
    kept: Mapping[str, Any]

    @cached_property
    def taken(self) -> _kept.Kept:
        return _kept.sort(self.kept)

    @cached_property
    def quick(self) -> Profile | None:
        return _kept.result_of(self.kept, QUICK)

    @cached_property
    def audits(self) -> dict[str, Grid]:
        """The audits that have an answer, by their names, the core one first."""
        found = {slug: _kept.result_of(self.kept, slug) for slug in (CORE, FURTHER)}
        return {slug: one for slug, one in found.items() if one is not None and one.answered}

    @cached_property
    def judged(self) -> dict[Place, list[Cell]]:
        """Each judged place, and how it was judged: once, or by both audits."""
        found: dict[Place, list[Cell]] = {}
        for audit in self.audits.values():
            for cell in audit.cells:
                if cell.backed is not None:
                    found.setdefault((cell.row, cell.part), []).append(cell)
        return found

    @cached_property
    def levels(self) -> dict[Place, float]:
        """The level that counts in each judged place: the mean, where both audits have judged it."""
        return {place: _mean([cell.backed for cell in cells]) for place, cells in self.judged.items()}

    @property
    def by_row(self) -> dict[str, list[float]]:
        """The levels that count, of each use case."""
        return {row: [level for (of, _), level in self.levels.items() if of == row] for row in ROWS}

    @property
    def weakest_rows(self) -> tuple[str, ...]:
        """The weakest use cases, all that tie; none before each is judged, or where all are alike."""
        found = self.by_row
        if not all(found.values()):
            return ()
        shares = {row: round(_mean(levels), 9) for row, levels in found.items()}
        low = min(shares.values())
        return tuple(row for row, share in shares.items() if share == low < max(shares.values()))

    @property
    def weakest(self) -> tuple[tuple[str, str], ...]:
        """The judged places at the lowest level, all that tie; none where that is the highest there is."""
        low = min(self.levels.values(), default=TOP)
        return tuple(place for place, level in self.levels.items() if level == low < TOP)

    @property
    def weakest_boxes(self) -> tuple[str, ...]:
        """The weakest boxes of the quick audit; none before each box has an answer."""
        return tuple(area.name for area in self.quick.weakest if area.backed < 1) if self.quick else ()

    @property
    def words(self) -> int:
        return sum(move.words for move in self.moves)

    @property
    def written(self) -> int:
        return sum(bool(move.what.split()) for move in self.moves)


class YourPlan(Exercise):
    """Three moves of six fields each, and what is asked of a boss; out comes a memo."""

    slug = "your-plan"
    title = "Your plan"
    question = "What will you do in the next 90 days, and could somebody at the counter say it from memory?"
    controls = (
        Choice("direction", "Adapt or transform?", DIRECTIONS),
        Words("because", "Because, in one sentence", rows=2, most=400),
        Words(
            "here",
            "Where you begin, and why there: how many customers it touches, what it would save, what it "
            "costs",
            rows=2,
            most=400,
        ),
        *(
            Words(f"{field}-{move}", f"Move {move}. {label}", rows=1 if field == "owner" else 2, most=400)
            for move in MOVES
            for field, label in FIELDS.items()
        ),
        Words(
            "ask", "What you ask of whoever reads the memo: a yes, money, an hour of theirs", rows=2, most=400
        ),
    )
    folded = "Your memo, to read, save and print"
    withholds = False
    takes_in = True
    assumes = (
        "The weakest link is the judged place with the lowest level that counts; where both audits judged "
        "it, their mean. A guess counts as close when it is off by no more than a tenth of its slider. One "
        "guess a question says how you guessed here, not how you will. Twelve words a move is our line, not "
        "a law. Nothing you write leaves this page, unless you save it."
    )

    def compute(self, values: dict[str, Any]) -> Plan:
        moves = tuple(Move(*(values[f"{field}-{move}"] for field in FIELDS)) for move in MOVES)
        return Plan(
            moves, values["here"], values["ask"], values["direction"], values["because"], values["kept"]
        )

    def asks(self, result: Plan) -> dict[str, str]:
        """Set a heading above each move: eighteen boxes in a row are no plan to look at."""
        return {f"what-{move}": f"<h4>Move {move}</h4>" for move in MOVES} | {"ask": "<h4>The reader</h4>"}

    def notes(self, result: Plan) -> dict[str, str]:
        notes = {"what-1": f"<p>{escape(_suggestion(result))}</p>"}
        for number, move in zip(MOVES, result.moves, strict=True):
            if move.words:
                notes[f"what-{number}"] = f"<p>{_count(move)}</p>"
            if _plain(move.owner) in EVERYBODY:
                notes[f"owner-{number}"] = "<p>One name: what everybody owns, nobody does.</p>"
            if _plain(move.stop) in NOTHING_STOPS:
                notes[f"stop-{number}"] = "<p>A plan that stops nothing is a wish for longer days.</p>"
        if result.moves[0].words and result.weakest:
            notes["what-1"] += f"<p>{escape(_aim(result))}</p>"
        return notes

    def shows(self, result: Plan) -> str:
        memo = letter(result)
        return (
            f'{_memo.link(memo)}<article class="fg-memo">{_memo.body(memo, 4)}</article>'
            f'<article class="fg-memo">{_memo.mine(mine(result), 4)}</article>'
        )

    def says(self, result: Plan) -> str:
        if not result.written:
            return f"No move is written down yet. {_missing(result)}"
        moves = "1 move" if result.written == 1 else f"{result.written} moves"
        words = "1 word" if result.words == 1 else f"{result.words} words"
        long = [number for number, move in zip(MOVES, result.moves, strict=True) if move.words > SAYABLE]
        if not long:
            verdict = "short enough to be said from memory."
        elif len(long) == 1:
            verdict = f"move {long[0]} is too long to be said from memory."
        else:
            verdict = (
                f"moves {', '.join(map(str, long[:-1]))} and {long[-1]} are too long to be said from memory."
            )
        return f"{moves} in {words}: {verdict} {_missing(result)}".rstrip()


def letter(plan: Plan) -> Memo:
    """Return what the memo says."""
    return Memo(
        link=_link(plan),
        trust=_trust(plan),
        here=plan.here,
        direction=f"{DIRECTIONS[plan.direction]}." if plan.direction else "Not decided yet.",
        reason=plan.because,
        moves=plan.moves,
        ask=plan.ask,
        table=_table(plan),
        legend=_legend(plan),
        numbers=[(one.title, one.sentence) for one in plan.taken.own],
        missing=_missing(plan),
        day=date.today() if plan.written else None,
    )


def mine(plan: Plan) -> Mine:
    """Return what is the reader's business alone."""
    guesses = sorted(plan.taken.guesses, key=lambda made: -abs(made.off))
    return Mine(
        resisters=[
            (f"Move {n}", move.resist)
            for n, move in zip(MOVES, plan.moves, strict=True)
            if move.resist.strip()
        ],
        guesses=_ledger(guesses),
        ledger=[(made.title, made.said, made.answer, _off(made)) for made in guesses],
    )


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _named(place: Place) -> str:
    return f"{ROWS[place[0]]}, {PARTS[place[1]].lower()}"


def _trust(plan: Plan) -> str:
    """Say how far to trust the audit that names the weakest link."""
    if plan.weakest:
        items = min(map(len, plan.judged.values()))
        rows = plan.by_row
        close = all(rows.values()) and too_close(list(map(_mean, rows.values())), items * len(PARTS))
        return trust(items, close)
    if plan.weakest_boxes:
        return f"{QuickAudit.bare().caution(plan.quick)} {quick_trust()}".lstrip()
    return ""


def _boxes(plan: Plan) -> str:
    """Name the weakest boxes of the quick audit, all that tie."""
    *others, last = (BOXES[box] for box in plan.weakest_boxes)
    return f"{', '.join(others)} and {last}" if others else last


def _link(plan: Plan) -> str:
    """Say which link is the weakest, by whichever audits were answered."""
    said = []
    if plan.weakest_rows:
        rows = plan.weakest_rows
        named = " and ".join(ROWS[row] for row in rows)
        said.append(f"Weakest use case{'s' if len(rows) > 1 else ''}: {named}.")
    if plan.weakest:
        low = plan.levels[plan.weakest[0]]
        bare = {place for place in plan.weakest[:3] if any(cell.bare for cell in plan.judged[place])}
        named = "; ".join(
            f"{_named(place)}{' (unproven)' if place in bare else ''}" for place in plan.weakest[:3]
        )
        level = f"level {low:.0f}" if low == int(low) else f"between levels {int(low)} and {int(low) + 1}"
        more = f"; and {len(plan.weakest) - 3} more" if len(plan.weakest) > 3 else ""
        tie = "" if len(plan.weakest) == 1 else f" ({len(plan.weakest)} places tie)"
        judged = f"{len(plan.levels)} of {len(ROWS) * len(PARTS)} places judged"
        said.append(
            f"Weakest place{'s' if tie else ''}: {named}{more}: {level} of {TOP}{tie}, with {judged}."
        )
        if bare:
            said.append("Unproven: one level more was claimed, and nothing was written down to show it.")
    elif plan.levels:
        said.append("All places that were judged stand at the top: somebody from outside should look.")
    if plan.weakest_boxes:
        area = next(area for area in plan.quick.areas if area.name == plan.weakest_boxes[0])
        claimed = "" if area.share == area.backed else f" ({area.share:.0%} claimed, the rest unproven)"
        said.append(
            f"In the quick audit: {_boxes(plan)}, at {area.backed:.0%} of what there is to reach{claimed}."
        )
    return " ".join(said) or "Not known yet: neither audit has been answered."


def _suggestion(plan: Plan) -> str:
    """Ask for the first move by what the audits found; the words must be the reader's own."""
    if plan.weakest:
        place = plan.weakest[0]
        lowest = f"{_named(place)}. {_step(plan, place)}"
        rows = [ROWS[row] for row in plan.weakest_rows]
        *read, last = [f"“{title}”" for title in [*(rows or [ROWS[place[0]]]), CHAPTERS[place[1]]]]
        chapters = f"The chapters {', '.join(read)} and {last} may help."
        if not rows:
            return f"Your lowest place so far: {lowest} What would be your first move there? {chapters}"
        named = f"Your weakest use case: {rows[0]}."
        if len(rows) > 1:
            named = f"{', '.join(rows[:-1])} and {rows[-1]} tie as your weakest use cases."
        return (
            f"{named} What would be your first move there? Your lowest place is a question rather than a "
            f"finding: {lowest} {chapters}"
        )
    if plan.weakest_boxes:
        box = plan.weakest_boxes[0]
        step = next((one for one in plan.quick.steps if one.area == box), None)
        way = f" {QuickAudit.bare().way_up(step)}" if step else ""
        named = f"Your weakest box in the quick audit: {_boxes(plan)}."
        if len(plan.weakest_boxes) > 1:
            named = (
                f"{_boxes(plan)} tie as your weakest boxes in the quick audit. Take the first, or another."
            )
        return f"{named}{way} What would be your first move there? The chapters {to_read(box)} may help."
    return (
        "Your weakest link is not known yet. The audit above finds it, and the quick audit of “Four boxes” "
        "does so in about ten minutes; to find what shows it takes longer."
    )


def _step(plan: Plan, place: Place) -> str:
    """Say what the next step from a place would look like, by the audit that found it lowest."""
    cells = [
        (slug, cell)
        for slug, audit in plan.audits.items()
        for cell in audit.cells
        if (cell.row, cell.part) == place and cell.backed is not None
    ]
    slug, cell = min(cells, key=lambda found: found[1].backed)
    return _kept.exercise_of(slug).bare().step(cell)


def _aim(plan: Plan) -> str:
    """Ask whether a first move goes where the audit points: to a use case, or at least to a place."""
    if plan.weakest_rows:
        return f"Does it help your weakest use case? {' or '.join(ROWS[row] for row in plan.weakest_rows)}."
    return f"Does it mend your lowest place? {_named(plan.weakest[0])}."


def _count(move: Move) -> str:
    words = "1 word" if move.words == 1 else f"{move.words} words"
    if move.words > SAYABLE:
        return f"{words}: too long to be said from memory. Which {SAYABLE} would be left?"
    first = _plain(move.what).split()[0]
    if first in PURCHASES:
        return f"{words}. It begins with “{first}”: what will somebody do differently on the first day?"
    return f"{words}. Close your eyes and say it."


def _plain(text: str) -> str:
    """Return an answer without capitals and what stands around its words, to be held against a list."""
    return " ".join(text.lower().split()).strip(" .!-–—")


def _ratings(cells: Sequence[Cell], weakest: bool) -> str:
    levels = ", ".join(f"{cell.backed}{'*' if cell.bare else ''}" for cell in cells)
    return f"[{levels}]" if weakest else levels


def _table(plan: Plan) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the places by row and part, with each level that counts, starred where nothing shows it.

    The weakest stand in brackets: a word would not fit on a phone. Before any of them is judged, the boxes of
    the quick audit stand here.
    """
    if not plan.levels:
        rows = (
            [(BOXES[one.name], standing(one)) for one in plan.quick.areas if one.answered]
            if plan.quick
            else []
        )
        return ("Quick audit", "Of what there is to reach"), rows
    rows = [
        (
            ROWS[row],
            *(
                _ratings(plan.judged[row, part], (row, part) in plan.weakest)
                if (row, part) in plan.judged
                else "not judged"
                for part in PARTS
            ),
        )
        for row in ROWS
    ]
    return ("", *PARTS.values()), rows


def _legend(plan: Plan) -> str:
    """Say how the table is read."""
    if plan.levels:
        return (
            "Levels are our own judgment, from 0 to 3, the weakest in brackets. * One less than was claimed: "
            "nothing was written down for it."
        )
    if plan.quick and plan.quick.answered:
        return (
            "Our own judgment, by two items a box. Counted is one level less where nothing was written down."
        )
    return ""


def _ledger(guesses: list[_kept.Made]) -> str:
    """Say how good the guesses were, on the whole."""
    if not guesses:
        return "No guess was committed."
    count = len(guesses)
    close = sum(made.close for made in guesses)
    high = sum(made.off > 0 and not made.close for made in guesses)
    low = count - close - high
    mean = sum(abs(made.off) for made in guesses) / count
    made = "1 guess" if count == 1 else f"{count} guesses"
    return (
        f"Of {made} made while reading, {close or 'none'} came within a tenth of the scale; "
        f"{high or 'none'} {'was' if high == 1 else 'were'} too high by more, {low or 'none'} too low. On "
        f"average off by {mean:.0%} of the scale: that is what a number from my head is worth."
    )


def _off(made: _kept.Made) -> str:
    percent = round(100 * abs(made.off))
    if not percent:
        return "nearly nothing"
    return f"{percent}% of the scale too {'high' if made.off > 0 else 'low'}"


def _missing(plan: Plan) -> str:
    """Say what would make the plan better founded, and what could not be read."""
    gaps = []
    if not plan.levels and not plan.weakest_boxes:
        gaps.append("an audit (twelve items in this chapter, or the quick one of “Four boxes”)")
    if not plan.direction:
        gaps.append("a word on adapting or transforming")
    if plan.written < len(MOVES):
        gaps.append("a third move" if plan.written == 2 else f"{len(MOVES) - plan.written} moves")
    for field, name in (
        ("owner", "an owner"),
        ("first", "a first step"),
        ("measure", "something to count"),
        ("stop", "what it costs and stops"),
    ):
        without = [
            f"{number}"
            for number, move in zip(MOVES, plan.moves, strict=True)
            if move.words and not getattr(move, field).strip()
        ]
        if without:
            gaps.append(f"{name} for move {' and '.join(without)}")
    vague = [
        f"{number}"
        for number, move in zip(MOVES, plan.moves, strict=True)
        if move.words and move.measure.strip() and not any(sign.isdigit() for sign in move.measure)
    ]
    if vague:
        gaps.append(f"a number, now and in 90 days, for move {' and '.join(vague)}")
    if plan.written and not plan.here.strip():
        gaps.append("why you begin there and not elsewhere")
    if plan.written and not plan.ask.strip():
        gaps.append("what you ask of the reader")
    if not plan.taken.own:
        gaps.append("numbers of your own (the exercises that are called yours)")
    said = [f"Still missing: {'; '.join(gaps)}."] if gaps else []
    return " ".join([*said, *plan.taken.unread])
