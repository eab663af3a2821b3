"""Reads invitations."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Expert
from models.invitations import CandidateInvitation, InvitationQuestion
from models.selection import SelectionRequest
from models.vocabulary.selection import InvitationState
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.kit.problems import NotFound
from service.kit.texts import REFERENCE_ONLY, text
from service.matches.recommendations.inputs import role_name
from service.selection.invitations.operations import find_invitation
from service.selection.invitations.schemas import InvitedView


def invitations_of(session: Session, request_id: str) -> Sequence[CandidateInvitation]:
    """Return the invitations of a request, oldest first."""
    statement = sa.select(CandidateInvitation).where(col(CandidateInvitation.request_id) == request_id)
    return session.scalars(statement.order_by(col(CandidateInvitation.id))).all()


def questions_of(session: Session, invitation_id: str) -> list[str]:
    """Return what was asked before an answer, oldest first."""
    statement = sa.select(col(InvitationQuestion.text)).where(col(InvitationQuestion.invitation_id) == invitation_id)
    return list(session.scalars(statement.order_by(col(InvitationQuestion.id))))


def invited_view(session: Session, token: str) -> InvitedView:
    """Return what the holder of a link sees; raises ``NotFound``, also for an invitation that was withdrawn: it tells nothing any more."""
    invitation = find_invitation(session, token)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotFound(en="This invitation was withdrawn.", vi="Thư mời này đã được rút lại.")
    request = session.get_one(SelectionRequest, invitation.request_id)
    subject = find_subject(session, SubjectKind(request.subject_kind), request.subject_id)
    return InvitedView(
        subject=text(subject.name),
        role=text(role_name(session, invitation.role)),
        name=session.get_one(Expert, invitation.expert_id).display_name,
        state=invitation.state,
        deadline=invitation.deadline,
        questions=questions_of(session, invitation.id),
        reference_only=REFERENCE_ONLY,
    )
