"""Sentences that somebody printed, on which a reader rules before the record is read out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.controls import Choice, Moves
from fieldguide.exercise import Exercise


@dataclass(frozen=True)
class Claim:
    """One sentence, quoted as it stands.

    Attributes
    ----------
    name, text : str
        Its key, and the words between the quotation marks.
    by : str
        Who wrote it, as the card says.
    essay : str
        Where it stands: a key of the bibliography.
    context : str
        What the quoted words were about, where they do not say so themselves.
    fair : tuple of str
        The verdict that the record bears out, first; a second one where it can be defended.
    because : str
        Why.
    sources : tuple of str
        What this rests on: keys of the bibliography.
    """

    name: str
    text: str
    by: str
    essay: str
    fair: tuple[str, ...]
    because: str
    sources: tuple[str, ...]
    context: str = ""


@dataclass(frozen=True)
class Ruling:
    """A sentence and how the reader ruled on it."""

    claim: Claim
    verdict: str

    @property
    def fits(self) -> bool:
        return self.verdict in self.claim.fair


@dataclass(frozen=True)
class Heard:
    """Where a session stands: the rulings, in order, and the sentence in hand (None when all are heard)."""

    rulings: tuple[Ruling, ...]
    hearing: Claim | None
    claims: int

    @property
    def fits(self) -> int:
        return sum(one.fits for one in self.rulings)


class Court(Exercise):
    """A subclass sets `verdicts`, `claims`, `rounds` and `cited`; it may show what each ruling brings.

    ``verdicts`` maps a verdict's name to its title, the mildest first. ``rounds`` are the numbers of
    sentences that can be asked for, fewest first. ``cited`` says how a key of the bibliography is printed.
    """

    verdicts: ClassVar[Mapping[str, str]]
    claims: ClassVar[tuple[Claim, ...]]
    rounds: ClassVar[tuple[int, ...]]
    cited: ClassVar[Mapping[str, str]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "claims" in cls.__dict__:
            for claim in cls.claims:
                if not claim.fair or not set(claim.fair) <= set(cls.verdicts):
                    raise ValueError(
                        f"Claim {claim.name!r} needs a fair verdict, one of {', '.join(cls.verdicts)}."
                    )
                if not claim.sources or not {claim.essay, *claim.sources} <= set(cls.cited):
                    raise ValueError(f"Claim {claim.name!r} needs its sources, each of them to be named.")
            rounds = {count: f"{count}" for count in cls.rounds}
            cls.controls = (
                Moves("moves", "Your ruling", dict(cls.verdicts), most=len(cls.claims)),
                Choice("claims", "How many sentences to hear", rounds, default=cls.rounds[0]),
            )

    def compute(self, values: dict[str, Any]) -> Heard:
        docket = self.claims[: values["claims"]]
        rulings = tuple(Ruling(claim, move) for claim, move in zip(docket, values["moves"], strict=False))
        return Heard(rulings, docket[len(rulings)] if len(rulings) < len(docket) else None, len(docket))

    def locks(self, result: Heard) -> set[str]:
        return set() if result.hearing else {"moves"}

    def asks(self, result: Heard) -> dict[str, str]:
        if result.hearing is None:
            return {"moves": "<p><strong>The court has heard them all.</strong></p>"}
        claim = result.hearing
        place = f"{len(result.rulings) + 1} of {result.claims} · {escape(claim.by)}"
        return {"moves": f'<p class="fg-card"><span class="fg-count">{place}</span>{_quoted(claim)}</p>'}

    def notes(self, result: Heard) -> dict[str, str]:
        if not result.rulings:
            return {}
        last = result.rulings[-1]
        sources = "; ".join(escape(self.cited[key]) for key in last.claim.sources)
        earlier = "".join(f"<li>{self._line(one)}</li>" for one in reversed(result.rulings[:-1]))
        return {
            "moves": f"<p><strong>{escape(self.verdict(last))}</strong> <em>{_quoted(last.claim)}</em> "
            f"{escape(last.claim.because)} <small>({sources}.)</small></p>"
            + (f"<details><summary>Ruled on before</summary><ul>{earlier}</ul></details>" if earlier else "")
        }

    def verdict(self, one: Ruling) -> str:
        """Say how a ruling stands beside the record."""
        titles = [self.verdicts[name] for name in one.claim.fair]
        if not one.fits:
            return f"The record says: {' or: '.join(titles)}."
        if len(titles) > 1:
            return f"{self.verdicts[one.verdict]}: that can be defended."
        return f"{titles[0]}: so says the record."

    def _line(self, one: Ruling) -> str:
        """Sum up an earlier ruling in a line."""
        titles = " or ".join(escape(self.verdicts[name].lower()) for name in one.claim.fair)
        yours = "" if one.fits else f", you said {escape(self.verdicts[one.verdict].lower())}"
        return f"{'✓' if one.fits else '✗'} {_quoted(one.claim)} ({titles}{yours})"

    def leaning(self, result: Heard) -> tuple[int, int]:
        """Count the rulings that were milder than any fair one, and those that were stricter."""
        order = list(self.verdicts)
        mild = strict = 0
        for one in result.rulings:
            given, fair = order.index(one.verdict), [order.index(name) for name in one.claim.fair]
            mild += given < min(fair)
            strict += given > max(fair)
        return mild, strict

    def says(self, result: Heard) -> str:
        heard = len(result.rulings)
        if not heard:
            return f"{result.claims} sentences on the docket, none heard yet."
        agrees = f"{result.fits} of your rulings agree" if result.fits != 1 else "1 of your rulings agrees"
        return f"{heard} of {result.claims} heard; {agrees} with the record."


def _quoted(claim: Claim) -> str:
    """Return a sentence in its quotation marks, after what it was about."""
    before = f"{escape(claim.context)} " if claim.context else ""
    return f"{before}“{escape(claim.text)}”"
