"""A form a sheet: labels with the value beside each, then perhaps small tables of what that person did."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.vocabulary import EvidenceKind, Part
from service.imports.faults import Unreadable
from service.imports.reading.empty_words import says_none
from service.imports.reading.heading_words import HEADINGS, NAMES
from service.imports.reading.headings import (
    MOST_LETTERS,
    essential,
    field_of,
    is_counter,
    is_not_kept,
    lists_works,
    mapped,
    same_heading,
)
from service.imports.reading.merged_cells import Line
from service.imports.reading.words import code_said, kind_named
from service.imports.reading.work_kinds import kind_in_front, kind_of_heading
from service.kit.languages import Bilingual

MOST_LINES_OF_A_FORM, MOST_LINES_OF_FORMS = 1_000, 20_000
_MOST_NAMED = 20
_FEWEST = 3  # rows with a label that is known
_FEWEST_HEADINGS = 2
_LETTERS_OF_A_PART = 40
_A_LABEL_AND_A_VALUE = 2
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]\s*(?=\D)")
_SEXES = frozenset({"nam", "nữ", "nu"})  # "Nam" is also how some write "Năm"
_WORKS = "cong trinh"
_COUNTER = re.compile(r"[(\[]?\d{1,3}(?:[.,]0)?[.)\]]*")
_MARKED = re.compile(r"(?:[(\[]?\d{1,3}[.)\]]|[-–•*+▪])\s*[^\W\d]")
WHO = frozenset({*NAMES, "email", "orcid"})
Pair = tuple[int, str, str]
"""Row of a label, the label, and its value."""


@dataclass
class SmallTable:
    """A table below a form: its lines, the headings first, and what the heading of its section says that all its items are.

    ``listed``: it has the heading of the section alone, and one work a row. ``part`` is what the heading above it says that somebody had
    in all of them, such as "b) Tham gia".
    """

    kind: EvidenceKind | None
    lines: list[Line] = field(default_factory=list)
    listed: bool = False
    part: Part | None = None


@dataclass(frozen=True)
class Form:
    """``pairs`` in their order, ``tables`` below them, ``left_out`` the numbers of rows that are neither."""

    pairs: Sequence[Pair]
    tables: Sequence[SmallTable]
    left_out: Sequence[int]


def too_long_a_form(sheet: str) -> Unreadable:
    """Return what is said of a form with more rows than one person fills."""
    return Unreadable(
        f"Sheet “{sheet}” is a form with more than {MOST_LINES_OF_A_FORM} rows: send one form a sheet, or a list with one person a row.",
        f"Trang “{sheet}” là phiếu dài quá {MOST_LINES_OF_A_FORM} dòng: hãy để mỗi phiếu một trang, hoặc lập danh sách mỗi người một dòng.",
    )


def rows_left_out(sheet: str, rows: Sequence[int]) -> Bilingual:
    """Return that rows of a form were not understood, and what to do."""
    named = ", ".join(map(str, sorted(rows)[:_MOST_NAMED])) + (", …" if len(rows) > _MOST_NAMED else "")
    return Bilingual(
        f"Rows of the form “{sheet}” that are neither a label with its value nor of a table with known headings were left out: {named}.",
        f"Phiếu “{sheet}” có dòng không phải nhãn kèm giá trị, cũng không thuộc bảng có tiêu đề đã biết, nên bị bỏ qua: {named}.",
    )


def form_in(lines: Sequence[Line], mapping: Mapping[str, str]) -> Form | None:
    """Return ``lines`` of a sheet as a form, or None where they are none: rows with a label, three at least, one of them of the name."""
    first = next((at for at in range(len(lines)) if _heads_table(lines[at][1], mapping) or _heads_list(lines[at : at + 2])), len(lines))
    pairs = [(number, *pair) for number, cells in lines[:first] for pair in _pairs(cells, mapping)]
    rows = {number for number, label, _ in pairs if _is_label(label, mapping, marked=False)}
    if len(rows) < _FEWEST or not any(_meant(label, mapping) in NAMES for _, label, _ in pairs):
        return None
    told = {number for number, _, _ in pairs}
    below = max(at for at, (number, _) in enumerate(lines[:first]) if number in told) + 1
    if any(_names_people(cells, mapping) for _, cells in lines[below:] if _heads_table(cells, mapping)):
        return None  # a list of people, with somebody to ask above it
    tables, left_out = _tables(lines[below:], mapping)
    return Form(pairs, tables, [*_not_told(lines[:below], told), *left_out])


def forms_apart(lines: Sequence[Line], mapping: Mapping[str, str]) -> list[Sequence[Line]]:
    """Return the lines of each form of a sheet: the next one begins where the first label of the first one, or its name, comes again.

    The title of a form, in one cell, and empty rows stand above it.
    """
    labels = [[] if _heads_table(cells, mapping) else [label for label, _ in _pairs(cells, mapping)][:1] for _, cells in lines]
    first = next((found[0] for found in labels if found and _is_label(found[0], mapping, marked=False)), "")
    starts = [at for at, found in enumerate(labels) if found and same_heading(found[0], first)] if first else []
    cuts = [0, *(_above(lines, at) for at in starts[1:]), len(lines)]
    return [lines[start:end] for start, end in itertools.pairwise(cuts)]


def _above(lines: Sequence[Line], at: int) -> int:
    """Return where the form begins whose first label is at ``at``: at its title, if one is behind an empty row or the works above."""
    while at and sum(map(bool, lines[at - 1][1])) == 1 and not _MARKED.match("".join(lines[at - 1][1])):
        at -= 1
    return at


def _not_told(lines: Sequence[Line], told: set[int]) -> Iterator[int]:
    """Yield the rows between labels that hold several cells, so that they are no headings of sections."""
    yield from (number for number, cells in lines if number not in told and sum(map(bool, cells)) > 1 and number > min(told))


def _tables(lines: Sequence[Line], mapping: Mapping[str, str]) -> tuple[list[SmallTable], list[int]]:
    """Return the tables of ``lines``: each begins with its headings, and ends with the next ones or with the heading of a section.

    A section without headings lists works, one a row, each with a number or a bullet.
    """
    below = _Below()
    for number, cells in lines:
        filled = [cell for cell in cells if cell]
        if _heads_table(cells, mapping):
            below.begin(SmallTable(below.kind, [(number, cells)], part=below.part))
        elif len(filled) == 1 and below.is_section(filled[0]):
            continue
        elif below.inside and not _stands_below(below.found[-1].lines[0][1], cells):
            below.found[-1].lines.append((number, cells))
        elif filled:
            below.take(number, filled)
    return below.found, below.left_out


@dataclass
class _Below:
    """What stands below a form, while it is read: the section that it is in, and whether a table with headings goes on."""

    found: list[SmallTable] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    kind: EvidenceKind | None = None
    part: Part | None = None
    section: str = ""
    inside: bool = False

    def begin(self, table: SmallTable) -> None:
        self.found.append(table)
        self.inside = True

    def is_section(self, words: str) -> bool:
        """Return whether ``words`` head a section, or a part of one, and go into it."""
        if kind := _kind_of_section(words):
            self.kind, self.part, self.section = kind, None, words
        elif self.kind and (part := _part_of_section(words)):
            self.part = part
        else:
            return False
        self.inside = False
        return True

    def take(self, number: int, filled: Sequence[str]) -> None:
        """Take a row without headings above it: a work of the section, or nothing that is known."""
        self.inside = False
        work = _listed_work(filled) if self.kind else ""
        if not work:
            self.left_out += [] if says_none(filled[0]) else [number]
            return
        if self.section:
            self.found.append(SmallTable(self.kind, [(number - 1, [self.section])], listed=True, part=self.part))
        self.found[-1].lines.append((number, [work]))
        self.section = ""


def _stands_below(headings: Sequence[str], cells: Sequence[str]) -> bool:
    """Return whether a row is no row of a table with numbers: one cell that is neither a number nor where the names of works stand."""
    counter = next((at for at, heading in enumerate(headings) if is_counter(heading)), None)
    places = [at for at, cell in enumerate(cells) if cell]
    return counter is not None and len(places) == 1 and places[0] != counter + 1 and not _COUNTER.fullmatch(cells[places[0]])


def _part_of_section(words: str) -> Part | None:
    """Return the part that a heading with a number or letter says of the works below it: "a) Chủ trì", "b) Tham gia"."""
    bare = without_number(words)
    return code_said(Part, bare, heading=True) if bare != words and len(bare) <= _LETTERS_OF_A_PART else None


def _heads_list(lines: Sequence[Line]) -> bool:
    """Return whether the first of two rows says a kind, and the second is a work with a number, and no label with its value."""
    heading, *below = [[cell for cell in cells if cell] for _, cells in lines]
    if len(heading) != 1 or not below or not _kind_of_section(heading[0]):
        return False
    label, colon, _ = _listed_work(below[0]).partition(":")
    return bool(label) and not (colon and len(label) <= MOST_LETTERS and kind_in_front(without_number(label)) is None)


def _listed_work(filled: Sequence[str]) -> str:
    """Return the work of a row that has a number or bullet and one thing more; empty for any other row, such as a signature."""
    if len(filled) == 2 and _COUNTER.fullmatch(filled[0]):
        return filled[1]
    return filled[0] if len(filled) == 1 and _MARKED.match(filled[0]) else ""


def _kind_of_section(words: str) -> EvidenceKind | None:
    """Return the kind that the heading of a section says; works of any kind are kept as publications, as in a column of works."""
    bare = without_number(words)
    return kind_named(bare) or kind_of_heading(bare[:MOST_LETTERS]) or (EvidenceKind.PUBLICATION if is_of_any_kind(words) else None)


def without_number(section: str) -> str:
    """Return the heading of a section without the number in front."""
    return _NUMBER.sub("", section)


def is_of_any_kind(section: str) -> bool:
    """Return whether the heading of a section, such as "III. Công trình tiêu biểu", leaves open of which kind its works are."""
    return essential(without_number(section)[:MOST_LETTERS]).startswith(_WORKS)


def _heads_table(cells: Sequence[str], mapping: Mapping[str, str]) -> bool:
    filled = [cell for cell in cells if cell]
    known = sum(_meant(cell, mapping) is not None and ":" not in cell for cell in filled)
    filled = [cell for cell in filled if not is_counter(cell)]
    return known >= _FEWEST_HEADINGS and known * 2 > len(filled)


def _names_people(cells: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Return whether headings are of people; "Tên" alone, beside a number and a year, heads names of things."""
    return bool({_meant(cell, mapping) for cell in cells} & (WHO - {"given_name"}))


