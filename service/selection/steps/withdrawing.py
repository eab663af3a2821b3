"""Ends the open candidacies of somebody who stops the matching of their data, in the transaction of their word.

Whoever was chosen already stays so: what a competent authority decided is undone by a recorded step, not by this service.
"""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.database import WriteSession
from models.invitations import OutboxMessage
from models.selection import Candidate, SelectionRequest
from models.vocabulary.selection import SelectionState
from service.kit.actor import Actor
from service.selection.requests.machine import CHOSEN, candidate_steps
from service.selection.steps.operations import end_invitations, move_candidate, note_step
from service.selection.steps.schemas import StepInput

NOTE = "Rút đồng ý hoặc phản đối xử lý tự động. / Consent withdrawn, or objection to automated processing."


def withdraw_candidacies(session: WriteSession, by: Actor, expert_id: str) -> None:
    """Move every open candidacy of a person to WITHDRAWN, give back the slots and seats of their invitations, forget unsent messages.

    The caller holds the counter of changes. Rows are locked in the order of an answer: invitations first, then candidates.
    """
    going = _open_candidacies(session, expert_id)
    for candidate, _ in going:
        end_invitations(session, by, candidate.request_id, candidate.role, expert_id)
    for candidate, request in going:
        session.refresh(candidate, with_for_update=True)
        if _is_open(candidate, request):
            move_candidate(session, by, request, candidate, SelectionState.WITHDRAWN)
            about = {"role": candidate.role, "expert_id": expert_id, "on_day": by.today}
            note_step(session, by, request, StepInput(to=SelectionState.WITHDRAWN, note=NOTE, **about))
    session.execute(sa.delete(OutboxMessage).where(col(OutboxMessage.expert_id) == expert_id, col(OutboxMessage.sent_at).is_(None)))


def _open_candidacies(session: Session, expert_id: str) -> list[tuple[Candidate, SelectionRequest]]:
    joined = sa.select(Candidate, SelectionRequest).join(SelectionRequest, col(SelectionRequest.id) == col(Candidate.request_id))
    order = (col(Candidate.request_id), col(Candidate.role))
    rows = session.execute(joined.where(col(Candidate.expert_id) == expert_id).order_by(*order)).all()
    return [(row[0], row[1]) for row in rows if _is_open(row[0], row[1])]


def _is_open(candidate: Candidate, request: SelectionRequest) -> bool:
    return candidate.state not in CHOSEN and SelectionState.WITHDRAWN in candidate_steps(request.track, candidate.state)
