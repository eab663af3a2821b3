"""People from the files of registries, told apart by what is in them."""

import re
from collections.abc import Sequence
from typing import Any

from service.imports.formats.json_values import at, parsed
from service.imports.formats.openalex.files import read_objects
from service.imports.formats.orcid.record import record_of
from service.imports.formats.orcid.xml import as_json
from service.imports.records import ImportedRecord

_OPENALEX = re.compile(rb'"id"\s*:\s*"https?://(?:api\.)?openalex\.org/(?:authors/|works/)?[AWaw]\d')
_MARKS = b"\xef\xbb\xbf \t\r\n"


def registry_of(content: bytes) -> str | None:
    """Return which registry a file comes from, orcid or openalex, by how it begins; None for any other file."""
    head = content[:4000].lstrip(_MARKS)
    if head.startswith(b"<"):
        return "orcid" if b"orcid.org/ns/" in head else None
    if not head.startswith((b"{", b"[")):
        return None
    if b'"orcid-identifier"' in head:
        return "orcid"
    return "openalex" if _OPENALEX.search(head) else None


def read_registry(content: bytes) -> tuple[ImportedRecord, ...]:
    """Return the people of a file of ORCID (JSON or XML, one record or a list) or OpenAlex (JSON); raises ``Unreadable``."""
    value = as_json(content) if content.lstrip(_MARKS).startswith(b"<") else parsed(content)
    records = value if isinstance(value, list) else [value]
    if records and all(_is_orcid(one) for one in records):
        return tuple(record_of(one, row) for row, one in enumerate(records, 1))
    return read_objects([value])


def _is_orcid(value: Any) -> bool:
    return isinstance(at(value, "orcid-identifier"), dict)


def joined(contents: Sequence[bytes]) -> bytes | None:
    """Return several files of registries as one, such as an author with pages of works; None where any of them is something else."""
    if all(registry_of(content) and not content.lstrip(_MARKS).startswith(b"<") for content in contents):
        return b"[" + b",".join(content.lstrip(_MARKS) for content in contents) + b"]"
    return None
