"""The people whom somebody may see, with their items, in the fields of the import. Contact details and consents stay here.

Who wants to reach somebody asks the network, and a consent was given to this network alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Evidence, Expert, ImportedPerson, Willingness
from models.projects import Organisation
from models.vocabulary import Language, Verification
from service.imports.entering.people import plain
from service.imports.reading.heading_words import HEADINGS, ITEMS, PEOPLE, WILLING, WILLINGNESS
from service.imports.tables_out import OutputTable

_PERSON = tuple(field for field in PEOPLE if field != "email")
_ITEM = tuple(field for field in ITEMS if field not in {"period", "day"})
_NAME_AS_KEY = "="


@dataclass(frozen=True)
class PersonOut:
    """A person as words by field, lists still lists; and the items."""

    fields: Mapping[str, Any]
    items: Sequence[Mapping[str, Any]]


def people_out(session: Session, visible: sa.Select[Any]) -> list[PersonOut]:
    """Return the ``visible`` people in the order of their ids."""
    experts = session.scalars(visible.order_by(sa.func.length(col(Expert.id)), col(Expert.id))).all()
    ids = visible.with_only_columns(col(Expert.id))
    items, willing, keys = _items(session, ids), _willing(session, ids), _keys(session, ids)
    return [PersonOut(_person(expert, keys.get(expert.id, expert.id)) | willing[expert.id], items[expert.id]) for expert in experts]


def sheets(people: Sequence[PersonOut], language: Language) -> list[OutputTable]:
    """Return people and items as two tables, tied by the key."""
    names = ("Chuyên gia", "Minh chứng") if language is Language.VI else ("People", "Evidence")
    person, item = (*_PERSON, *WILLINGNESS), ("key", *_ITEM)
    items = (_row({"key": each.fields["key"], **one}, item) for each in people for one in each.items)
    return [
        OutputTable(names[0], _headings(person, language), (_row(each.fields, person) for each in people)),
        OutputTable(names[1], _headings(item, language), items),
    ]


def one_table(people: Sequence[PersonOut], language: Language) -> OutputTable:
    """Return one table with a row for each item, the person repeated."""
    fields = (*_PERSON, *WILLINGNESS, *_ITEM)
    rows = (_row({**each.fields, **one}, fields) for each in people for one in each.items or ({},))
    return OutputTable("", _headings(fields, language), rows)


def as_objects(people: Iterable[PersonOut]) -> Iterator[dict[str, Any]]:
    """Yield people as objects, their items within; what is empty is left out."""
    for each in people:
        items = [{name: value for name, value in item.items() if value not in _EMPTY} for item in each.items]
        yield {name: value for name, value in each.fields.items() if value not in _EMPTY} | {"items": items}


_EMPTY: tuple[Any, ...] = (None, "", [], False)


def _person(expert: Expert, key: str) -> dict[str, Any]:
    return {field: key if field == "key" else plain(getattr(expert, field)) for field in _PERSON}


def _items(session: Session, ids: sa.Select[Any]) -> defaultdict[str, list[dict[str, Any]]]:
    names = {row.id: row.name for row in session.execute(sa.select(col(Organisation.id), col(Organisation.name)))}
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in session.scalars(sa.select(Evidence).where(col(Evidence.expert_id).in_(ids))):
        item = {field: plain(getattr(row, field)) for field in _ITEM if field != "organisation"}
        item |= {"organisation": names.get(row.organisation_id or "", ""), "verification": _said(row.verification)}
        found[row.expert_id].append(item)
    for items in found.values():
        items.sort(key=lambda item: [str(item[field] or "") for field in ("kind", "starts", "title", "text", "ends", "organisation")])
    return found


def _said(verification: Verification) -> str:
    return "" if verification is Verification.DECLARED else verification.value


def _willing(session: Session, ids: sa.Select[Any]) -> defaultdict[str, dict[str, bool]]:
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for word in session.scalars(sa.select(Willingness).where(col(Willingness.expert_id).in_(ids))):
        found[word.expert_id][f"{WILLING}{word.role.value}"] = "yes" if word.willing else "no"
    return found


def _keys(session: Session, ids: sa.Select[Any]) -> dict[str, str]:
    """Return the key of each person in the first source that gave one; a name that stood for a key is none."""
    given = sa.select(ImportedPerson).where(col(ImportedPerson.expert_id).in_(ids), col(ImportedPerson.key).is_not(None))
    found: dict[str, str] = {}
    for row in session.scalars(given.order_by(col(ImportedPerson.source))):
        if row.key and not row.key.startswith(_NAME_AS_KEY):
            found.setdefault(row.expert_id, row.key)
    return found


def _headings(fields: Iterable[str], language: Language) -> list[str]:
    return [HEADINGS[field][0 if language is Language.VI else 1] for field in fields]


def _row(said: Mapping[str, Any], fields: Sequence[str]) -> list[str]:
    return [_words(said.get(field)) for field in fields]


def _words(value: Any) -> str:
    if value in {None, False} if not isinstance(value, list) else not value:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return "true" if value is True else str(value)
