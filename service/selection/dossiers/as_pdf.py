"""Writes a dossier as PDF on A4, in a font that carries every Vietnamese letter. Text is drawn as it stands and never read as markup."""

from contextlib import closing
from pathlib import Path

import font_roboto
from fpdf import FPDF
from fpdf.enums import Align, TableBordersLayout, VAlign, XPos, YPos
from fpdf.fonts import FontFace, TTFFont

from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Section, Table
from service.selection.dossiers.qr import picture_of
from service.selection.dossiers.widths import shared_widths

MEDIA_TYPE = "application/pdf"
FONTS = Path(font_roboto.__file__).parent / "files"
FONT = "Roboto"
_MARGIN, _LINE, _QR = 16.0, 5.0, 30.0
_SMALL, _BODY, _NAME, _TITLE = 8.5, 10.0, 14.5, 18.0
_DENSE, _DENSE_LINE = 8.6, 3.7  # of the pages of people
_GREY, _BLACK, _LIGHT = (90, 90, 90), (0, 0, 0), (235, 238, 242)
_ARROWS = str.maketrans({"→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "★": "*", "✓": "v", "✔": "v", "−": "-"})
_INDENT, _LABEL, _PADDING = 4.0, 50.0, 3.2


def as_pdf(dossier: Dossier) -> bytes:
    """Return ``dossier`` as a file; the same dossier gives the same bytes."""
    # How many pages there are is known at the end. A placeholder that is filled in later could also stand in somebody's text.
    with closing(_Sheet(dossier, 0)) as counted:
        counted.write_all()
    with closing(_Sheet(dossier, counted.page_no())) as sheet:
        sheet.write_all()
        return bytes(sheet.output())


class _Sheet(FPDF):
    def __init__(self, dossier: Dossier, pages: int) -> None:
        super().__init__(format="A4")
        self.dossier, self.how_many = dossier, pages
        self.str_alias_nb_pages = ""
        self.body, self.step = _BODY, _LINE
        self.set_creation_date(dossier.made_at)
        self.set_title(dossier.title)
        self.set_subject(dossier.subject)
        self.set_lang(dossier.language.value)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(auto=True, margin=_MARGIN + 4)
        self.add_font(FONT, "", FONTS / "Roboto-Regular.ttf")
        self.add_font(FONT, "B", FONTS / "Roboto-Bold.ttf")
        fonts = (font for font in self.fonts.values() if isinstance(font, TTFFont))
        self.drawn_letters, self.left_out = frozenset(letter for font in fonts for letter in font.cmap), False

    def write_all(self) -> None:
        """Write the whole dossier."""
        self.add_page()
        self.opening()
        for table in self.dossier.tables:
            self.table_of(table)
        for leaf in self.dossier.leaves:
            self.leaf(leaf)
        self.closing()

    def close(self) -> None:
        """Let go of the files of the fonts, which the library keeps open."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def normalize_text(self, text: str) -> str:
        """Return ``text`` in letters that the font has; the library would leave out the others without a word."""
        found = "".join(
            letter if letter.isspace() or ord(letter) in self.drawn_letters else words.NO_LETTER
            for letter in text.translate({sign: plain for sign, plain in _ARROWS.items() if sign not in self.drawn_letters})
        )
        self.left_out |= words.NO_LETTER in found
        return super().normalize_text(found)

    def header(self) -> None:
        """Say on every page that it is for reference, and that people are invented where they are."""
        self._write(self.dossier.reference, _SMALL, colour=_GREY)
        if self.dossier.invented:
            self._write(self.dossier.invented, _SMALL, bold=True)
        self.ln(3)

    def footer(self) -> None:
        """Number the pages, and name the dossier on each."""
        self.set_y(-_MARGIN)
        page = words.PAGE.in_language(self.dossier.language).format(page=self.page_no(), pages=self.how_many)
        self._font(_SMALL, colour=_GREY)
        half = self.epw / 2
        self.cell(half, _LINE, f"{self.dossier.title}: {self.dossier.seal.fingerprint[:16]}")
        self.cell(half, _LINE, page, align=Align.R)

    def opening(self) -> None:
        """Write the title, what it is about, and how it came about."""
        self._write(self.dossier.title, _TITLE, bold=True)
        self._write(self.dossier.made, _SMALL, colour=_GREY)
        self.ln(2)
        self._facts(self.dossier.facts)
        self._heading(self.dossier.method_heading)
        for number, line in enumerate(self.dossier.method, 1):
            self._item(f"{number}.", line)

    def table_of(self, table: Table) -> None:
        """Write a table whose headings stand on every page that it takes."""
        self._heading(table.heading)
        if not table.rows:
            self._write(words.NOBODY.in_language(self.dossier.language))
            return
        aligned = [Align.R if place in table.numbers else Align.L for place in range(len(table.columns))]
        self._font(_SMALL, bold=True)
        widths = shared_widths(table, self.epw, self._wide)
        self._font(_SMALL)
        with self.table(
            col_widths=widths,
            text_align=aligned,
            v_align=VAlign.T,
            line_height=4.2,
            padding=1,
            headings_style=FontFace(emphasis="BOLD", fill_color=_LIGHT),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        ) as drawn:
            for row in (table.columns, *table.rows):
                drawn.row(row)

    def leaf(self, leaf: Leaf) -> None:
        """Write one person on a page of their own."""
        self.add_page()
        self.body, self.step = _DENSE, _DENSE_LINE
        self._write(leaf.heading, _NAME, bold=True)
        self.ln(1)
        self._facts(leaf.facts)
        for section in leaf.sections:
            self._section(section)
        self.body, self.step = _BODY, _LINE

    def closing(self) -> None:
        """Write the lines to sign on and the seal, together on one page."""
        height = 14.0 * len(self.dossier.signatures) + _QR + 40
        if self.dossier.leaves or self.get_y() + height > self.h - _MARGIN:
            self.add_page()
        self._heading(self.dossier.signature_heading)
        for line in self.dossier.signatures:
            self.ln(9)
            self._font(_BODY)
            self.cell(60, _LINE, line)
            self.line(self.get_x(), self.get_y() + _LINE, self.w - _MARGIN, self.get_y() + _LINE)
            self.ln(_LINE)
        self.ln(10)
        top = self.get_y()
        self.image(picture_of(self.dossier.seal), x=_MARGIN, y=top, w=_QR)
        self.set_left_margin(_MARGIN + _QR + 4)
        self.set_xy(self.l_margin, top + 4)
        for line in (f"{self.dossier.seal.label}:", self.dossier.seal.address, f"SHA-256: {self.dossier.seal.fingerprint}"):
            self._write(line, _SMALL)
        self.set_left_margin(_MARGIN)
        if self.left_out:
            self.set_y(top + _QR + 6)
            self._write(words.LEFT_OUT.in_language(self.dossier.language), _SMALL)

    def _section(self, section: Section) -> None:
        self._heading(section.heading)
        for line in section.lines:
            self._item("–", line)

    def _facts(self, found: tuple[tuple[str, str], ...]) -> None:
        """Write what is said beside what it is called; the longer of the two says where the next begins."""
        for label, value in found:
            if self.get_y() > self.h - _MARGIN - 15:
                self.add_page()
            page, top = self.page_no(), self.get_y()
            self._font(self.body, bold=True)
            self.multi_cell(_LABEL, self.step, f"{label}:", align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            below = self.get_y()
            self.set_xy(self.l_margin + _LABEL, top)
            self._font(self.body)
            self.multi_cell(0, self.step, value, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            if self.page_no() == page:
                self.set_y(max(below, self.get_y()))

    def _wide(self, text: str) -> float:
        return float(self.get_string_width(text)) + _PADDING

    def _item(self, mark: str, line: str) -> None:
        self._font(self.body)
        self.cell(_INDENT + 1, self.step, mark)
        self.multi_cell(0, self.step, line, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _heading(self, text: str) -> None:
        if self.get_y() > self.h - _MARGIN - 30:
            self.add_page()
        self.ln(self.step - 2.2)
        self._write(text, self.body + 2.5, bold=True)
        self.ln(1)

    def _write(self, text: str, size: float = _BODY, *, bold: bool = False, colour: tuple[int, int, int] = _BLACK) -> None:
        self._font(size, bold=bold, colour=colour)
        self.multi_cell(0, max(_LINE, size * 0.5), text, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _font(self, size: float, *, bold: bool = False, colour: tuple[int, int, int] = _BLACK) -> None:
        self.set_font(FONT, "B" if bold else "", size)
        self.set_text_color(*colour)
