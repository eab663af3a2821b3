"""Records steps of the procedure; whoever is not chosen when a request ends gets a term of retention."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.invitations import CandidateInvitation
from models.selection import Candidate, RecordedStep, SelectionRequest
from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, SelectionState
from service.kit.actor import Actor
from service.kit.calendar import months_later
from service.kit.days import check_done
from service.kit.events.recording import AuditedObject, record
from service.kit.languages import Bilingual
from service.kit.problems import Conflict, Invalid, NotFound
from service.kit.settings import Settings
from service.selection.demanded import lists_real_people
from service.selection.hooks import on_not_chosen
from service.selection.requests.machine import BY_THE_SERVICE, CHOSEN, candidate_steps, check, is_late, recordable
from service.selection.requests.operations import REQUEST
from service.selection.rivals import leave_to_uninvolved
from service.selection.steps.schemas import StepInput
from service.selection.steps.substance import check_substance

_ACTS = {
    SelectionState.SHORTLIST: Bilingual(en="the signature of a shortlist", vi="việc ký danh sách đề xuất"),
    SelectionState.INVITED: Bilingual(en="an invitation", vi="việc gửi thư mời"),
}
_NEEDS_DOCUMENT = (SelectionState.DECIDED, SelectionState.CONTRACT)
_OUT = (SelectionState.DECLINED, SelectionState.WITHDRAWN)
_IN_PLAY = (InvitationState.OPEN, InvitationState.ACCEPTED)
_NEEDS_ACCEPTANCE = (SelectionState.CANDIDATE_POOL, SelectionState.COUNCIL, SelectionState.DECIDED)


def record_step(session: WriteSession, by: Actor, request: SelectionRequest, step: StepInput, settings: Settings) -> RecordedStep:
    """Record a step.

    Raises ``Conflict`` with the legal ones for an illegal step, ``Invalid`` for a missing reference, ``Forbidden`` to who stands
    in the request.
    """
    leave_to_uninvolved(session, by, request.id, step.expert_id)
    _check_fields(step)
    check_done(by.today, on_day=step.on_day)
    if lists_real_people(session, settings):
        check_substance(session, step)
    if step.expert_id is None or step.role is None:
        _move_request(session, by, request, step, settings)
    else:
        if step.to in _OUT:
            end_invitations(session, by, request.id, step.role, step.expert_id)
        candidate = lock_candidate(session, request.id, step.role, step.expert_id)
        move_candidate(session, by, request, candidate, step.to)
    return note_step(session, by, request, step)


def move_candidate(session: WriteSession, by: Actor, request: SelectionRequest, candidate: Candidate, to: SelectionState) -> None:
    """Take a candidate to the next state; raises ``Conflict`` for an illegal step, or for one that an acceptance must come before."""
    check(candidate_steps(request.track, candidate.state), candidate.state, to)
    if candidate.state is SelectionState.INVITED and to in _NEEDS_ACCEPTANCE and not _accepted(session, candidate):
        raise Conflict(
            "invitation_not_accepted",
            en="The person has not accepted the invitation. Legal: DECLINED, WITHDRAWN.",
            vi="Người này chưa nhận lời mời. Hợp lệ: DECLINED, WITHDRAWN.",
        )
    candidate.state, candidate.changed_at = to, by.now
    if to is SelectionState.DECIDED and request.decided_at is None:
        request.decided_at = by.now
    session.flush()


def end_invitations(session: WriteSession, by: Actor, request_id: str, role: RoleCode, expert_id: str) -> None:
    """Withdraw the invitations of somebody who is no candidate any more, and give back their slots and seats.

    As an answer does, it locks invitations before candidates.
    """
    theirs = (
        col(CandidateInvitation.request_id) == request_id,
        col(CandidateInvitation.role) == role,
        col(CandidateInvitation.expert_id) == expert_id,
        col(CandidateInvitation.state).in_(_IN_PLAY),
    )
    ended = {"state": InvitationState.WITHDRAWN, "slot": None, "seat": None, "answered_at": by.now}
    session.execute(sa.update(CandidateInvitation).where(*theirs).values(**ended))


def note_step(session: WriteSession, by: Actor, request: SelectionRequest, step: StepInput) -> RecordedStep:
    """Keep a step that was taken, with who entered it."""
    own = step.model_dump(exclude={"to"})
    noted = RecordedStep(request_id=request.id, state=step.to, entered_by=by.actor, entered_at=by.now, **own)
    session.add(noted)
    session.flush()
    what = {"to": step.to.value, "role": step.role.value if step.role else None, "expert": step.expert_id}
    record(session, by, AuditAction.SELECTION_STEP_RECORDED, AuditedObject(REQUEST, request.id), **what)
    return noted


def lock_candidate(session: WriteSession, request_id: str, role: RoleCode, expert_id: str) -> Candidate:
    """Return a candidate whom nobody else moves until the transaction ends; raises ``NotFound`` for somebody on no signed shortlist."""
    candidate = session.get(Candidate, (request_id, role, expert_id), with_for_update=True, populate_existing=True)
    if candidate is None:
        raise NotFound.of(en="candidate", vi="ứng viên", identifier=expert_id)
    return candidate


def candidates_of(session: Session, request_id: str) -> list[Candidate]:
    """Return the candidates of a request by role and id."""
    order = (col(Candidate.role), col(Candidate.expert_id))
    return list(session.scalars(sa.select(Candidate).where(col(Candidate.request_id) == request_id).order_by(*order)))


def steps_of(session: Session, request_id: str) -> list[RecordedStep]:
    """Return the recorded steps of a request, oldest first."""
    steps = sa.select(RecordedStep).where(col(RecordedStep.request_id) == request_id)
    return list(session.scalars(steps.order_by(col(RecordedStep.id))))


def _check_fields(step: StepInput) -> None:
    if (step.role is None) != (step.expert_id is None):
        raise Invalid.field("role", en="and expert_id name a candidate together", vi="và expert_id phải đi cùng nhau")
    if step.to in BY_THE_SERVICE:
        way = _ACTS[step.to]
        raise Conflict("step_follows_another", en=f"{step.to.value} follows from {way.en}.", vi=f"{step.to.value} chỉ đến từ {way.vi}.")
    if step.to in _NEEDS_DOCUMENT and not (step.document and step.body):
        raise Invalid.field("document", en="and body are required for this step", vi="và body là bắt buộc cho bước này")


def _move_request(session: WriteSession, by: Actor, request: SelectionRequest, step: StepInput, settings: Settings) -> None:
    if is_late(request.track, request.state, step.to):
        _check_not_noted(session, request, step.to)
        return  # it is kept as a step; the request stands where it stood
    check(recordable(request.track, request.state), request.state, step.to)
    request.state = step.to
    if step.to is SelectionState.ENDED:
        request.closed_at, request.close_reason = by.now, step.note
        session.flush()
        _close(session, by, request, settings)
    session.flush()


def _check_not_noted(session: Session, request: SelectionRequest, to: SelectionState) -> None:
    if to in {step.state for step in steps_of(session, request.id)}:
        raise Conflict("step_recorded_already", en=f"{to.value} is recorded already.", vi=f"{to.value} đã được ghi nhận.")


def _close(session: WriteSession, by: Actor, request: SelectionRequest, settings: Settings) -> None:
    until = months_later(by.today, settings.retention_months)
    for expert_id in _not_chosen(session, request.id):
        on_not_chosen(session, by, expert_id, until)
    still_open = (col(CandidateInvitation.request_id) == request.id, col(CandidateInvitation.state) == InvitationState.OPEN)
    withdrawn = {"state": InvitationState.WITHDRAWN, "slot": None, "answered_at": by.now}
    session.execute(sa.update(CandidateInvitation).where(*still_open).values(**withdrawn))


def _not_chosen(session: Session, request_id: str) -> Iterator[str]:
    candidates = candidates_of(session, request_id)
    chosen = {candidate.expert_id for candidate in candidates if candidate.state in CHOSEN}
    return (expert_id for expert_id in sorted({candidate.expert_id for candidate in candidates}) if expert_id not in chosen)


def _accepted(session: Session, candidate: Candidate) -> bool:
    theirs = (
        col(CandidateInvitation.request_id) == candidate.request_id,
        col(CandidateInvitation.role) == candidate.role,
        col(CandidateInvitation.expert_id) == candidate.expert_id,
        col(CandidateInvitation.state) == InvitationState.ACCEPTED,
    )
    return session.scalar(sa.select(col(CandidateInvitation.id)).where(*theirs)) is not None
