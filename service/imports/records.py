"""What every format becomes: people with their items, in the fields of the API, and where in the file each stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """One item of evidence; ``fields`` are those of ``EvidenceCreate``.

    ``organisation`` is the name of an organisation as the file writes it, still to be matched to a known one.
    ``co_authors`` are ids such as orcid:0000-0002-1825-0097 or openalex:A5015201707.
    """

    row: int
    fields: Mapping[str, Any]
    organisation: str = ""
    co_authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRecord:
    """One person; ``fields`` are those of ``ExpertCreate``, ``key`` is the id that the source gives, such as a code or an address.

    ``row`` counts as the source does: spreadsheets by line, headings included; registries and CVs by position, from 1.
    """

    row: int
    key: str
    fields: Mapping[str, Any]
    items: tuple[ImportedItem, ...] = ()
    consents: tuple[Mapping[str, Any], ...] = field(default=())
