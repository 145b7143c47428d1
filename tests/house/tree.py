"""What the tests of the house read: the repository's root, its tracked files, a Python file's imports."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*suffixes: str) -> list[Path]:
    """Return the files that Git keeps and that are there, or those with one of the suffixes."""
    names = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")
    files = [ROOT / name for name in names if name]
    return [file for file in files if file.is_file() and (not suffixes or file.suffix in suffixes)]


def module_of(file: Path, home: Path) -> str:
    """Return the dotted name of a module whose package lies in the folder ``home``."""
    parts = file.relative_to(home).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path, home: Path, strings: bool = True) -> set[str]:
    """Return the dotted names that a file imports, wherever in the file, relative ones resolved.

    ``from a import b`` counts as ``a.b``, which may name a module or something in one.
    With ``strings``, one that could name a module counts too, because ``import_module`` takes it.
    """
    module = module_of(file, home)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - (node.level - 1)] if node.level else []
            base = ".".join([*above, node.module] if node.module else above)
            names.update(f"{base}.{alias.name}" for alias in node.names)
        elif strings and isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split(".")
            if len(words) > 1 and all(word.isidentifier() for word in words):
                names.add(node.value)
    return names


def reaches(names: set[str], target: str) -> set[str]:
    """Return those of the imported names that are the target module or lie in it."""
    return {name for name in names if name == target or name.startswith(target + ".")}
