"""What the reader answered: kept between visits, carried out as one file, read back.

An answer is kept as text, one piece an exercise, by whatever *store* the place offers: a folder under
Jupyter, the browser's own storage in a published page, nothing in a test or a build. A store has two
methods::

    load() -> Mapping[str, str]         every kept text by name
    save(Mapping[str, str | None])      keep these too; None lets one go

Text, because a store may hold rubbish (a half-written file, another program's key), and what is wrong with it
must be told in one place: here. Nothing is thrown away for being unreadable; it is set aside under another
name, and goes along when the answers are exported.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from fieldguide._lazy import Later

#: Where Jupyter keeps answers; a page has its own place for them.
platformdirs = Later("platformdirs")

#: What the exported file says it is, and the version of its form.
BOOK = "from-crm-to-cx"
FORM = 1

#: Set to ``off`` (a build, a test) or to a folder; unset, Jupyter keeps answers in the user's data folder.
SETTING = "FIELDGUIDE_ANSWERS"

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.aside)?")


class AnswersError(ValueError):
    """What is wrong with an answer or a file of answers, as a sentence for the reader."""


class Store(Protocol):
    """Where texts are kept."""

    def load(self) -> Mapping[str, str]: ...

    def save(self, texts: Mapping[str, str | None]) -> None: ...


class Memory:
    """Keeps answers as long as the program runs: for tests, and for places that can keep nothing."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def load(self) -> Mapping[str, str]:
        return dict(self.texts)

    def save(self, texts: Mapping[str, str | None]) -> None:
        for slug, text in texts.items():
            if text is None:
                self.texts.pop(slug, None)
            else:
                self.texts[slug] = text


class Folder:
    """One file an exercise, replaced atomically, so that a crash leaves the old answer or the new one."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def load(self) -> Mapping[str, str]:
        if not self.path.is_dir():
            return {}
        return {
            file.stem: file.read_text(encoding="utf-8", errors="replace")
            for file in sorted(self.path.glob("*.json"))
            if _SLUG.fullmatch(file.stem)
        }

    def save(self, texts: Mapping[str, str | None]) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        for slug, text in texts.items():
            if not _SLUG.fullmatch(slug):
                raise AnswersError(f"“{slug}” is not the name of an exercise.")
            file = self.path / f"{slug}.json"
            if text is None:
                file.unlink(missing_ok=True)
                continue
            # Two notebooks may write at once: each has a temporary file of its own.
            passing = file.with_suffix(f".{os.getpid()}.tmp")
            passing.write_text(text, encoding="utf-8")
            passing.replace(file)


def _here() -> Store:
    """Choose the store of this place: only a person's Jupyter keeps answers unasked."""
    setting = os.environ.get(SETTING, "")
    if setting and setting != "off":
        return Folder(setting)
    if not setting and "ipykernel" in sys.modules:
        return Folder(Path(platformdirs.user_data_dir("fieldguide", appauthor=False)) / "answers")
    return Memory()


_store: Store | None = None
_watchers: dict[str, list[Callable[[], None]]] = {}
_anything: list[Callable[[], None]] = []


def store() -> Store:
    """Return the store in use."""
    global _store
    if _store is None:
        _store = _here()
    return _store


def use(where: Store) -> None:
    """Keep answers in `where` from now on."""
    global _store
    _store = where


def recall(slug: str) -> dict[str, Any] | None:
    """Read what is kept for an exercise.

    Returns
    -------
    dict or None
        ``{"version": int, "values": dict}``, or None where nothing is kept.

    Raises
    ------
    AnswersError
        When what is kept cannot be read.
    """
    text = store().load().get(slug)
    return None if text is None else _record(slug, text)


def keep(slug: str, version: int, values: Mapping[str, Any]) -> None:
    """Keep an exercise's `values` (JSON-able), and tell whoever watches."""
    store().save({slug: json.dumps({"version": version, "values": dict(values)}, ensure_ascii=False)})
    _tell(slug)


def forget(slug: str) -> None:
    """Let go of what is kept for an exercise (what was set aside stays)."""
    store().save({slug: None})
    _tell(slug)


def set_aside(slug: str) -> None:
    """Move what is kept for an exercise out of the way, where an export still finds it."""
    texts = store().load()
    if slug in texts:
        store().save({f"{slug}.aside": _joined(texts.get(f"{slug}.aside"), texts[slug]), slug: None})


def watch(slug: str, changed: Callable[[], None]) -> None:
    """Call `changed` whenever the answer of `slug` is kept or let go."""
    _watchers.setdefault(slug, []).append(changed)


def watch_all(changed: Callable[[], None]) -> None:
    """Call `changed` whenever any answer is kept or let go."""
    _anything.append(changed)


def unwatch() -> None:
    """Call nobody any more."""
    _watchers.clear()
    _anything.clear()


def kept() -> list[str]:
    """Return the names of the exercises whose answers are kept and can be read."""
    return sorted(json.loads(exported())["answers"])


