"""Lists in blocks: a row that names a person heads the rows of that person's works, which do not name anybody themselves.

Such a list is turned into the common shape, with the person in columns of each row, so that everything else reads it as any other.
"""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.search_key import search_words
from models.vocabulary import EvidenceKind
from service.imports.reading.column_words import OF_THE_PERSON, names_organisation
from service.imports.reading.columns import Column
from service.imports.reading.heading_words import NAMES, NAMES_IN_A_ROLE, template_heading
from service.imports.reading.headings import field_of, is_not_kept
from service.imports.reading.merged_cells import Line
from service.imports.reading.person_names import has_title, is_title, names_somebody
from service.imports.reading.words import kind_named

FIELDS = ("display_name", "key", "email", "orcid", "organisation")
"""What the head of a block tells of the person."""
_LONGEST = 300  # letters of a head
_NUMBER = re.compile(r"^(?:\d{1,4}|[IVXLC]{1,7}|[A-H])\s?[.)/]\s?")
_CODE = re.compile(r"^(?:[^():]{0,30}\(([A-Z]{1,6}[-./]?\d{1,6})\)\s?:\s*|([A-Z]{1,6}[-./]?\d{1,6})(?:\s?[.):]|\s[-–])\s+)")
_ADDRESSED = re.compile(r"^(?:ông/bà|ông \(bà\)|ông, bà|họ (?:và )?tên|chuyên gia)\s*:\s*", re.IGNORECASE)
_APART, _HYPHEN = re.compile(r"\s*[–—|;\n]\s*"), re.compile(r"\s-\s")
_IN_BRACKETS = re.compile(r"\(([^()\s]+@[^()\s]+)\)")
_ADDRESS = re.compile(r"[^\s()]+(?:@|\s?[(\[](?:a|at|@)[)\]]\s?)[^\s()]+", re.IGNORECASE)  # also one that is written against robots
_POST = re.compile(r"(?:phó|trưởng|giám đốc|viện trưởng|hiệu trưởng|chủ|giảng viên|nghiên cứu viên|chuyên viên|kỹ sư)\b", re.IGNORECASE)
_SECTION = re.compile(r"(?:khối|nhóm|phần|mục|lĩnh vực|ngành|chuyên ngành)\b", re.IGNORECASE)  # "A. KHỐI ĐIỆN TỬ" looks like a name
_AS_ABOVE = frozenset({"nt", "n.t", "như trên", "nhu tren", "idem", "as above"})
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
_OTHERS = frozenset({*NAMES, "email", "orcid", NAMES_IN_A_ROLE})

Head = Mapping[str, str]
"""What the head of a block says, by the field."""


@dataclass(frozen=True)
class Blocks:
    """A list in blocks as one of rows: ``columns`` with those of the person behind them, ``rows`` with their numbers."""

    columns: Sequence[Column]
    numbers: "array[int]"
    rows: Sequence[list[str]]
    left_out: Sequence[str]


def head_of(words: str) -> tuple[Head, list[str]] | None:
    """Return the person whom a row names that heads a block, with the pieces that say nothing known; None for any other words.

    "1. PGS.TS. Nguyễn Văn An – Viện Lúa – an@x.vn": a name alone is none, without a number, title, address or organisation beside it.
    """
    if not words or len(words) > _LONGEST:
        return None
    code = _CODE.match(words)
    bare = _ADDRESSED.sub("", words[code.end() :] if code else _NUMBER.sub("", words))
    before, colon, after = bare.partition(":")
    bare = after if colon and field_of(before.strip()) in NAMES else bare
    name, *pieces = [piece.strip(" .,") for piece in _pieces(_IN_BRACKETS.sub(r"; \1", bare))] or [""]
    said, left_out = _said(pieces)
    if _SECTION.match(name):
        return None
    if is_title(name) and said.get("email"):
        return {"display_name": "", **said}, left_out  # the name was forgotten: whose the works are is told by the address, or not at all
    if not (names_somebody(name) or (said.get("email") and _is_worded(name))):
        return None
    if bare == words and not said and not has_title(name):
        return None
    return {"display_name": name, **said, **({"key": code[1] or code[2]} if code else {})}, left_out


def in_blocks(columns: Sequence[Column], above: Sequence[Line], numbers: "array[int]", rows: Sequence[list[str]]) -> Blocks | None:
    """Return a list in blocks with its people in columns, or None for any other list; ``above`` are the lines in front of the headings."""
    fields = {column.field for column in columns}
    if fields & _OTHERS or "title" not in fields or not rows:
        return None
    works = [column.at for column in columns if column.field == "title"]
    heads = _with_organisations(_numbered(rows, {at: head for at, cells in enumerate(rows) if (head := _head_in(cells, works))}))
    first = next(((number, head) for number, cells in reversed(above) if (head := _head_in(cells, ()))), None)
    if not heads or (first is None and any(cells[place : place + 1] not in ([], [""]) for cells in rows[: min(heads)] for place in works)):
        return None
    width = max([column.at for column in columns] + [len(cells) - 1 for cells in rows]) + 1
    found = list(_rows(rows, heads, first[1][0] if first and 0 not in heads else None, works, width))
    all_numbers = array("L", numbers)
    if first and 0 not in heads:
        all_numbers.insert(0, first[0])
    told = [piece for _, left_out in heads.values() for piece in left_out]
    return Blocks([*map(_of_work, columns), *_columns(width)], all_numbers, found, told)


