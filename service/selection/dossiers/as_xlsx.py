"""Writes a dossier as XLSX. Every cell holds text as text: nothing that begins like a formula or an address becomes one.

Numbers of tables are numbers, so that they can be sorted and added up.
"""

import io
import re
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from models.vocabulary import Language
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table
from service.selection.dossiers.qr import picture_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_NAME, _MOST_LETTERS = 31, 32_000  # of a sheet's name, and of a cell
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_SETTINGS: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MOST_DECIMALS = 3
_SIGNS = {Language.VI: ",", Language.EN: "."}
_NUMBER = re.compile(rf"\d{{1,9}}(?:\.(\d{{1,{_MOST_DECIMALS}}}))?", re.ASCII)
_OWN_NUMBER = re.compile(r"^\d+\. ")
_WIDE, _NARROW = 60, 16


def as_xlsx(dossier: Dossier) -> bytes:
    """Return ``dossier`` as a file; the same dossier gives the same bytes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, _SETTINGS) as book:
        made_at = dossier.made_at.replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": dossier.title, "subject": dossier.subject, "created": made_at})
        sheets = _Sheets(book, dossier.language)
        sheets.summary(dossier)
        for number, leaf in enumerate(dossier.leaves, 1):
            sheets.leaf(dossier, number, leaf)
        sheets.closing(dossier)
    return written.getvalue()


class _Sheets:
    def __init__(self, book: xlsxwriter.Workbook, language: Language) -> None:
        self._book, self._sign = book, _SIGNS[language]
        font = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self._text: Format = book.add_format({**font, "text_wrap": True})
        self._bold: Format = book.add_format({**font, "text_wrap": True, "bold": True})
        self._title: Format = book.add_format({**font, "bold": True, "font_size": 16})
        self._line: Format = book.add_format({**font})
        self._head: Format = book.add_format({**font, "text_wrap": True, "bold": True, "bottom": 1, "bg_color": "#EBEEF2"})
        self._right: Format = book.add_format({**font, "align": "right"})
        shown = ["0", *(f"0.{'0' * decimals}" for decimals in range(1, _MOST_DECIMALS + 1))]
        self._decimals: list[Format] = [book.add_format({**font, "align": "right", "num_format": one}) for one in shown]

    def summary(self, dossier: Dossier) -> None:
        """Write the title, the method and the tables on the first sheet."""
        sheet = self._sheet(words.SUMMARY.in_language(dossier.language), dossier)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 44)
        sheet.set_column(2, 12, _NARROW)
        row = self._opening(sheet, dossier)
        for table in dossier.tables:
            row = self._table(sheet, row + 1, table)
        sheet.fit_to_pages(1, 0)

    def leaf(self, dossier: Dossier, number: int, leaf: Leaf) -> None:
        """Write one person on a sheet of their own."""
        sheet = self._sheet(f"{number}. {_OWN_NUMBER.sub('', leaf.heading)}", dossier)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        sheet.write_string(0, 0, leaf.heading, self._title)
        row = self._pairs(sheet, 1, leaf.facts)
        for section in leaf.sections:
            row = self._pairs(sheet, row + 1, ((section.heading if place == 0 else "", line) for place, line in enumerate(section.lines)))
        sheet.fit_to_pages(1, 0)

    def closing(self, dossier: Dossier) -> None:
        """Write the lines to sign on and the seal on the last sheet."""
        sheet = self._sheet(dossier.signature_heading, dossier)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 80)
        row = self._pairs(sheet, 0, ((line, "_" * 40) for line in dossier.signatures))
        seal = dossier.seal
        row = self._pairs(sheet, row + 1, ((seal.label, seal.address), ("SHA-256", seal.fingerprint)))
        sheet.insert_image(row + 1, 0, "qr.png", {"image_data": picture_of(seal), "x_scale": 0.6, "y_scale": 0.6})

    def _opening(self, sheet: Worksheet, dossier: Dossier) -> int:
        sheet.write_string(0, 0, dossier.title, self._title)
        row = 1
        for text in filter(None, (dossier.reference, dossier.invented, dossier.made)):
            sheet.write_string(row, 0, text, self._line)
            row += 1
        row = self._pairs(sheet, row, dossier.facts)
        sheet.write_string(row + 1, 0, dossier.method_heading, self._bold)
        for place, line in enumerate(dossier.method):
            sheet.write_string(row + 2 + place, 0, f"{place + 1}. {line}", self._line)
        return row + 2 + len(dossier.method)

    def _table(self, sheet: Worksheet, row: int, table: Table) -> int:
        sheet.write_string(row, 0, table.heading, self._bold)
        for place, text in enumerate(table.columns):
            sheet.write_string(row + 1, place, text, self._head)
        for number, line in enumerate(table.rows, row + 2):
            for place, text in enumerate(line):
                self._cell(sheet, number, place, text, number=place in table.numbers)
        return row + 2 + len(table.rows)

    def _cell(self, sheet: Worksheet, row: int, place: int, text: str, *, number: bool) -> None:
        """Write a number as one, with as many decimals as it has in words; everything else as text."""
        written = text.replace(self._sign, ".") if "." not in text or self._sign == "." else ""
        found = _NUMBER.fullmatch(written) if number else None
        if found is None:
            sheet.write_string(row, place, text[:_MOST_LETTERS], self._right if number else self._text)
        else:
            sheet.write_number(row, place, float(written), self._decimals[len(found[1] or "")])

    def _pairs(self, sheet: Worksheet, row: int, pairs: Any) -> int:
        for label, value in pairs:
            sheet.write_string(row, 0, label, self._bold)
            sheet.write_string(row, 1, value[:_MOST_LETTERS], self._text)
            row += 1
        return row

    def _sheet(self, name: str, dossier: Dossier) -> Worksheet:
        sheet = self._book.add_worksheet(_NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME].strip())
        sheet.set_paper(9)
        sheet.set_landscape()
        mark = " · ".join(filter(None, (dossier.reference, dossier.invented))).replace("&", "&&")
        sheet.set_footer(f"&L{mark[:180]}&R&P/&N")
        return sheet
