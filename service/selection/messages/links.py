"""The link of an invitation: derived from the id of its message whenever the letter is opened to be sent, and stored nowhere.

What is stored of a letter says where the link goes. So does whatever shows a letter without asking here: a list for an auditor, an export.
"""

import base64
import hashlib

from sqlmodel import Session

from models.invitations import OutboxMessage
from models.vocabulary import Language
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import Viewer
from service.kit.settings import Settings
from service.selection.secret import keyed_digest

LINK_LEFT_OUT = {Language.VI: "[đường dẫn riêng của người nhận]", Language.EN: "[the recipient's own link]"}
_PURPOSE = "invitation-link"


def token_of(session: Session, message_id: str) -> str:
    """Return the token that opens the invitation of a message, 256 bits; the secret must be there."""
    return base64.urlsafe_b64encode(keyed_digest(session, _PURPOSE, message_id)).decode().rstrip("=")


def hash_of(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def body_for(session: Session, viewer: Viewer, message: OutboxMessage, settings: Settings) -> str:
    """Return the text of ``message`` as ``viewer`` may read it: with the link for who may send it, without for everybody else."""
    return letter_of(session, message, settings) if may(viewer, Operation.INVITE) is True else message.body


def letter_of(session: Session, message: OutboxMessage, settings: Settings) -> str:
    """Return the text of ``message`` as it is sent, the link in it; only for whoever sends it."""
    left_out = LINK_LEFT_OUT[message.language]
    if left_out not in message.body:
        return message.body
    return message.body.replace(left_out, f"{settings.base_url}/invited/{token_of(session, message.id)}")
