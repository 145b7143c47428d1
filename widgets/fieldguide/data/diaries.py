"""What households bought at every seller, which no seller's own records hold."""

from __future__ import annotations

from functools import cache

from fieldguide.data.origins import open_extract

BRANDS = {"d": "Dannon", "h": "Hiland", "w": "Weight Watchers", "y": "Yoplait"}


@cache
def yogurt() -> tuple[tuple[str, ...], ...]:
    """Return the diaries of 100 households: the brands of their 2,412 yogurt purchases, in the order of time.

    Bought in Springfield, Missouri, over about two years and recorded by scanners at the till. The order is
    known, the dates are not. `provenance` names the source.
    """
    with open_extract("yogurt.txt") as file:
        return tuple(
            tuple(BRANDS[letter] for letter in line.strip())
            for line in file.read().decode("ascii").splitlines()
        )
