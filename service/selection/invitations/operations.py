"""Invites candidates and takes their answers. Whether somebody may be asked is decided again at the moment of sending."""

import uuid
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.gate.conflicts import ConflictOfInterest
from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert, NetworkState
from models.invitations import CandidateInvitation, InvitationQuestion
from models.selection import SelectionRequest
from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, SelectionState
from service.catalogue.rules.policy import gate_policy
from service.identity.access.own_case import about_viewer
from service.kit.actor import Actor
from service.kit.calendar import end_of, local_day
from service.kit.days import check_days
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Forbidden, Invalid, NotFound
from service.kit.settings import Settings
from service.people.conflicts.queries import against_subject
from service.people.profiles.queries import find_expert
from service.selection.invitations.schemas import AnswerInput, InvitationCreate
from service.selection.messages.links import hash_of, token_of
from service.selection.messages.operations import write_invitation
from service.selection.messages.sending import enqueue_waiting
from service.selection.requests.queries import lock_request
from service.selection.rivals import leave_to_uninvolved
from service.selection.secret import ensure_secret
from service.selection.steps.operations import lock_candidate, move_candidate, note_step
from service.selection.steps.schemas import StepInput
from service.selection.willing import check_willing

INVITATION = "invitation"
LINK, ACCOUNT = "link", "account"  # channels of an answer
_IN_PLAY = (InvitationState.OPEN, InvitationState.ACCEPTED)


def invite(
    session: WriteSession, by: Actor, request: SelectionRequest, fields: InvitationCreate, settings: Settings
) -> CandidateInvitation:
    """Invite a candidate: consent, conflicts, quota and earlier refusals are checked now.

    Raises ``Conflict`` with the reason, and ``Forbidden`` to who stands in the request.
    """
    leave_to_uninvolved(session, by, request.id, fields.expert_id)
    session.get(NetworkState, 1, with_for_update=True)  # as every change of a person does: no consent is withdrawn meanwhile
    candidate = lock_candidate(session, request.id, fields.role, fields.expert_id)
    expert, deadline = find_expert(session, fields.expert_id), _end_of(fields, by)
    expire(session, by, request.id)
    check_willing(session, [expert.id])
    _check_conflicts(session, by, request, expert, settings)
    _check_refusals(session, request, fields)
    slot = _free_slot(session, request, fields.role, settings)
    if candidate.state is not SelectionState.INVITED:
        move_candidate(session, by, request, candidate, SelectionState.INVITED)
    ensure_secret(session)
    message = write_invitation(session, by, request, expert, fields.role, fields.answer_by, settings)
    invitation = CandidateInvitation(
        id=f"I{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        request_id=request.id,
        role=fields.role,
        expert_id=expert.id,
        token_hash=hash_of(token_of(session, message)),
        slot=slot,
        deadline=deadline,
        sent_by=by.actor,
        sent_at=by.now,
    )
    session.add(invitation)
    session.flush()
    enqueue_waiting(session, message, settings)
    note_step(session, by, request, _step(SelectionState.INVITED, invitation, by, fields.despite_refusal))
    what = {"request": request.id, "expert": expert.id, "role": fields.role.value}
    record(session, by, AuditAction.INVITATION_SENT, AuditedObject(INVITATION, invitation.id), **what)
    return invitation


def answer(session: WriteSession, by: Actor, token: str, fields: AnswerInput, settings: Settings) -> CandidateInvitation:
    """Take an answer. Of several who accept the last seat one gets it; the others are told. Raises ``NotFound`` and ``Conflict``.

    It is kept by which channel: the account of the invited person, or the link alone, which anybody may have who holds the letter. Raises
    ``Forbidden`` for the link alone where the settings ask for the account.
    """
    request = lock_request(session, sa.select(SelectionRequest), find_invitation(session, token).request_id)
    invitation: CandidateInvitation = session.scalars(_by_token(token).execution_options(populate_existing=True)).one()
    _check_open(invitation, by.now)
    channel = _channel(by, invitation, settings)
    if fields.answer == "ask":
        session.add(InvitationQuestion(invitation_id=invitation.id, text=fields.text, asked_at=by.now))
    elif fields.answer == "accept":
        invitation.seat = _free_seat(session, request, invitation.role)
        invitation.state = InvitationState.ACCEPTED
    else:
        invitation.state, invitation.slot, invitation.refusal = InvitationState.DECLINED, None, fields.reason
        candidate = lock_candidate(session, request.id, invitation.role, invitation.expert_id)
        move_candidate(session, by, request, candidate, SelectionState.DECLINED)
        note_step(session, by, request, _step(SelectionState.DECLINED, invitation, by))
    if fields.answer != "ask":
        invitation.answered_at, invitation.text, invitation.channel = by.now, fields.text, channel
    session.flush()
    what = {"answer": fields.answer, "channel": channel, "reason": fields.reason.value if fields.reason else None}
    record(session, by, AuditAction.INVITATION_ANSWERED, AuditedObject(INVITATION, invitation.id), **what)
    return invitation


def _channel(by: Actor, invitation: CandidateInvitation, settings: Settings) -> str:
    if about_viewer(by, invitation.expert_id):
        return ACCOUNT
    if settings.invited_sign_in:
        raise Forbidden(
            "sign_in_to_answer",
            en="Sign in to your own account first, then open this link again to answer.",
            vi="Hãy đăng nhập vào tài khoản của chính bạn, rồi mở lại đường dẫn này để trả lời.",
        )
    return LINK


