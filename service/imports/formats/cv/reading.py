"""Reads a CV: offers in the order of the document, each with the passage it was read from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from models.vocabulary import EvidenceKind
from service.imports.formats.cv import docx, pdf
from service.imports.formats.cv.faults import unknown_kind
from service.imports.formats.cv.headings import Section, names_both
from service.imports.formats.cv.lines import Line
from service.imports.formats.cv.offers import Offer
from service.imports.formats.cv.posts import degrees, positions
from service.imports.formats.cv.sections import divided
from service.imports.formats.cv.tables import tidied
from service.imports.formats.cv.works import notes, patents, projects, publications

MOST_OFFERS = 400
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # ZIP, and the old form that Office wraps a locked document in
_READERS: dict[Section, Callable[[Sequence[Line]], Iterable[Offer]]] = {
    Section.POSITIONS: positions,
    Section.DEGREES: degrees,
    Section.PUBLICATIONS: publications,
    Section.PATENTS: patents,
    Section.PROJECTS: projects,
    Section.AWARDS: partial(notes, EvidenceKind.AWARD),
    Section.CERTIFICATES: partial(notes, EvidenceKind.CERTIFICATE),
}


def read(content: bytes) -> tuple[Offer, ...]:
    """Return what a PDF or DOCX offers; raises ``Unreadable`` and nothing else. Nothing is an item before the person says so."""
    return tuple(offers_in(lines_of(content)))[:MOST_OFFERS]


def is_cv(content: bytes) -> bool:
    """Return whether ``content`` begins as a PDF or a DOCX does."""
    return _is_pdf(content) or content.startswith(_PACKED)


def lines_of(content: bytes) -> list[Line]:
    """Return the lines of a CV in the order of reading; raises ``Unreadable``."""
    if not is_cv(content):
        raise unknown_kind()
    return pdf.lines_of(content) if _is_pdf(content) else docx.lines_of(content)


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def offers_in(lines: Sequence[Line]) -> Iterator[Offer]:
    """Give the offers of every section, each passage once."""
    seen = set()
    for part in divided(lines):
        reader = _READERS.get(Section.PUBLICATIONS if names_both(part.heading) else part.section)
        for offer in reader(tidied(part.lines)) if reader else ():
            if offer.title and (offer.kind, offer.passage) not in seen:
                seen.add((offer.kind, offer.passage))
                yield offer
