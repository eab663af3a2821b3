"""Pseudonyms of released people: the same for one lead and one person on every list, different for every lead, told by nobody."""

import base64
import hashlib
import hmac
import secrets

from sqlmodel import Session

from models.database import WriteSession, insert_if_absent
from models.shortlists import PseudonymSecret

_LETTERS = 10


def ensure_secret(session: WriteSession) -> None:
    """Make the secret that pseudonyms rest on, unless it is there."""
    insert_if_absent(session, PseudonymSecret, [{"id": 1, "secret": secrets.token_hex(32)}])


def pseudonym(session: Session, lead: str, expert_id: str) -> str:
    """Return what ``lead`` knows a person as, such as ``UV-Q3JX7KBNTA``."""
    secret = session.get_one(PseudonymSecret, 1).secret
    mac = hmac.new(bytes.fromhex(secret), f"{lead}\0{expert_id}".encode(), hashlib.sha256).digest()
    return f"UV-{base64.b32encode(mac).decode()[:_LETTERS]}"
