"""Works of OpenAlex as items of evidence. The place among the authors is no statement of who led."""

from typing import Any

from models.vocabulary import EvidenceKind
from service.imports.formats.days import Parts, span
from service.imports.formats.identifiers import doi_in, orcid_in, own_id
from service.imports.formats.json_values import at, each, number, words
from service.imports.formats.openalex.abstracts import abstract
from service.imports.formats.people import titled
from service.imports.formats.plain_text import one_line, without_markup
from service.imports.records import ImportedItem

_KINDS = {"standard": EvidenceKind.STANDARD, "software": EvidenceKind.PRODUCT, "patent": EvidenceKind.PATENT}
_MOST_AUTHORS = 100


def item_of(row: int, work: dict[str, Any], author: str) -> ImportedItem:
    """Return the item of ``work``; ``author`` is the OpenAlex id of the person, who is no co-author of their own."""
    doi = doi_in(words(work, "doi")) or doi_in(words(work, "ids", "doi"))
    own = own_id(work, "id")
    source = f"doi:{doi}" if doi else f"openalex:{own}"
    title = one_line(without_markup(words(work, "title") or words(work, "display_name")))
    kind = _KINDS.get(words(work, "type"), EvidenceKind.PUBLICATION)
    told = abstract(at(work, "abstract_inverted_index"))
    fields = titled(kind, title or source, told or words(work, "primary_location", "source", "display_name"), source)
    when = _day(work)
    return ImportedItem(row, fields | span(when, when), co_authors=_co_authors(work, author))


def author_ids(work: dict[str, Any]) -> frozenset[str]:
    """Return the OpenAlex ids of the authors of ``work``."""
    return frozenset(filter(None, (own_id(one, "author", "id") for one in each(work, "authorships"))))


def _co_authors(work: dict[str, Any], author: str) -> tuple[str, ...]:
    found = dict.fromkeys(
        f"orcid:{orcid}" if (orcid := orcid_in(one, "author", "orcid")) else f"openalex:{own}"
        for one in each(work, "authorships")
        if (own := own_id(one, "author", "id")) and own != author
    )
    return tuple(found)[:_MOST_AUTHORS]


def _day(work: dict[str, Any]) -> Parts | None:
    """Return the day of publication. OpenAlex writes 1 January where only the year is known, so that day says the year alone."""
    parts = words(work, "publication_date").split("-")
    year = number(work, "publication_year")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        day = (int(parts[0]), int(parts[1]), int(parts[2]))
        return (day[0], None, None) if day[1:] == (1, 1) else day
    return (year, None, None) if year else None