def find_invitation(session: Session, token: str) -> CandidateInvitation:
    """Return the invitation that ``token`` opens; raises ``NotFound``."""
    invitation: CandidateInvitation | None = session.scalars(_by_token(token)).one_or_none()
    if invitation is None:
        raise NotFound(en="This link leads to no invitation.", vi="Đường dẫn này không ứng với thư mời nào.")
    return invitation


def expire(session: WriteSession, by: Actor, request_id: str) -> None:
    """Give back the slots of invitations whose deadline is over."""
    over = (
        col(CandidateInvitation.request_id) == request_id,
        col(CandidateInvitation.state) == InvitationState.OPEN,
        col(CandidateInvitation.deadline) <= by.now,
    )
    session.execute(sa.update(CandidateInvitation).where(*over).values(state=InvitationState.EXPIRED, slot=None))


def _by_token(token: str) -> sa.Select[Any]:
    return sa.select(CandidateInvitation).where(col(CandidateInvitation.token_hash) == hash_of(token))


def _end_of(fields: InvitationCreate, by: Actor) -> datetime:
    """Return the first moment after the last day to answer."""
    check_days(by.today, answer_by=fields.answer_by)
    end = end_of(fields.answer_by)
    if end <= by.now:
        raise Invalid.field("answer_by", en="is over", vi="đã qua")
    return end


def _check_conflicts(session: Session, by: Actor, request: SelectionRequest, expert: Expert, settings: Settings) -> None:
    policy, day = gate_policy(settings).conflicts, settings.selection_day(lambda: by.now)
    found: tuple[ConflictOfInterest, ...] = against_subject(session, expert.id, request.subject_id, policy, day).conflicts
    if any(conflict.counts for conflict in found):
        raise Conflict(
            "invited_in_conflict",
            en=f"{expert.id} has a conflict of interest with {request.subject_id} now.",
            vi=f"{expert.id} hiện có xung đột lợi ích với {request.subject_id}.",
        )


def _check_refusals(session: Session, request: SelectionRequest, fields: InvitationCreate) -> None:
    """Refuse to ask again whoever said no to the same role for the same subject, unless there is a reason."""
    kind = request.subject_kind.value
    said_no = (
        col(CandidateInvitation.expert_id) == fields.expert_id,
        col(CandidateInvitation.role) == fields.role,
        col(CandidateInvitation.state) == InvitationState.DECLINED,
        getattr(SelectionRequest, f"{kind}_id") == request.subject_id,
    )
    joined = sa.select(sa.func.max(col(CandidateInvitation.answered_at))).join(
        SelectionRequest, col(SelectionRequest.id) == col(CandidateInvitation.request_id)
    )
    last = session.scalar(joined.where(*said_no))
    if last is not None and not fields.despite_refusal:
        day = local_day(last)
        raise Conflict(
            "declined_before",
            en=f"{fields.expert_id} declined this on {day:%Y-%m-%d}. To ask again, say why.",
            vi=f"{fields.expert_id} đã từ chối ngày {day:%d/%m/%Y}. Nếu vẫn mời lại, hãy nêu lý do mời lại.",
        )


def _free_slot(session: Session, request: SelectionRequest, role: RoleCode, settings: Settings) -> int:
    """Return the lowest slot that no open or accepted invitation has; the database lets nobody else have it."""
    in_play = list(session.scalars(_of_role(request, role).where(col(CandidateInvitation.state).in_(_IN_PLAY))))
    accepted = sum(one.state is InvitationState.ACCEPTED for one in in_play)
    slots = request.seats * settings.invitations_per_seat
    taken = {one.slot for one in in_play}
    free = [number for number in range(1, slots + 1) if number not in taken]
    if not free or accepted >= request.seats:
        raise Conflict(
            "invitations_used_up",
            en=f"{accepted} of {request.seats} seats are taken and {len(in_play) - accepted} invitations are open: no more for now.",
            vi=f"Đã có {accepted}/{request.seats} chỗ nhận lời và {len(in_play) - accepted} thư mời đang chờ: chưa thể mời thêm.",
        )
    return free[0]


def _free_seat(session: Session, request: SelectionRequest, role: RoleCode) -> int:
    taken = set(session.scalars(_of_role(request, role).with_only_columns(col(CandidateInvitation.seat))))
    for seat in range(1, request.seats + 1):
        if seat not in taken:
            return seat
    raise Conflict(
        "seats_taken",
        en="Thank you. Every seat has been accepted by others in the meantime.",
        vi="Xin cảm ơn. Các chỗ đã có người khác nhận lời trước.",
    )


def _of_role(request: SelectionRequest, role: RoleCode) -> sa.Select[Any]:
    return sa.select(CandidateInvitation).where(col(CandidateInvitation.request_id) == request.id, col(CandidateInvitation.role) == role)


def _check_open(invitation: CandidateInvitation, now: datetime) -> None:
    if invitation.state is not InvitationState.OPEN or invitation.deadline <= now:
        raise Conflict("invitation_not_open", en="This invitation is not open any more.", vi="Thư mời này không còn hiệu lực.")


def _step(to: SelectionState, invitation: CandidateInvitation, by: Actor, note: str = "") -> StepInput:
    return StepInput(to=to, role=invitation.role, expert_id=invitation.expert_id, on_day=by.today, document=invitation.id, note=note)
