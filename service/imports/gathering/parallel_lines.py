"""Cells of a row that tell of several works in parallel: the first line of each is of the first work, the second of the second."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from models.vocabulary import Part
from service.imports.faults import CellFault
from service.imports.gathering.details import is_day
from service.imports.gathering.lists import without_mark
from service.imports.reading.columns import Column
from service.imports.reading.days import is_open
from service.imports.reading.empty_words import is_as_above, is_nothing
from service.imports.reading.words import code_said, kind_said
from service.kit.languages import Bilingual

Filled = Sequence[tuple[Column, str]]
_MOST_WORKS = 100


def _is_moment(line: str) -> bool:
    return is_day(line) or is_open(line)


_TELLING: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("day", "period", "starts", "ends"), _is_moment),
    "part": lambda line: code_said(Part, line),
    "kind": kind_said,
}
"""Fields whose lines show that there are several works: a title that is broken over lines is still one."""


def in_parallel(group: Filled) -> Iterator[Filled]:
    """Yield the cells of each work, or ``group`` where it is of one; a cell with one line is said of all of them.

    Raises ``CellFault`` where the counts of lines differ, or a title goes on in the next line.
    """
    several = [(column, words) for column, words in group if "\n" in words]
    if len(several) < 2 or not any(_tells(column, words) for column, words in several):
        yield group
        return
    lines = _aligned([(column, [line.strip() for line in words.split("\n")]) for column, words in several])
    for at in range(len(next(iter(lines.values())))):
        cells = [(column, lines[column.at][at] if column.at in lines else words) for column, words in group]
        if any(words for column, words in cells if column.at in lines):
            yield [(column, words) for column, words in cells if words]


def _tells(column: Column, words: str) -> bool:
    says = _TELLING.get(column.field or "")
    return says is not None and all(says(line) for line in map(str.strip, words.split("\n")[:_MOST_WORKS]) if _is_said(line))


def _is_said(line: str) -> bool:
    return bool(line) and not is_nothing(line) and not is_as_above(line)


def _aligned(said: Sequence[tuple[Column, list[str]]]) -> dict[int, list[str]]:
    """Return the lines by the place of their column; empty ones count where all cells agree so."""
    for column, lines in said:
        if column.field == "title" and any(line[:1].islower() for line in lines[1:]):
            raise CellFault(column.heading, _GOES_ON)
    if len({len(lines) for _, lines in said}) > 1:
        said = [(column, [line for line in lines if line]) for column, lines in said]
    (first, lines), *others = sorted(said, key=lambda each: each[0].field != "title")
    differs = next(((column, found) for column, found in others if len(found) != len(lines)), None)
    if differs:
        raise CellFault(differs[0].heading, _differ(differs[0].heading, len(differs[1]), first.heading, len(lines)))
    if len(lines) > _MOST_WORKS:
        raise CellFault(first.heading, _TOO_MANY)
    return {column.at: [without_mark(line) for line in found] if column.field == "title" else _meant(found) for column, found in said}


def _meant(lines: Sequence[str]) -> list[str]:
    """Return what each line means: nothing where it is a dash, and what the line above means where it says so."""
    found: list[str] = []
    for line in lines:
        found.append(found[-1] if found and is_as_above(line) else "" if is_nothing(line) else line)
    return found


def _differ(one: str, lines: int, other: str, others: int) -> Bilingual:
    one, other = one[:60], other[:60]
    return Bilingual(
        f"“{one}” has {lines} lines and “{other}” has {others}, so it cannot be told what belongs together: write one line for each work"
        " in both, or each work in a row of its own.",
        f"“{one}” có {lines} dòng còn “{other}” có {others} dòng nên không rõ dòng nào ứng với dòng nào: hãy ghi mỗi công trình một dòng"
        " ở cả hai ô, hoặc mỗi công trình một hàng riêng.",
    )


_GOES_ON = Bilingual(
    "A title goes on in the next line while other cells have a line for each work: write each title in one line, or each work in a row.",
    "Có tên bị ngắt xuống dòng trong khi ô khác ghi mỗi công trình một dòng: hãy ghi mỗi tên một dòng, hoặc mỗi công trình một hàng.",
)
_TOO_MANY = Bilingual(
    f"It lists more than {_MOST_WORKS} works: divide them over several rows.",
    f"Ô liệt kê quá {_MOST_WORKS} công trình: hãy chia thành nhiều hàng.",
)
