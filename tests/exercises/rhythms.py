"""How far a reader gets who presses the buttons in a short rhythm and reads nothing."""

from collections.abc import Collection, Iterable, Sequence
from itertools import cycle, product

#: The longest rhythm that somebody would keep up.
LONGEST = 4


def best_rhythm(choices: Iterable[str], fair: Sequence[Collection[str]]) -> int:
    """Return the most answers that any rhythm of one to `LONGEST` choices gets right."""
    choices = tuple(choices)
    return max(
        sum(choice in right for choice, right in zip(cycle(rhythm), fair, strict=False))
        for length in range(1, LONGEST + 1)
        for rhythm in product(choices, repeat=length)
    )
