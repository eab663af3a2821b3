"""Works in a column of works of any kind: what each of them is, by its own words, and which ones say nothing."""

import re
from collections.abc import Iterator, Mapping

from models.vocabulary import EvidenceKind
from service.imports.faults import Unreadable
from service.imports.gathering.lists import listed
from service.imports.reading.days import period_of
from service.imports.reading.tables import Table
from service.imports.reading.work_kinds import kind_of_work
from service.kit.languages import Bilingual

_MOST_NAMED = 20
_IN_A_PROJECT = re.compile(r"\b(?:chủ nhiệm|thành viên|thư ký|cnđt|tvc|pi|co-pi|principal investigator|team member)\b", re.IGNORECASE)


def kind_told(title: str, words: Mapping[str, str]) -> EvidenceKind | None:
    """Return what a work is by its title, or by ``words`` beside it, by field; None where nothing says it.

    What somebody was "chủ nhiệm" of, has a level, or took more than a year, is a project: a paper has none of these.
    """
    said = kind_of_work(title) or kind_of_work(words.get("text", ""))
    if said:
        return said
    in_a_project = "scale" in words or _IN_A_PROJECT.search(words.get("part", "")) is not None
    return EvidenceKind.PROGRAMME if in_a_project or _takes_years(words.get("period") or words.get("day", "")) else None


def _takes_years(words: str) -> bool:
    try:
        first, last = period_of(words)
    except Unreadable:
        return False
    return first is not None and last is not None and last.year > first.year


def works_of_unsaid_kind(table: Table) -> list[Bilingual]:
    """Return the note on rows of ``table`` with a listed work whose kind neither its words nor its column say; none where all do."""
    rows = list(dict.fromkeys(_rows(table)))
    if not rows:
        return []
    of = f" ({table.name})" if table.name else ""
    named = ", ".join(map(str, rows[:_MOST_NAMED])) + (", …" if len(rows) > _MOST_NAMED else "")
    note = Bilingual(
        f"Rows with works of which nothing says the kind, so that they are entered as the heading suggests{of}: {named}."
        " Write it in front, such as “Project: …”, “Patent: …” or “Award: …”.",
        f"Các dòng có công trình không rõ loại nên được nhập theo tiêu đề cột{of}: {named}."
        " Hãy ghi loại ở đầu, ví dụ “Đề tài: …”, “Sáng chế: …”, “Giải thưởng: …”.",
    )
    return [note]


def _rows(table: Table) -> Iterator[int]:
    columns = [column for column in table.columns if column.open_kind and column.listed]
    for at in range(len(table)) if columns else ():
        cells = table.cells(at)
        for column in columns:
            works = listed(cells[column.at], column.kind, column.day) if column.at < len(cells) and cells[column.at] else []
            if any("kind" not in work and kind_told(work["title"], work) is None for work in works):
                yield table.numbers[at]
