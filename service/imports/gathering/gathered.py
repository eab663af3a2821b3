"""The people of a file, while whose each row is is being found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from service.imports.faults import Fault
from service.imports.gathering.initials import Initials, by_initials
from service.imports.reading.columns import Column
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual

Row = tuple[int, int]
"""Place of the table, place of the row within it."""


@dataclass(slots=True)
class Person:
    """Somebody in the file: what names the person, and the rows; ``key`` as it is written first.

    ``unlisted``: a list of items gives a key that the list of people in the same file has not; only who is known already can have it.
    ``roles`` are the columns that name the person in a row by a role in its work.
    """

    name: str = ""
    key: str = ""
    unlisted: bool = False
    names: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    roles: dict[Row, Column] = field(default_factory=dict)


@dataclass
class GatheredPeople:
    """``people`` in the order in which the file names them first; ``faults`` are rows that are nobody's.

    ``spelled`` are the keys that are compared as they are written.
    """

    tables: Sequence[Table]
    people: list[Person] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Bilingual] = field(default_factory=list)
    spelled: frozenset[str] = frozenset()

    @cached_property
    def with_initials(self) -> Initials[Person]:
        """Return the people by how they are written with initials; asked for when all who stand in rows of their own are known."""
        return by_initials((person.name, person) for person in self.people if person.name)
