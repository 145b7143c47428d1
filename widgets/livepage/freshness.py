"""A cached number that the code would no longer give is a false number.

When the code behind a book changes, every page is read and every notebook is run again. Sphinx sees only the
sources, and the notebooks' cache only the cells; so a hash of the code outdates the one and names the folder
of the other.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from livepage.baking import fingerprint, sources


def code_hash(config: Config, srcdir: Path) -> str:
    """Return the hash of all that a page's numbers depend on, besides its own source."""
    listed = [(srcdir / path).resolve() for path in config.livepage_outdated_by]
    return fingerprint([*sources(config.livepage_modules), *listed, Path(__file__).parent])


def name_cache(app: Sphinx, config: Config) -> None:
    """Give the notebooks' cache a folder of its own for this state of the code."""
    kept = Path(getattr(config, "nb_execution_cache_path", "") or Path(app.outdir).parent / ".jupyter_cache")
    config.nb_execution_cache_path = str(kept / code_hash(config, Path(app.srcdir))[:12])


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Report every page when the code has changed since the last build."""
    now = code_hash(app.config, Path(app.srcdir))
    before = getattr(env, "livepage_code", now)
    env.livepage_code = now  # type: ignore[attr-defined]
    return [] if before == now else sorted(env.found_docs)
