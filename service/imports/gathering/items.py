"""Items of a row: which cells make one, what it is, and why it cannot be one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from matching.text.languages import language_of
from models.vocabulary import EvidenceKind
from service.imports.checking import checked_item
from service.imports.faults import CellFault
from service.imports.gathering.citations import cited
from service.imports.gathering.lists import listed
from service.imports.gathering.open_kinds import kind_told
from service.imports.gathering.parallel_lines import in_parallel
from service.imports.gathering.values import SAID_FREELY, value_of
from service.imports.reading.columns import APART, Column
from service.imports.reading.days import without_volume
from service.imports.reading.heading_words import ITEMS, NAMES_IN_A_ROLE
from service.imports.reading.headings import names_post
from service.imports.reading.tables import Table
from service.imports.reading.words import kind_said
from service.imports.records import ImportedItem
from service.kit.languages import Bilingual

Filled = Sequence[tuple[Column, str]]
"""Cells with words, each with its column."""
_MAKES_AN_ITEM = {"kind", "title", "text", "organisation", "starts", "ends", "period", "day"}
_SAYS_WHICH = {"kind", "title"}
_SAYS_WHAT = {"kind", "title", "text", "organisation"}
_MISSING_KIND = Bilingual(
    "The kind of the item is missing: write position, publication, patent, award, … in a column “Loại” or “kind”.",
    "Thiếu loại minh chứng: hãy ghi vị trí công tác, công bố khoa học, sáng chế, giải thưởng, … ở cột “Loại”.",
)
_MISSING_TITLE = Bilingual("The title is missing: write what it is called.", "Thiếu tên: hãy ghi tên của mục này.")
_ONE = re.compile(r"^(?:1[.)]|[-–•+*])\s+(?=[^\W\d_])")
_LETTERS_OF_A_CITATION = 40
_BETWEEN = re.compile(r"\n+|,\s+|;\s*|\s+[-–—]\s+|\s*/\s*")
_POST = re.compile(
    r"(?:phó |quyền |nguyên |trợ lý )?(?:(?:tổng )?giám đốc|(?:viện|hiệu|cục|vụ|tổ|đội|khoa|bộ môn) trưởng|trưởng|chủ tịch|chủ nhiệm"
    r"|giảng viên|nghiên cứu viên|kỹ sư|chuyên viên|chuyên gia|cán bộ|bác sĩ|kiến trúc sư|công trình sư|thư ký|quản lý|giáo viên|phó\b"
    r"|(?:vice |deputy |senior |chief |principal )*(?:director|head|manager|engineer|lecturer|researcher|professor|scientist|architect)\b)",
    re.IGNORECASE,
)
_DAYS = {"day", "period", "starts", "ends"}
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'"}
_HEADLINES = {"headline_vi", "headline_en"}
Said = dict[str, Any]


def item_groups(table: Table, filled: Filled) -> list[Filled]:
    """Return the cells of each item of a row, one item for each work that a cell, or cells beside one another, list.

    Raises ``CellFault`` for cells that do not tell what belongs together.
    """
    groups: dict[int, list[tuple[Column, str]]] = {}
    for column, words in filled:
        if column.field in ITEMS:
            groups.setdefault(column.group, []).append((column, words))
    items = [
        group
        for place, group in groups.items()
        if any(column.field in _MAKES_AN_ITEM for column, _ in group) and _tells_more_than_when(table, place)
    ]
    return [each for group in items for each in _one_each(group)]


def read_items(table: Table, at: int, groups: Sequence[Filled], filled: Filled, today: date) -> tuple[list[ImportedItem], list[CellFault]]:
    """Return the items of a row, and the faults of those that cannot be read."""
    headline = next((words for column, words in filled if column.field in _HEADLINES and names_post(column.heading)), "")
    items, broken = list[ImportedItem](), list[CellFault]()
    for group in groups:
        try:
            items.append(_item(table, at, group, today, headline))
        except CellFault as fault:
            broken.append(fault)
    return items, broken


def _tells_more_than_when(table: Table, group: int) -> bool:
    """Return whether the columns of an item say what it is: a year alone, beside a person, is of nothing that is told."""
    return any(column.field in _SAYS_WHAT or column.kind for column in table.columns if column.group == group) or table.kind is not None


def _one_each(group: Filled) -> Iterator[Filled]:
    """Yield ``group``, or for cells that list works, one each with what is told of it."""
    column, words = group[0]
    if not column.listed and not (column.kind and column.field == "title" and len(group) == 1):
        yield from map(_with_citation, in_parallel([(each, _without_one(said) if each.field == "title" else said) for each, said in group]))
        return
    for told in listed(words, column.kind, column.day):
        yield [(replace(column, field=field, kind=None if "kind" in told else column.kind), said) for field, said in told.items()]


def _with_citation(group: Filled) -> Filled:
    """Return the cells of a work with what its title tells, where that is a citation; what other columns say of the work goes first."""
    at = next((at for at, (column, words) in enumerate(group) if column.field == "title" and len(words) >= _LETTERS_OF_A_CITATION), None)
    if at is None or any(column.field == "kind" and kind_said(words) is not EvidenceKind.PUBLICATION for column, words in group):
        return group
    told = cited(group[at][1]) if group[at][0].kind in {None, EvidenceKind.PUBLICATION} else None
    said = {column.field for column, _ in group} - {"title"} | ({"day"} if any(column.field in _DAYS for column, _ in group) else set())
    own = [(replace(group[at][0], field=field), words) for field, words in (told or {}).items() if field not in said]
    return [*(each for place, each in enumerate(group) if place != at), *own] if told else group


def _own_kind(filled: Filled, said: Said) -> EvidenceKind | None:
    """Return the kind that a work says of itself, in a column of works of any kind."""
    words = {column.field or "": cell for column, cell in filled}
    return kind_told(said.get("title", ""), words) if any(column.open_kind for column, _ in filled) else None


def _without_one(title: str) -> str:
    """Return a title without the bullet or "1." in front of the only one of a list."""
    return title if "\n" in title else _ONE.sub("", title)


def _item(table: Table, at: int, filled: Filled, today: date, headline: str) -> ImportedItem:
    said = {column.field or "": read_value(column, words) for column, words in filled}
    headings = {column.field or "": column.heading for column in (*table.identity, *(column for column, _ in filled))}
    organisation = said.pop("organisation", "")
    if both := _post_and_employer(filled):
        said["title"], organisation = both
    said |= _dates(said) | _own_words(said, filled)
    own = next((column.kind for column, _ in filled if column.kind and (column.listed or column.group >= APART or not table.kind)), None)
    kind = said.get("kind") or _own_kind(filled, said) or own or table.kind or _guessed(organisation)
    if kind is None:
        raise CellFault(_heading_of(table, "kind", filled[0][0].heading), _MISSING_KIND)
    title = _title(said.get("title", "")) or (headline if kind is EvidenceKind.POSITION and organisation else "") or organisation
    if not title or (not _title(said.get("title", "")) and _is_told_apart(table, filled[0][0].group)):
        raise CellFault(_heading_of(table, "title", filled[0][0].heading), _MISSING_TITLE)
    part = next((column.part for column, _ in filled if column.part), None)
    fields = {
        **({"part": part} if part else {}),
        **{name: value for name, value in said.items() if value is not None},
        "kind": kind,
        "title": title,
        "language": said.get("language") or language_of(f"{title} {said.get('text', '')}"),
    }
    try:
        checked = checked_item(fields, today)
    except CellFault as fault:
        where = next((column.heading for name in (fault.field, "period", "day") for column, _ in filled if column.field == name), None)
        words = next((words for column, words in filled if column.heading == where), "")
        raise CellFault(where or _heading_of(table, fault.field, filled[0][0].heading), _about(words, fault.message)) from None
    return ImportedItem(table.numbers[at], {name: checked[name] for name in fields}, organisation, (), table.name, headings, checked)


def _title(words: str) -> str:
    """Return a title without the marks that quote all of it; what has no letter, such as "...", is none."""
    bare = words[1:-1].strip() if words[:1] in _QUOTES and words[-1:] == _QUOTES[words[:1]] and words[:1] not in words[1:-1] else words
    return bare if any(letter.isalpha() for letter in bare) else ""


def _is_told_apart(table: Table, group: int) -> bool:
    """Return whether a column says the title of each work beside its kind or who took part: then a row without one has lost it."""
    in_roles = any(column.field == NAMES_IN_A_ROLE for column in table.columns)
    fields = {column.field for column in table.columns if column.group == group}
    return "title" in fields and ("kind" in fields or in_roles)


def _own_words(said: Said, filled: Filled) -> Said:
    """Return the text with what was said of the part, outcome or scale in words that no code stands for, or of volume and pages."""
    own = [f"{column.heading}: {words}" for column, words in filled if column.field and _is_own(column.field, words, said)]
    return {"text": "\n".join([*([said["text"]] if said.get("text") else []), *own])} if own else {}


def _is_own(field: str, words: str, said: Said) -> bool:
    return (field in SAID_FREELY and said[field] is None) or (field == "day" and without_volume(words) != words)


def _about(words: str, message: Bilingual) -> Bilingual:
    """Return ``message`` with the words of the cell in front, unless it names them itself."""
    if not words or "“" in message.en:
        return message
    return Bilingual(*(f"“{words[:40]}”: {text[:1].lower()}{text[1:]}" for text in message))


def _dates(said: Said) -> Said:
    """Return start and end of a column that says both, or of one day, which is both; those that are said apart come first."""
    first, last = said.pop("period", (None, None))
    day, last_day = said.pop("day", (None, None))
    if first is None and last is None:
        first, last = day, last_day
    if "starts" not in said and "ends" not in said:
        return {"starts": first, "ends": last}
    return {"starts": said.get("starts") or first, "ends": said.get("ends")}


def _post_and_employer(filled: Filled) -> tuple[str, str] | None:
    """Return the post and the employer that one cell says, where its heading asks for both; None where that is not told apart."""
    if any(column.field in _SAYS_WHICH for column, _ in filled):
        return None
    both = [words for column, words in filled if column.field == "organisation" and names_post(column.heading)]
    pieces = [piece.strip() for piece in _BETWEEN.split(both[0])] if len(both) == 1 else []
    posts = [piece for piece in pieces if _POST.match(piece)]
    employer = ", ".join(piece for piece in pieces if piece not in posts)
    return (posts[0], employer) if len(posts) == 1 and employer else None


def _guessed(organisation: str) -> EvidenceKind | None:
    """Return that work at an organisation is a position, where nothing else says what it is."""
    return EvidenceKind.POSITION if organisation else None


def read_value(column: Column, words: str) -> Any:
    """Return what ``words`` say in ``column``; raises ``CellFault``, naming the heading."""
    try:
        return value_of(column.field or "", words)
    except CellFault as fault:
        raise CellFault(column.heading, fault.message) from None


def _heading_of(table: Table, field: str, other: str) -> str:
    """Return the heading of ``field``, or, in a table without it, ``other``: a column that the file has."""
    return next((column.heading for column in table.columns if column.field == field), other)
