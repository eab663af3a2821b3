"""What every format becomes: people with their items, in the fields of the API, and where in the file each stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """One item of evidence; ``fields`` are those of ``EvidenceCreate``.

    ``organisation`` is the name of an organisation as the file writes it, still to be matched to a known one.
    ``co_authors`` are ids such as orcid:0000-0002-1825-0097 or openalex:A5015201707.
    ``columns`` are all columns of the item, where it was checked already as the API checks one.
    ``table`` and ``headings`` (heading of each field) say where a fault stands; both are empty where the source has no table.
    """

    row: int
    fields: Mapping[str, Any]
    organisation: str = ""
    co_authors: tuple[str, ...] = ()
    table: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Any] | None = None

    def placed(self, table: str, headings: Mapping[str, str]) -> "ImportedItem":
        """Return the same item with where it stands in its source, as the source calls it."""
        return replace(self, table=table, headings=headings)


@dataclass(frozen=True, slots=True)
class ImportedRecord:
    """One person; ``fields`` are those of ``ExpertCreate``, ``key`` is the id that the source gives, such as a code or an address.

    ``row`` counts as the source does: spreadsheets by line, headings included; registries and CVs by position, from 1.
    ``known`` is a record of the person that must be in the database already, where the source has items alone.
    ``willing`` says yes or no to roles, by their code.
    """

    row: int
    key: str
    fields: Mapping[str, Any]
    items: tuple[ImportedItem, ...] = ()
    consents: tuple[Mapping[str, Any], ...] = field(default=())
    willing: Mapping[str, bool] = field(default_factory=dict)
    known: bool = False
    table: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
