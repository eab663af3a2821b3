"""People of a file as records: every cell read, every row either good or refused with the column and the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from matching.text.languages import language_of
from models.vocabulary import EvidenceKind
from service.imports.checking import checked_item
from service.imports.faults import CellFault, Fault
from service.imports.gathering.lists import listed
from service.imports.gathering.names import names_of
from service.imports.gathering.people import GatheredPeople, Person, Row
from service.imports.gathering.values import PROSE, SAID_FREELY, value_of
from service.imports.reading.column_words import OF_THE_PERSON
from service.imports.reading.heading_words import CONSENT, CONSENTS, IDENTITY, ITEMS, JOINED, NAMES, PEOPLE, POSITION, WILLING, WILLINGNESS
from service.imports.reading.headings import names_post
from service.imports.reading.layout import Column
from service.imports.reading.tables import Table
from service.imports.records import ImportedItem, ImportedRecord
from service.kit.languages import Bilingual

_MAKES_AN_ITEM = {"kind", "title", "text", "organisation", "starts", "ends", "period", "day"}
_SAYS_WHAT = {"kind", "title", "text", "organisation"}
_MISSING_KIND = Bilingual(
    "The kind of the item is missing: write position, publication, patent, award, … in a column “Loại” or “kind”.",
    "Thiếu loại minh chứng: hãy ghi vị trí công tác, công bố khoa học, sáng chế, giải thưởng, … ở cột “Loại”.",
)
_MISSING_TITLE = Bilingual("The title is missing: write what it is called.", "Thiếu tên: hãy ghi tên của mục này.")
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'"}
_CAN_BE_LEFT_OPEN = frozenset(
    {"country", "languages", "sub_network", "themes", "hours_per_week", "available_from", "available_until", "name_order", *WILLINGNESS}
)
"""What a person can be entered without: a cell of these that cannot be read is told, and the rest of the row enters."""
_HEADLINES = {"headline_vi", "headline_en"}
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
    draft, faults = _Draft(), list[Fault]()
    for table_at, at in person.rows:
        table = gathered.tables[table_at]
        try:
            left_out = _add_row(draft, table, at, today)
            draft.first = draft.first or (table_at, at)
            faults += [Fault(table.name, table.numbers[at], fault.field, _of_a_part(fault.message)) for fault in left_out]
        except CellFault as fault:
            faults.append(Fault(table.name, table.numbers[at], fault.field, fault.message))
    return _record(gathered.tables, person, draft, draft.first) if draft.first else None, faults


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
        items=tuple(draft.items),
        consents=_consents(draft.fields),
        willing={name.removeprefix(WILLING): value for name, value in draft.fields.items() if name.startswith(WILLING)},
        known=not names,
        table=tables[table_at].name,
        headings=draft.headings,
    )


def _add_row(draft: _Draft, table: Table, at: int, today: date) -> list[CellFault]:
    """Take in a row, and return the cells and works of it that had to be left out.

    Raises ``CellFault``, naming the column, and then nothing of the row is taken in.
    """
    cells = table.cells(at)
    filled = [(column, cells[column.at]) for column in table.columns if column.field and column.at < len(cells) and cells[column.at]]
    filled += _merged_from_above(table, at, filled) if table.heads.spans else []
    said, left_out = _person(draft, [each for each in filled if each[0].field not in ITEMS])
    groups = _groups(table, [each for each in filled if not (draft.employed and each[0].group == OF_THE_PERSON)])
    items, broken = _items(table, at, groups, filled, today)
    if broken and len({column.group for column in table.columns if column.field in ITEMS} - {OF_THE_PERSON}) == 1:
        raise broken[0]  # the row is of one work, and that cannot be read
    for name, (column, words, value) in said.items():
        draft.fields[name], draft.words[name] = value, words
        draft.places[name], draft.headings[name] = table.numbers[at], column.heading
    draft.items += items
    draft.employed = draft.employed or any(column.group == OF_THE_PERSON for column, _ in filled)
    return left_out + broken


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


def _person(draft: _Draft, filled: Sequence[tuple[Column, str]]) -> tuple[dict[str, tuple[Column, str, Any]], list[CellFault]]:
    found, left_out = {}, list[CellFault]()
    for column, words in _joined(filled):
        name = column.field or ""
        if draft.words.get(name) == words:
            continue
        try:
            value = _value(column, words)
        except CellFault as fault:
            if name not in _CAN_BE_LEFT_OPEN:
                raise
            left_out.append(fault)
            continue
        if name in draft.fields and not _agrees(name, draft.fields[name], value):
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


def _groups(table: Table, filled: Sequence[tuple[Column, str]]) -> list[Sequence[tuple[Column, str]]]:
    """Return the cells of each item of a row, one item for each work that a cell lists."""
    groups: dict[int, list[tuple[Column, str]]] = {}
    for column, words in filled:
        if column.field in ITEMS:
            groups.setdefault(column.group, []).append((column, words))
    items = [
        group
        for place, group in groups.items()
        if any(column.field in _MAKES_AN_ITEM for column, _ in group) and _tells_more_than_when(table, place)
    ]
    return [each for group in items for each in _one_each(group)]


def _items(
    table: Table, at: int, groups: Sequence[Sequence[tuple[Column, str]]], filled: Sequence[tuple[Column, str]], today: date
) -> tuple[list[ImportedItem], list[CellFault]]:
    """Return the items of a row, and the faults of those that cannot be read."""
    headline = next((words for column, words in filled if column.field in _HEADLINES and names_post(column.heading)), "")
    items, broken = list[ImportedItem](), list[CellFault]()
    for group in groups:
        try:
            items.append(_item(table, at, group, today, headline))
        except CellFault as fault:
            broken.append(fault)
    return items, broken


def _tells_more_than_when(table: Table, group: int) -> bool:
    """Return whether the columns of an item say what it is: a year alone, beside a person, is of nothing that is told."""
    return any(column.field in _SAYS_WHAT or column.kind for column in table.columns if column.group == group) or table.kind is not None


def _one_each(group: Sequence[tuple[Column, str]]) -> Iterator[Sequence[tuple[Column, str]]]:
    """Yield ``group``, or for a cell that lists works, one each with what it tells of it."""
    column, words = group[0]
    if not column.listed and not (column.kind and column.field == "title" and len(group) == 1):
        yield group
        return
    for told in listed(words):
        yield [(replace(column, field=field, kind=None if "kind" in told else column.kind), said) for field, said in told.items()]


def _item(table: Table, at: int, filled: Sequence[tuple[Column, str]], today: date, headline: str) -> ImportedItem:
    said = {column.field or "": _value(column, words) for column, words in filled}
    named = [(column.field, column.heading) for column in table.columns if column.field in IDENTITY]
    headings = {name or "": heading for name, heading in [*named, *((column.field, column.heading) for column, _ in filled)]}
    organisation = said.pop("organisation", "")
    said |= _dates(said) | _own_words(said, filled)
    kind = said.get("kind") or next((column.kind for column, _ in filled if column.kind), None) or table.kind or _guessed(organisation)
    if kind is None:
        raise CellFault(_heading_of(table, "kind", filled[0][0].heading), _MISSING_KIND)
    title = _title(said.get("title", "")) or (headline if kind is EvidenceKind.POSITION and organisation else "") or organisation
    if not _title(said.get("title", "")) and _is_told_apart(table, filled[0][0].group):
        raise CellFault(_heading_of(table, "title", filled[0][0].heading), _MISSING_TITLE)
    part = next((column.part for column, _ in filled if column.part), None)
    fields = {
        **({"part": part} if part else {}),
        **{name: value for name, value in said.items() if value is not None},
        "kind": kind,
        "title": title,
        "language": said.get("language") or language_of(f"{title} {said.get('text', '')}"),
    }
    try:
        checked = checked_item(fields, today)
    except CellFault as fault:
        where = next((column.heading for name in (fault.field, "period", "day") for column, _ in filled if column.field == name), None)
        words = next((words for column, words in filled if column.heading == where), "")
        raise CellFault(where or _heading_of(table, fault.field, filled[0][0].heading), _about(words, fault.message)) from None
    return ImportedItem(table.numbers[at], {name: checked[name] for name in fields}, organisation, (), table.name, headings, checked)


def _title(words: str) -> str:
    """Return a title without the marks that quote all of it; what has no letter, such as "...", is none."""
    bare = words[1:-1].strip() if words[:1] in _QUOTES and words[-1:] == _QUOTES[words[:1]] and words[:1] not in words[1:-1] else words
    return bare if any(letter.isalpha() for letter in bare) else ""


def _is_told_apart(table: Table, group: int) -> bool:
    """Return whether a column says the kind of each item and another its title: then a row without a title has lost it."""
    return {"kind", "title"} <= {column.field for column in table.columns if column.group == group}


def _own_words(said: Said, filled: Sequence[tuple[Column, str]]) -> Said:
    """Return the text with what was said of the part, outcome or scale in words that no code stands for."""
    own = [
        f"{column.heading}: {words}"
        for column, words in filled
        if column.field and column.field in SAID_FREELY and said[column.field] is None
    ]
    return {"text": "\n".join([*([said["text"]] if said.get("text") else []), *own])} if own else {}


def _of_a_part(message: Bilingual) -> Bilingual:
    return Bilingual(
        f"{message.en} It was left out; the rest of the row entered.", f"{message.vi} Phần này bị bỏ ra; phần còn lại của dòng đã nhập."
    )


def _about(words: str, message: Bilingual) -> Bilingual:
    """Return ``message`` with the words of the cell in front, unless it names them itself."""
    if not words or "“" in message.en:
        return message
    return Bilingual(*(f"“{words[:40]}”: {text[:1].lower()}{text[1:]}" for text in message))


def _dates(said: Said) -> Said:
    """Return start and end of a column that says both, or of one day, which is both; those that are said apart come first."""
    first, last = said.pop("period", (None, None))
    day, last_day = said.pop("day", (None, None))
    if first is None and last is None:
        first, last = day, last_day
    if "starts" not in said and "ends" not in said:
        return {"starts": first, "ends": last}
    return {"starts": said.get("starts") or first, "ends": said.get("ends")}


def _guessed(organisation: str) -> EvidenceKind | None:
    """Return that work at an organisation is a position, where nothing else says what it is."""
    return EvidenceKind.POSITION if organisation else None


def _value(column: Column, words: str) -> Any:
    try:
        return value_of(column.field or "", words)
    except CellFault as fault:
        raise CellFault(column.heading, fault.message) from None


def _heading_of(table: Table, field: str, other: str) -> str:
    """Return the heading of ``field``, or, in a table without it, ``other``: a column that the file has."""
    return next((column.heading for column in table.columns if column.field == field), other)


def _texts(said: Said) -> Said:
    """Return ``said`` with texts in two languages as the API takes them."""
    found = {name: value for name, value in said.items() if name in PEOPLE and not name.startswith(("headline_", "biography_"))}
    for name in ("headline", "biography"):
        texts = {language: said[f"{name}_{language}"] for language in ("vi", "en") if f"{name}_{language}" in said}
        found |= {name: texts} if texts else {}
    return found


def _consents(said: Said) -> tuple[Mapping[str, Any], ...]:
    """Return the consents that a file says were given; a "no" is no withdrawal, which is the person's own word."""
    proof = {name: said[f"{CONSENT}{name}"] for name in ("given_on", "means", "document") if f"{CONSENT}{name}" in said}
    purposes = [name.removeprefix(CONSENT) for name in CONSENTS if name.removeprefix(CONSENT) not in {"given_on", "means", "document"}]
    return tuple({"purpose": purpose, **proof} for purpose in purposes if said.get(f"{CONSENT}{purpose}") is True)
