"""A chapter that keeps to the form, for tests that spoil it in one place and look whether that is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.book.sources import CHECKED, Cell

TALK = "A customer came in on a wet morning and asked for a thing nobody had asked for since the spring. "
OPENING = """# Why nobody asks twice

:::{admonition} You will be able to
:class: aims
- compute a share of customers;
- tell a mean from a median.
:::
"""
EVIDENCE = "## What the evidence says\n\nOne study found 12.5% {cite:p}`fader-2005-bgnbd`.\n\n" + TALK * 20
CLOSING = """## In your organization

1. Who counts the customers?
2. Who is counted twice?

:::{dropdown} For trainers
**Time.** A quarter of an hour.

**Discuss.** Who is missing?

**The usual mistake.** Taking the mean.

**Variation.** Another shop.
:::

## Sources

- {cite:t}`fader-2005-bgnbd` made the model.
- {cite:t}`kaplan-1958` made the curve.
"""


def markdown(source: str) -> Cell:
    """Return a Markdown cell."""
    return Cell("markdown", source)


def live(name: str) -> Cell:
    """Return a live cell of that name."""
    source = f"from fieldguide.exercises.{name.replace('-', '_')} import Exercise\nExercise()"
    return Cell("code", source, ("live",), name)


def chapter() -> list[Cell]:
    """Return the cells of a chapter without a fault; its slug is ``sample``."""
    text = "22.4% of 23,570 customers spent $612 or .104 of it\n"
    return [
        markdown(OPENING),
        markdown("## A wet morning\n\n" + TALK * 12),
        live("sample-guess"),
        markdown(
            "## The idea\n\nIn all, 22.4% of 23,570 customers spent \\$612, or .104 of $x$ dollars.\n\n"
            + TALK * 45
        ),
        Cell(
            "code",
            "print(shares)",
            (CHECKED,),
            proves=("22.4%", "23,570", "$612", ".104"),
            outputs=({"output_type": "stream", "name": "stdout", "text": text},),
        ),
        live("sample-exercise"),
        markdown(EVIDENCE),
        markdown("## Check yourself\n\nSix questions."),
        live("check-sample"),
        markdown(CLOSING),
    ]


def changed(number: int, change: Callable[[str], str]) -> list[Cell]:
    """Return the sample chapter with the source of one cell changed."""
    cells = chapter()
    source = change(cells[number].source)
    assert source != cells[number].source, "the sample is not spoiled at all"
    cells[number] = replace(cells[number], source=source)
    return cells