def _pairs(cells: Sequence[str], mapping: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the labels of a row with their values, in a cell or beside it; none where a cell is left that is neither."""
    filled, found = [cell for cell in cells if cell], list[tuple[str, str]]()
    alone = len(filled) == _A_LABEL_AND_A_VALUE
    while filled:
        cell = filled.pop(0)
        label, colon, value = (part.strip() for part in _NUMBER.sub("", cell).partition(":"))
        if not _is_label(label, mapping, marked=bool(colon)) and not (filled and not colon and _lists(label)):
            return []
        if not colon and filled and _lists(label):
            return [*found, (label, filled.pop(0))] if len(filled) == 1 else []
        if not value and filled and not (":" in filled[0] if alone and not found else _is_next_label(filled[0], mapping)):
            value = filled.pop(0)
        found.append((label, value))
    return found


def _lists(label: str) -> bool:
    """Return whether the works of one kind, or of any, stand beside ``label``."""
    return len(label) <= MOST_LETTERS and field_of(label) is None and (kind_named(label) is not None or lists_works(label))


def _is_next_label(cell: str, mapping: Mapping[str, str]) -> bool:
    return _is_label(_NUMBER.sub("", cell).partition(":")[0].strip(), mapping, marked=":" in cell)


def _is_label(words: str, mapping: Mapping[str, str], *, marked: bool) -> bool:
    """Return whether ``words`` are a label; one that nothing is known for has to be ``marked`` by a colon."""
    if (
        not words
        or len(words) > MOST_LETTERS
        or words.casefold() in _SEXES
        or "@" in words
        or words in {"http", "https"}
        or is_counter(words)
    ):
        return False
    return marked or _meant(words, mapping) is not None or is_not_kept(words) or mapped(words, mapping) is not None


def _meant(words: str, mapping: Mapping[str, str]) -> str | None:
    if words.casefold() in _SEXES:
        return None
    said = mapped(words, mapping) if mapping and len(words) <= MOST_LETTERS else None
    return (said if said in HEADINGS else None) if said is not None else field_of(words)
