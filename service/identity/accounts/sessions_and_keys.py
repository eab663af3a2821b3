"""Opens and ends sessions, makes and ends API keys, each inside the caller's transaction."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import col

from models.accounts import Account, ApiKey, SignInSession
from models.audit import AuditAction
from models.database import WriteSession
from models.vocabulary import Scope
from service.identity.access.tokens import digest, new_id, new_token
from service.kit.actor import Actor
from service.kit.events.recording import ACCOUNT, AuditedObject, record

LABEL_LENGTH = 120


class Browser(NamedTuple):
    """What signs in: what it calls itself, and the token by which it is known again."""

    label: str
    device: str = ""


def open_session(session: WriteSession, account: Account, browser: Browser, now: datetime, hours: int) -> tuple[str, str]:
    """Return the id and the token of a new session."""
    token = new_token()
    opened = SignInSession(
        id=new_id(),
        account_id=account.id,
        token_hash=digest(token),
        label=browser.label[:LABEL_LENGTH].replace("\x00", ""),
        device_hash=digest(browser.device) if browser.device else None,
        created_at=now,
        expires_at=now + timedelta(hours=hours),
        last_used_at=now,
    )
    session.add(opened)
    session.flush()
    return opened.id, token


def create_key(session: WriteSession, by: Actor, account_id: str, label: str, scopes: Collection[Scope], days: int) -> tuple[ApiKey, str]:
    """Return a new key's row and the key itself."""
    token = new_token()
    key = ApiKey(
        id=new_id(),
        account_id=account_id,
        token_hash=digest(token),
        label=label,
        scopes=sorted(scopes),
        created_at=by.now,
        expires_at=by.now + timedelta(days=days),
    )
    session.add(key)
    session.flush()
    record(session, by, AuditAction.KEY_MADE, AuditedObject(ACCOUNT, account_id), key=key.id, scopes=list(key.scopes), days=days)
    return key, token


def sign_out(session: WriteSession, by: Actor, opened: SignInSession) -> None:
    """End the session of whoever leaves; ending it again changes nothing."""
    if opened.revoked_at is None:
        opened.revoked_at = by.now
        session.flush()
        record(session, by, AuditAction.SIGNED_OUT, AuditedObject(ACCOUNT, opened.account_id), ended=opened.id)


def revoke(session: WriteSession, by: Actor, credential: SignInSession | ApiKey) -> None:
    """End ``credential`` for good; ending it again changes nothing."""
    if credential.revoked_at is None:
        credential.revoked_at = by.now
        session.flush()
        is_key = isinstance(credential, ApiKey)
        action = AuditAction.KEY_REVOKED if is_key else AuditAction.SESSION_REVOKED
        record(session, by, action, AuditedObject(ACCOUNT, credential.account_id), **{"key" if is_key else "ended": credential.id})


def revoke_sessions(session: WriteSession, account_id: str, now: datetime, *, but: str | None = None) -> int:
    """End every session of an account, except ``but``, and return how many were in use; the caller records why."""
    return _revoke_held(session, SignInSession, account_id, now, but)


def revoke_keys(session: WriteSession, account_id: str, now: datetime) -> int:
    """End every key of an account, and return how many were in use; the caller records why."""
    return _revoke_held(session, ApiKey, account_id, now)


def _revoke_held(
    session: WriteSession, table: type[SignInSession] | type[ApiKey], account_id: str, now: datetime, but: str | None = None
) -> int:
    held = (col(table.account_id) == account_id, col(table.revoked_at).is_(None), col(table.id) != (but or ""))
    ended = session.scalars(sa.update(table).where(*held).values(revoked_at=now).returning(col(table.id))).all()
    return len(ended)