def exported() -> str:
    """Return every answer, and all that was set aside, as the text of one file."""
    kept, aside = {}, {}
    for slug, text in sorted(store().load().items()):
        try:
            if not slug.endswith(".aside"):
                kept[slug] = _record(slug, text)
                continue
        except AnswersError:
            pass
        aside[slug] = text
    return json.dumps(
        {"book": BOOK, "form": FORM, "answers": kept, "aside": aside}, ensure_ascii=False, indent=2
    )


def nothing() -> dict[str, Any]:
    """Return the `snapshot` of a reader who has answered nothing."""
    return {"answers": {}, "damaged": []}


def snapshot(without: str = "") -> dict[str, Any]:
    """Return all that is kept, but for one exercise.

    Returns
    -------
    dict
        ``{"answers": {slug: {"version": int, "values": dict}}, "damaged": [slug, ...]}``, JSON-able; what
        cannot be read is named among the damaged, and stays where it is.
    """
    file = json.loads(exported())
    kept = {slug: record for slug, record in file["answers"].items() if slug != without}
    damaged = [slug for slug in file["aside"] if slug != without and not slug.endswith(".aside")]
    return {"answers": kept, "damaged": damaged}


def checked(whole: Any) -> dict[str, Any]:
    """Return `whole` when it has the form of a `snapshot`; say in words when it has not."""
    try:
        answers, damaged = whole["answers"], whole["damaged"]
        records = {slug: _record(slug, json.dumps(one, ensure_ascii=False)) for slug, one in answers.items()}
        if all(isinstance(slug, str) for slug in (*answers, *damaged)):
            return {"answers": records, "damaged": list(damaged)}
    except (TypeError, KeyError, AttributeError, ValueError):
        pass
    raise AnswersError("What is kept of the other exercises cannot be read.")


def read_file(text: str | bytes) -> dict[str, Any]:
    """Return the `snapshot` in a file that `exported` made, and take nothing in.

    Raises
    ------
    AnswersError
        When it is not such a file, in a sentence.
    """
    texts = _opened(text)
    kept = {slug: json.loads(one) for slug, one in texts[0].items()}
    return {"answers": kept, "damaged": [slug for slug in texts[1] if not slug.endswith(".aside")]}


def imported(text: str | bytes) -> list[str]:
    """Take in a file that `exported` made; answers of the same exercises are replaced.

    What was damaged or set aside there is set aside here, beside what is so already.

    Returns
    -------
    list of str
        The exercises that were read.

    Raises
    ------
    AnswersError
        When it is not such a file. Then nothing at all is changed.
    """
    texts, aside = _opened(text)
    here = dict(store().load())
    for slug, one in aside.items():
        name = f"{slug.removesuffix('.aside')}.aside"
        here[name] = texts[name] = _joined(here.get(name), one)
    store().save(texts)
    read = sorted(slug for slug in texts if not slug.endswith(".aside"))
    for slug in read:
        _tell(slug)
    return read


def _joined(before: str | None, text: str) -> str:
    """Return what was set aside before and what is now, one below the other unless one holds the other."""
    if before is None or before in text:
        return text
    return before if text in before else f"{before}\n{text}"


def _opened(text: str | bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Return the answers in a file, and what was set aside, as texts by name; refuse any other file."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        file = json.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise AnswersError(
            "This file cannot be read: it is no JSON, or it was cut short. Your answers are unchanged."
        ) from None
    if not isinstance(file, dict) or file.get("book") != BOOK:
        raise AnswersError("This is not a file of answers of this book. Your answers are unchanged.")
    if not isinstance(file.get("form"), int) or file["form"] > FORM:
        raise AnswersError("This file was made by a newer edition of the book. Your answers are unchanged.")
    answers, aside = file.get("answers"), file.get("aside", {})
    if not isinstance(answers, dict) or not isinstance(aside, dict):
        raise AnswersError(
            "This file of answers is damaged: the answers are missing. Your answers are unchanged."
        )
    texts = {slug: json.dumps(record, ensure_ascii=False) for slug, record in answers.items()}
    for slug, one in texts.items():
        if not _SLUG.fullmatch(slug) or slug.endswith(".aside"):
            raise AnswersError(
                "This file of answers is damaged: it names no exercise. Your answers are unchanged."
            )
        _record(slug, one)
    texts_aside = {slug: one for slug, one in aside.items() if _SLUG.fullmatch(slug) and isinstance(one, str)}
    return texts, texts_aside


def _record(slug: str, text: str) -> dict[str, Any]:
    with contextlib.suppress(ValueError, RecursionError):
        record = json.loads(text)
        if (
            isinstance(record, dict)
            and isinstance(record.get("version"), int)
            and isinstance(record.get("values"), dict)
        ):
            return {"version": record["version"], "values": record["values"]}
    raise AnswersError(f"The kept answer of “{slug}” is damaged and cannot be read.")


def _tell(slug: str) -> None:
    for changed in [*_watchers.get(slug, ()), *_anything]:
        changed()
