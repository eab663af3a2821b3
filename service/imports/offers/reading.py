"""Reads an uploaded file: a CV, a record of ORCID, or an author and works of OpenAlex, told apart by what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from service.imports.faults import Unreadable
from service.imports.formats.cv.apart import read_apart
from service.imports.formats.cv.offers import Offer
from service.imports.formats.cv.reading import MOST_OFFERS, is_cv
from service.imports.formats.registries import read_registry, registry_of
from service.imports.records import ImportedItem, ImportedRecord


@dataclass(frozen=True, slots=True)
class Passage:
    """An item of a file with the words it was read from."""

    fields: dict[str, Any]
    organisation: str
    page: int | None
    words: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file holds: ``person`` and ``orcid`` as it names them, both empty for a CV."""

    format: Literal["cv", "orcid", "openalex"]
    passages: tuple[Passage, ...]
    person: str = ""
    orcid: str = ""


def read_file(content: bytes) -> ReadFile:
    """Return what ``content`` offers; raises ``Unreadable``."""
    if is_cv(content):
        return ReadFile("cv", tuple(_of_cv(offer) for offer in read_apart(content)))
    return of_records(read_registry(content), "orcid" if registry_of(content) == "orcid" else "openalex")


def of_records(records: Sequence[ImportedRecord], registry: Literal["orcid", "openalex"]) -> ReadFile:
    """Return what the record of the one person offers; raises ``Unreadable`` for several people."""
    if len(records) != 1:
        raise Unreadable("It holds several people: send the record of one.", "Tệp có nhiều người: hãy gửi hồ sơ của một người.")
    return _of_record(registry, records[0])


def _of_record(name: Literal["orcid", "openalex"], record: ImportedRecord) -> ReadFile:
    passages = tuple(_of_item(item) for item in record.items[:MOST_OFFERS])
    return ReadFile(name, passages, str(record.fields.get("display_name", "")), str(record.fields.get("orcid", "")))


def _of_item(item: ImportedItem) -> Passage:
    words = "\n".join(filter(None, (str(item.fields["title"]), str(item.fields.get("text", "")))))
    return Passage(dict(item.fields), item.organisation, None, words)


def _of_cv(offer: Offer) -> Passage:
    return Passage(offer.evidence(), offer.organisation, offer.page, offer.passage)
