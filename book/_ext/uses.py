"""Who uses what: from a chapter's cells and exercises down to the measures, worlds and data behind them.

Read from the code as it is written, definition by definition, so that no list of it has to be kept. A name
leads to the definition that it stands for, a definition to the names in it; an extract is used by whoever
opens the file.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: What the package with the exercises is called.
PACKAGE = "fieldguide"


@dataclass(frozen=True)
class Live:
    """A live exercise of a chapter: the name of its cell, its title, and all definitions that it needs."""

    name: str
    title: str
    needs: frozenset[str]


@dataclass(frozen=True)
class Chapter:
    """A chapter: its file's name and its title up to a colon, its exercises, and all it needs besides."""

    slug: str
    title: str
    live: tuple[Live, ...]
    needs: frozenset[str]

    def uses(self, wanted: str) -> bool:
        """Whether anything in the chapter needs the definition or file, or something in the module."""
        return _among(self.needs, wanted) or any(_among(live.needs, wanted) for live in self.live)

    def using(self, wanted: str) -> list[Live]:
        """Return the exercises that need it, without guesses, which belong to another exercise."""
        return [live for live in self.live if _among(live.needs, wanted) and not live.name.endswith("-guess")]


def _among(needs: Iterable[str], wanted: str) -> bool:
    return any(need == wanted or need.startswith(f"{wanted}.") for need in needs)


@dataclass
class Code:
    """The package's definitions, and the dotted names and files that stand in each."""

    files: frozenset[str]
    found: dict[str, set[str]] = field(default_factory=dict)
    offers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Path, files: Iterable[str]) -> Code:
        """Read a package's modules; ``files`` are the names of files whose opening counts as a use."""
        code = cls(frozenset(files))
        for path in sorted(package.rglob("*.py")):
            parts = path.relative_to(package.parent).with_suffix("").parts
            module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            code.found.update(_definitions(tree, module, code.files))
            code.offers.update(_offered(tree, module))
        return code

    def needs(self, names: Iterable[str]) -> frozenset[str]:
        """Return all definitions and files that the dotted names lead to, however far away."""
        reached: set[str] = set()
        left = [self._home(name) for name in names]
        while left:
            name = left.pop()
            if name is not None and name not in reached:
                reached.add(name)
                left += [self._home(other) for other in self.found.get(name, ())]
        return frozenset(reached)

    def _home(self, name: str) -> str | None:
        """Return the definition or file that a dotted name begins with; None where it is not ours."""
        if name in self.files:
            return name
        parts = name.split(".")
        for length in range(len(parts), 0, -1):
            start = ".".join(parts[:length])
            start = self.offers.get(start, start)
            if start in self.found:
                return start
        return None


def _definitions(tree: ast.Module, module: str, files: frozenset[str]) -> dict[str, set[str]]:
    """Return what is defined at the top of a module, and the dotted names and files in each."""
    known = dict(_imported(tree))
    top = [(name, node) for node in tree.body for name in _defines(node)]
    known |= {name: f"{module}.{name}" for name, _ in top}
    found: dict[str, set[str]] = {}
    for name, node in top:
        found.setdefault(f"{module}.{name}", set()).update(_mentioned(node, known, files))
    return found


def _imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield each name that is imported from the package, and what it stands for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _defines(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [
        part.id for target in targets if target for part in ast.walk(target) if isinstance(part, ast.Name)
    ]


def _mentioned(tree: ast.AST, known: Mapping[str, str], files: frozenset[str]) -> Iterator[str]:
    """Yield what the known names in a piece of code stand for, with their attributes, and the files."""
    for node in ast.walk(tree):
        attributes, root = [], node
        while isinstance(root, ast.Attribute):
            attributes.insert(0, root.attr)
            root = root.value
        if isinstance(root, ast.Name) and root.id in known:
            yield ".".join([known[root.id], *attributes])
        elif isinstance(node, ast.Constant) and node.value in files:
            yield node.value


def _offered(tree: ast.Module, module: str) -> dict[str, str]:
    """Return the names that a package offers by ``lazily``, and where each is defined."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lazily":
            submodules = ast.literal_eval(node.args[1])
            return {
                f"{module}.{name}": f"{module}.{submodule}.{name}"
                for submodule, names in submodules.items()
                for name in names
            }
    return {}


def chapters(code: Code, paths: Iterable[Path], titled: Callable[[str], str]) -> list[Chapter]:
    """Read what each notebook uses; ``titled`` tells the title of an exercise from its dotted name."""
    return [_chapter(code, path, titled) for path in paths]


def _chapter(code: Code, path: Path, titled: Callable[[str], str]) -> Chapter:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    title = re.match(r"# (.+)", "".join(cells[0]["source"]))
    if title is None:
        raise ValueError(f"{path.name} does not begin with a title.")
    live, examples = [], []
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        name = cell["metadata"].get("livepage", {}).get("name")
        if name:
            ((_, exercise),) = _imported(ast.parse(source))  # a live cell imports what it shows
            live.append(Live(name, titled(exercise), code.needs([exercise])))
        else:
            examples.append(source)
    shown = ast.parse("\n".join(examples))  # names imported in one cell are used in the next
    needs = code.needs(_mentioned(shown, dict(_imported(shown)), code.files))
    return Chapter(path.stem, title[1].partition(":")[0], tuple(live), needs)
