"""What two records say of each other, as numbers: each speaks for one person or against, and never the other way round."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from matching.identity.agreement import NameAgreement, best_agreement
from matching.identity.commonness import MarkWeights, NameCounts
from matching.identity.items import best_of_items
from matching.identity.records import PersonRecord

FOR = (
    "same_orcid",
    "same_email",
    "same_identifier",
    "same_handle",
    "name_told",
    "shared_works",
    "shared_employer",
    "shared_associates",
    "alike_items",
    "new_family",
    "shared_numbers",
    "shared_days",
    "shared_topics",
    "shared_words",
)
AGAINST = ("replaced", "dropped", "other_accents", "mistyped", "other_country", "other_employers", "nothing_alike")
NAMES = FOR + AGAINST
_OFFICES = "info office contact admin mail hr lab support vanphong hello webmaster secretary dept tuyensinh"
_LONG_HANDLE = 5
_CHANNELS = {"shared_numbers": ("number",), "shared_days": ("day", "span"), "shared_topics": ("topic",), "shared_words": ("word", "pair")}


@dataclass(frozen=True)
class Background:
    """What everybody's records say: how common names, marks and employers are among those who are compared."""

    names: NameCounts
    marks: MarkWeights
    employers: MarkWeights

    @classmethod
    def of(cls, records: Iterable[PersonRecord]) -> "Background":
        """Count the records."""
        found = list(records)
        return cls(
            NameCounts.of(record.names[0] for record in found if record.names),
            MarkWeights(record.marks for record in found),
            MarkWeights(record.employers for record in found),
        )


@dataclass(frozen=True, slots=True)
class ComparedRecords:
    """Two records side by side: the numbers by their name, in the order of ``NAMES``, and how the names agree."""

    values: dict[str, float]
    name: NameAgreement
    contradicting_orcid: bool


def compared(record: PersonRecord, other: PersonRecord, background: Background) -> ComparedRecords:
    """Return what the two say of each other, the same in either direction."""
    name = best_agreement(record.names, other.names, background.names)
    own, theirs = record.identifiers, other.identifiers
    shares = _shared_marks(record, other, background.marks)
    employer = background.employers.overlap(record.employers, other.employers)
    items = best_of_items(record, other, background.marks)
    average = math.fsum(items) / max(1, len(items))
    values = dict.fromkeys(NAMES, 0.0) | shares
    values |= {
        "same_orcid": float(bool(own.orcid) and own.orcid == theirs.orcid),
        "same_email": float(bool(own.email) and own.email.lower() == theirs.email.lower()),
        "same_identifier": float(bool(own.others & theirs.others)),
        "same_handle": float(own.handle == theirs.handle and _telling(own.handle)),
        "name_told": min(name.information, 20.0) / 10,
        "shared_works": min(3.0, len(record.works & other.works)),
        "shared_employer": employer,
        "shared_associates": min(2.0, len(record.associates & other.associates)),
        "alike_items": max(0.0, average),
        "new_family": float(name.new_family),
        "replaced": float(name.replaced),
        "dropped": float(name.dropped),
        "other_accents": float(name.other_accents),
        "mistyped": float(name.mistyped),
        "other_country": float(bool(record.country and other.country) and record.country != other.country),
        "other_employers": float(bool(record.employers and other.employers) and not record.employers & other.employers),
        "nothing_alike": max(0.0, -average),
    }
    return ComparedRecords(values, name, bool(own.orcid and theirs.orcid and own.orcid != theirs.orcid))


def _shared_marks(record: PersonRecord, other: PersonRecord, weights: MarkWeights) -> dict[str, float]:
    """Return how much of the marks of each kind of the smaller record the other has, in [0, 1]."""
    return {name: weights.overlap(record.marks_of(kinds), other.marks_of(kinds)) for name, kinds in _CHANNELS.items()}


def _telling(handle: str) -> bool:
    return len(handle) >= _LONG_HANDLE and handle not in _OFFICES.split()
