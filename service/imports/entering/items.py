"""Which items of a record are new, changed or there already; what people changed, removed or verified since stays as it is."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.experts import Evidence, ImportedPerson
from service.imports.entering.people import plain
from service.people.organisations.queries import same_name

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """``columns`` are all of an item, ``named`` those that the source says; ``organisation`` is a name, still to be matched."""

    columns: Columns
    named: frozenset[str]
    organisation: str = ""

    @property
    def said(self) -> Columns:
        """Return what the source says, as JSON keeps it."""
        return {name: plain(self.columns[name]) for name in sorted(self.named)} | {"organisation": self.organisation}


@dataclass
class ItemChanges:
    """``new`` are rows of evidence to insert, ``changed`` are columns by the id of an item, ``kept`` is what the source said of all.

    Where an organisation is to be set, its name stands under ``organisation``.
    """

    new: list[Columns] = field(default_factory=list)
    changed: dict[str, Columns] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new or self.changed)


def item_changes(expert_id: str, items: Sequence[Item], kept: ImportedPerson | None, evidence: Sequence[Evidence], now: str) -> ItemChanges:
    """Return what ``items`` change of a person; ``now`` is the moment of the import."""
    found = ItemChanges(kept=dict(kept.items) if kept else {})
    by_id = {item.id: item for item in evidence}
    others = {_same_as(item.kind, item.title, item.starts, 0): item.id for item in reversed(evidence)}
    for name, item in _by_name(items):
        before = found.kept.get(name)
        if before is None:
            identifier = others.get(name, f"{expert_id}-I{name}")
            if name not in others:  # else somebody entered it already: it stays as it is
                found.new.append({**item.columns, "id": identifier, "expert_id": expert_id, "organisation": item.organisation})
            found.kept[name] = {"id": identifier, "at": now, "fields": item.said}
        elif before["fields"] != item.said:
            stored = by_id.get(before["id"])
            changed = _changes(stored, before["fields"], item) if stored else {}
            found.changed |= {before["id"]: changed} if changed else {}
            found.kept[name] = {"id": before["id"], "at": now, "fields": before["fields"] | item.said}
    return found


def _changes(stored: Evidence, before: Mapping[str, Any], item: Item) -> Columns:
    if plain(stored.verification) != before.get("verification", "declared"):
        return {}  # what somebody has verified is no longer the source's to change
    changed = {name: item.columns[name] for name in item.named if _is_untouched(stored, before, name, plain(item.columns[name]))}
    other = item.organisation if item.organisation != before.get("organisation", "") else ""
    return changed | ({"organisation": other} if other else {})


def _is_untouched(stored: Evidence, before: Mapping[str, Any], name: str, now: Any) -> bool:
    """Return whether a column still holds what the source said before, or nothing, and the source says something else now."""
    current = plain(getattr(stored, name))
    return bool(now != current and (current == before[name] if name in before else current in {None, "", False}))


def _by_name(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    """Yield each item once, by what makes it the same in the next file: kind, title, start, and which of several such it is."""
    seen: dict[str, list[Item]] = {}
    for item in items:
        named = item.columns["kind"], item.columns["title"], item.columns["starts"]
        first = _same_as(*named, 0)
        same = seen.setdefault(first, [])
        if not any(item.said == other.said for other in same):
            same.append(item)
            yield first if len(same) == 1 else _same_as(*named, len(same) - 1), item


def _same_as(kind: str, title: str, starts: date | None, number: int) -> str:
    said = f"{plain(kind)}|{same_name(title)}|{starts or ''}|{number}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]
