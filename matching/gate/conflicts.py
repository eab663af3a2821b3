"""Conflicts of interest: a relation to an organisation that bids for the product or project, not dismissed and not too long ago."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from matching.needs import RoleNeed
from matching.profiles import Profile, Relation
from models.vocabulary import RelationKind, RelationStatus

# No text names a window: two years is common practice, and every kind is a setting of the service.
COOLING_OFF: Mapping[RelationKind, timedelta] = {kind: timedelta(days=730) for kind in RelationKind}


@dataclass(frozen=True, slots=True)
class ConflictOfInterest:
    """Both matched facts: the person's relation and the organisation's interest in the need."""

    relation: Relation
    organisation_id: str
    subject_id: str


def conflicts(
    profile: Profile, need: RoleNeed, cooling_off: Mapping[RelationKind, timedelta] = COOLING_OFF
) -> tuple[ConflictOfInterest, ...]:
    """Return every relation of ``profile`` that is a conflict for ``need``, in the order in which they are recorded."""
    return tuple(
        ConflictOfInterest(relation, relation.organisation_id, need.subject_id)
        for relation in profile.relations
        if relation.organisation_id in need.bidders
        and relation.organisation_id is not None
        and still_counts(relation, need.selection_date, cooling_off)
    )


def still_counts(relation: Relation, on: date, cooling_off: Mapping[RelationKind, timedelta]) -> bool:
    """Return whether ``relation`` is one that can be a conflict ``on`` that day: not dismissed and not too long ago."""
    recent = relation.ends is None or relation.ends >= on - cooling_off[relation.kind]
    return recent and relation.status is not RelationStatus.DISMISSED
