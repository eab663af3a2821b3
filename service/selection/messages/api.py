"""Addresses of the outbox: messages ready to copy, and the note that one was sent by hand."""

from datetime import datetime

from fastapi import Request
from pydantic import BaseModel, Field
from sqlmodel import Session

from models.invitations import OutboxMessage
from models.vocabulary import Language
from models.vocabulary.selection import MessageKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.identity.access.visibility import visible_messages
from service.kit.actor import Actor
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.settings import Settings
from service.kit.texts import Text
from service.selection.messages import operations
from service.selection.messages.awaited import awaited
from service.selection.messages.delivery import Delivery, way_of
from service.selection.messages.links import body_for

router = APIRouter(prefix="/messages", tags=["shortlists"], responses=responses(401, 403))


class MessageView(BaseModel):
    """A message; its text is empty once it was sent. The link of an invitation is in it for whoever may send it, and for nobody else."""

    id: str
    kind: MessageKind
    expert_id: str
    language: Language
    subject: str
    body: str
    written_at: datetime
    sent_at: datetime | None
    sent_by: str
    delivery: Delivery = Field(
        description="Who has the letter: whoever copies it, the mail server, or nobody any more; `lapsed`: it is not to be sent"
    )
    trouble: Text | None = Field(default=None, description="Why the last attempt to send it failed")
    again_at: datetime | None = Field(default=None, description="When it is tried again at the earliest")


@router.get("", dependencies=[permit(Operation.READ_DRAFTS)])
def list_messages(
    viewer: CurrentViewer, session: Reading, request: Request, paging: Paged, by: Acting, *, waiting: bool = False
) -> Page[MessageView]:
    """List messages in the order in which they were written, all or those that wait: not sent, and what they ask is open."""
    statement = visible_messages(viewer)
    if waiting:
        statement = statement.where(awaited())
    return paging.page(
        find_page(session, statement, (OutboxMessage.id,), paging),
        lambda message: _shown(session, viewer, by, message, services_of(request).settings),
    )


@router.post("/{message_id}/sent", dependencies=[permit(Operation.INVITE)], responses=responses(404, 409))
def mark_message_sent(message_id: str, viewer: CurrentViewer, session: Writing, by: Acting, request: Request) -> MessageView:
    """Note that somebody copied and sent a message; its text is forgotten."""
    message = operations.mark_sent(session, by, visible_messages(viewer.owner), message_id)
    return _shown(session, viewer, by, message, services_of(request).settings)


@router.post("/{message_id}/again", dependencies=[permit(Operation.INVITE)], responses=responses(404, 409))
def try_message_again(message_id: str, viewer: CurrentViewer, session: Writing, by: Acting, request: Request) -> MessageView:
    """Hand a message that was given up to the mail server once more."""
    message = operations.try_again(session, by, visible_messages(viewer.owner), message_id)
    return _shown(session, viewer, by, message, services_of(request).settings)


def _shown(session: Session, viewer: Viewer, by: Actor, message: OutboxMessage, settings: Settings) -> MessageView:
    fields = {name: getattr(message, name) for name in MessageView.model_fields if hasattr(message, name)}
    way = way_of(session, message, by.now)
    trouble = Text(vi=way.trouble.vi, en=way.trouble.en) if way.trouble else None
    told = {"delivery": way.delivery, "trouble": trouble, "again_at": way.again_at}
    return MessageView(**fields | told | {"body": body_for(session, viewer, message, settings)})
