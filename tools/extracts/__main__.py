"""The command: ``python -m tools.extracts [NAME ...]`` makes the named extracts, or all of them."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.extracts import (
    bank_calls,
    book_club,
    cdnow,
    daycare,
    en_route,
    febrl,
    flights,
    hair_care,
    households,
    ketchup,
    overlaps,
    tenants,
    yogurt,
)

MODULES = (
    bank_calls,
    book_club,
    cdnow,
    daycare,
    en_route,
    febrl,
    flights,
    hair_care,
    households,
    ketchup,
    overlaps,
    tenants,
    yogurt,
)
ALL = {module.EXTRACT.name: module.EXTRACT for module in MODULES}
DATA = Path(__file__).resolve().parents[2] / "widgets" / "fieldguide" / "data"


def main(names: list[str]) -> int:
    """Make the named extracts in the package; return the status to exit with."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no extract called {', '.join(unknown)}, only: {', '.join(ALL)}.", file=sys.stderr)
        return 2
    for name in names or ALL:
        print(f"Making {name} from {ALL[name].requirement}.")
        try:
            ALL[name].write(DATA)
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
