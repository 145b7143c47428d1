"""The tables of *Data and methods*, made while the book is built from what is written elsewhere.

``{datasets}`` reads the provenance of the data, ``{measures}`` and ``{worlds}`` the docstrings of the code,
``{ideas}`` the list in ``ideas.toml``. Which chapters use what is read from their cells (see `uses`).
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Collection, Iterator
from importlib import import_module
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uses
from docutils import nodes
from pybtex.database import parse_file
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The package whose code and data are told.
CODE = Path(str(files(uses.PACKAGE)))

#: A kind of data, and the words by which its provenance says so.
KINDS = {"Real records": "Real data", "A teaching case": "teaching case"}

Cell = list[nodes.Node]


def kind(entry: dict[str, Any]) -> str:
    """Return what kind of data an entry of the provenance is.

    Raises
    ------
    ExtensionError
        When it does not say so, or says two things.
    """
    said = ["Simulated"] if entry["synthetic"] else []
    said += [name for name, words in KINDS.items() if words in entry["about"]]
    if len(said) != 1:
        raise ExtensionError(f"Is this real, a teaching case or simulated? {entry['title']}")
    return said[0]


def told(path: Path, label: str) -> tuple[str, str]:
    """Return the first line of a module's docstring, and the paragraph in it that begins with the label.

    Raises
    ------
    ExtensionError
        When there is no such paragraph.
    """
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    for paragraph in docstring.split("\n\n"):
        if paragraph.startswith(f"{label}: "):
            words = " ".join(paragraph.split()).removeprefix(f"{label}: ")
            return docstring.splitlines()[0], words[0].upper() + words[1:]
    raise ExtensionError(f"The docstring of {path.name} has no paragraph that begins “{label}: ”.")


def modules(part: str) -> list[Path]:
    """Return the modules of a part of the package that others may use."""
    return sorted((CODE / part).glob("[!_]*.py"))


def title_of(exercise: str) -> str:
    """Return an exercise's title, given its dotted name; of something without a title, its class's name."""
    module, _, name = exercise.rpartition(".")
    return getattr(getattr(import_module(module), name), "title", name)


def text(words: str) -> Cell:
    """Return a paragraph of plain words."""
    return [nodes.paragraph("", words)]


def table(caption: Cell, head: list[str], rows: list[list[Cell]], *classes: str) -> nodes.table:
    """Return a table with a caption, whose rows have a header each; and its columns, if ``head`` has any."""
    columns = len(rows[0])
    group = nodes.tgroup(cols=columns)
    group += [nodes.colspec(colwidth=1, stub=int(not column)) for column in range(columns)]
    if head:
        group += nodes.thead("", _row([text(words) for words in head]))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", nodes.title("", "", *caption), group, classes=["methods", *classes])


def _row(cells: list[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


class Told(SphinxDirective):
    """What the directives share: the sources they read, and links to the chapters."""

    def read(self, path: Path) -> Path:
        """Return the path, and have the page made anew when the file changes."""
        self.env.note_dependency(str(path))
        return path

    def toml(self, path: Path) -> dict[str, Any]:
        """Return what a TOML file says."""
        return tomllib.loads(self.read(path).read_text(encoding="utf-8"))

    def inline(self, words: str) -> Cell:
        """Return a paragraph of words with inline markup."""
        found, problems = self.state.inline_text(words, self.lineno)
        return [nodes.paragraph("", "", *found), *problems]

    @property
    def provenance(self) -> dict[str, dict[str, Any]]:
        """Where each data set comes from."""
        return self.toml(CODE / "data" / "PROVENANCE.toml")

    @property
    def chapters(self) -> list[uses.Chapter]:
        """The chapters in reading order, with what they use: read once for a page."""
        known = self.env.temp_data
        if "chapters" not in known:
            trees = self.config.external_site_map.root.subtrees
            pages = [str(item) for tree in trees for item in tree.items if str(item).startswith("chapters/")]
            notebooks = [self.read(Path(self.env.srcdir) / f"{page}.ipynb") for page in pages]
            for path in CODE.rglob("*.py"):
                self.read(path)
            opened = {file["name"] for entry in self.provenance.values() for file in entry["files"]}
            known["chapters"] = uses.chapters(uses.Code.of(CODE, opened), notebooks, title_of)
        return known["chapters"]

    def link(self, chapter: uses.Chapter, exercises: Collection[str] = ()) -> nodes.paragraph:
        """Return a chapter's name as a link, and after it the exercises to look for."""
        uri = self.env.app.builder.get_relative_uri(self.env.docname, f"chapters/{chapter.slug}")
        line = nodes.paragraph("", "", nodes.reference("", chapter.title, refuri=uri, internal=True))
        for number, exercise in enumerate(exercises):
            line += [nodes.Text(", " if number else " ("), nodes.emphasis("", exercise)]
        if exercises:
            line += nodes.Text(")")
        return line

    def used_in(self, *wanted: str) -> Cell:
        """Return the chapters that use any of these, each with the exercises that do."""
        found: Cell = []
        for chapter in self.chapters:
            if any(chapter.uses(one) for one in wanted):
                using = dict.fromkeys(live.title for one in wanted for live in chapter.using(one))
                found.append(self.link(chapter, using))
        return found


