"""The three ways in: a password, an invitation link, and an OpenID Connect provider. Each ends in a new session and an event."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy.engine import Engine

from models.accounts import Account
from models.audit import AuditAction
from models.database import WriteSession, reading, writing
from service.identity.access.tokens import digest
from service.identity.accounts.common_passwords import is_common
from service.identity.accounts.notices import tell_owner
from service.identity.accounts.openid import Identity
from service.identity.accounts.owner_letters import OwnerNews
from service.identity.accounts.passwords import LONGEST, SHORTEST, hashed, matches
from service.identity.accounts.queries import account_of, find_invitation
from service.identity.accounts.schemas import normalised
from service.identity.accounts.sessions_and_keys import Browser, open_session, revoke_keys, revoke_sessions
from service.identity.accounts.throttle import Caller, Refused, count_attempt, forget_attempts
from service.kit.actor import VISITOR, Actor
from service.kit.events.recording import ACCOUNT, AuditedObject, record
from service.kit.problems import Forbidden, Invalid, Unauthorised
from service.kit.settings import Settings

UNKNOWN = "unknown"
_CALLER_DIGITS = 12  # enough to tell callers apart; the address itself stands in the log, which is not kept for ever


class SignInMethod(StrEnum):
    """How somebody came in."""

    PASSWORD = "password"  # noqa: S105 - the name of a way
    LINK = "link"
    OPENID = "openid"


class Reauthentication(NamedTuple):
    """Who asks for something that needs the password again: the account and when, from where, and the session in use."""

    by: Actor
    caller: Caller
    session_id: str | None


def check_password(engine: Engine, settings: Settings, email: str, password: str, caller: Caller, now: datetime) -> str:
    """Return the id of the account; raises ``Unauthorised`` with the same words for whatever is wrong, and ``TooManyAttempts``."""
    address = normalised(email)
    with reading(engine) as session:
        account = account_of(session, address)
        identifier, stored = (account.id, account.password_hash) if account else ("", None)
    try:
        count_attempt(engine, settings, address, caller, now)
    except Refused as refused:
        if refused.first:
            record_refusal(engine, identifier, caller, now, "limit")
        raise
    if not matches(password, stored):
        record_refusal(engine, identifier, caller, now, "password")
        raise Unauthorised(en="Address or password is wrong.", vi="Địa chỉ hoặc mật khẩu không đúng.")
    return identifier


def enter(
    session: WriteSession, account: Account, way: SignInMethod, browser: Browser, caller: Caller, now: datetime, settings: Settings
) -> str:
    """Return the token of a new session of ``account``."""
    forget_attempts(session, account.email, caller)
    opened, token = open_session(session, account, browser, now, settings.session_hours)
    what = {"way": way.value, "opened": opened, "caller": _named(caller)}
    record(session, Actor(account.id, now), AuditAction.SIGNED_IN, AuditedObject(ACCOUNT, account.id), **what)
    return token


def accept_invitation(session: WriteSession, token: str, password: str, now: datetime, settings: Settings) -> Account:
    """Use the link up and set the password, which ends every older session and key; raises ``NotFound`` and ``Invalid``."""
    invitation, account = find_invitation(session, token, now, to_use=True)
    wanted = invitation.sets_password and (bool(password) or settings.openid_issuer is None)
    if wanted:
        replaced = account.password_hash is not None
        set_password(session, Actor(account.id, now), account, password)
        if replaced:
            tell_owner(session, account, OwnerNews.PASSWORD_CHANGED, now, settings)
    invitation.used_at = now
    session.flush()
    return account


def change_password(engine: Engine, settings: Settings, asking: Reauthentication, current: str, new: str) -> None:
    """Replace the password of who asks, if ``current`` is right, and end every other session and every key.

    Raises ``Unauthorised``, ``Invalid`` and ``TooManyAttempts``: whoever sits at an open browser may not guess for long either.
    """
    with reading(engine) as session:
        email = session.get_one(Account, asking.by.actor).email
    check_password(engine, settings, email, current, asking.caller, asking.by.now)
    with writing(engine) as session:
        account = session.get_one(Account, asking.by.actor)
        set_password(session, asking.by, account, new, kept=asking.session_id)
        tell_owner(session, account, OwnerNews.PASSWORD_CHANGED, asking.by.now, settings)
        forget_attempts(session, account.email, asking.caller)


def set_password(session: WriteSession, by: Actor, account: Account, password: str, *, kept: str | None = None) -> None:
    """Set a new password and end every key, and every session but ``kept``; raises ``Invalid``."""
    check_new_password(password, account)
    account.password_hash = hashed(password)
    sessions = revoke_sessions(session, account.id, by.now, but=kept)
    keys = revoke_keys(session, account.id, by.now)
    session.flush()
    record(session, by, AuditAction.PASSWORD_CHANGED, AuditedObject(ACCOUNT, account.id), sessions_ended=sessions, keys_ended=keys)


def check_new_password(password: str, account: Account) -> None:
    """Raise ``Invalid`` for a password that is too short, too long, or one that is tried early."""
    if not SHORTEST <= len(password) <= LONGEST:
        limits = f"{SHORTEST} to {LONGEST}"
        raise Invalid.field("password", en=f"must have {limits} characters", vi=f"phải có từ {SHORTEST} đến {LONGEST} ký tự")
    if is_common(password, (account.email, account.display_name)):
        raise Invalid.field(
            "password",
            en="is one that is tried early: take words that have nothing to do with one another, with this service or with you",
            vi="quá dễ đoán: hãy dùng các từ không liên quan đến nhau, đến dịch vụ này hoặc đến bạn",
        )


def account_of_identity(session: WriteSession, identity: Identity) -> Account:
    """Return the account that the provider's word leads to, tied to it from the first time on; raises ``Forbidden``.

    Nobody gets an account by signing in elsewhere: it was made before, with an address that the provider has verified.
    """
    account = account_of(session, normalised(identity.email)) if identity.email_verified else None
    if account is None or account.openid_subject not in (None, identity.subject):
        raise Forbidden(
            "no_account_for_address",
            en="There is no account here for the address that your organisation verified. Ask an administrator for an invitation.",
            vi="Không có tài khoản cho địa chỉ mà tổ chức của bạn đã xác minh. Hãy xin quản trị viên lời mời.",
        )
    account.openid_subject = identity.subject
    session.flush()
    return account


def record_refusal(engine: Engine, account_id: str, caller: Caller, now: datetime, reason: str) -> None:
    """Record a refused attempt, in a transaction of its own."""
    with writing(engine) as session:
        thing = AuditedObject(ACCOUNT, account_id or UNKNOWN)
        record(session, Actor(VISITOR, now), AuditAction.SIGN_IN_REFUSED, thing, reason=reason, caller=_named(caller))


def _named(caller: Caller) -> str:
    return digest(caller.address)[:_CALLER_DIGITS]
