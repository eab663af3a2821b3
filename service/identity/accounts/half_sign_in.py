"""Between the password, or a link, and the code of the second factor: nothing is open yet, and the browser keeps a token for minutes."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import Account
from models.database import WriteSession, reading, writing
from models.second_factors import HalfSignIn
from service.identity.access.tokens import digest, new_token
from service.identity.accounts.second_factor import accept_code, wrong_code
from service.identity.accounts.sessions_and_keys import Browser
from service.identity.accounts.signing_in import SignInMethod, enter, record_refusal
from service.identity.accounts.throttle import Caller, Refused, count_attempt
from service.kit.problems import Unauthorised
from service.kit.settings import Settings

MINUTES = 10


def wait_for_code(session: WriteSession, account: Account, way: SignInMethod, now: datetime) -> str:
    """Return the token of a sign-in that waits for its code; those that are over are forgotten."""
    session.execute(sa.delete(HalfSignIn).where(col(HalfSignIn.expires_at) <= now))
    token = new_token()
    half = HalfSignIn(token_hash=digest(token), account_id=account.id, way=way.value, expires_at=now + timedelta(minutes=MINUTES))
    session.add(half)
    session.flush()
    return token


def enter_with_code(engine: Engine, settings: Settings, token: str, code: str, browser: Browser, caller: Caller, now: datetime) -> str:
    """Return the token of a new session.

    Raises ``Unauthorised`` where nothing waits, ``Invalid`` for a wrong code, ``TooManyAttempts``: a code is counted like a password.
    """
    with reading(engine) as session:
        account_id, email = _waiting(session, token, now)
    try:
        count_attempt(engine, settings, email, caller, now)
    except Refused as refused:
        if refused.first:
            record_refusal(engine, account_id, caller, now, "limit")
        raise
    with writing(engine) as session:
        half = session.get(HalfSignIn, digest(token), with_for_update=True)
        account = session.get_one(Account, account_id)
        if half is not None and accept_code(session, account, code, now, settings):
            session.delete(half)
            return enter(session, account, SignInMethod(half.way), browser, caller, now, settings)
    record_refusal(engine, account_id, caller, now, "code")
    raise wrong_code()


def _waiting(session: Session, token: str, now: datetime) -> tuple[str, str]:
    valid = (col(HalfSignIn.token_hash) == digest(token), col(HalfSignIn.expires_at) > now, col(Account.disabled).is_(False))
    row = session.execute(sa.select(col(Account.id), col(Account.email)).join(HalfSignIn).where(*valid)).one_or_none()
    if row is None:
        raise Unauthorised(en="Signing in took too long. Start again.", vi="Đăng nhập quá lâu. Hãy bắt đầu lại.")
    return row[0], row[1]
