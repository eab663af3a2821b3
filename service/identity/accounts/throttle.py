"""Counts attempts to sign in, per account address and per caller, known or not, and refuses those above the limit.

Each count is a transaction of its own: a refused attempt counts too.
"""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import SignInThrottle
from models.database import WriteSession, insert_if_absent, writing
from service.identity.access.tokens import digest
from service.kit.problems import TooManyAttempts
from service.kit.settings import Settings

CALLERS_SHARE = 5  # an office behind one address signs in more often than one person


def count_attempt(engine: Engine, settings: Settings, email: str, caller: str, now: datetime) -> None:
    """Count one attempt; raises ``TooManyAttempts`` above the limit of the account or of the caller."""
    window = timedelta(minutes=settings.sign_in_window_minutes)
    with writing(engine) as session:
        # The caller first, always in this order: two attempts at once never wait for each other.
        of_caller = _count(session, digest(f"caller {caller}"), now, window)
        of_account = _count(session, digest(f"account {email}"), now, window)
    if of_account > settings.sign_in_attempts or of_caller > settings.sign_in_attempts * CALLERS_SHARE:
        minutes = settings.sign_in_window_minutes
        problem = TooManyAttempts(en=f"Try again in {minutes} minutes.", vi=f"Hãy thử lại sau {minutes} phút.")
        problem.headers = (("Retry-After", str(minutes * 60)),)
        raise problem


def forget_attempts(session: Session, email: str) -> None:
    """Forget the attempts on an account whose owner has signed in."""
    session.execute(sa.delete(SignInThrottle).where(col(SignInThrottle.key) == digest(f"account {email}")))


def _count(session: WriteSession, key: str, now: datetime, window: timedelta) -> int:
    session.execute(sa.delete(SignInThrottle).where(col(SignInThrottle.key) == key, col(SignInThrottle.since) <= now - window))
    insert_if_absent(session, SignInThrottle, [{"key": key, "attempts": 1, "since": now}])
    row = session.scalars(sa.select(SignInThrottle).where(col(SignInThrottle.key) == key).with_for_update()).one()
    attempts = row.attempts
    row.attempts = attempts + 1
    session.flush()
    return attempts
