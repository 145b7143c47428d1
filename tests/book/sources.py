"""What the tests of the book read: its contents, its notebooks, and the prose in them without its markup."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
CHECKED = "nbval-check-output"


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook, as far as the tests look at it."""

    kind: str
    source: str
    tags: tuple[str, ...] = ()
    live: str | None = None
    proves: tuple[str, ...] = ()
    outputs: tuple[dict[str, Any], ...] = ()

    @property
    def printed(self) -> str:
        """What the cell's committed output says."""
        return "".join("".join(output.get("text", "")) for output in self.outputs)


def cells_of(notebook: dict[str, Any]) -> list[Cell]:
    """Return the cells of a notebook that was read from its JSON."""
    return [
        Cell(
            kind=cell["cell_type"],
            source="".join(cell["source"]),
            tags=tuple(cell["metadata"].get("tags", [])),
            live=cell["metadata"].get("livepage", {}).get("name"),
            proves=tuple(cell["metadata"].get("proves", [])),
            outputs=tuple(cell.get("outputs", [])),
        )
        for cell in notebook["cells"]
    ]


def read(path: Path) -> list[Cell]:
    """Return the cells of a notebook file."""
    return cells_of(json.loads(path.read_text(encoding="utf-8")))


def contents(toc: Path = BOOK / "_toc.yml") -> list[str]:
    """Return the pages in the order of the table of contents, without their suffixes."""
    listed = yaml.safe_load(toc.read_text(encoding="utf-8"))
    return [listed["root"], *(page["file"] for part in listed["parts"] for page in part["chapters"])]


def chapters() -> list[Path]:
    """Return the notebooks of the chapters, in reading order."""
    return [BOOK / f"{page}.ipynb" for page in contents() if page.startswith("chapters/")]


# Prose ---------------------------------------------------------------------------------------------

CITATION = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")
FENCE = re.compile(r"^ *(`{3,}|~{3,}|:{3,})(.*)$")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
#: Directives whose body is not prose, and fences without a directive, which hold code.
SILENT = re.compile(r"^\{(?:code|code-block|code-cell|math|figure|image|glossary|bibliography|raw)\}")


@dataclass
class Block:
    """A paragraph, heading, list item or table as written; ``depth`` counts the directives around it."""

    text: str
    depth: int = 0

    @property
    def cited(self) -> bool:
        """Whether a source stands in it."""
        return CITATION.search(self.text) is not None

    @property
    def prose(self) -> str:
        """What a reader reads of it: no math, code, addresses or names of roles."""
        return plain(self.text)


def blocks(markdown: str) -> list[Block]:
    """Cut Markdown into blocks, leaving out code, comments, and the lines that open and close directives.

    A directive's title is prose and makes a block of its own.
    """
    found: list[Block] = []
    fences: list[tuple[str, bool]] = []  # the marks that close each fence we are in, and whether it is silent
    fresh = True
    for line in markdown.splitlines():
        fence = FENCE.match(line)
        if fence:
            marks, rest = fence[1], fence[2].strip()
            if fences and not rest and marks.startswith(fences[-1][0]):
                fences.pop()
            else:
                directive = rest.startswith("{")
                fences.append((marks, not directive or SILENT.match(rest) is not None))
                title = rest.partition("}")[2].strip()
                if directive and title and not fences[-1][1]:
                    found.append(Block(title, len(fences)))
            fresh = True
        elif any(silent for _, silent in fences) or line.startswith("%"):
            continue
        elif fences and re.match(r"^:[\w-]+:", line):
            continue  # an option of the directive
        elif not line.strip():
            fresh = True
        elif fresh or LIST_ITEM.match(line) or line.startswith("#"):
            found.append(Block(line, len(fences)))
            fresh = line.startswith("#")
        else:
            found[-1].text += "\n" + line
    return found


def plain(markdown: str) -> str:
    """Return a block's words: roles give their text, links their label, math and code nothing."""
    text = markdown.replace(r"\$", "\ue000")  # an escaped dollar is money, not math
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)
    text = CITATION.sub(" ", text)
    text = re.sub(r"\$\$.+?\$\$|\$[^$\n]+\$", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^`>]*>)?`", r"\1", text)
    text = re.sub(r"`[^`]*`", " ", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<(?:https?:)?[^>\s][^>]*>", " ", text)
    text = re.sub(r"^\s*(?:#+|[-*+]|\d+\.|>)\s+", "", text, flags=re.MULTILINE)
    text = re.sub(r"[*_|]{1,3}", " ", text)
    return text.replace("\ue000", "$").replace("\u00a0", " ").replace("\u202f", " ")


def prose_blocks(cells: list[Cell]) -> list[Block]:
    """Return the blocks of all Markdown cells, in order."""
    return [block for cell in cells if cell.kind == "markdown" for block in blocks(cell.source)]


def words(cells: list[Cell]) -> int:
    """Count the words that a reader reads in the Markdown cells."""
    return sum(
        sum(any(character.isalnum() for character in word) for word in block.prose.split())
        for block in prose_blocks(cells)
    )


def markdown_page(path: Path) -> list[Cell]:
    """Return a Markdown page as one cell, without its front matter."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [Cell("markdown", text)]
