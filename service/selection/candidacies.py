"""How a request's candidates stand: in the order of the list that was signed last, each with the lead's opinion and the letter to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from models.invitations import CandidateInvitation, OutboxMessage
from models.selection import Candidate, SelectionRequest
from models.shortlists import Feedback, Release, Shortlist
from models.vocabulary.selection import InvitationState, SelectionState, ShortlistStatus
from service.kit.languages import Bilingual
from service.selection.drafts.queries import feedback_of, places_of
from service.selection.invitations.queries import invitations_of, questions_of
from service.selection.messages.awaited import left_to_send
from service.selection.steps.operations import candidates_of
from service.selection.steps.schemas import CandidateView
from service.selection.steps.views import candidate_view
from service.selection.words import STATES

_INVITED = {
    InvitationState.OPEN: Bilingual(en="invited, an answer is awaited", vi="đã mời, chờ trả lời"),
    InvitationState.ACCEPTED: Bilingual(en="has accepted the invitation", vi="đã nhận lời mời"),
    InvitationState.EXPIRED: Bilingual(en="invited, no answer in time", vi="đã mời, quá hạn trả lời"),
}
_TO_BE_SENT = Bilingual(en="letter of invitation to be sent", vi="thư mời chưa gửi")
_LAST = 10_000
Questions = list[str]


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A candidate: ``place`` on the list signed last (None: not on it), ``standing`` in words, what leads said, the invitations."""

    person: CandidateView
    place: int | None
    standing: Bilingual
    opinions: list[Feedback]
    invitations: list[tuple[CandidateInvitation, Questions]]

    @property
    def declined(self) -> bool:
        """Return whether the person said no to an invitation before."""
        return any(one.state is InvitationState.DECLINED for one, _ in self.invitations)


def candidacies(session: Session, request: SelectionRequest, now: datetime) -> list[Candidacy]:
    """Return the candidates of ``request`` at the moment ``now``, by role as asked for, then by place; whoever left the list comes last."""
    places, unsent = _places(session, request.id), left_to_send(session, [request.id], now)
    said, sent = opinions(session, request.id), invitations_of(session, request.id)

    def one(candidate: Candidate) -> Candidacy:
        about = (candidate.role, candidate.expert_id)
        theirs = [invitation for invitation in sent if (invitation.role, invitation.expert_id) == about]
        return Candidacy(
            candidate_view(request, candidate),
            places.get(about),
            _standing(candidate, theirs, unsent),
            [word for word in said if (word.role, word.expert_id) == about],
            [(invitation, questions_of(session, invitation.id)) for invitation in theirs],
        )

    found = [one(candidate) for candidate in candidates_of(session, request.id)]
    return sorted(found, key=lambda row: (request.roles.index(row.person.role), row.place or _LAST, row.person.expert_id))


def opinions(session: Session, request_id: str) -> Sequence[Feedback]:
    """Return what leads said of the list that was released last, oldest first."""
    released = sa.select(col(Shortlist.id)).join(Release, col(Release.shortlist_id) == col(Shortlist.id))
    last = session.scalar(released.where(col(Shortlist.request_id) == request_id).order_by(col(Shortlist.id).desc()).limit(1))
    return feedback_of(session, last) if last else []


def letter_of(letters: Sequence[OutboxMessage], invitation: CandidateInvitation) -> OutboxMessage | None:
    """Return the letter among ``letters`` that was written with ``invitation``."""
    same = (one for one in letters if (one.expert_id, one.written_at) == (invitation.expert_id, invitation.sent_at))
    return next(same, None)


def _places(session: Session, request_id: str) -> dict[tuple[str, str], int]:
    signed = (col(Shortlist.request_id) == request_id, col(Shortlist.status) == ShortlistStatus.SIGNED)
    last = session.scalar(sa.select(col(Shortlist.id)).where(*signed).order_by(col(Shortlist.id).desc()).limit(1))
    places = places_of(session, last) if last else []
    return {(entry.role, content.expert_id): entry.position for entry, content in places if content and entry.position}


def _standing(candidate: Candidate, invitations: Sequence[CandidateInvitation], unsent: Collection[str]) -> Bilingual:
    """Return where the person stands: of whoever is invited, what became of the invitation."""
    if candidate.state is not SelectionState.INVITED or not invitations:
        return STATES[candidate.state]
    last = invitations[-1]
    return _TO_BE_SENT if last.id in unsent else _INVITED.get(last.state, STATES[candidate.state])
