"""Who somebody named in a row is: found by key, ORCID iD, e-mail address or, where there is none of these, by name alone."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from models.search_key import search_words
from service.imports.faults import Fault
from service.imports.gathering.gathered import GatheredPeople, Person, Row
from service.imports.gathering.names import agree, without_titles
from service.imports.gathering.told_apart import beside, born_apart, told_apart
from service.imports.gathering.values import email_of, key_of, orcid_of
from service.imports.reading.empty_words import says_none
from service.imports.reading.heading_words import IDENTITY, POSITION
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual
from service.people.organisations.queries import same_letters, same_name

_APART = re.compile(r"[\s\-‐‑–]+")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def _address(words: str) -> str:
    """Return an address that can name a person, else nothing: what is no address is refused where the row is read."""
    found = email_of(words).lower()
    return found if "@" in found else ""


def _orcid(words: str) -> str:
    """Return an ORCID iD that can name a person, else nothing, so that a dash in two rows makes nobody the same."""
    found = orcid_of(words)
    return found if _ORCID.fullmatch(found) else ""


def same_key(words: str) -> str:
    """Return a key as it is compared: "CG-007" is "cg007", and a spreadsheet drops the zeros in front of a number."""
    found = _APART.sub("", key_of(words)).casefold()
    return found.lstrip("0") or found if found.isdecimal() else found


def keys_to_spell(tables: Sequence[Table]) -> frozenset[str]:
    """Return the keys, as they are compared, that lists of people write in more than one way: there "A-12" and "A12" are two people."""
    spelled: dict[str, str] = {}
    several = set()
    for table in tables:
        for place in columns_of(table, ("key",)):
            for words in (cells[place] for at in range(len(table)) if place < len(cells := table.cells(at))):
                key = same_key(words)
                several |= {key} if not key.isdecimal() and spelled.setdefault(key, key_of(words)) != key_of(words) else set()
    return frozenset(several)


_READ: Mapping[str, Callable[[str], str]] = {
    "key": same_key,
    "orcid": _orcid,
    "email": _address,
    POSITION: str,
}
_PARTS = ("family_name", "family_and_middle_name", "middle_name", "given_name")
_SAID = {"key": Bilingual("key", "mã"), "orcid": Bilingual("ORCID iD", "mã ORCID"), "email": Bilingual("e-mail address", "địa chỉ email")}


Index = dict[tuple[str, str], list[Person]]
"""People by each of their names: ("key" | "orcid" | "email" | "name", value)."""


def identity(cells: Sequence[str], columns: Mapping[str, int], spelled: Collection[str] = ()) -> tuple[dict[str, str], str]:
    """Return the keys and addresses that name a person in a row, as they are compared, and the name; keys ``spelled`` as they are."""
    said = {name: cells[place] for name, place in columns.items() if place < len(cells) and cells[place]}
    told = {name: said[name] for name in IDENTITY if name in said and not (name in {"email", "orcid"} and says_none(said[name]))}
    names = {name: read for name, words in told.items() if (read := _READ[name](words))}
    if names.get("key") in spelled:
        names["key"] = key_of(said["key"])
    whole = said.get("display_name") or " ".join(said[name] for name in _PARTS if name in said)
    return names, whole or said.get("vietnamese_name", "")


def whose(found: GatheredPeople, index: Index, row: Row, names: dict[str, str], name: str) -> Person | None:
    """Return whose row it is, a new person where nobody before has one of these names; None where they lead to different people."""
    table, at = found.tables[row[0]], row[1]
    same = candidates(index, names, name)
    if len(same) > 1:
        same = told_apart(found.tables, same, beside(table, at))
    if len(same) > 1:
        found.faults.append(fault(table, at, _heading(table, *names, "display_name"), several(found.tables, same)))
        return None
    person = same[0] if same else Person()
    differs = _difference(found.tables, person, names, name)
    if not differs and same and not names and (born := born_apart(found.tables, person, table, at)):
        differs = born.heading, _namesake(found.tables, person)
    if differs:
        column, message = differs
        found.faults.append(fault(table, at, _heading(table, column, *names) or column, message))
        return None
    if not same:
        found.people.append(person)
    _learn(index, person, names, name)
    return person


def candidates(index: Mapping[tuple[str, str], list[Person]], names: Mapping[str, str], name: str) -> list[Person]:
    """Return the people met so far who have one of ``names`` or, where none of these is known, are called ``name``."""
    found = [person for each in names.items() for person in index.get(each, [])]
    if not found and name:
        of_name = index.get(("name", same_name(without_titles(name))), [])
        # A namesake with another key is another person; a row with the name alone is whoever has it.
        found = [person for person in of_name if not (names and person.names)]
        found = _told_apart(found, name)
    return [person for at, person in enumerate(found) if not any(person is other for other in found[:at])]


def of_plain_name(index: Mapping[tuple[str, str], list[Person]], name: str) -> list[Person]:
    """Return the people met so far who are called ``name`` but for its accents, where it is written without any."""
    bare = without_titles(name)
    return _told_apart(index.get(("plain name", same_letters(bare)), []), name) if bare.isascii() else []


def _told_apart(people: list[Person], name: str) -> list[Person]:
    """Return the one of several namesakes whose key stands in a remark beside the name, as in "Lê An (thẻ 0432)"; else all."""
    chosen = [person for person in people if has_key_in_remark(person, name)] if len(people) > 1 else []
    return chosen if len(chosen) == 1 else people


def has_key_in_remark(person: Person, name: str) -> bool:
    """Return whether the brackets behind ``name`` hold the key of ``person``."""
    remark = frozenset(search_words(name.partition("(")[2]))
    return bool(person.key and remark & {person.key.casefold(), same_key(person.key).casefold()})


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


def _namesake(tables: Sequence[Table], person: Person) -> Bilingual:
    where = _place(tables, person)
    return Bilingual(
        f"{where.en} has the same name and another year of birth: give each person their own key or e-mail address, or correct the year.",
        f"{where.vi} trùng họ tên nhưng khác năm sinh: hãy ghi mã hoặc email riêng cho từng người, hoặc sửa năm sinh.",
    )


def _learn(index: Index, person: Person, names: Mapping[str, str], name: str) -> None:
    for each, value in names.items():
        if each not in person.names:
            person.names[each] = value
            index.setdefault((each, value), []).append(person)
    if name and not person.name:
        person.name = name
        index.setdefault(("name", same_name(without_titles(name))), []).append(person)
        index.setdefault(("plain name", same_letters(without_titles(name))), []).append(person)


def columns_of(table: Table, fields: Sequence[str]) -> list[int]:
    """Return the places of the columns that mean one of ``fields``."""
    return [column.at for column in table.columns if column.field in fields]


def _heading(table: Table, *fields: str) -> str:
    headings: Iterator[str] = (column.heading for name in fields for column in table.columns if column.field == name)
    return next(headings, "")


def fault(table: Table, at: int, column: str, message: Bilingual) -> Fault:
    """Return what is wrong with a row, by its place in the table."""
    return Fault(table.name, table.numbers[at], column, message)


def _place(tables: Sequence[Table], person: Person) -> Bilingual:
    if not person.rows:
        return Bilingual("Another row", "Một dòng khác")
    at, row = person.rows[0]
    sheet = tables[at].name
    of = f" ({sheet})" if len(tables) > 1 else ""
    return Bilingual(f"Row {tables[at].numbers[row]}{of}", f"Dòng {tables[at].numbers[row]}{of}")


def several(tables: Sequence[Table], people: Sequence[Person]) -> Bilingual:
    """Return that a row can be of any of ``people``, by their rows."""
    places = [_place(tables, person) for person in people[:3]]
    return Bilingual(
        f"It can be more than one person: {', '.join(place.en for place in places)}. Give each their own key, ORCID iD or e-mail address.",
        f"Có thể là nhiều người: {', '.join(place.vi for place in places)}. Hãy ghi mã, ORCID hoặc email riêng cho từng người.",
    )
