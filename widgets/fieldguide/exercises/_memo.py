"""A plan as a letter of two printed pages, complete in one file: its own style, no script, no address.

It is for somebody who has money or a say. What is for the writer alone stands apart (`mine`), in no file.

What is too long for its place is cut, and a sentence says so: two pages are what somebody reads. A place is
measured in letters of usual width; wide ones count twice, so that no script and no shouting makes a third
page.
"""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

NAME = "plan-for-90-days.html"

#: Letters that there is room for: a move's title, its lines, an owner, a link, a reason, what is asked for.
TITLE, LINE, OWNER, LINK, REASON, ASK = 120, 165, 70, 400, 200, 250

#: Numbers that are told, and letters that they share; each is told whole or not at all.
NUMBERS, SENTENCES = 10, 2_500

#: Guesses that are told; the file of answers has all.
GUESSES = 5

MISSING = 400

DAYS = timedelta(days=90)

#: How many moves are to be decided, in words.
UNDECIDED = ("", "One move to be decided.", "Two moves to be decided.", "Three moves to be decided.")

#: What is said where nothing is missing, and where something was cut.
NOTHING = "Nothing that this plan asks for."
MADE_WITH = "Made with “From CRM to CX — an executable field guide”."
CUT = "Where a text ends in […], it was too long for two pages; the file of answers has it whole."

STYLE = """
@page { margin: 13mm 15mm; }
* { box-sizing: border-box; }
html { color: #111; background: #fff; font: 8.8pt/1.28 Arial, Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 180mm; overflow-wrap: anywhere; }
h1 { font-size: 17pt; line-height: 1.1; margin: 0 0 2mm; }
h2 { font-size: 10.5pt; line-height: 1.2; margin: 2mm 0 .7mm; border-bottom: .3mm solid #888; }
h3 { font-size: 10pt; line-height: 1.25; margin: 1.8mm 0 .4mm; }
p, ul, dl, table { margin: 0 0 1mm; }
ul { padding-left: 4mm; }
dl { display: grid; grid-template-columns: 24mm 1fr; gap: .2mm 2mm; }
dt { color: #444; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th:first-child { width: 34%; }
th, td { text-align: left; vertical-align: top; border-bottom: .2mm solid #ccc; padding: .3mm 2mm .3mm 0; }
.lines { display: flex; gap: 6mm; }
.lines span { flex: 1; border-bottom: .2mm solid #888; padding-bottom: 3mm; }
.small { font-size: 8pt; color: #444; }
.page { max-height: 251mm; overflow: hidden; }
@media screen { body { padding: 8mm 5mm; } .page { max-height: none; margin-bottom: 10mm; } }
@media print { .page + .page { break-before: page; } }
"""


@dataclass(frozen=True)
class Move:
    """One of the three moves, in the reader's words; any of them may be empty.

    ``measure`` is to have what is counted, how much now and how much in 90 days; ``stop`` what the move
    costs, and what is stopped for it. ``resist`` is for the writer alone.
    """

    what: str
    owner: str
    first: str
    measure: str
    stop: str
    resist: str

    @property
    def words(self) -> int:
        """How many words there are to remember."""
        return len(self.what.split())

    @property
    def empty(self) -> bool:
        return not any(text.strip() for text in vars(self).values())


@dataclass(frozen=True)
class Memo:
    """All that the letter says, as plain text.

    Attributes
    ----------
    link, trust : str
        What is known of the weakest link, and how far to trust it.
    here : str
        Where to begin, and why there: the lowest need not be the first.
    direction, reason : str
        To adapt or to transform, and why.
    moves : sequence of Move
        Those that are empty are counted, and not shown.
    ask : str
        What is asked of whoever reads it.
    table : tuple of (head, rows)
        The audit, by row and part or by box; no rows where there is none.
    legend : str
        How the table is read.
    numbers : sequence of (title, sentence)
    missing : str
        What would make the plan better founded; empty when nothing is.
    day : date or None
        When it is written; ninety days later it is to be read again. None before anything is written: then
        it is read in the page, which was built on another day.
    """

    link: str
    trust: str
    here: str
    direction: str
    reason: str
    moves: Sequence[Move]
    ask: str
    table: tuple[Sequence[str], Sequence[Sequence[str]]]
    legend: str
    numbers: Sequence[tuple[str, str]]
    missing: str
    day: date | None


@dataclass(frozen=True)
class Mine:
    """What is the writer's business alone, as plain text.

    Attributes
    ----------
    resisters : sequence of (move, who resists)
    guesses : str
        How good the reader's guesses were.
    ledger : sequence of (title, guess, answer, off)
    """

    resisters: Sequence[tuple[str, str]]
    guesses: str
    ledger: Sequence[tuple[str, str, str, str]]


