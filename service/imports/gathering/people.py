"""Whose row each row is: rows with one key, ORCID iD, e-mail address or, where there is none of these, one name are one person's."""

from collections.abc import Iterable, Mapping, Sequence

from service.imports.gathering.answers import answered_again, earlier_answers
from service.imports.gathering.asides import noted, passed_over, stands_alone
from service.imports.gathering.gathered import GatheredPeople, Person, Row
from service.imports.gathering.open_kinds import works_of_unsaid_kind
from service.imports.gathering.roles import authors_passed_over, give_to_named, names_by_role
from service.imports.gathering.values import key_of
from service.imports.gathering.whose import Index, columns_of, fault, identity, keys_to_spell, same_key, whose
from service.imports.reading.heading_words import IDENTITY, ITEMS, NAMES
from service.imports.reading.role_columns import keys_in
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual


def gather(tables: Sequence[Table]) -> GatheredPeople:
    """Return the people of all tables; tables with names come first, so that tables of items find whom they belong to."""
    found = GatheredPeople(tables, spelled=keys_to_spell([table for table in tables if _lists_people(table)]))
    index: Index = {}
    for at in sorted(range(len(tables)), key=lambda at: _turn(tables[at])):
        before = len(found.people)
        _gather_table(found, index, at)
        if _lists_items(tables[at]) and any(_lists_people(table) for table in tables):
            for person in found.people[before:]:
                person.unlisted = "key" in person.names
    return found


def _turn(table: Table) -> tuple[bool, bool, bool]:
    return names_by_role(table), _lists_items(table), not columns_of(table, NAMES)


def _lists_people(table: Table) -> bool:
    return bool(columns_of(table, NAMES) and columns_of(table, ("key",))) and not _lists_items(table)


def _lists_items(table: Table) -> bool:
    return bool(columns_of(table, ("kind",)) and columns_of(table, ("title",)))


def _gather_table(found: GatheredPeople, index: Index, table_at: int) -> None:
    table = found.tables[table_at]
    columns = {name: places[0] for name in (*IDENTITY, *NAMES) if (places := columns_of(table, (name,)))}
    repeats = _repeats(table, columns)
    aside, by_role = passed_over(table), names_by_role(table)
    again = answered_again(table, columns) - aside
    found.notes += [*noted(table, aside), *earlier_answers(table, again), *works_of_unsaid_kind(table), *authors_passed_over(table)]
    before: Person | None = None
    for at in range(len(table)):
        if at in aside or at in again:
            continue
        if by_role:
            give_to_named(found, index, (table_at, at))
            continue
        cells = table.cells(at)
        names, name = identity(cells, columns, found.spelled)
        if not names and not name:
            alone = (repeats or stands_alone(table, at)) and not _is_merged(table, at, columns.values())
            person = _continued(found, table, at, None if alone else before)
        else:
            shared = _sharing(found, index, (table_at, at), names, name, cells[columns["key"]] if "key" in names else "")
            if shared:
                before = None
                continue
            person = whose(found, index, (table_at, at), names, name)
            if person is not None and "key" in names:
                person.key = person.key or key_of(cells[columns["key"]])
        if person is not None:
            person.rows.append((table_at, at))
        before = person


def _sharing(found: GatheredPeople, index: Index, row: Row, names: Mapping[str, str], name: str, keys: str) -> bool:
    """Return whether a row names several people, as a work of several does, and give it to each of them.

    Names are divided by semicolons in a table of works; keys where one of them is known, and all of them together are nobody's.
    """
    table = found.tables[row[0]]
    if not names and ";" in name and columns_of(table, ("title",)):
        sharing = [("", one) for part in name.split(";") if (one := part.strip())]
    elif not name and (several := _several_keys(index, names, keys)):
        sharing = [(key, "") for key in several]
    else:
        return False
    for key, one in sharing:
        person = whose(found, index, row, {"key": same_key(key)} if key else {}, one)
        if person is not None:
            person.key = person.key or key
            person.rows.append(row)
    return True


def _several_keys(index: Index, names: Mapping[str, str], words: str) -> list[str]:
    keys = keys_in(words) if words and ("key", names["key"]) not in index else []
    return keys if len(keys) > 1 and any(("key", same_key(key)) in index for key in keys) else []


def _continued(found: GatheredPeople, table: Table, at: int, before: Person | None) -> Person | None:
    """Return the person of the row above for a row that names nobody, in a table that leaves repeated names out; else note a fault."""
    if before is not None and columns_of(table, tuple(ITEMS)):
        return before
    cells = table.cells(at)
    if any(column.field and column.at < len(cells) and cells[column.at] for column in table.columns):
        column = next((each for each in table.columns if each.field in {"display_name", "family_name", *IDENTITY}), None)
        found.faults.append(fault(table, at, column.heading if column else "", _NOBODY))
    return None


def _repeats(table: Table, columns: Mapping[str, int]) -> bool:
    """Return whether the table names a person again in the next row: then a row that names nobody is not a continuation."""
    before: object = None
    for at in range(len(table)):
        now = identity(table.cells(at), columns)
        if now == before and (now[0] or now[1]):
            return True
        before = now
    return False


def _is_merged(table: Table, at: int, places: Iterable[int]) -> bool:
    """Return whether a cell that names the person of the rows above is merged down to this row."""
    row = table.numbers[at] - 1
    return any((row, place) in table.heads.spans for place in places)


_NOBODY = Bilingual(
    "It names nobody: fill in the name, or the key, e-mail address or ORCID iD of the person.",
    "Dòng này không nêu tên ai: hãy điền họ tên, hoặc mã, email, ORCID của người đó.",
)
