"""Namesakes told apart by what stands beside the name: a year of birth, an organisation, an e-mail address."""

import re
from collections.abc import Iterator, Sequence

from models.search_key import search_words
from service.imports.gathering.gathered import Person
from service.imports.reading.columns import Column
from service.imports.reading.tables import Table
from service.people.organisations.queries import same_letters

_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)")
_BESIDE = frozenset({None, "organisation", "email", "country"})
"""What columns mean that can say who somebody is; a year in others is that of a work."""
_FIRST_ROWS, _MOST_LETTERS, _SHORTEST = 5, 200, 3


def beside(table: Table, at: int) -> list[str]:
    """Return the cells of a row that can say which of several namesakes is meant."""
    cells = table.cells(at)
    return [cells[column.at] for column in table.columns if column.field in _BESIDE and column.at < len(cells) and cells[column.at]]


def told_apart(tables: Sequence[Table], people: Sequence[Person], words: Sequence[str]) -> list[Person]:
    """Return the one of ``people`` of whom alone ``words`` say something that stands in the person's own rows; all where there is none."""
    said = " | ".join(word[:_MOST_LETTERS] for word in words)
    if not said:
        return list(people)
    plain, years = f" {same_letters(said)} ", set(_YEAR.findall(said))
    chosen = [person for person in people if _is_meant(tables, person, said.lower(), plain, years)]
    return chosen if len(chosen) == 1 else list(people)


def born_apart(tables: Sequence[Table], person: Person, table: Table, at: int) -> Column | None:
    """Return the column by which a row is of somebody born in another year than ``person``; None where nothing says so."""
    cells = table.cells(at) if table.births else []
    for column in table.births:
        years = set(_YEAR.findall(cells[column.at])) if column.at < len(cells) else set()
        known = set(_births(tables, person))
        if years and known and not years & known:
            return column
    return None


def _is_meant(tables: Sequence[Table], person: Person, said: str, plain: str, years: set[str]) -> bool:
    by_address = bool(person.names.get("email")) and person.names["email"] in said
    return by_address or bool(years & set(_births(tables, person))) or any(f" {name} " in plain for name in _employers(tables, person))


def _births(tables: Sequence[Table], person: Person) -> Iterator[str]:
    for table, cells in _rows(tables, person):
        for column in table.births:
            yield from _YEAR.findall(cells[column.at]) if column.at < len(cells) else ()


def _employers(tables: Sequence[Table], person: Person) -> Iterator[str]:
    for table, cells in _rows(tables, person):
        for column in table.columns:
            words = cells[column.at] if column.field == "organisation" and column.at < len(cells) else ""
            if len(words) >= _SHORTEST and search_words(words):
                yield same_letters(words)


def _rows(tables: Sequence[Table], person: Person) -> Iterator[tuple[Table, list[str]]]:
    for table_at, at in person.rows[:_FIRST_ROWS]:
        yield tables[table_at], tables[table_at].cells(at)
