"""One batch of records enters: whom they mean is looked up once for all, and everything is written with few statements.

Nothing is committed here. The counter of changes goes up once for the whole batch, and one event of the audit names all its people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.database import WriteSession
from models.experts import Expert, ImportedPerson
from models.vocabulary import NameOrder, Verification
from service.imports.checking import checked_item, checked_organisation, checked_person
from service.imports.entering.items import Item, item_changes
from service.imports.entering.known import KnownPeople, key_of_name, look_up, names_of
from service.imports.entering.organisations import Organisations
from service.imports.entering.people import changes_of, said_of, with_keys
from service.imports.entering.writing import Import, Rows, write
from service.imports.faults import CellFault, Fault
from service.imports.records import ImportedItem, ImportedRecord
from service.kit.languages import Bilingual
from service.people.profiles.changes import next_change_number
from service.people.profiles.operations import next_ids

Taken = dict[object, ImportedRecord]
"""Who was met in the batch, by id or by what names them."""


@dataclass
class Outcome:
    """``refused`` are faults, each with the person whom it is about; ``not_entered`` counts consents that were left out.

    ``people`` are the ids that the records became or are, None for those that did not enter, in their order; ``new`` those just added.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[tuple[Fault, str | None]] = field(default_factory=list)
    not_entered: int = 0
    people: list[str | None] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    def undone(self) -> "Outcome":
        """Return the same where nothing was kept: nobody of those who were added is there."""
        self.refused = [(fault, None if who in self.new else who) for fault, who in self.refused]
        self.people = [None if who in self.new else who for who in self.people]
        return self


def enter(session: WriteSession, what: Import, records: Sequence[ImportedRecord], organisations: Organisations) -> Outcome:
    """Add and change the people of ``records``; nobody is matched before consenting to it, and what people changed since stays."""
    number = next_change_number(session)
    known, outcome, rows = look_up(session, records, what.source), Outcome(), Rows()
    ids = iter(next_ids(session, len(records)))
    taken: Taken = {}
    for each in records:
        outcome.people.append(_enter_one(what, known, each, taken, ids, outcome, rows))
    outcome.added, outcome.changed, outcome.new = len(rows.added), len(rows.changed), rows.added
    outcome.unchanged = sum(who is not None for who in outcome.people) - outcome.added - outcome.changed
    outcome.not_entered = write(session, what, rows, organisations, number)
    return outcome


def _enter_one(
    what: Import, known: KnownPeople, each: ImportedRecord, taken: Taken, ids: Iterator[str], outcome: Outcome, rows: Rows
) -> str | None:
    """Make the rows of one record, and return whose it is; None where it is refused."""
    whom: str | None = None
    try:
        whom = known.whom(each)
        _check_once(taken, each, whom)
        fit, faults = _items(what, each)
        whom = _known_person(what, known, each, whom, fit, rows) if whom else _new_person(what, each, ids, fit, rows)
    except CellFault as fault:
        outcome.refused += [(refused, whom) for refused in _refused(each, fault)]
        return None
    outcome.refused += [(fault, whom) for fault in faults]
    return whom


def _refused(each: ImportedRecord, fault: CellFault) -> Iterator[Fault]:
    """Yield that nothing of a record enters: its own row, and the rows of its items."""
    own = (each.table, each.row)
    yield Fault(*own, each.headings.get(fault.field, fault.field), fault.message)
    for table, row in sorted({(item.table, item.row) for item in each.items} - {own}):
        headings = next((item.headings for item in each.items if (item.table, item.row) == (table, row)), {})
        heading = headings.get(fault.field) or headings.get("key", "")
        yield Fault(table, row, heading, fault.message if each.known else _WITH_PERSON)


def _check_once(taken: Taken, each: ImportedRecord, whom: str | None) -> None:
    """Raise ``CellFault`` for a second record of one person."""
    names: list[object] = [whom] if whom else list(names_of(each).values())
    before = next((taken[name] for name in names if name in taken), None)
    if before is not None:
        raise CellFault(
            next(iter(names_of(each)), "display_name"),
            Bilingual(
                f"It is the person of row {before.row} again, under another key or address: bring the two rows together.",
                f"Đây lại là người ở dòng {before.row}, với mã hoặc địa chỉ khác: hãy gộp hai dòng.",
            ),
        )
    taken.update(dict.fromkeys(names, each))


def _items(what: Import, each: ImportedRecord) -> tuple[list[Item], list[Fault]]:
    fit, faults = list[Item](), list[Fault]()
    for item in each.items:
        try:
            fit.append(_item(what, item))
        except CellFault as fault:
            faults.append(Fault(item.table, item.row, item.headings.get(fault.field, fault.field), fault.message))
    return fit, faults


