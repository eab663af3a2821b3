"""What a run needs of a file, whatever format it is of: how many people, the records of some of them, and what could not be read."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from service.imports.faults import Fault
from service.imports.records import ImportedRecord
from service.kit.languages import Bilingual

Unread = Sequence[tuple[int | None, Fault]]
"""Rows that could not be read, each with the place of its person among the records that came with them."""


class Contents(Protocol):
    """A file that was read. ``len`` counts people; ``faults`` are rows that are nobody's."""

    @property
    def notes(self) -> Sequence[Bilingual]:
        """What its sender should know of the file."""

    @property
    def faults(self) -> Sequence[Fault]:
        """Rows that are nobody's."""

    @property
    def headings(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The headings of each table, to be mapped; none where the format says by itself what everything means."""

    @property
    def unknown(self) -> Sequence[str]:
        """The headings that no field is known for."""

    def __len__(self) -> int: ...

    def records(self, start: int, end: int, today: date) -> tuple[list[ImportedRecord], Unread]:
        """Return the records of the people from ``start`` to before ``end``, and the rows of theirs that could not be read."""

    def cells(self, fault: Fault) -> list[str]:
        """Return the words of the row of ``fault``, in the order of its headings; none where the format has no rows of cells."""
