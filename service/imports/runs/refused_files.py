"""Refused rows as a file in its sender's own columns, with the reason beside each, to be corrected and sent again."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from models.imports import ImportRefusal, ImportRun
from service.imports.tables_out import OutputTable

REASON = "Lý do / Reason"


def refused_tables(run: ImportRun, refused: Sequence[ImportRefusal]) -> list[OutputTable]:
    """Return the tables of a file with the rows alone that were refused; ``refused`` is ordered by sheet and row."""
    by_sheet = {sheet: list(rows) for sheet, rows in groupby(refused, key=lambda row: row.sheet)}
    found = [
        OutputTable(each["sheet"], [*each["headings"], REASON], _rows(by_sheet[each["sheet"]], len(each["headings"])))
        for each in run.headings
        if each["sheet"] in by_sheet
    ]
    return found or [OutputTable("", [REASON], [[_reason(row)] for row in refused])]


def _rows(refused: Sequence[ImportRefusal], width: int) -> Iterator[list[str]]:
    for _, faults in groupby(refused, key=lambda row: row.row):
        of_row = list(faults)
        cells = next((each.cells for each in of_row if each.cells), [])
        yield [*(cells + [""] * width)[:width], "; ".join(dict.fromkeys(_reason(each) for each in of_row))]


def _reason(row: ImportRefusal) -> str:
    where = f"{row.column}: " if row.column else ""
    return f"{where}{row.message_vi} / {row.message_en}"
