"""JSON: people as objects, with their items as objects within, become two tables, so that all that holds for tables holds for them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from service.imports.faults import Unreadable
from service.imports.json_text import loaded
from service.imports.reading.delimited import text_of
from service.imports.reading.heading_words import POSITION
from service.imports.reading.sheets import Sheet
from service.imports.reading.words import kind_named
from service.imports.tables_out import harmless

PEOPLE_IN, ITEMS_IN = ("people", "experts", "persons"), ("items", "evidence")
_MOST_DEEP = 12


def sheets_of(content: bytes) -> list[Sheet]:
    """Return the people of a JSON file and, where they have any, their items; raises ``Unreadable``."""
    people = _people(_parsed(content))
    rows = [_flat(person) for person in people]
    items = [_flat(item) | {POSITION: str(number)} for number, person in enumerate(people, 1) for item in _items(person, number)]
    for number, row in enumerate(rows, 1):
        row[POSITION] = str(number)
    return [Sheet("people", _lines(rows)), *([Sheet("items", _lines(items))] if items else [])]


def _parsed(content: bytes) -> Any:
    try:
        return loaded(text_of(content))
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(
            f"It is no JSON{where}: correct it and send it again.", f"Tệp không phải JSON hợp lệ{where}: hãy sửa rồi gửi lại."
        ) from None


def _people(said: Any) -> list[Mapping[str, Any]]:
    if isinstance(said, Mapping):
        said = next((said[name] for name in PEOPLE_IN if name in said), [said])
    if not isinstance(said, list) or not said or not all(isinstance(person, Mapping) for person in said):
        raise Unreadable(
            'It has no list of people: write [{"key": "A1", "display_name": "…"}] or {"people": […]}.',
            'Tệp không có danh sách người: hãy viết [{"key": "A1", "display_name": "…"}] hoặc {"people": […]}.',
        )
    return said


def _items(person: Mapping[str, Any], number: int) -> Iterator[Mapping[str, Any]]:
    """Yield the items of a person, from every list that is named for them or for a kind, such as "publications"."""
    for name in filter(_holds_items, person):
        found = person[name] or []
        if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
            raise Unreadable(f"“{name}” of person {number} is no list of objects.", f"“{name}” của người thứ {number} không là danh sách.")
        kind = kind_named(name)
        yield from ({"kind": kind, **item} if kind else item for item in found)


def _holds_items(name: Any) -> bool:
    return name in ITEMS_IN or (isinstance(name, str) and name.endswith("s") and kind_named(name) is not None)


def _flat(said: Mapping[str, Any]) -> dict[str, str]:
    """Return plain words by name: what stands in an object by both names, {"headline": {"vi": …}} as headline_vi; lists in one cell."""
    found: dict[str, str] = {}
    for name, value in said.items():
        if _holds_items(name):
            continue
        if isinstance(value, Mapping):
            found |= {f"{_words(name)}_{_words(inner)}": _words(each) for inner, each in value.items()}
        else:
            found[_words(name)] = _words(value)
    return found


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return "; ".join(_words(each) for each in value)
        case Mapping():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return harmless(str(value))  # as it would stand in a spreadsheet


def _lines(rows: list[dict[str, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the names of all fields as row 0, so that people and items count from 1."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    yield 0, names
    for number, row in enumerate(rows, 1):
        yield number, [row.get(name, "") for name in names]
