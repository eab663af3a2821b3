"""What a CV offers: passages that tell of a position, a degree, a publication and so on, to be confirmed by the person."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.vocabulary import EvidenceKind
from service.imports.formats.cv.dates import Dated
from service.imports.formats.days import span
from service.imports.formats.people import titled
from service.imports.formats.plain_text import one_line


@dataclass(frozen=True, slots=True)
class Offer:
    """One item as it was read: ``passage`` are the words on ``page`` that it was read from, with their lines."""

    kind: EvidenceKind
    title: str
    page: int
    passage: str
    organisation: str = ""
    days: dict[str, date] = field(default_factory=dict)

    def evidence(self) -> dict[str, Any]:
        """Return the fields of the item of evidence; its text is the passage, as the person wrote it."""
        return titled(self.kind, self.title, self.passage, f"cv:page {self.page}") | self.days


def days_of(dated: Dated | None, *, event: bool = False) -> dict[str, date]:
    """Return the fields of the days of ``dated``. An ``event`` ends when it begins; of a degree with one date that is its end."""
    if dated is None:
        return {}
    return span(dated.start, dated.end or (dated.start if event else None))


def shortened(title: str) -> str:
    """Return the title as one line without signs around it."""
    return one_line(title).strip(" ,;:|–—-•*“”\"'")
