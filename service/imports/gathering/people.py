"""Whose row each row is: rows with one key, ORCID iD, e-mail address or, where there is none of these, one name are one person's."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.search_key import search_words
from service.imports.faults import Fault
from service.imports.gathering.asides import noted, passed_over, stands_alone
from service.imports.gathering.names import agree, without_titles
from service.imports.gathering.values import email_of, key_of, orcid_of
from service.imports.reading.heading_words import IDENTITY, ITEMS, NAMES, POSITION
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual
from service.people.organisations.queries import same_name

Row = tuple[int, int]
"""Place of the table, place of the row within it."""


def _address(words: str) -> str:
    """Return an address that can name a person, else nothing: what is no address is refused where the row is read."""
    found = email_of(words).lower()
    return found if "@" in found else ""


def _same_key(words: str) -> str:
    """Return a key as it is compared: a spreadsheet drops the zeros in front of a number."""
    found = key_of(words)
    return found.lstrip("0") or found if found.isdecimal() else found


_READ: Mapping[str, Callable[[str], str]] = {
    "key": _same_key,
    "orcid": orcid_of,
    "email": _address,
    POSITION: str,
}
_PARTS = ("family_name", "family_and_middle_name", "middle_name", "given_name")
_SAID = {"key": Bilingual("key", "mã"), "orcid": Bilingual("ORCID iD", "mã ORCID"), "email": Bilingual("e-mail address", "địa chỉ email")}


@dataclass(slots=True)
class Person:
    """Somebody in the file: what names the person, and the rows; ``key`` as it is written first.

    ``unlisted``: a list of items gives a key that the list of people in the same file has not; only who is known already can have it.
    """

    name: str = ""
    key: str = ""
    unlisted: bool = False
    names: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


@dataclass
class GatheredPeople:
    """``people`` in the order in which the file names them first; ``faults`` are rows that are nobody's."""

    tables: Sequence[Table]
    people: list[Person] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Bilingual] = field(default_factory=list)


def gather(tables: Sequence[Table]) -> GatheredPeople:
    """Return the people of all tables; tables with names come first, so that tables of items find whom they belong to."""
    found = GatheredPeople(tables)
    index: dict[tuple[str, str], list[Person]] = {}
    for at in sorted(range(len(tables)), key=lambda at: (_lists_items(tables[at]), not _columns(tables[at], NAMES))):
        before = len(found.people)
        _gather_table(found, index, at)
        if _lists_items(tables[at]) and any(_lists_people(table) for table in tables):
            for person in found.people[before:]:
                person.unlisted = "key" in person.names
    return found


def _lists_people(table: Table) -> bool:
    return bool(_columns(table, NAMES) and _columns(table, ("key",))) and not _lists_items(table)


def _lists_items(table: Table) -> bool:
    return bool(_columns(table, ("kind",)) and _columns(table, ("title",)))


def _gather_table(found: GatheredPeople, index: dict[tuple[str, str], list[Person]], table_at: int) -> None:
    table = found.tables[table_at]
    columns = {name: places[0] for name in (*IDENTITY, *NAMES) if (places := _columns(table, (name,)))}
    repeats = _repeats(table, columns)
    aside = passed_over(table)
    found.notes += noted(table, aside)
    before: Person | None = None
    for at in range(len(table)):
        if at in aside:
            continue
        cells = table.cells(at)
        names, name = _identity(cells, columns)
        if not names and not name:
            alone = (repeats or stands_alone(table, at)) and not _is_merged(table, at, columns.values())
            person = _continued(found, table, at, None if alone else before)
        else:
            if not names and ";" in name and _columns(table, ("title",)):
                _share_row(found, index, (table_at, at), name)
                before = None
                continue
            person = _whose(found, index, (table_at, at), names, name)
            if person is not None and "key" in names:
                person.key = person.key or key_of(cells[columns["key"]])
        if person is not None:
            person.rows.append((table_at, at))
        before = person


def _share_row(found: GatheredPeople, index: dict[tuple[str, str], list[Person]], row: Row, name: str) -> None:
    """Give a row that names several people, as a work with its authors does, to each of them."""
    for one in (part.strip() for part in name.split(";") if part.strip()):
        person = _whose(found, index, row, {}, one)
        if person is not None:
            person.rows.append(row)


def _identity(cells: Sequence[str], columns: Mapping[str, int]) -> tuple[dict[str, str], str]:
    said = {name: cells[place] for name, place in columns.items() if place < len(cells) and cells[place]}
    names = {name: read for name in IDENTITY if name in said and (read := _READ[name](said[name]))}
    return names, said.get("display_name") or " ".join(said[name] for name in _PARTS if name in said)


def _continued(found: GatheredPeople, table: Table, at: int, before: Person | None) -> Person | None:
    """Return the person of the row above for a row that names nobody, in a table that leaves repeated names out; else note a fault."""
    if before is not None and _columns(table, tuple(ITEMS)):
        return before
    cells = table.cells(at)
    if any(column.field and column.at < len(cells) and cells[column.at] for column in table.columns):
        column = next((each for each in table.columns if each.field in {"display_name", "family_name", *IDENTITY}), None)
        found.faults.append(_fault(table, at, column.heading if column else "", _NOBODY))
    return None


