"""Ties that two records show although nobody declared them: a work that both tell of, or a project of one name at one time."""

from collections.abc import Iterable
from datetime import date

from matching.gate.ties import Tie, mutual
from matching.identity.works import PROJECTS, telling_title, works_of
from matching.profiles import EvidenceItem, Profile, Relation
from models.vocabulary import RelationKind, RelationStatus


def bonds(profile: Profile, other: Profile) -> tuple[Tie, ...]:
    """Return the ties between two people as seen from ``profile``: what either recorded, then what both records show, the latest first.

    A co-authorship that was dismissed where it was recorded stands for every work.
    """
    recorded = mutual(profile, other)
    dismissed = any(bond.kind is RelationKind.CO_AUTHOR and bond.status is RelationStatus.DISMISSED for bond in recorded)
    return (*map(Tie, recorded), *(() if dismissed else shared_works(profile, other)))


def shared_works(profile: Profile, other: Profile) -> tuple[Tie, ...]:
    """Return a tie for each publication, patent, standard, programme or product that both tell of; its source names the work.

    A publication is one by its DOI, or by its title and year; a project by its title, where the times overlap
    and no two organisations are named: titles of projects are often general.
    """
    return _ties(other.id, [*_written_together(profile, other), *_built_together(profile, other)])


def _written_together(profile: Profile, other: Profile) -> list[tuple[EvidenceItem, EvidenceItem]]:
    own = works_of(profile.items)
    theirs = works_of(other.items) if own else {}
    return [(own[key], theirs[key]) for key in sorted(own.keys() & theirs.keys())]


def _built_together(profile: Profile, other: Profile) -> list[tuple[EvidenceItem, EvidenceItem]]:
    theirs = [item for item in other.items if item.kind in PROJECTS and telling_title(item.title)]
    return [
        (item, one)
        for item in profile.items
        if theirs and item.kind in PROJECTS and telling_title(item.title)
        for one in theirs
        if telling_title(item.title) == telling_title(one.title) and _meet(item, one)
    ]


def _meet(item: EvidenceItem, other: EvidenceItem) -> bool:
    """Return whether two items overlap in time and may be at one organisation; what is not said may be."""
    at_one = item.organisation_id is None or other.organisation_id is None or item.organisation_id == other.organisation_id
    return at_one and (item.starts or date.min) <= (other.ends or date.max) and (other.starts or date.min) <= (item.ends or date.max)


def _ties(other_id: str, pairs: Iterable[tuple[EvidenceItem, EvidenceItem]]) -> tuple[Tie, ...]:
    found = {(item.id, other.id): _tie(other_id, item, other) for item, other in pairs}
    return tuple(sorted(found.values(), key=lambda tie: (-(tie.relation.ends or date.max).toordinal(), tie.evidence)))


def _tie(other_id: str, item: EvidenceItem, other: EvidenceItem) -> Tie:
    """Return the tie: a project lasts while both were in it, a work is an event of its day."""
    if item.kind in PROJECTS:
        starts = max((day for day in (item.starts, other.starts) if day), default=None)
        ends = min((day for day in (item.ends, other.ends) if day), default=None)
    else:
        starts = ends = max((day for one in (item, other) for day in (one.starts, one.ends) if day), default=None)
    named = f"“{item.title}”" + (f", {item.source}" if item.source else "")
    relation = Relation(RelationKind.CO_AUTHOR, RelationStatus.DETECTED, None, other_id, starts, ends, named)
    return Tie(relation, tuple(sorted((item.id, other.id))))
