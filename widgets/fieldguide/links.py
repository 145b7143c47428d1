"""Values in a link: what stands in it, and what is taken from one.

A link carries only what was moved, each value by its control's name, as in ``end=180&joined=late``. What
somebody wrote never goes along: a link is passed on, and would give it away. Nor is it taken from a link,
which could put words into the book's mouth that way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from fieldguide.controls import Control, Words

#: Longer ones break on their way through mail and chat.
MOST = 2000

#: The name under which the version of an exercise's values travels, where it is not the first.
VERSION = "v."


def carried(controls: Mapping[str, Control]) -> dict[str, Control]:
    """Return those controls whose values a link may carry."""
    return {name: control for name, control in controls.items() if not isinstance(control, Words)}


def written(values: Mapping[str, Any], controls: Mapping[str, Control], version: int = 1) -> str:
    """Write what differs from the start as a link carries it."""
    moved = {
        name: _word(values[name])
        for name, control in carried(controls).items()
        if values[name] != control.initial
    }
    return urlencode(moved | ({VERSION: version} if version != 1 and moved else {}), quote_via=quote)


def read(text: str) -> tuple[int, dict[str, Any]]:
    """Return the version and the values, unchecked, in what `written` wrote or somebody made up.

    Raises
    ------
    ValueError
        When it cannot be read at all, in a sentence.
    """
    if len(text) > MOST:
        raise ValueError(f"The link is longer than {MOST:,} characters, and was not read.")
    values = {name: _value(word) for name, word in parse_qsl(text, keep_blank_values=True)}
    version = values.pop(VERSION, 1)
    if not isinstance(version, int):
        raise ValueError("The link is damaged, and was not read.")
    return version, values


def checked(values: Mapping[str, Any], controls: Mapping[str, Control]) -> tuple[dict[str, Any], list[str]]:
    """Return the values that are possible, and a sentence for each that is not."""
    known = carried(controls)
    good, refused = {}, []
    for name, value in values.items():
        try:
            if name not in known:
                raise ValueError(f"Nothing here that a link may set is called “{name}”.")
            good[name] = known[name].check(value)
        except ValueError as problem:
            refused.append(str(problem))
    return good, refused


def _word(value: Any) -> str:
    """Write a value as JSON; a text that could be nothing else goes without its quotation marks."""
    if isinstance(value, str) and _value(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _value(word: str) -> Any:
    try:
        return json.loads(word)
    except (ValueError, RecursionError):
        return word