def _whose(found: GatheredPeople, index: dict[tuple[str, str], list[Person]], row: Row, names: dict[str, str], name: str) -> Person | None:
    """Return whose row it is, a new person where nobody before has one of these names; None where they lead to different people."""
    table, at = found.tables[row[0]], row[1]
    same = _candidates(index, names, name)
    if len(same) > 1:
        found.faults.append(_fault(table, at, _heading(table, *names, "display_name"), _several(found.tables, same)))
        return None
    person = same[0] if same else Person()
    differs = _difference(found.tables, person, names, name)
    if differs:
        column, message = differs
        found.faults.append(_fault(table, at, _heading(table, column, *names), message))
        return None
    if not same:
        found.people.append(person)
    _learn(index, person, names, name)
    return person


def _candidates(index: Mapping[tuple[str, str], list[Person]], names: Mapping[str, str], name: str) -> list[Person]:
    found = [person for each in names.items() for person in index.get(each, [])]
    if not found and name:
        of_name = index.get(("name", same_name(without_titles(name))), [])
        # A namesake with another key is another person; a row with the name alone is whoever has it.
        found = [person for person in of_name if not (names and person.names)]
        found = _told_apart(found, name)
    return [person for at, person in enumerate(found) if not any(person is other for other in found[:at])]


def _told_apart(people: list[Person], name: str) -> list[Person]:
    """Return the one of several namesakes whose key stands in a remark beside the name, as in "Lê An (thẻ 0432)"; else all."""
    remark = frozenset(search_words(name.partition("(")[2])) if len(people) > 1 else frozenset()
    chosen = [person for person in people if person.key and remark & {person.key.casefold(), _same_key(person.key).casefold()}]
    return chosen if len(chosen) == 1 else people


def _difference(tables: Sequence[Table], person: Person, names: Mapping[str, str], name: str) -> tuple[str, Bilingual] | None:
    where = _place(tables, person)
    for name_of, value in names.items():
        before = person.names.get(name_of, value)
        if before != value:
            said, shown = _SAID.get(name_of, Bilingual(name_of, name_of)), value[:40]
            return name_of, Bilingual(
                f"{where.en} is the same person with another {said.en} than “{shown}”: correct one of the two rows.",
                f"{where.vi} là cùng một người nhưng {said.vi} khác với “{shown}”: hãy sửa một trong hai dòng.",
            )
    if name and person.name and name != person.name and not agree(name, person.name):
        return "display_name", Bilingual(
            f"{where.en} has the same key, ORCID iD or e-mail address and another name: give each person their own.",
            f"{where.vi} có cùng mã, ORCID hoặc email nhưng tên khác: hãy ghi mã hoặc email riêng cho từng người.",
        )
    return None


def _learn(index: dict[tuple[str, str], list[Person]], person: Person, names: Mapping[str, str], name: str) -> None:
    for each, value in names.items():
        if each not in person.names:
            person.names[each] = value
            index.setdefault((each, value), []).append(person)
    if name and not person.name:
        person.name = name
        index.setdefault(("name", same_name(without_titles(name))), []).append(person)


def _repeats(table: Table, columns: Mapping[str, int]) -> bool:
    """Return whether the table names a person again in the next row: then a row that names nobody is not a continuation."""
    before: object = None
    for at in range(len(table)):
        now = _identity(table.cells(at), columns)
        if now == before and (now[0] or now[1]):
            return True
        before = now
    return False


def _is_merged(table: Table, at: int, places: Iterable[int]) -> bool:
    """Return whether a cell that names the person of the rows above is merged down to this row."""
    row = table.numbers[at] - 1
    return any((row, place) in table.heads.spans for place in places)


def _columns(table: Table, fields: Sequence[str]) -> list[int]:
    return [column.at for column in table.columns if column.field in fields]


def _heading(table: Table, *fields: str) -> str:
    headings: Iterator[str] = (column.heading for name in fields for column in table.columns if column.field == name)
    return next(headings, "")


def _fault(table: Table, at: int, column: str, message: Bilingual) -> Fault:
    return Fault(table.name, table.numbers[at], column, message)


def _place(tables: Sequence[Table], person: Person) -> Bilingual:
    if not person.rows:
        return Bilingual("Another row", "Một dòng khác")
    at, row = person.rows[0]
    sheet = tables[at].name
    of = f" ({sheet})" if len(tables) > 1 else ""
    return Bilingual(f"Row {tables[at].numbers[row]}{of}", f"Dòng {tables[at].numbers[row]}{of}")


def _several(tables: Sequence[Table], people: Sequence[Person]) -> Bilingual:
    places = [_place(tables, person) for person in people[:3]]
    return Bilingual(
        f"It can be more than one person: {', '.join(place.en for place in places)}. Give each their own key, ORCID iD or e-mail address.",
        f"Có thể là nhiều người: {', '.join(place.vi for place in places)}. Hãy ghi mã, ORCID hoặc email riêng cho từng người.",
    )


_NOBODY = Bilingual(
    "It names nobody: fill in the name, or the key, e-mail address or ORCID iD of the person.",
    "Dòng này không nêu tên ai: hãy điền họ tên, hoặc mã, email, ORCID của người đó.",
)
