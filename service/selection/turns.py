"""Whose turn it is in every open request: read from what was drafted, signed, released, answered and sent, in a few queries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.invitations import CandidateInvitation
from models.selection import SelectionRequest
from models.shortlists import Feedback, Release, Shortlist
from models.vocabulary.selection import InvitationState, ShortlistStatus
from service.kit.languages import Bilingual
from service.selection.leading import leads_of
from service.selection.messages.awaited import left_to_send


class Turn(StrEnum):
    """What comes next, and by that whose turn it is."""

    DRAFT = "draft"
    SIGN = "sign"
    RELEASE = "release"
    FEEDBACK = "feedback"
    NO_LEAD = "no_lead"
    INVITE = "invite"
    SEND = "send"
    ANSWER = "answer"
    LATE_ANSWER = "late_answer"
    COUNCIL = "council"


TURNS = {
    Turn.DRAFT: Bilingual(en="Your turn: draft the list", vi="Đến lượt điều phối viên: lập dự thảo danh sách"),
    Turn.SIGN: Bilingual(en="Your turn: judge the conditions and sign", vi="Đến lượt điều phối viên: thẩm tra điều kiện và ký"),
    Turn.RELEASE: Bilingual(en="Your turn: hand the signed list over", vi="Đến lượt điều phối viên: chuyển danh sách đã ký"),
    Turn.FEEDBACK: Bilingual(en="The lead's turn: say who suits", vi="Đến lượt chủ nhiệm: cho ý kiến về danh sách"),
    Turn.NO_LEAD: Bilingual(
        en="Your turn: nobody leads this to answer; have a lead appointed, or invite a candidate",
        vi="Đến lượt điều phối viên: chưa có chủ nhiệm để cho ý kiến; đề nghị phân công chủ nhiệm, hoặc mời ứng viên",
    ),
    Turn.INVITE: Bilingual(en="Your turn: invite a candidate", vi="Đến lượt điều phối viên: mời ứng viên"),
    Turn.SEND: Bilingual(en="Your turn: send the letter of the invitation", vi="Đến lượt điều phối viên: gửi thư mời"),
    Turn.ANSWER: Bilingual(en="The invited person's turn: answer", vi="Đến lượt người được mời: trả lời"),
    Turn.LATE_ANSWER: Bilingual(en="No answer in time: ask, or invite somebody else", vi="Quá hạn trả lời: nhắc hoặc mời người khác"),
    Turn.COUNCIL: Bilingual(en="Your turn: record the council's opinion", vi="Đến lượt điều phối viên: ghi ý kiến hội đồng"),
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a request has come: its newest shortlist, when that was released and answered, its invitations, and who waits on whom.

    ``opened`` is when it was opened, ``led`` whether somebody leads what it is about, ``unsent`` whether a letter of an open invitation
    is left to be sent by hand.
    """

    opened: datetime
    newest: Shortlist | None
    released: datetime | None
    answered: datetime | None
    invitations: Sequence[CandidateInvitation]
    led: bool = True
    unsent: bool = False


class Owed(NamedTuple):
    """Whose turn it is, and since when."""

    turn: Turn
    since: datetime


def turns_of(session: Session, requests: Collection[SelectionRequest], now: datetime) -> Mapping[str, Owed]:
    """Return whose turn it is and since when, by the id of each request."""
    ids = [request.id for request in requests]
    lists = session.scalars(sa.select(Shortlist).where(col(Shortlist.request_id).in_(ids)).order_by(col(Shortlist.id))).all()
    newest = {one.request_id: one for one in lists}
    releases = sa.select(col(Release.shortlist_id), col(Release.released_at))
    released = _moments(session, releases.where(col(Release.shortlist_id).in_([one.id for one in lists])))
    answers = sa.select(col(Feedback.shortlist_id), sa.func.max(col(Feedback.given_at))).group_by(col(Feedback.shortlist_id))
    answered = _moments(session, answers.where(col(Feedback.shortlist_id).in_(released)))
    sent = session.scalars(sa.select(CandidateInvitation).where(col(CandidateInvitation.request_id).in_(ids))).all()
    leads, unsent = leads_of(session, requests), left_to_send(session, ids, now)

    def progress(one: SelectionRequest) -> Progress:
        found, theirs = newest.get(one.id), [invitation for invitation in sent if invitation.request_id == one.id]
        handed, said = (those.get(found.id) if found else None for those in (released, answered))
        unsent_of_it = any(each.id in unsent for each in theirs)
        return Progress(one.opened_at, found, handed, said, theirs, led=bool(leads[one.id]), unsent=unsent_of_it)

    return {one.id: owed(progress(one), now) for one in requests}


def _moments(session: Session, statement: sa.Select[str, datetime]) -> dict[str, datetime]:
    return {row[0]: row[1] for row in session.execute(statement)}


def worded(turn: Turn, leads: Sequence[str]) -> Bilingual:
    """Return what comes next in words; of a lead by name."""
    words = TURNS[turn]
    if turn is not Turn.FEEDBACK or not leads:
        return words
    names = ", ".join(leads)
    return Bilingual(en=f"The lead's turn ({names}): say who suits", vi=f"Đến lượt chủ nhiệm ({names}): cho ý kiến về danh sách")


def owed(progress: Progress, now: datetime) -> Owed:
    """Return whose turn it is, and when the last was done that made it theirs."""
    newest, invitations = progress.newest, progress.invitations
    done = [progress.opened, progress.released, progress.answered, *((newest.drafted_at, newest.signed_at) if newest else ())]
    done += [moment for one in invitations for moment in (one.sent_at, one.answered_at)]
    done += [one.deadline for one in invitations if one.state is InvitationState.OPEN and one.deadline <= now]
    return Owed(turn(progress, now), max(moment for moment in done if moment is not None))


def turn(progress: Progress, now: datetime) -> Turn:
    """Return what comes next in a request that has come so far."""
    states = {invitation.state for invitation in progress.invitations}
    if InvitationState.ACCEPTED in states:
        return Turn.COUNCIL
    waiting = [invitation for invitation in progress.invitations if invitation.state is InvitationState.OPEN]
    if waiting:
        if any(invitation.deadline <= now for invitation in waiting):
            return Turn.LATE_ANSWER
        return Turn.SEND if progress.unsent else Turn.ANSWER
    return _before_invitations(progress)


def _before_invitations(progress: Progress) -> Turn:
    if progress.newest is None:
        return Turn.DRAFT
    if progress.newest.status is not ShortlistStatus.SIGNED:
        return Turn.SIGN
    if progress.released is None:
        return Turn.RELEASE
    if progress.answered is not None:
        return Turn.INVITE
    return Turn.FEEDBACK if progress.led else Turn.NO_LEAD
