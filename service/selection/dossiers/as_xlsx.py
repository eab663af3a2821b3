"""Writes a dossier as XLSX. Every cell holds text as text: nothing that begins like a formula or an address becomes one.

Numbers of tables are numbers, so that they can be sorted and added up; each table stands on a sheet of its own, under headings that
stay in sight and are printed on every page. How high a row is, is said: a program that is not asked to show the sheet does not find out.
"""

import io
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from models.vocabulary import Language
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table
from service.selection.dossiers.qr import picture_of
from service.selection.dossiers.widths import shared_widths

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_NAME = 31  # of a sheet's name
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_SETTINGS: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MOST_DECIMALS = 3
_SIGNS = {Language.VI: ",", Language.EN: "."}
_NUMBER = re.compile(rf"\d{{1,9}}(?:\.(\d{{1,{_MOST_DECIMALS}}}))?", re.ASCII)
_OWN_NUMBER = re.compile(r"^\d+\. ")
_LABEL, _VALUE, _TABLE, _PADDING = 24, 104, 128, 3  # letters
_LETTERS = 1.14  # of a text to one of a column's width, which is measured in digits
_LINE, _TITLE, _HIGHEST = 13.5, 24.0, 409.0  # points; no program draws a row higher than the last
_MOST_LINES = int(_HIGHEST / _LINE)


