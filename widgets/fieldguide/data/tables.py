"""Small real tables, as pandas frames: they are read in chapters, so pandas loads only with them."""

from __future__ import annotations

import pandas as pd

from fieldguide.data.origins import open_extract


def daycare() -> pd.DataFrame:
    """Return how many children were fetched late at ten day-care centers in Israel, over twenty weeks.

    Columns: ``center``; ``fined``, 1 for the six centers that charged a fine in weeks 5 to 16, else 0;
    ``children`` at the center; ``week``; ``late``, children fetched late in that week. `provenance` names
    the source.
    """
    with open_extract("daycare.csv") as file:
        return pd.read_csv(file)


def tenants() -> pd.DataFrame:
    """Return how satisfied 1,681 tenants in Copenhagen were, one row a group of them.

    Columns: ``say``, the influence on the management that they felt they had, and ``satisfaction``, each Low,
    Medium or High; ``home``, the kind of building; ``contact`` with other tenants, Low or High; ``tenants``,
    how many. `provenance` names the source.
    """
    with open_extract("tenants.csv") as file:
        return pd.read_csv(file)
