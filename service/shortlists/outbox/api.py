"""Addresses of the outbox: messages ready to copy, and the note that one was sent by hand."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from sqlmodel import col

from models.invitations import OutboxMessage
from models.selection_vocabulary import MessageKind
from models.vocabulary import Language
from service.access.guards import permit
from service.access.policies import Operation
from service.access.viewer import CurrentViewer
from service.access.visibility import visible_messages
from service.acting import Acting
from service.pagination import Page, Paged, find_page
from service.problems import responses
from service.sessions import Reading, Writing
from service.shortlists.outbox import operations

router = APIRouter(prefix="/messages", tags=["shortlists"], responses=responses(401, 403))


class MessageView(BaseModel):
    """A message; its text is empty once it was sent."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    kind: MessageKind
    expert_id: str
    language: Language
    subject: str
    body: str
    written_at: datetime
    sent_at: datetime | None
    sent_by: str


@router.get("", dependencies=[permit(Operation.READ_DRAFTS)])
def list_messages(viewer: CurrentViewer, session: Reading, paging: Paged, *, waiting: bool = False) -> Page[MessageView]:
    """List messages in the order in which they were written, all or those that wait."""
    statement = visible_messages(viewer)
    if waiting:
        statement = statement.where(col(OutboxMessage.sent_at).is_(None))
    return paging.page(find_page(session, statement, (OutboxMessage.id,), paging), MessageView.model_validate)


@router.post("/{message_id}/sent", dependencies=[permit(Operation.INVITE)], responses=responses(404, 409))
def mark_message_sent(message_id: str, session: Writing, by: Acting) -> MessageView:
    """Note that somebody copied and sent a message; its text is forgotten."""
    return MessageView.model_validate(operations.mark_sent(session, by, message_id))
