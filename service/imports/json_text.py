"""JSON as every reader of files takes it: whole characters alone, and a place named for what is none."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from service.imports.faults import Unreadable
from service.kit.field_words import HALF_LETTER

_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")


def loaded(text: str, constant: Callable[[str], Any] | None = None) -> Any:
    """Return what the JSON ``text`` holds; ``constant`` reads NaN and infinity.

    Raises what ``json.loads`` raises, and ``Unreadable`` with the place of half of a character, which nothing can store.
    """
    found = json.loads(text, parse_constant=constant)
    place = next(_halves(found, ""), None) if _HALF_WRITTEN.search(text) else None
    if place is not None:
        raise Unreadable(f"“{place}” {HALF_LETTER.en}.", f"“{place}” {HALF_LETTER.vi}.")
    return found


def _halves(value: Any, place: str) -> Iterator[str]:
    """Yield where half of a character stands, such as people[2].items[1].title; lists count from 1."""
    if isinstance(value, str) and _HALF.search(value):
        yield place or "1"
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _halves(each, f"{place}[{number}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            inner = ".".join(part for part in (place, _HALF.sub("�", name)) if part)
            yield from (inner,) if _HALF.search(name) else _halves(each, inner)
