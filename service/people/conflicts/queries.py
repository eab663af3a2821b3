"""Finds conflicts of interest in what is stored now, unread texts or not: who is looked at, for what, and how they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.explanation.conflict_sentences import Naming
from matching.gate.conflicts import ConflictOfInterest, insiders_of, matches, matches_between
from matching.gate.ties import ConflictPolicy
from matching.identity.works import PROJECTS, WORKS, dois, telling_title, work_keys
from matching.needs import RoleNeed
from matching.profiles import Profile
from models.experts import Evidence, Expert, Relation
from models.projects import Organisation
from service.catalogue.subjects.needs import ROLES, read_need
from service.catalogue.subjects.queries import find_subject, kind_of
from service.kit.problems import Conflict, Invalid, NotFound
from service.people.profiles.organisations import organisations_above
from service.people.profiles.reader import read_profiles


@dataclass(frozen=True, slots=True)
class ConflictCheckResult:
    """What a check found on one day; ``subject`` is None for a check against another person."""

    profile: Profile
    subject: str | None
    other: str | None
    on: date
    conflicts: tuple[ConflictOfInterest, ...]


def against_subject(
    session: Session, expert_id: str, subject: str, policy: ConflictPolicy, on: date, *, cooled: bool = False
) -> ConflictCheckResult:
    """Check a person against a product, project or group; raises ``NotFound``, and ``Conflict`` for somebody without consent."""
    profile = find_profile(session, expert_id)
    need = _need(session, subject, on)
    insiders = insiders_of(need, read_profiles(session, _bonded(session, profile)), policy)
    return ConflictCheckResult(profile, need.subject_id, None, on, matches(profile, need, policy, insiders, cooled=cooled))


def against_person(
    session: Session, expert_id: str, other_id: str, policy: ConflictPolicy, on: date, *, cooled: bool = False
) -> ConflictCheckResult:
    """Check two people against each other; raises what ``against_subject`` raises."""
    if expert_id == other_id:
        raise Invalid.field("other", en="must be another person", vi="phải là người khác")
    profile, other = find_profile(session, expert_id), find_profile(session, other_id)
    above = organisations_above(session)
    return ConflictCheckResult(profile, None, other.id, on, matches_between(profile, other, policy, on, cooled=cooled, above=above))


def find_profile(session: Session, expert_id: str) -> Profile:
    """Return somebody who may be looked at; raises ``NotFound``, and ``Conflict`` without consent to matching."""
    profiles = read_profiles(session, [expert_id])
    if not profiles:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    if not profiles[0].may_be_matched:
        raise Conflict(
            "matching_not_consented",
            en=f"{expert_id} has not consented to matching, or has stopped it: nothing is checked.",
            vi=f"{expert_id} chưa đồng ý hoặc đã dừng đối sánh: không kiểm tra gì.",
        )
    return profiles[0]


def names_in(session: Session, conflicts: Iterable[ConflictOfInterest]) -> Naming:
    """Return a function that gives the names of the organisations and people in ``conflicts``, and an unknown id as it is."""
    found = list(conflicts)
    ids = {conflict.organisation_id for conflict in found} | {conflict.relation.other_expert_id for conflict in found}
    wanted = sorted({*(name for name in ids if name), *(conflict.subject_id for conflict in found)})
    organisations = sa.select(col(Organisation.id), col(Organisation.name)).where(col(Organisation.id).in_(wanted))
    people = sa.select(col(Expert.id), col(Expert.display_name)).where(col(Expert.id).in_(wanted))
    names = {row[0]: row[1] for statement in (organisations, people) for row in session.execute(statement)}
    return lambda identifier: names.get(identifier, identifier)


def _need(session: Session, identifier: str, on: date) -> RoleNeed:
    kind = kind_of(session, identifier)
    subject = find_subject(session, kind, identifier)
    return read_need(session, kind, subject.id, ROLES[kind][0], on)


def _bonded(session: Session, profile: Profile) -> Sequence[str]:
    """Return the ids of the people to whom ``profile`` is related, whoever recorded it, or who tell of the same works."""
    naming = sa.select(col(Relation.expert_id)).where(col(Relation.other_expert_id) == profile.id)
    named = {relation.other_expert_id for relation in profile.relations if relation.other_expert_id is not None}
    return sorted((named | set(session.scalars(naming)) | _telling_of_the_same(session, profile)) - {profile.id})


def _telling_of_the_same(session: Session, profile: Profile) -> set[str]:
    """Return who has an item that may tell of the same work: one of its title or with its DOI."""
    works = [item for item in profile.items if item.kind in WORKS | PROJECTS]
    if not works:
        return set()
    columns = (col(Evidence.expert_id), col(Evidence.title), col(Evidence.source), col(Evidence.text))
    kinds = {item.kind for item in works}
    rows = session.execute(sa.select(*columns).where(col(Evidence.kind).in_(kinds), col(Evidence.expert_id) != profile.id))
    titles = {telling_title(item.title) for item in works} - {""}
    named = {key for item in works for key in work_keys(item) if key[0] == "doi"}
    return {
        owner
        for owner, title, source, text in rows
        if telling_title(title) in titles or (named and any(("doi", doi) in named for told in (source, text) for doi in dois(told)))
    }
