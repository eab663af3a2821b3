"""Tables that leave as CSV or XLSX; no cell of them is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import xlsxwriter

_MARK = "\ufeff"  # by which spreadsheet programs know UTF-8
_LONGEST_NAME, _LONGEST_CELL = 31, 32_767
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class TableFormat(StrEnum):
    """As what a table leaves."""

    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    TableFormat.CSV: "text/csv",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class OutputTable:
    """A table to write."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str]]


def as_csv(table: OutputTable) -> bytes:
    """Return ``table`` as CSV in UTF-8, with commas."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([harmless(heading) for heading in table.headings])
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return (_MARK + text.getvalue()).encode("utf-8", "replace")


def as_xlsx(tables: Sequence[OutputTable]) -> bytes:
    """Return ``tables`` as a workbook, every cell as text."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "constant_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for number, table in enumerate(tables, 1):
            sheet = workbook.add_worksheet(_name(table.name, number, [each.name for each in tables]))
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(len(table.headings) - 1, 0), 20)
            for column, heading in enumerate(table.headings):
                sheet.write_string(0, column, harmless(heading), bold)
            for place, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if cell:
                        sheet.write_string(place, column, harmless(cell)[:_LONGEST_CELL])
    return file.getvalue()


def harmless(cell: str) -> str:
    """Return ``cell`` with a quote before what a spreadsheet program would take for a formula; the import takes the quote off again."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def written(tables: Sequence[OutputTable], kind: TableFormat) -> bytes:
    """Return ``tables`` in a format; a CSV file has the first one alone."""
    return as_csv(tables[0]) if kind is TableFormat.CSV else as_xlsx(tables)


def _name(name: str, number: int, all_names: Sequence[str]) -> str:
    plain = name.translate(_NOT_IN_NAMES).strip("' ")[:_LONGEST_NAME].strip()
    shown = [each.translate(_NOT_IN_NAMES).strip("' ")[:_LONGEST_NAME].strip().lower() for each in all_names]
    return plain if plain and shown.count(plain.lower()) == 1 and plain.lower() != "history" else f"Sheet{number}"
