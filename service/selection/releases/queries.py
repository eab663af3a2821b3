"""What a lead may read of a request: the shortlist that was released last, its people under pseudonyms."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Expert
from models.invitations import CandidateInvitation
from models.selection import Candidate
from models.shortlists import EntryContent, Feedback, Release, Shortlist, ShortlistEntry
from models.vocabulary import RoleCode
from models.vocabulary.selection import Finding, InvitationState, SelectionState
from service.kit.problems import NotFound
from service.kit.texts import REFERENCE_ONLY, text
from service.selection.drafts.queries import places_of
from service.selection.releases.pseudonyms import pseudonym
from service.selection.releases.schemas import (
    Contact,
    FeedbackView,
    ReleasedCapability,
    ReleasedCondition,
    ReleasedPerson,
    ReleasedRole,
    ReleasedView,
)
from service.selection.willing import withdrawn_among
from service.selection.words import FINDINGS

Listed = list[tuple[ShortlistEntry, EntryContent]]
Candidacies = set[tuple[RoleCode, str]]
_NOTHING_MORE: dict[str, Any] = {
    **dict.fromkeys(("band", "x", "y", "years", "contact")),
    "kinds": {},
    "capabilities": [],
    "conditions": [],
    "withdrawn": True,
}
"""What a lead is told of who has withdrawn: the place, and that nobody is to be counted on there."""


def released_last(session: Session, request_id: str) -> tuple[Shortlist, Release]:
    """Return the shortlist of a request that was released last; raises ``NotFound``."""
    statement = sa.select(Shortlist, Release).join(Release, col(Release.shortlist_id) == col(Shortlist.id))
    row = session.execute(
        statement.where(col(Shortlist.request_id) == request_id).order_by(col(Shortlist.id).desc()).limit(1)
    ).one_or_none()
    if row is None:
        raise NotFound.of(en="released shortlist of request", vi="danh sách đã phát hành của yêu cầu", identifier=request_id)
    return row[0], row[1]


def listed(session: Session, shortlist_id: str) -> Listed:
    """Return the places that are taken, without people who were excluded or erased."""
    return [(entry, content) for entry, content in places_of(session, shortlist_id) if content is not None and entry.position]


def released_view(session: Session, request_id: str, lead: str) -> ReleasedView:
    """Return what ``lead`` sees; raises ``NotFound`` before anything was released."""
    shortlist, release = released_last(session, request_id)
    roles = _roles(shortlist)
    order = [one.role for one in roles]
    accepted = _accepted(session, request_id)
    places = sorted(listed(session, shortlist.id), key=lambda place: (order.index(place[0].role), place[0].position or 0))
    gone = withdrawn_of(session, request_id, places)
    return ReleasedView(
        request_id=request_id,
        shortlist_id=shortlist.id,
        released_at=release.released_at,
        roles=roles,
        people=[_person(session, lead, place, accepted, gone) for place in places],
        reference_only=REFERENCE_ONLY,
    )


def pseudonyms(session: Session, shortlist_id: str, lead: str) -> dict[str, tuple[RoleCode, str]]:
    """Return whom each pseudonym on a list stands for, to ``lead``."""
    return {
        pseudonym(session, lead, content.expert_id): (entry.role, content.expert_id) for entry, content in listed(session, shortlist_id)
    }


def feedback_view(session: Session, feedback: Feedback) -> FeedbackView:
    """Return feedback as the lead who gave it sees it."""
    person = pseudonym(session, feedback.given_by, feedback.expert_id) if feedback.expert_id else None
    return FeedbackView(**feedback.model_dump(include={"kind", "reason", "text", "given_at"}), person=person)


def withdrawn_of(session: Session, request_id: str, places: Listed) -> Candidacies:
    """Return who of ``places`` has withdrawn since: by their word on their data, or as a recorded step."""
    left = (col(Candidate.request_id) == request_id, col(Candidate.state) == SelectionState.WITHDRAWN)
    stepped_back = {(row[0], row[1]) for row in session.execute(sa.select(col(Candidate.role), col(Candidate.expert_id)).where(*left))}
    stopped = withdrawn_among(session, [content.expert_id for _, content in places])
    return stepped_back | {(entry.role, content.expert_id) for entry, content in places if content.expert_id in stopped}


def _person(
    session: Session, lead: str, place: tuple[ShortlistEntry, EntryContent], accepted: Candidacies, gone: Candidacies
) -> ReleasedPerson:
    entry, content = place
    candidacy = (entry.role, content.expert_id)
    named = {"pseudonym": pseudonym(session, lead, content.expert_id), "role": entry.role, "position": entry.position or 0}
    if candidacy in gone:
        return ReleasedPerson(**named, **_NOTHING_MORE)
    shown = content.snapshot["entry"]
    return ReleasedPerson(
        **named,
        band=shown["band"],
        x=shown["x"],
        y=shown["y"],
        years=content.snapshot["years"],
        kinds=content.snapshot["kinds"],
        capabilities=[ReleasedCapability(label=group["label"], state=group["state"]) for group in shown["groups"]],
        conditions=_conditions(content),
        contact=_contact(session.get_one(Expert, content.expert_id)) if candidacy in accepted else None,
        withdrawn=False,
    )


def _roles(shortlist: Shortlist) -> list[ReleasedRole]:
    counts = {answer["role"]["code"]: answer["counts"] for answer in shortlist.head["answers"]}
    return [
        ReleasedRole(role=role, **{name: found[name] for name in ("considered", "eligible", "fitting")}) for role, found in counts.items()
    ]


def _conditions(content: EntryContent) -> list[ReleasedCondition]:
    """Return what was found of each condition until the list was signed, without reasons and documents: they may name the person."""
    found = {one["rule_id"]: text(FINDINGS[Finding(one["finding"])]) for one in content.judged["findings"]}
    rules = content.snapshot["rules"]
    return [ReleasedCondition(label=rule["label"], result=found.get(rule["rule"], rule["result_label"])) for rule in rules]


def _contact(expert: Expert) -> Contact:
    return Contact(display_name=expert.display_name, email=expert.email)


def _accepted(session: Session, request_id: str) -> Candidacies:
    theirs = (col(CandidateInvitation.request_id) == request_id, col(CandidateInvitation.state) == InvitationState.ACCEPTED)
    rows = session.execute(sa.select(col(CandidateInvitation.role), col(CandidateInvitation.expert_id)).where(*theirs))
    return {(row[0], row[1]) for row in rows}
