"""Counts attempts to sign in and refuses those above the limit: of a known browser apart, else of the caller and of the account.

A browser that signed in to an account before keeps a token for long (``cookies.DEVICE_COOKIE``). Its attempts are counted by themselves, so
that no stranger's wrong tries lock the owner out. Of everybody else the tries on one account from one caller count, those of the caller on
all accounts, and, far higher, all of them on one account. Each count is a transaction of its own: a refused attempt counts too.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import Account, SignInSession, SignInThrottle
from models.database import WriteSession, insert_if_absent, writing
from service.identity.access.tokens import digest
from service.kit.problems import TooManyAttempts
from service.kit.settings import Settings

CALLERS_SHARE = 5  # an office behind one address signs in more often than one person
STRANGERS_SHARE = 10  # many callers at once on one account


class Caller(NamedTuple):
    """From where somebody tries: an address, and the token of a browser that may be known."""

    address: str
    device: str = ""


class Limit(NamedTuple):
    """What is counted under one key, and how often it may happen."""

    key: str
    most: int


class Refused(TooManyAttempts):
    """Above the limit; ``first`` is whether this attempt was the one to cross it."""

    first: bool = False


def count_attempt(engine: Engine, settings: Settings, email: str, caller: Caller, now: datetime) -> None:
    """Count one attempt; raises ``Refused`` above one of the limits, saying how long to wait."""
    window = timedelta(minutes=settings.sign_in_window_minutes)
    with writing(engine) as session:
        # Always in this order: two attempts at once never wait for each other.
        counted = [(limit, *_count(session, limit.key, now, window)) for limit in _limits(session, settings, email, caller)]
    over = [(since, attempts == limit.most + 1) for limit, attempts, since in counted if attempts > limit.most]
    if over:
        raise _refused(max(since for since, _ in over) + window - now, first=any(first for _, first in over))


def forget_attempts(session: Session, email: str, caller: Caller) -> None:
    """Forget the attempts of a caller on an account whose owner has signed in from there."""
    keys = [_device(email, caller), _of_caller(email, caller)]
    session.execute(sa.delete(SignInThrottle).where(col(SignInThrottle.key).in_(keys)))


def _limits(session: Session, settings: Settings, email: str, caller: Caller) -> Iterator[Limit]:
    most = settings.sign_in_attempts
    if _is_known(session, email, caller):
        yield Limit(_device(email, caller), most)
        return
    yield Limit(digest(f"caller {caller.address}"), most * CALLERS_SHARE)
    yield Limit(_of_caller(email, caller), most)
    yield Limit(digest(f"account {email}"), most * STRANGERS_SHARE)


def _is_known(session: Session, email: str, caller: Caller) -> bool:
    if not caller.device:
        return False
    theirs = sa.select(col(SignInSession.id)).join(Account).where(col(Account.email) == email)
    return session.scalar(theirs.where(col(SignInSession.device_hash) == digest(caller.device)).limit(1)) is not None


def _device(email: str, caller: Caller) -> str:
    return digest(f"account {email} device {caller.device}")


def _of_caller(email: str, caller: Caller) -> str:
    return digest(f"account {email} caller {caller.address}")


def _refused(wait: timedelta, *, first: bool) -> Refused:
    seconds = max(1, int(wait.total_seconds()))
    minutes = -(-seconds // 60)
    problem = Refused(en=f"Try again in {minutes} minutes.", vi=f"Hãy thử lại sau {minutes} phút.")
    problem.headers, problem.first = (("Retry-After", str(seconds)),), first
    return problem


def _count(session: WriteSession, key: str, now: datetime, window: timedelta) -> tuple[int, datetime]:
    """Return the number of this attempt within its window, and when the window began."""
    session.execute(sa.delete(SignInThrottle).where(col(SignInThrottle.key) == key, col(SignInThrottle.since) <= now - window))
    insert_if_absent(session, SignInThrottle, [{"key": key, "attempts": 1, "since": now}])
    row = session.scalars(sa.select(SignInThrottle).where(col(SignInThrottle.key) == key).with_for_update()).one()
    attempts, since = row.attempts, row.since
    row.attempts = attempts + 1
    session.flush()
    return attempts, since
