"""Reads one public record of ORCID, version 3.0, as JSON."""

from typing import Any

from service.imports.faults import Unreadable
from service.imports.formats import people
from service.imports.formats.json_values import at, each, number, parsed, words
from service.imports.formats.orcid.affiliations import OF_SECTIONS, affiliations
from service.imports.formats.orcid.groups import external_ids
from service.imports.formats.orcid.works import fundings, resources, reviews, works
from service.imports.formats.plain_text import without_markup
from service.imports.records import ImportedItem, ImportedRecord

_SECTIONS = {"works": works, "fundings": fundings, "research-resources": resources, "peer-reviews": reviews}
_OF_WORKS = {"title": "title", "text": "external-ids", "starts": "publication-date", "ends": "publication-date"}


def read(content: bytes) -> ImportedRecord:
    """Return the person of a record with the items of every section; raises ``Unreadable``."""
    return record_of(parsed(content))


def record_of(record: Any, row: int = 1) -> ImportedRecord:
    """Return the person of a record as its JSON says; raises ``Unreadable`` for JSON that is no record."""
    orcid = words(record, "orcid-identifier", "path")
    person, activities = at(record, "person"), at(record, "activities-summary")
    if not orcid or not isinstance(person, dict):
        raise Unreadable(
            "It is no public record of ORCID 3.0: it needs orcid-identifier and person.",
            "Tệp không phải hồ sơ công khai ORCID 3.0: thiếu orcid-identifier hoặc person.",
        )
    return ImportedRecord(row, orcid, _person(person, activities, orcid), _items(activities, orcid))


def _items(activities: Any, orcid: str) -> tuple[ImportedItem, ...]:
    items = list(affiliations(activities, orcid))
    for section, read in _SECTIONS.items():
        headings = _OF_WORKS if section == "works" else OF_SECTIONS
        items += [item.placed(section, headings) for item in read(activities, orcid)]
    return tuple(items)


def _person(person: Any, activities: Any, orcid: str) -> dict[str, Any]:
    country = _country(person, activities)
    shown = words(person, "name", "credit-name")
    named = people.names(
        shown,
        words(person, "name", "given-names"),
        words(person, "name", "family-name"),
        [words(one, "content") for one in _in_order(person, "other-names", "other-name")],
        family_first=country == "VN" and not shown,
    )
    if not named["display_name"]:
        named |= {"display_name": orcid, "given_name": orcid}  # a record whose owner shows no name to the public
    found: dict[str, Any] = {**named, "orcid": orcid} | people.biography(_about(person))
    return found | ({"country": country} if country else {})


def _about(person: Any) -> str:
    """Return the biography, the keywords and the identifiers at other registries, each on lines of its own."""
    told = at(person, "biography", "content")
    keywords = [words(one, "content") for one in _in_order(person, "keywords", "keyword")]
    ids = external_ids({"external-ids": {"external-id": at(person, "external-identifiers", "external-identifier")}})
    return "\n".join(
        filter(
            None,
            (
                without_markup(told) if isinstance(told, str) else "",
                "; ".join(filter(None, keywords)),
                "; ".join(f"{kind}: {value}" for kind, value in ids),
            ),
        )
    )


def _country(person: Any, activities: Any) -> str:
    """Return the country of the address that is shown first, else of the latest employer."""
    of_addresses = [words(one, "country") for one in _in_order(person, "addresses", "address")]
    employers = [
        at(one, "employment-summary") for group in each(activities, "employments", "affiliation-group") for one in each(group, "summaries")
    ]
    of_employers = [words(one, "organization", "address", "country") for one in employers]
    return next((code.upper() for code in (*of_addresses, *of_employers) if len(code) == 2 and code.isascii() and code.isalpha()), "")


def _in_order(person: Any, section: str, name: str) -> list[dict[str, Any]]:
    """Return the entries of a section as their owner orders them: the highest display index first."""
    return sorted(each(person, section, name), key=lambda one: -(number(one, "display-index") or 0))