def file(memo: Memo) -> str:
    """Return the letter as a complete HTML document."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<title>Plan for 90 days</title><style>{STYLE}</style></head><body>{body(memo, 1)}</body></html>\n"
    )


def link(memo: Memo) -> str:
    """Return a link that saves the letter as a file."""
    text = base64.b64encode(file(memo).encode()).decode()
    return (
        f'<p><a class="fg-save" download="{NAME}" href="data:text/html;charset=utf-8;base64,{text}">'
        "Save the memo as a file to print</a></p>"
    )


def body(memo: Memo, level: int) -> str:
    """Return the two pages as HTML, well-formed also as XML; `level` is that of the first heading."""
    h1, h2, h3 = (f"h{min(level + deeper, 6)}" for deeper in range(3))
    moves = [(number, move) for number, move in enumerate(memo.moves, start=1) if not move.empty]
    undecided = UNDECIDED[len(memo.moves) - len(moves)]
    parts = [
        f'<section class="page"><{h1}>Plan for 90 days</{h1}>',
        f'<p class="lines"><span>To</span><span>From</span><span>{_day(memo.day)}</span></p>',
        f"<{h2}>Where we are lowest</{h2}><p>{_text(memo.link, LINK)}</p>",
        f"<p>{_text(memo.trust, LINK)}</p>" if memo.trust else "",
        f"<{h2}>Where we begin, and why</{h2}><p>{_text(memo.here, REASON)}</p>" if memo.here.strip() else "",
        f"<{h2}>Adapt or transform</{h2}><p>{_text(memo.direction, LINE)} {_text(memo.reason, REASON)}</p>",
        f"<{h2}>Three moves{f', until {_day(memo.day + DAYS)}' if memo.day else ''}</{h2}>",
        *(_move(number, move, h3) for number, move in moves),
        f"<p>{undecided}</p>" if undecided else "",
        f"<{h2}>What I ask of you</{h2}><p>{_text(memo.ask, ASK)}</p>" if memo.ask.strip() else "",
        f'</section><section class="page"><{h2}>Where we stand</{h2}>',
        _table(*memo.table),
        f"<{h2}>Our own numbers</{h2}>",
        _list(memo.numbers),
        f"<{h2}>What is missing</{h2}><p>{_text(memo.missing or NOTHING, MISSING)}</p>",
    ]
    html = "".join(parts)
    small = [memo.legend, CUT if "[…]" in html else "", MADE_WITH]
    return f'{html}<p class="small">{" ".join(escape(one) for one in small if one)}</p></section>'


def mine(only: Mine, level: int) -> str:
    """Return, as HTML, what no file has; `level` is that of the heading."""
    head, below = (f"h{min(level + deeper, 6)}" for deeper in range(2))
    resisters = "".join(f"<dt>{escape(move)}</dt><dd>{escape(who)}</dd>" for move, who in only.resisters)
    furthest = f" The {GUESSES} furthest off:" if len(only.ledger) > GUESSES else ""
    return (
        f"<{head}>For you only: not in the memo</{head}>"
        f"<{below}>Who resists</{below}>"
        f"{f'<dl>{resisters}</dl>' if resisters else '<p>Not written down.</p>'}"
        f"<{below}>How good my guesses were</{below}><p>{escape(only.guesses)}{furthest}</p>"
        f"{_ledger(only.ledger[:GUESSES])}"
    )


def _move(number: int, move: Move, tag: str) -> str:
    rows = (
        ("Owner", _text(move.owner, OWNER)),
        ("First step", _text(move.first, LINE)),
        ("We measure", _text(move.measure, LINE)),
        ("Cost; we stop", _text(move.stop, LINE)),
    )
    lines = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in rows if text)
    what = _text(move.what, TITLE) or "Not yet in words"
    return f"<{tag}>{number}. {what}</{tag}>{f'<dl>{lines}</dl>' if lines else ''}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return "<p>Not judged yet.</p>"
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = ""
    for name, *others in rows:
        cells = "".join(f"<td>{escape(one)}</td>" for one in others)
        body += f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
    return f'<table class="fg-sheet"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _list(numbers: Sequence[tuple[str, str]]) -> str:
    """Tell as many numbers as there is room for, each whole: half of one is worth less than none."""
    if not numbers:
        return "<p>None yet.</p>"
    told, room = [], SENTENCES
    for title, sentence in numbers:
        needed = sum(map(_width, f"{title} {sentence}"))
        if needed <= room and len(told) < NUMBERS:
            told.append(f"<li><strong>{escape(title.rstrip('?'))}.</strong> {escape(sentence)}</li>")
            room -= needed
    more = len(numbers) - len(told)
    rest = f"<li>And {more} more in the file of answers.</li>" if more else ""
    return f"<ul>{''.join(told)}{rest}</ul>"


def _ledger(rows: Sequence[tuple[str, str, str, str]]) -> str:
    if not rows:
        return ""
    return _table(
        ("Guess", "Mine", "Answer", "Off"), [[_number(_cut(one, 40)) for one in row] for row in rows]
    )


def _number(text: str) -> str:
    """Keep a minus sign with its number where a line breaks."""
    return text.replace("−", "−\u2060")


def _day(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else "Date"


def _text(words: str, room: int) -> str:
    return escape(_cut(words, room))


def _cut(words: str, room: int) -> str:
    """Return a text on one line, no longer than there is room for."""
    text = " ".join(words.split())
    used = 0
    for place, sign in enumerate(text):
        used += _width(sign)
        if used > room:
            # At the end of a word where one is near; a text without spaces is cut where it must be.
            kept = text[: max(place - 4, 0)]
            near = kept.rfind(" ", max(len(kept) - 20, 0))
            return f"{kept[:near] if near > 0 else kept} […]"
    return text


def _width(sign: str) -> int:
    """Return the room that a letter takes: two usual ones for capitals, m, w and most other scripts."""
    if sign.isascii():
        return 2 if sign.isupper() or sign in "mw@%" else 1
    return 1 if sign.islower() and unicodedata.east_asian_width(sign) not in "WF" else 2
