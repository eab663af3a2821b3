"""Identifiers as registries write them: by themselves, or as addresses of which the last part is the identifier."""

import re
from typing import Any

from service.imports.formats.json_values import words

_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def own_id(value: Any, *path: str) -> str:
    """Return the last part of an address such as https://openalex.org/A5015201707; empty where there is none."""
    return words(value, *path).rstrip("/").rpartition("/")[2]


def orcid_in(value: Any, *path: str) -> str:
    """Return the ORCID iD in an address or by itself; empty where there is none."""
    found = _ORCID.search(words(value, *path))
    return found.group() if found else ""


def doi_in(text: str) -> str:
    """Return the DOI in an address or by itself, in lower case; empty where there is none."""
    found = _DOI.search(text)
    return found.group().rstrip(".,;").lower() if found else ""
