"""Records of one person from the registries, as their files come."""

import json
import re

from service.imports.faults import Unreadable
from service.imports.fetching.client import Registries
from service.imports.formats.json_values import at, parsed, words
from service.people.profiles.identifiers import is_orcid

ORCID_HOST, OPENALEX_HOST = "pub.orcid.org", "api.openalex.org"
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_AUTHOR = re.compile(r"A\d{4,12}")
_PAGE, _MOST_PAGES = 100, 10


def fetch_orcid(registries: Registries, orcid: str) -> bytes:
    """Return the public record of an ORCID iD, such as 0000-0002-1825-0097; raises ``Unreadable``."""
    if not (_ORCID.fullmatch(orcid) and is_orcid(orcid)):
        raise _no_identifier(orcid)
    return registries.get(ORCID_HOST, f"/v3.0/{orcid}/record")


def fetch_openalex(registries: Registries, identifier: str) -> tuple[bytes, ...]:
    """Return the author with this OpenAlex id (A5015201707) or ORCID iD, then the pages of the works; raises ``Unreadable``."""
    if not (_AUTHOR.fullmatch(identifier) or (_ORCID.fullmatch(identifier) and is_orcid(identifier))):
        raise _no_identifier(identifier)
    asked = {name: value for name, value in (("api_key", registries.openalex_key), ("mailto", registries.mailto)) if value}
    name = identifier if identifier.startswith("A") else f"orcid:{identifier}"
    author = registries.get(OPENALEX_HOST, f"/authors/{name}", asked)
    own = words(parsed(author), "id").rpartition("/")[2]
    if not _AUTHOR.fullmatch(own):
        raise _no_identifier(identifier)
    pages, cursor = [author], "*"
    while cursor and len(pages) <= _MOST_PAGES:
        query = {**asked, "filter": f"author.id:{own}", "per-page": str(_PAGE), "cursor": cursor}
        pages.append(registries.get(OPENALEX_HOST, "/works", query))
        page = parsed(pages[-1])
        cursor = words(page, "meta", "next_cursor") if at(page, "results") else ""
    return tuple(pages)


def _no_identifier(given: str) -> Unreadable:
    shown = json.dumps(given[:40], ensure_ascii=False)
    return Unreadable(
        f"{shown} is no ORCID iD and no OpenAlex id: write 0000-0002-1825-0097 or A5015201707.",
        f"{shown} không phải mã ORCID hay OpenAlex: hãy viết dạng 0000-0002-1825-0097 hoặc A5015201707.",
    )
