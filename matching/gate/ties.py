"""Whom a person is tied to: recorded relations, and employment read off the dated positions of the evidence."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from matching.profiles import EvidenceItem, Profile, Relation
from models.vocabulary import EvidenceKind, Interest, RelationKind, RelationStatus

# No text names a window: two years is common practice, and every kind is a setting of the service.
COOLING_OFF: Mapping[RelationKind, timedelta] = {kind: timedelta(days=730) for kind in RelationKind}
_POSITION = EvidenceKind.POSITION  # to look it up costs more than to compare it
EVENTS = frozenset({RelationKind.CO_AUTHOR})
"""Kinds of ties that happen on a day and do not go on."""
BIDDING = frozenset({Interest.BIDDER})


@dataclass(frozen=True, slots=True)
class ConflictPolicy:
    """What the law leaves open: how long a tie counts after its end, and which interests of an organisation conflict."""

    cooling_off: Mapping[RelationKind, timedelta] = field(default_factory=lambda: COOLING_OFF)
    interests: frozenset[Interest] = BIDDING

    def still_counts(self, relation: Relation, on: date) -> bool:
        """Return whether ``relation`` goes on, is about to begin, or ended inside the window of its kind; a work with one date is over."""
        last = relation.ends or (relation.starts if relation.kind in EVENTS and relation.other_expert_id else None)
        return last is None or last >= on - self.cooling_off[relation.kind]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, with the ids of the evidence that shows it; one that nobody recorded is "detected"."""

    relation: Relation
    evidence: tuple[str, ...] = ()


def ties(profile: Profile, organisations: Container[str | None]) -> tuple[Tie, ...]:
    """Return the ties of ``profile`` to any of ``organisations``: the recorded ones in their order, then what the evidence shows besides.

    A recorded employment takes the evidence of positions at the same organisation along. It stands for them when it was dismissed, or
    when it lasted as long as they did; otherwise the later positions are a tie of their own.
    """
    shown = employments(item for item in profile.items if item.organisation_id in organisations)
    recorded = [relation for relation in profile.relations if relation.organisation_id in organisations]
    detected = (tie for tie in shown.values() if not any(_stands_for(relation, tie) for relation in recorded))
    return (*(_with_evidence(relation, shown) for relation in recorded), *detected)


def employments(items: Iterable[EvidenceItem]) -> dict[str, Tie]:
    """Return the employment at each organisation that positions name by its id, from the first start to the last end."""
    held: dict[str, list[EvidenceItem]] = defaultdict(list)
    for item in items:
        if item.kind is _POSITION and item.organisation_id is not None:
            held[item.organisation_id].append(item)
    return {organisation: _spanning(organisation, held[organisation]) for organisation in sorted(held)}


def last_employment(profile: Profile, organisation_id: str) -> Tie | None:
    """Return the tie by which ``profile`` last worked for an organisation, None without any but dismissed ones."""
    held = [
        tie
        for tie in ties(profile, {organisation_id})
        if tie.relation.kind is RelationKind.EMPLOYER and tie.relation.status is not RelationStatus.DISMISSED
    ]
    return max(held, key=lambda tie: tie.relation.ends or date.max, default=None)


def organisations_of(profile: Profile) -> set[str]:
    """Return every organisation that ``profile`` is tied to, by a relation or a position."""
    named = {item.organisation_id for item in profile.items if item.kind is _POSITION}
    named.update(relation.organisation_id for relation in profile.relations)
    return {name for name in named if name is not None}


def mutual(profile: Profile, other: Profile) -> tuple[Relation, ...]:
    """Return the relations between two people as seen from ``profile``, whoever recorded them."""
    own = [relation for relation in profile.relations if relation.other_expert_id == other.id]
    theirs = [replace(relation, other_expert_id=other.id) for relation in other.relations if relation.other_expert_id == profile.id]
    return (*own, *theirs)


def _spanning(organisation: str, held: list[EvidenceItem]) -> Tie:
    starts = [item.starts for item in held if item.starts is not None]
    ends = [item.ends for item in held if item.ends is not None]
    last = max(ends) if len(ends) == len(held) else None
    relation = Relation(
        RelationKind.EMPLOYER, RelationStatus.DETECTED, organisation, starts=min(starts) if len(starts) == len(held) else None, ends=last
    )
    return Tie(relation, tuple(sorted(item.id for item in held)))


def _with_evidence(relation: Relation, shown: Mapping[str, Tie]) -> Tie:
    if relation.kind is not RelationKind.EMPLOYER or relation.organisation_id is None or relation.organisation_id not in shown:
        return Tie(relation)
    return Tie(relation, shown[relation.organisation_id].evidence)


def _stands_for(recorded: Relation, shown: Tie) -> bool:
    if recorded.kind is not RelationKind.EMPLOYER or recorded.organisation_id != shown.relation.organisation_id:
        return False
    return recorded.status is RelationStatus.DISMISSED or (recorded.ends or date.max) >= (shown.relation.ends or date.max)
