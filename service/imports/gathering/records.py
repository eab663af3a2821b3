"""People of a file as records: every cell read, every row either good or refused with the column and the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from models.vocabulary import EvidenceKind
from service.imports.faults import CellFault, Fault
from service.imports.gathering.consent_papers import with_papers
from service.imports.gathering.gathered import GatheredPeople, Person, Row
from service.imports.gathering.items import item_groups, read_items, read_value
from service.imports.gathering.names import names_of
from service.imports.gathering.values import PROSE
from service.imports.reading.column_words import OF_THE_PERSON
from service.imports.reading.columns import Column
from service.imports.reading.days import impossible_day
from service.imports.reading.empty_words import says_none
from service.imports.reading.heading_words import (
    CONSENT,
    CONSENT_PROOF,
    CONSENTS,
    IDENTITY,
    ITEMS,
    JOINED,
    NAMES,
    NAMES_IN_A_ROLE,
    PEOPLE,
    POSITION,
    WILLING,
    WILLINGNESS,
)
from service.imports.reading.person_names import names_in
from service.imports.reading.tables import Table
from service.imports.records import ImportedItem, ImportedRecord
from service.kit.languages import Bilingual

_CAN_BE_LEFT_OPEN = frozenset(
    {"languages", "sub_network", "themes", "hours_per_week", "available_from", "available_until", "name_order", *WILLINGNESS}
)
"""What a person can be entered without: a cell of these that cannot be read is told, and the rest of the row enters. Not the country:
without one, somebody is taken to live in Viet Nam."""
_NONE_IS_EMPTY = frozenset(
    {*CONSENT_PROOF, "email", "orcid", "available_from", "available_until", "starts", "ends", "period", "day"}
    | {"organisation", "source", "title", "aliases", "verified_by", "verified_on", "headline_vi", "headline_en"}
)
"""Where "không" or "x" is no value: it says that there is none."""
Said = dict[str, Any]


@dataclass
class _Draft:
    """A person while the rows are read; ``words`` are the cells that were read already, so that a repeated one is not read again."""

    fields: Said = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    items: list[ImportedItem] = field(default_factory=list)
    first: Row | None = None
    employed: bool = False  # the employer that a list of items repeats beside the person was taken in


def record_of(gathered: GatheredPeople, person: Person, today: date) -> tuple[ImportedRecord | None, list[Fault]]:
    """Return ``person`` as a record, made of the rows that can be read, with the faults of the others; None where there is no good row."""
    draft, faults, good = _Draft(), list[Fault](), list[Row]()
    for table_at, at in person.rows:
        table = gathered.tables[table_at]
        try:
            left_out = _add_row(draft, person, (table_at, at), table, today)
            draft.first = draft.first or (table_at, at)
            good.append((table_at, at))
            faults += [Fault(table.name, table.numbers[at], fault.field, _of_a_part(fault.message)) for fault in left_out]
        except CellFault as fault:
            faults.append(Fault(table.name, table.numbers[at], fault.field, fault.message))
    if person.name and faults and not draft.fields.keys() & {*NAMES, *IDENTITY}:
        return None, faults + _nobodys(gathered.tables, good, faults[0])
    return _record(gathered.tables, person, draft, draft.first) if draft.first else None, faults


def _nobodys(tables: Sequence[Table], rows: Sequence[Row], refused: Fault) -> list[Fault]:
    """Return the faults of ``rows`` that are of the person whom the ``refused`` row alone names."""
    of = f" ({refused.table})" if refused.table else ""
    message = Bilingual(
        f"Row {refused.row}{of}, which names the person, was refused: correct it and send both together.",
        f"Dòng {refused.row}{of} nêu tên người này đã bị từ chối: hãy sửa dòng đó rồi gửi lại cả hai.",
    )
    return [Fault(tables[table_at].name, tables[table_at].numbers[at], "", message) for table_at, at in rows]


def _record(tables: Sequence[Table], person: Person, draft: _Draft, first: Row) -> ImportedRecord:
    table_at, at = first
    said = {
        name: value for name, value in draft.fields.items() if not name.startswith((WILLING, CONSENT)) and name not in {"key", POSITION}
    }
    names = {} if person.unlisted else names_of(said)
    return ImportedRecord(
        row=tables[table_at].numbers[at],
        key=person.key,
        fields=_texts(said) | names,
        items=tuple(_without_repeated_posts(draft.items)),
        consents=_consents(draft.fields),
        willing={name.removeprefix(WILLING): value for name, value in draft.fields.items() if name.startswith(WILLING)},
        known=not names,
        table=tables[table_at].name,
        headings=draft.headings,
    )


def _without_repeated_posts(items: Sequence[ImportedItem]) -> list[ImportedItem]:
    """Return ``items`` without the post, beside the person and without a day, that a list of posts says again with its days."""
    undated = {post for item in items if not _is_dated(item) and (post := _post(item))}
    again = {post for item in items if undated and _is_dated(item) and (post := _post(item)) in undated}
    return [item for item in items if _is_dated(item) or _post(item) not in again] if again else list(items)


def _is_dated(item: ImportedItem) -> bool:
    return bool(item.fields.get("starts") or item.fields.get("ends"))


def _post(item: ImportedItem) -> tuple[str, str] | None:
    is_post = item.fields["kind"] is EvidenceKind.POSITION
    return (str(item.fields["title"]).casefold(), item.organisation.casefold()) if is_post else None


def _add_row(draft: _Draft, person: Person, row: Row, table: Table, today: date) -> list[CellFault]:
    """Take in a row of ``person``, and return the cells and works of it that had to be left out.

    Raises ``CellFault``, naming the column, and then nothing of the row is taken in but what names the person of a work that is refused.
    """
    at = row[1]
    _check_birth(table, at)
    filled = _filled(table, at, person.roles.get(row))
    filled += _merged_from_above(table, at, filled) if table.heads.spans else []
    filled = [(column, person.name if column.field == "display_name" and ";" in words else words) for column, words in filled]
    said, left_out = _person(draft, with_papers([each for each in filled if each[0].field not in ITEMS]), today)
    groups = item_groups(table, [each for each in filled if not (draft.employed and each[0].group == OF_THE_PERSON)])
    _check_named_apart(table, at, person.roles.get(row), groups)
    items, broken = read_items(table, at, groups, filled, today)
    for field_name, (column, words, value) in said.items():
        draft.fields[field_name], draft.words[field_name] = value, words
        draft.places[field_name], draft.headings[field_name] = table.numbers[at], column.heading
    works = [group for group in groups if group[0][0].group != OF_THE_PERSON]
    if broken and len(works) == 1 and len({column.group for column in table.columns if column.field in ITEMS} - {OF_THE_PERSON}) == 1:
        raise broken[0]  # the row is of one work, and that cannot be read
    draft.items += items
    draft.employed = draft.employed or any(column.group == OF_THE_PERSON for column, _ in filled)
    return left_out + broken


def _says(column: Column, cells: Sequence[str]) -> bool:
    words = cells[column.at]
    return bool(words) and not (column.field in _NONE_IS_EMPTY and says_none(words))


def _filled(table: Table, at: int, role: Column | None) -> list[tuple[Column, str]]:
    """Return the cells of a row that have words, each with its column; ``role`` is the one that names the person by a part in the work."""
    cells = table.cells(at)
    filled = [(column, cells[column.at]) for column in table.columns if column.field and column.at < len(cells) and _says(column, cells)]
    said = [each for each in filled if each[0].field != NAMES_IN_A_ROLE]
    group = next((column.group for column, _ in said if column.field == "title"), 0)
    return [*said, *([(replace(role, field="part", group=group), role.part.value)] if role and role.part else [])]


def _check_birth(table: Table, at: int) -> None:
    """Raise ``CellFault`` for a day of birth that no calendar has: it is not kept, but somebody mistyped the row."""
    cells = table.cells(at) if table.births else []
    for column in table.births:
        if column.at < len(cells) and (fault := impossible_day(cells[column.at])):
            raise CellFault(column.heading, fault.message)


def _check_named_apart(table: Table, at: int, role: Column | None, works: Sequence[object]) -> None:
    """Raise ``CellFault`` for a row of several works that names several people in a role: who did which is not told."""
    if role and len(works) > 1 and len(names_in(table.cells(at)[role.at])) > 1:
        raise CellFault(role.heading, _NOT_APART)


def _merged_from_above(table: Table, at: int, filled: Sequence[tuple[Column, str]]) -> list[tuple[Column, str]]:
    """Return what merged cells that begin in a row above say of the item of this row, where the row says something of an item itself."""
    own = {column.at for column, _ in filled}
    if not any(column.field in ITEMS for column, _ in filled):
        return []
    found = []
    for column in table.columns:
        start = table.heads.spans.get((table.numbers[at] - 1, column.at)) if column.field in ITEMS and column.at not in own else None
        above = table.place_of(start[0] + 1) if start else None
        words = table.cells(above)[column.at] if above is not None and above != at else ""
        found += [(column, words)] if words else []
    return found


def _person(draft: _Draft, filled: Sequence[tuple[Column, str]], today: date) -> tuple[dict[str, tuple[Column, str, Any]], list[CellFault]]:
    found, left_out = {}, list[CellFault]()
    for column, words in _joined(filled):
        name = column.field or ""
        if draft.words.get(name) == words:
            continue
        try:
            value = _not_yet_given(column, words, read_value(column, words), today)
        except CellFault as fault:
            if name not in _CAN_BE_LEFT_OPEN and name not in CONSENTS:
                raise
            left_out.append(_of_consent(fault) if name in CONSENTS else fault)
            if name in CONSENTS:
                found[name] = (column, words, None)
            continue
        if draft.fields.get(name) is not None and not _agrees(name, draft.fields[name], value):
            raise CellFault(
                column.heading,
                Bilingual(
                    f"Row {draft.places[name]} says something else of the same person: correct one, or give two people their own keys.",
                    f"Dòng {draft.places[name]} ghi khác về cùng một người: hãy sửa một dòng, hoặc ghi mã riêng nếu là hai người.",
                ),
            )
        if name not in draft.fields:
            found[name] = (column, words, value)
    return found, left_out


def _not_yet_given(column: Column, words: str, value: Any, today: date) -> Any:
    """Return ``value``; raises ``CellFault`` for a day of a consent that is still to come."""
    if column.field == "consent_given_on" and value is not None and value > today:
        raise CellFault(
            column.heading,
            Bilingual(f"“{words[:40]}” is still to come: correct the day.", f"“{words[:40]}” là ngày ở tương lai: hãy sửa lại."),
        )
    return value


def _joined(filled: Sequence[tuple[Column, str]]) -> Iterator[tuple[Column, str]]:
    """Yield ``filled`` with what several columns say of one text put together, under the first of them."""
    for column, words in filled:
        same = [cell for other, cell in filled if other.field == column.field] if column.field in JOINED else [words]
        if same[0] == words:
            yield column, (", " if column.field not in PROSE else "\n").join(dict.fromkeys(same))


def _agrees(name: str, before: Any, now: Any) -> bool:
    if name in {*NAMES, "key"}:
        return True  # that they can be one person's was seen when the rows were gathered
    if name == "email":
        return str(before).lower() == str(now).lower()
    return bool(before == now)


_NOT_APART = Bilingual(
    "The row tells of several works and names several people: give each work a row of its own.",
    "Dòng này ghi nhiều công trình và nhiều người: hãy ghi mỗi công trình một hàng riêng.",
)


def _of_consent(fault: CellFault) -> CellFault:
    said = fault.message
    return CellFault(fault.field, Bilingual(f"{said.en} The consent is not recorded.", f"{said.vi} Sự đồng ý này chưa được ghi nhận."))


def _of_a_part(message: Bilingual) -> Bilingual:
    return Bilingual(
        f"{message.en} It was left out; the rest of the row entered.", f"{message.vi} Phần này bị bỏ ra; phần còn lại của dòng đã nhập."
    )


def _texts(said: Said) -> Said:
    """Return ``said`` with texts in two languages as the API takes them."""
    found = {name: value for name, value in said.items() if name in PEOPLE and not name.startswith(("headline_", "biography_"))}
    for name in ("headline", "biography"):
        texts = {language: said[f"{name}_{language}"] for language in ("vi", "en") if f"{name}_{language}" in said}
        found |= {name: texts} if texts else {}
    return found


def _consents(said: Said) -> tuple[Mapping[str, Any], ...]:
    """Return the consents that a file says were given; a "no" is no withdrawal, which is the person's own word."""
    if any(said.get(name, "") is None for name in CONSENT_PROOF):
        return ()  # what proves it cannot be read
    proof = {name.removeprefix(CONSENT): said[name] for name in sorted(CONSENT_PROOF) if name in said}
    purposes = [name for name in CONSENTS if name not in CONSENT_PROOF]
    return tuple({"purpose": purpose.removeprefix(CONSENT), **proof} for purpose in purposes if said.get(purpose) is True)