class Datasets(Told):
    """A table for each data set: what it is, where it comes from, what was taken and who uses it."""

    def run(self) -> list[nodes.Node]:
        """Return the tables."""
        return [self.entry(entry) for _, entry in sorted(self.provenance.items())]

    def entry(self, entry: dict[str, Any]) -> nodes.table:
        """Return the table of one data set."""
        names = [file["name"] for file in entry["files"]]
        package, _, version = entry["requirement"].partition("==")
        told = {
            "What it is": text(entry["about"]),
            "Kind": text(kind(entry)),
            "Rows": [text(f"{file['rows']:,} in {file['name']}")[0] for file in entry["files"]],
            "Package": text(f"{package} {version}"),
            "License": text(entry["license"]),
            "What was taken": text(entry["changes"]),
            "Source": text(entry["reference"]),
            "Used in": self.used_in(*names),
        }
        rows = [[text(name), cell] for name, cell in told.items()]
        return table([nodes.Text(entry["title"])], [], rows, "dataset")


class Modules(Told):
    """A table of a part of the package: what each module is for, a paragraph on it, and who uses it.

    Rows come in the order in which a reader meets them.
    """

    part, label, caption, head = "", "", "", ["", ""]

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [self.row(path) for path in sorted(modules(self.part), key=self.first_used)]
        return [table([nodes.Text(self.caption)], self.head, rows, self.part)]

    def dotted(self, path: Path) -> str:
        """Return the dotted name of a module of this part."""
        return f"{uses.PACKAGE}.{self.part}.{path.stem}"

    def first_used(self, path: Path) -> int:
        """Return the number of the first chapter that uses a module; those that none uses come last."""
        used = [chapter.uses(self.dotted(path)) for chapter in self.chapters]
        return used.index(True) if True in used else len(used)

    def row(self, path: Path) -> list[Cell]:
        """Return what is said of one module."""
        first, paragraph = told(self.read(path), self.label)
        name = nodes.paragraph("", "", nodes.literal("", f"{self.part}.{path.stem}"))
        return [[*self.inline(first), name], [*self.inline(paragraph), *self.used_in(self.dotted(path))]]


class Measures(Modules):
    """The measures, each with its source."""

    part, label, caption = "measures", "Source", "Measures"
    head = ["What is measured", "Its source, and where it is used"]


class Worlds(Modules):
    """The simulated worlds, each with what it assumes."""

    part, label, caption = "worlds", "Assumes", "Models made for the book"
    head = ["The world", "What it assumes, and where it is used"]


class Ideas(Told):
    """A table for each essay: its ideas, and the chapters that teach them."""

    def run(self) -> list[nodes.Node]:
        """Return the tables, in the order of the list."""
        here = Path(self.env.srcdir)
        ideas = self.toml(here / "ideas.toml")["idea"]
        essays = parse_file(str(self.read(here / "references.bib"))).entries
        return [
            self.essay(key, essays[key].fields["title"], list(group))
            for key, group in groupby(ideas, by_essay)
        ]

    def essay(self, key: str, title: str, ideas: list[dict[str, Any]]) -> nodes.table:
        """Return the table of one essay's ideas."""
        plain = title.replace("{", "").replace("}", "")
        caption = self.inline(f"{{cite:t}}`{key}`, *{plain}*")[0].children
        rows = [[text(idea["id"]), list(self.idea(idea)), self.taught(idea)] for idea in ideas]
        return table(list(caption), ["Label", "The idea", "Taught in"], rows, "ideas")

    def idea(self, idea: dict[str, Any]) -> Iterator[nodes.Node]:
        """Yield what an idea says, and what the book corrects in it."""
        yield from text(idea["says"])
        if "slip" in idea:
            yield from self.inline(f"*Corrected:* {idea['slip']['says']}")

    def taught(self, idea: dict[str, Any]) -> Cell:
        """Return the chapters that teach an idea, each with its exercise."""
        by_slug = {chapter.slug: chapter for chapter in self.chapters}
        found: Cell = []
        for place in idea["taught"]:
            chapter = by_slug[place["chapter"]]
            titles = {live.name: live.title for live in chapter.live}
            found.append(self.link(chapter, [titles[place["exercise"]]] if "exercise" in place else []))
        return found


def by_essay(idea: dict[str, Any]) -> str:
    """Return the essay that an idea is listed under."""
    return idea["essays"][0]


#: The directives, by name.
DIRECTIVES: dict[str, Callable[..., SphinxDirective]] = {
    "datasets": Datasets,
    "measures": Measures,
    "worlds": Worlds,
    "ideas": Ideas,
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
