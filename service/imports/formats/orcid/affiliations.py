"""Positions, degrees, certificates, awards and memberships of an ORCID record."""

from collections.abc import Iterator, Mapping
from typing import Any

from models.vocabulary import EvidenceKind
from service.imports.formats.days import span
from service.imports.formats.json_values import at, each, number, words
from service.imports.formats.orcid.groups import day_parts, external_ids, organisation, preferred
from service.imports.formats.people import titled
from service.imports.records import ImportedItem

# The section of the record, the name of its summaries, and what its items are.
SECTIONS: Mapping[str, tuple[str, EvidenceKind]] = {
    "employments": ("employment-summary", EvidenceKind.POSITION),
    "invited-positions": ("invited-position-summary", EvidenceKind.POSITION),
    "educations": ("education-summary", EvidenceKind.DEGREE),
    "qualifications": ("qualification-summary", EvidenceKind.CERTIFICATE),
    "distinctions": ("distinction-summary", EvidenceKind.AWARD),
    "memberships": ("membership-summary", EvidenceKind.NETWORK),
    "services": ("service-summary", EvidenceKind.NETWORK),
}

OF_SECTIONS = {"title": "role-title", "organisation": "organization", "starts": "start-date", "ends": "end-date", "text": "external-ids"}
"""What a record calls the fields of an item."""


def affiliations(activities: Any, orcid: str) -> Iterator[ImportedItem]:
    """Give one item for every group of every section; ``row`` is its place in the section, from 1."""
    for section, (name, kind) in SECTIONS.items():
        for row, group in enumerate(each(activities, section, "affiliation-group"), 1):
            summaries = [one for holder in each(group, "summaries") if isinstance(one := at(holder, name), dict)]
            shown = preferred(summaries)
            if shown is not None:
                source = f"orcid:{orcid}/{name.removesuffix('-summary')}/{number(shown, 'put-code') or row}"
                yield _item(row, kind, shown, external_ids(group, *summaries), source).placed(section, OF_SECTIONS)


def _item(row: int, kind: EvidenceKind, shown: dict[str, Any], ids: list[tuple[str, str]], source: str) -> ImportedItem:
    where, role, department = organisation(shown), words(shown, "role-title"), words(shown, "department-name")
    named = "; ".join(f"{kind}: {value}" for kind, value in ids)
    text = "\n".join(filter(None, (", ".join(filter(None, (department, where))), named)))
    starts, ends = day_parts(shown, "start-date"), day_parts(shown, "end-date")
    if kind is EvidenceKind.AWARD:
        ends = ends or starts
    fields = titled(kind, role or department or where or kind.value, text, source) | span(starts, ends)
    return ImportedItem(row, fields, where)
