"""Kept moves of a game whose cards now come in another order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any


def in_new_order(values: dict[str, Any], former: Sequence[int]) -> dict[str, Any] | None:
    """Give every kept move back to its card, as far as there is no gap; None where no moves are kept.

    ``former`` says for each of today's cards where it stood before. Moves belong to cards by their place
    alone, so the first card that had no move yet ends the game as it is now: it goes on from there.
    """
    moves = values.get("moves")
    if not isinstance(moves, list):
        return None
    return values | {"moves": [moves[at] for at in takewhile(lambda at: at < len(moves), former)]}