def _numbered(rows: Sequence[Sequence[str]], heads: dict[int, tuple[Head, list[str]]]) -> dict[int, tuple[Head, list[str]]]:
    """Return ``heads`` without those that have neither number nor address where most have a number: such a one signs below the list."""
    counted = {at for at in heads if _NUMBER.match("".join(rows[at])) or "".join(rows[at][:1]).isdecimal()}
    if len(counted) * 2 <= len(heads):
        return heads
    return {at: head for at, head in heads.items() if at in counted or "email" in head[0]}


def _with_organisations(heads: Mapping[int, tuple[Head, list[str]]]) -> dict[int, tuple[Head, list[str]]]:
    """Return ``heads`` where "as above" is the organisation of the head above."""
    found, above = dict[int, tuple[Head, list[str]]](), ""
    for at, (head, left_out) in heads.items():
        own = head.get("organisation", "")
        above = above if own.casefold() in _AS_ABOVE else own
        found[at] = ({**head, "organisation": above if own else ""}, left_out)
    return found


def _rows(
    rows: Sequence[list[str]], heads: Mapping[int, tuple[Head, list[str]]], first: Head | None, works: Sequence[int], width: int
) -> Iterator[list[str]]:
    """Yield each row with the person of its block; a row that heads something unknown ends the block."""
    person = first
    if first:
        yield [*[""] * width, *_cells(first)]
    for at, cells in enumerate(rows):
        wide = [*cells, *[""] * (width - len(cells))]
        if at in heads:
            person = heads[at][0]
            yield [*[""] * width, *_cells(person)]
            continue
        is_work = any(wide[place] for place in works)
        if not is_work and _ends(wide):
            person = None
        yield [*wide, *_cells(person if person and is_work else {})]


def _ends(cells: Sequence[str]) -> bool:
    """Return whether a row may head another block: one cell alone that says no kind of work, such as "a) Bài báo"."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and kind_named(_NUMBER.sub("", filled[0])) is None


def _cells(head: Head) -> list[str]:
    return [head.get(field, "") for field in FIELDS]


def _head_in(cells: Sequence[str], works: Sequence[int]) -> tuple[Head, list[str]] | None:
    """Return the head of a block that a row is, which has one cell alone, or a number and one cell; a work can bear somebody's name."""
    filled = [(at, cell) for at, cell in enumerate(cells) if cell]
    if len(filled) == 2 and filled[0][1].rstrip(".)").isdecimal():
        filled = [(filled[1][0], f"{filled[0][1].rstrip('.)')}. {filled[1][1]}")]
    found = head_of(filled[0][1]) if len(filled) == 1 else None
    if found and filled[0][0] in works and not ({"email", "orcid"} & found[0].keys() or has_title(found[0]["display_name"])):
        return None
    return found


def _columns(width: int) -> Iterator[Column]:
    for at, field in enumerate(FIELDS, width):
        heading = template_heading(field)[0]
        own = field == "organisation"
        yield Column(at, heading, field, OF_THE_PERSON if own else 0, EvidenceKind.POSITION if own else None)


def _of_work(column: Column) -> Column:
    """Return the column of a work; a key is that of the work."""
    return replace(column, field=None) if column.field == "key" else column


def _pieces(words: str) -> list[str]:
    """Return what stands apart; a hyphen divides where nothing else does, and a name from what is behind it."""
    first, *others = [piece for piece in _APART.split(words) if piece.strip()] or [""]
    beside = _HYPHEN.split(first)
    apart = [*beside, *others] if others else _with_whole_organisations(beside)
    return [piece for piece in (apart if len(apart) > 1 else words.split(",")) if piece.strip()]


def _with_whole_organisations(pieces: Sequence[str]) -> list[str]:
    """Return ``pieces`` where an organisation with a hyphen in its name is whole again: "Viện Hóa - Môi trường"."""
    found: list[str] = []
    for piece in pieces:
        if len(found) > 1 and names_organisation(found[-1]) and _goes_on(piece):
            found[-1] += f" - {piece}"
        else:
            found.append(piece)
    return found


def _goes_on(piece: str) -> bool:
    first = piece.split(maxsplit=1)[0]
    return not (_field_of(first) or _field_of(piece) in {"email", "orcid"} or _POST.match(piece.strip()) or is_title(piece) or ":" in piece)


def _said(pieces: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    said, left_out = dict[str, str](), list[str]()
    for piece in pieces:
        label, colon, value = piece.partition(":")
        field = _field_of(piece)
        if field and field not in said:
            orcid = _ORCID.search(piece)
            said[field] = orcid[0] if field == "orcid" and orcid else value.strip() if colon else piece
        elif not is_title(piece):
            left_out.append(label if colon and is_not_kept(label) else piece)
    return said, left_out


def _field_of(piece: str) -> str:
    if _ADDRESS.search(piece):
        return "email"
    if _ORCID.search(piece):
        return "orcid"
    return "organisation" if names_organisation(piece) or piece.casefold() in _AS_ABOVE else ""


def _is_worded(name: str) -> bool:
    return 2 <= len(search_words(name)) <= 8 and not any(map(str.isdigit, name)) and "@" not in name