def _item(what: Import, item: ImportedItem) -> Item:
    columns = dict(item.columns) if item.columns is not None else checked_item(item.fields, what.by.today)
    if columns["verification"] is not Verification.DECLARED and not what.vouched:
        raise CellFault("verification", _NOT_VOUCHED)
    return Item(columns, frozenset(item.fields), checked_organisation(item.organisation))


def _new_person(what: Import, each: ImportedRecord, ids: Iterator[str], items: Sequence[Item], rows: Rows) -> str:
    columns = checked_person({"country": "VN", **each.fields})
    expert_id = next(ids)
    changes = item_changes(expert_id, items, None, (), what.by.now.isoformat())
    rows.experts.append({**columns, "id": expert_id})
    rows.evidence += changes.new
    rows.imported.append(
        {
            "expert_id": expert_id,
            "source": what.source,
            "key": _key(each),
            "imported_at": what.by.now,
            "run_id": what.run_id,
            "fields": said_of(columns, each.fields) | ({"willing": dict(each.willing)} if each.willing else {}),
            "items": changes.kept,
        }
    )
    rows.willing += [{"expert_id": expert_id, "role": role, "willing": word} for role, word in each.willing.items()]
    rows.consents += [(expert_id, consent) for consent in each.consents]
    rows.added.append(expert_id)
    return expert_id


def _known_person(what: Import, known: KnownPeople, each: ImportedRecord, whom: str, items: Sequence[Item], rows: Rows) -> str:
    expert, kept = known.experts[whom], known.imported.get(whom)
    before = kept.fields if kept else {}
    now = said_of(checked_person({**_names(expert), **each.fields}), each.fields)
    columns, changes = (
        changes_of(expert, before, now),
        item_changes(whom, items, kept, known.evidence.get(whom, ()), what.by.now.isoformat()),
    )
    stored, said = known.willing.get(whom, {}), before.get("willing", {})
    willing = {role: word for role, word in each.willing.items() if stored.get(role) != word and stored.get(role) == said.get(role)}
    for name, value in columns.items():
        setattr(expert, name, _typed(name, value))
    if columns:
        with_keys(expert)
    rows.evidence += changes.new
    rows.evidence_changes |= changes.changed
    rows.willing += [{"expert_id": whom, "role": role, "willing": word} for role, word in willing.items()]
    consents = [(whom, consent) for consent in each.consents if consent["purpose"] not in known.consents.get(whom, ())]
    rows.consents += consents
    _keep(what, whom, each, kept, {**before, **now, **({"willing": {**said, **each.willing}} if each.willing else {})}, changes.kept, rows)
    if columns or changes or willing or consents:
        rows.changed.append(whom)
        rows.touched[whom] = expert
    return whom


def _keep(
    what: Import, whom: str, each: ImportedRecord, kept: ImportedPerson | None, fields: dict[str, Any], items: dict[str, Any], rows: Rows
) -> None:
    """Keep what the source says now; the moment stays where it says the same as before."""
    if kept is None:
        row = {"expert_id": whom, "source": what.source, "key": _key(each), "imported_at": what.by.now, "run_id": what.run_id}
        rows.imported.append({**row, "fields": fields, "items": items})
    elif kept.fields != fields or kept.items != items or (each.key and kept.key != each.key):
        kept.fields, kept.items, kept.imported_at, kept.run_id = fields, items, what.by.now, what.run_id
        kept.key = each.key or kept.key


def _key(each: ImportedRecord) -> str | None:
    if each.key:
        return each.key
    identified = each.fields.get("email") or each.fields.get("orcid")
    return None if identified or each.known else key_of_name(each.fields["display_name"])


def _names(expert: Expert) -> dict[str, Any]:
    """Return what every person must have, for a source that says only some of it."""
    return {name: getattr(expert, name) for name in ("display_name", "family_name", "given_name", "name_order", "country")}


def _typed(name: str, value: Any) -> Any:
    """Return what JSON keeps of a column as the column holds it."""
    if name in {"available_from", "available_until"} and value is not None:
        return date.fromisoformat(value)
    return NameOrder(value) if name == "name_order" else value


_NOT_VOUCHED = Bilingual(
    "Only a coordinator may say that it is documented or verified: leave it empty.",
    "Chỉ điều phối viên được ghi là có tài liệu hoặc đã xác minh: hãy để trống.",
)
_WITH_PERSON = Bilingual(
    "The row of its person was refused: correct that row and send both again.",
    "Dòng của người này đã bị từ chối: hãy sửa dòng đó rồi gửi lại cả hai.",
)
