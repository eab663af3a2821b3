"""The secret of this database, from which pseudonyms and the links of invitations are made: neither is stored."""

import hashlib
import hmac
import secrets

from sqlmodel import Session

from models.database import WriteSession, insert_if_absent
from models.shortlists import PseudonymSecret


def ensure_secret(session: WriteSession) -> None:
    """Make the secret, unless it is there."""
    insert_if_absent(session, PseudonymSecret, [{"id": 1, "secret": secrets.token_hex(32)}])


def keyed_digest(session: Session, *words: str) -> bytes:
    """Return the HMAC-SHA-256 of ``words`` under the secret, 32 bytes; nobody can guess it without the secret."""
    secret = session.get_one(PseudonymSecret, 1).secret
    return hmac.new(bytes.fromhex(secret), "\0".join(words).encode(), hashlib.sha256).digest()
