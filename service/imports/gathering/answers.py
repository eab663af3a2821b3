"""Answers to a form on the web: of two by one person the later one holds, because people answer again to correct themselves."""

import re
from collections.abc import Collection, Mapping, Sequence

from models.search_key import folded, search_words
from service.imports.gathering.values import email_of
from service.imports.reading.tables import Table
from service.kit.languages import Bilingual

_STAMPS = frozenset({"dau thoi gian", "timestamp", "time stamp", "thoi gian gui", "submitted at", "submission time", "completion time"})
_MOMENT = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(SA|CH|AM|PM)?", re.IGNORECASE)
_HALF_DAY, _AFTERNOON = 12, frozenset({"CH", "PM"})
_MOST_NAMED = 20


def answered_again(table: Table, columns: Mapping[str, int]) -> frozenset[int]:
    """Return the places of rows whose e-mail address answered again later, in a table with the moment of each answer.

    ``columns`` are the places of what names a person. Moments that are not written year first count by the order of the rows.
    """
    stamp = next((column.at for column in table.columns if column.field is None and _plain(column.heading) in _STAMPS), None)
    place = columns.get("email")
    if stamp is None or place is None:
        return frozenset()
    last: dict[str, tuple[tuple[int, ...], int]] = {}
    rows = [table.cells(at) for at in range(len(table))]
    for at, cells in enumerate(rows):
        address = email_of(_cell(cells, place)).lower()
        if "@" in address:
            last[address] = max(last.get(address, ((), -1)), (_moment(_cell(cells, stamp)), at))
    kept = {at for _, at in last.values()}
    return frozenset(at for at, cells in enumerate(rows) if at not in kept and "@" in _cell(cells, place))


def earlier_answers(table: Table, rows: Collection[int]) -> list[Bilingual]:
    """Return that earlier answers were passed over, by their rows."""
    named = ", ".join(str(table.numbers[at]) for at in sorted(rows)[:_MOST_NAMED]) + (", …" if len(rows) > _MOST_NAMED else "")
    note = Bilingual(
        f"Somebody with the same e-mail address answered again later, and the later answer holds; rows passed over: {named}.",
        f"Cùng một email gửi nhiều lần thì lấy lần gửi sau cùng; bỏ qua các dòng: {named}.",
    )
    return [note] if rows else []


def _moment(words: str) -> tuple[int, ...]:
    match = _MOMENT.match(words)
    if match is None:
        return ()
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    half = (match[7] or "").upper()
    hour = hour % _HALF_DAY + (_HALF_DAY if half in _AFTERNOON else 0) if half else hour
    return year, month, day, hour, minute, second


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _plain(words: str) -> str:
    return folded(" ".join(search_words(words)))
