"""People from the files of registries, told apart by what is in them."""

from typing import Any

from service.imports.formats.json_values import at, parsed
from service.imports.formats.openalex.files import read_objects
from service.imports.formats.orcid.record import record_of
from service.imports.formats.orcid.xml import as_json
from service.imports.records import ImportedRecord


def registry_of(content: bytes) -> str | None:
    """Return which registry a file comes from, orcid or openalex, by how it begins; None for any other file."""
    head = content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        return "orcid" if b"orcid.org/ns/" in head else None
    if not head.startswith((b"{", b"[")):
        return None
    if b'"orcid-identifier"' in head:
        return "orcid"
    return "openalex" if b"//openalex.org/" in head or b"api.openalex.org" in head else None


def read_registry(content: bytes) -> tuple[ImportedRecord, ...]:
    """Return the people of a file of ORCID (JSON or XML, one record or a list) or OpenAlex (JSON); raises ``Unreadable``."""
    value = as_json(content) if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else parsed(content)
    records = value if isinstance(value, list) else [value]
    if records and all(_is_orcid(one) for one in records):
        return tuple(record_of(one, row) for row, one in enumerate(records, 1))
    return read_objects([value])


def _is_orcid(value: Any) -> bool:
    return isinstance(at(value, "orcid-identifier"), dict)
