"""Tables as a run needs them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from service.imports.contents import Unread
from service.imports.faults import Fault
from service.imports.gathering.gathered import GatheredPeople
from service.imports.gathering.people import gather
from service.imports.gathering.records import record_of
from service.imports.reading.files import ReadFile
from service.imports.reading.tables import Table
from service.imports.records import ImportedRecord
from service.kit.languages import Bilingual

_NO_ROWS = Bilingual("There is no row below the headings.", "Không có dòng nào dưới tiêu đề.")


@dataclass(frozen=True)
class TableContents:
    """The people of the tables of a file."""

    file: ReadFile
    gathered: GatheredPeople

    @property
    def notes(self) -> Sequence[Bilingual]:
        """Return what was left out of the file."""
        empty = [] if len(self) or self.faults else [_NO_ROWS]
        return [*self.file.notes, *self.gathered.notes, *empty]

    @property
    def faults(self) -> Sequence[Fault]:
        """Return the rows that are nobody's."""
        return [self._placed(fault) for fault in self.gathered.faults]

    @property
    def headings(self) -> Sequence[tuple[str, Sequence[str]]]:
        """Return the headings of each table."""
        return [(table.name, [column.heading for column in table.columns]) for table in self.file.tables]

    @property
    def unknown(self) -> Sequence[str]:
        """Return the headings that no field is known for."""
        return list(dict.fromkeys(heading for _, heading in self.file.unknown))

    def __len__(self) -> int:
        return len(self.gathered.people)

    def records(self, start: int, end: int, today: date) -> tuple[list[ImportedRecord], Unread]:
        """Return the records of some people, and the rows of theirs that could not be read."""
        records, faults = list[ImportedRecord](), list[tuple[int | None, Fault]]()
        for person in self.gathered.people[start:end]:
            found, refused = record_of(self.gathered, person, today)
            faults += [(len(records) if found else None, self._placed(fault)) for fault in refused]
            records += [found] if found else []
        return records, faults

    def cells(self, fault: Fault) -> list[str]:
        """Return the words of the row of ``fault``, in the order of its headings."""
        table = self._table(fault)
        at = (0 if table.rows_of else table.place_of(fault.row)) if table is not None else None
        if table is None or at is None:
            return []
        cells = table.cells(at)
        return [cells[column.at] if column.at < len(cells) else "" for column in table.columns]

    def _table(self, fault: Fault) -> Table | None:
        return next((each for each in self.file.tables if each.name == fault.table), None)

    def _placed(self, fault: Fault) -> Fault:
        """Return ``fault`` at the row of its heading, where headings stand below one another."""
        table = self._table(fault)
        return replace(fault, row=table.rows_of.get(fault.column, fault.row)) if table is not None and table.rows_of else fault


def table_contents(file: ReadFile) -> TableContents:
    """Return the people of ``file``."""
    return TableContents(file, gather(file.tables))
