"""What a record changes of a person who is known, and nothing that people changed since: field by field."""

from collections.abc import Mapping
from typing import Any

from models.experts import Expert
from models.search_key import folded, search_key

_BLANK: tuple[Any, ...] = (None, "", [], False)
_OF_NAME = {"name_key", "search_key"}


def changes_of(expert: Expert, before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns to change: ``before`` and ``now`` are what the source said last and says now, as ``said_of`` gives it.

    A column that still holds what the source said before is changed, as is one that is empty where the source said nothing before.
    """
    found = {}
    for name, value in now.items():
        current = plain(getattr(expert, name))
        untouched = current == before[name] if name in before else current in _BLANK
        if untouched and current != value and value not in _BLANK:
            found[name] = value
    return found


def said_of(columns: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    """Return of the ``columns`` of a person those that the source ``named``, as JSON keeps them."""
    return {name: plain(value) for name, value in columns.items() if _is_named(name, named)}


def with_keys(expert: Expert) -> None:
    """Make what a person is found by anew."""
    expert.name_key = folded(expert.display_name)
    expert.search_key = search_key(expert.display_name, *expert.aliases, expert.headline_vi, expert.headline_en)


def plain(value: Any) -> Any:
    """Return ``value`` as JSON keeps it."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.value if hasattr(value, "value") else list(value) if isinstance(value, tuple) else value


def _is_named(column: str, named: Mapping[str, Any]) -> bool:
    name, _, language = column.rpartition("_")
    if name in {"headline", "biography"}:
        return language in named.get(name, {})
    return column in named and column not in _OF_NAME
