"""A consent in one cell: number, day and means of its paper, as in "Phiếu số 28 ngày 20/04/2025, bản giấy"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.imports.reading.columns import Column
from service.imports.reading.heading_words import CONSENT_PROOF, CONSENTS
from service.imports.reading.words import yes_or_no

_DAY = re.compile(
    r"(?:,\s*)?(?:\b(?:ngày|ký ngày|dated|on)\s+)?"
    r"(?P<day>(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)|\d{1,2} tháng \d{1,2} năm \d{4})",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[,;]\s*")
_LONGEST = 200
_YES = "có"


def with_papers(filled: Sequence[tuple[Column, str]]) -> list[tuple[Column, str]]:
    """Return the cells of a row where one that tells of the paper of a consent stands for what it says, each under its heading.

    Where a column asks whether somebody agrees, the paper that is named is a yes. What another column says goes first.
    """
    own = {column.field for column, _ in filled}
    if not own & _CITING:
        return list(filled)
    told = (_told(column, words, own) if column.field in _CITING else [(column, words)] for column, words in filled)
    return [each for cells in told for each in cells]


def _told(column: Column, words: str, own: set[str | None]) -> Iterator[tuple[Column, str]]:
    match = _DAY.search(words) if len(words) <= _LONGEST else None
    if match is None or (column.field != "consent_document" and yes_or_no(words) is not None):
        yield column, words
        return
    pieces = [piece for piece in _APART.split(words[: match.start()] + "," + words[match.end() :]) if piece]
    number = next((piece for piece in pieces if any(map(str.isdigit, piece))), "")
    means = ", ".join(piece for piece in pieces if piece != number)
    day = f"ngày {match['day']}" if "tháng" in match["day"].lower() else match["day"]
    said = {"consent_document": number, "consent_given_on": day, "consent_means": means}
    if column.field not in CONSENT_PROOF:
        yield column, _YES
    yield from (
        (replace(column, field=field), cell) for field, cell in said.items() if cell and (field == column.field or field not in own)
    )


_CITING = frozenset(CONSENTS) - {"consent_given_on", "consent_means"}