def as_xlsx(dossier: Dossier) -> bytes:
    """Return ``dossier`` as a file; the same dossier gives the same bytes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, _SETTINGS) as book:
        made_at = dossier.made_at.replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": dossier.title, "subject": dossier.subject, "created": made_at})
        sheets = _Sheets(book, dossier)
        sheets.summary()
        for table in dossier.tables:
            sheets.table(table)
        for number, leaf in enumerate(dossier.leaves, 1):
            sheets.leaf(number, leaf)
        sheets.closing()
    return written.getvalue()


class _Sheets:
    def __init__(self, book: xlsxwriter.Workbook, dossier: Dossier) -> None:
        self._book, self._dossier, self._sign = book, dossier, _SIGNS[dossier.language]
        font = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self._text: Format = book.add_format({**font, "text_wrap": True})
        self._in_table: Format = book.add_format({**font, "text_wrap": True, "indent": 1})  # apart from the number before it
        self._bold: Format = book.add_format({**font, "text_wrap": True, "bold": True})
        self._title: Format = book.add_format({**font, "bold": True, "font_size": 16})
        self._line: Format = book.add_format({**font})
        head = {**font, "text_wrap": True, "bold": True, "bottom": 1, "bg_color": "#EBEEF2"}
        self._head: Format = book.add_format({**head, "indent": 1})
        self._head_right: Format = book.add_format({**head, "align": "right"})
        self._right: Format = book.add_format({**font, "align": "right"})
        shown = ["0", *(f"0.{'0' * decimals}" for decimals in range(1, _MOST_DECIMALS + 1))]
        self._decimals: list[Format] = [book.add_format({**font, "align": "right", "num_format": one}) for one in shown]

    def summary(self) -> None:
        """Write the title, what it is about and the method on the first sheet."""
        dossier = self._dossier
        sheet = self._sheet_of_pairs(words.SUMMARY.in_language(dossier.language), dossier.title)
        row = 1
        for text in filter(None, (dossier.reference, dossier.invented, dossier.made)):
            sheet.write_string(row, 0, text, self._line)
            row += 1
        row = self._pairs(sheet, row, dossier.facts)
        self._listed(sheet, row + 1, dossier.method_heading, [f"{place}. {line}" for place, line in enumerate(dossier.method, 1)])

    def table(self, table: Table) -> None:
        """Write a table on a sheet of its own, its headings in the first row."""
        sheet = self._sheet(table.heading)
        widths = [max(width, 6.0) for width in shared_widths(table, _TABLE, lambda text: len(text) + _PADDING)]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        self._row(sheet, 0, table.columns, widths, table.numbers)
        for number, line in enumerate(table.rows, 1):
            self._row(sheet, number, line, widths, table.numbers)
        if not table.rows:
            sheet.write_string(1, 0, words.NOBODY.in_language(self._dossier.language), self._line)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)

    def leaf(self, number: int, leaf: Leaf) -> None:
        """Write one person on a sheet of their own."""
        sheet = self._sheet_of_pairs(f"{number}. {_OWN_NUMBER.sub('', leaf.heading)}", leaf.heading)
        row = self._pairs(sheet, 1, leaf.facts)
        for section in leaf.sections:
            row = self._listed(sheet, row + 1, section.heading, section.lines)

    def closing(self) -> None:
        """Write the lines to sign on and the seal on the last sheet."""
        dossier, seal = self._dossier, self._dossier.seal
        sheet = self._sheet_of_pairs(dossier.signature_heading, dossier.signature_heading)
        row = self._pairs(sheet, 2, ((line, f"{'_' * 40}\n") for line in dossier.signatures))
        row = self._pairs(sheet, row + 1, ((seal.label, seal.address), ("SHA-256", seal.fingerprint)))
        sheet.insert_image(row + 1, 0, "qr.png", {"image_data": picture_of(seal), "x_scale": 0.6, "y_scale": 0.6})

    def _row(self, sheet: Worksheet, row: int, line: Sequence[str], widths: Sequence[float], numbers: Sequence[int] = ()) -> None:
        for place, text in enumerate(line):
            if row == 0:
                sheet.write_string(row, place, text, self._head_right if place in numbers else self._head)
            else:
                self._cell(sheet, row, place, text, number=place in numbers)
        _raise(sheet, row, max(len(_broken(text, width - 1)) for text, width in zip(line, widths, strict=True)))

    def _cell(self, sheet: Worksheet, row: int, place: int, text: str, *, number: bool) -> None:
        """Write a number as one, with as many decimals as it has in words; everything else as text."""
        written = text.replace(self._sign, ".") if "." not in text or self._sign == "." else ""
        found = _NUMBER.fullmatch(written) if number else None
        if found is None:
            sheet.write_string(row, place, text, self._right if number else self._in_table)
        else:
            sheet.write_number(row, place, float(written), self._decimals[len(found[1] or "")])

    def _listed(self, sheet: Worksheet, row: int, heading: str, lines: Sequence[str]) -> int:
        return self._pairs(sheet, row, ((heading if place == 0 else "", line) for place, line in enumerate(lines)))

    def _pairs(self, sheet: Worksheet, row: int, pairs: Iterable[tuple[str, str]]) -> int:
        """Write what is said beside what it is called; what is higher than a row can be goes on in the next."""
        for label, value in pairs:
            lines = _broken(value, _VALUE)
            parts = [value] if len(lines) <= _MOST_LINES else ["\n".join(part) for part in _parts(lines)]
            for place, part in enumerate(parts):
                sheet.write_string(row, 0, label if place == 0 else "", self._bold)
                sheet.write_string(row, 1, part, self._text)
                _raise(sheet, row, max(len(_broken(part, _VALUE)), len(_broken(label, _LABEL))))
                row += 1
        return row

    def _sheet_of_pairs(self, name: str, title: str) -> Worksheet:
        sheet = self._sheet(name)
        sheet.set_column(0, 0, _LABEL)
        sheet.set_column(1, 1, _VALUE)
        sheet.set_row(0, _TITLE)
        sheet.write_string(0, 0, title, self._title)
        return sheet

    def _sheet(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(self._unused(_NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME].strip()))
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        mark = " · ".join(filter(None, (self._dossier.reference, self._dossier.invented))).replace("&", "&&")
        sheet.set_footer(f"&L{mark[:180]}&R&P/&N")
        return sheet

    def _unused(self, name: str) -> str:
        """Return ``name``, with a number where another sheet is called so."""
        used, found, number = {sheet.get_name().casefold() for sheet in self._book.worksheets()}, name, 1
        while found.casefold() in used:
            number += 1
            found = f"{name[: _LONGEST_NAME - 5]} ({number})"
        return found


def _broken(text: str, width: float) -> list[str]:
    """Return the lines that a column so many letters wide breaks ``text`` into."""
    return [line for part in text.split("\n") for line in textwrap.wrap(part, max(int(width * _LETTERS), 1)) or [""]]


def _parts(lines: list[str]) -> Iterable[list[str]]:
    return (lines[start : start + _MOST_LINES] for start in range(0, len(lines), _MOST_LINES))


def _raise(sheet: Worksheet, row: int, lines: int) -> None:
    sheet.set_row(row, min(lines * _LINE + 1.5, _HIGHEST))
