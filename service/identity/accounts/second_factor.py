"""The second factor: enrolled with an app that shows codes (RFC 6238, half minutes), confirmed by one, and ten codes for a lost device.

The secret is HMAC-SHA-256 of the account and a salt under the operator's key: it is computed when needed and stored nowhere.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator
from datetime import datetime

import pyotp
import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.audit import AuditAction
from models.database import WriteSession
from models.second_factors import RecoveryCode, SecondFactor
from service.identity.access.tokens import digest
from service.identity.accounts.notices import tell_owner
from service.identity.accounts.owner_letters import OwnerNews
from service.kit.actor import Actor
from service.kit.events.recording import ACCOUNT, AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.kit.settings import Settings

ISSUER = "VIN match"
RECOVERY_CODES = 10
_SECRET_BYTES = 20  # as RFC 4226 recommends
_CODE_BYTES = 10  # 80 random bits: nobody guesses them, a plain digest is enough
_STEP_SECONDS = 30
_DRIFT = 1  # half minutes by which the clock of a telephone may be off


def factor_in_use(session: Session, account_id: str) -> SecondFactor | None:
    """Return the confirmed second factor of an account, None without one."""
    factor = session.get(SecondFactor, account_id)
    return factor if factor is not None and factor.confirmed_at is not None else None


def begin(session: WriteSession, by: Actor, account: Account, settings: Settings) -> pyotp.TOTP:
    """Return a new secret, to be shown this once and confirmed by a code; raises ``Conflict`` where a factor is in use."""
    factor = session.get(SecondFactor, account.id, with_for_update=True)
    if factor is not None and factor.confirmed_at is not None:
        raise Conflict(
            "second_factor_there",
            en="There is a second factor already. Remove it first.",
            vi="Đã có yếu tố thứ hai. Hãy gỡ yếu tố đó trước.",
        )
    factor = factor or SecondFactor(account_id=account.id, salt="", made_at=by.now)
    factor.salt, factor.made_at, factor.last_step = secrets.token_hex(_SECRET_BYTES), by.now, 0
    session.add(factor)
    session.flush()
    return _totp(account, factor, settings)


def confirm(session: WriteSession, by: Actor, account: Account, code: str, settings: Settings) -> list[str]:
    """Put the factor in use if ``code`` is one of its codes now, and return ten codes for a lost device, to be shown this once.

    Raises ``Invalid`` for a wrong code, ``Conflict`` where nothing was begun.
    """
    factor = session.get(SecondFactor, account.id, with_for_update=True)
    if factor is None or factor.confirmed_at is not None or not factor.salt:
        raise Conflict(
            "no_secret_to_confirm",
            en="Begin again: there is no new secret to confirm.",
            vi="Hãy bắt đầu lại: không có mã bí mật mới để xác nhận.",
        )
    if not _use_step(session, account, factor, code, by.now, settings):
        raise wrong_code()
    factor.confirmed_at, factor.removed_at = by.now, None
    session.flush()
    record(session, by, AuditAction.SECOND_FACTOR_ADDED, AuditedObject(ACCOUNT, account.id))
    tell_owner(session, account, OwnerNews.FACTOR_ADDED, by.now, settings)
    return _new_codes(session, account.id)


def accept_code(session: WriteSession, account: Account, code: str, now: datetime, settings: Settings) -> bool:
    """Use ``code`` up, of the app or of the ten, and return whether it was right: each works once."""
    factor = factor_in_use(session, account.id)
    if factor is None:
        return False
    return _use_step(session, account, factor, code, now, settings) or _use_recovery(session, account, code, now, settings)


def remove(session: WriteSession, by: Actor, account: Account, settings: Settings) -> None:
    """Take the second factor away with its codes, and have the owner told; raises ``Conflict`` without one."""
    factor = session.get(SecondFactor, account.id, with_for_update=True)
    if factor is None or factor.confirmed_at is None:
        raise Conflict("no_second_factor", en="The account has no second factor.", vi="Tài khoản không có yếu tố thứ hai.")
    factor.salt, factor.confirmed_at = "", None
    own = by.actor == account.id
    factor.removed_at = None if own else by.now
    session.execute(sa.delete(RecoveryCode).where(col(RecoveryCode.account_id) == account.id))
    session.flush()
    record(session, by, AuditAction.SECOND_FACTOR_REMOVED, AuditedObject(ACCOUNT, account.id))
    tell_owner(session, account, OwnerNews.FACTOR_REMOVED if own else OwnerNews.FACTOR_TAKEN, by.now, settings)


def codes_left(session: Session, account_id: str) -> int:
    """Return how many of the ten codes were not used."""
    unused = sa.select(sa.func.count()).where(col(RecoveryCode.account_id) == account_id, col(RecoveryCode.used_at).is_(None))
    return int(session.scalar(unused) or 0)


def wrong_code() -> Invalid:
    """Return the problem of a code that is wrong, late or used."""
    return Invalid.field(
        "code", en="is wrong, or was used already: wait for the next one", vi="không đúng hoặc đã được dùng: hãy đợi mã kế tiếp"
    )


def _totp(account: Account, factor: SecondFactor, settings: Settings) -> pyotp.TOTP:
    key = settings.second_factor_key.get_secret_value() if settings.second_factor_key else ""
    made = hmac.new(key.encode(), f"second-factor\0{account.id}\0{factor.salt}".encode(), hashlib.sha256).digest()
    secret = base64.b32encode(made[:_SECRET_BYTES]).decode()
    return pyotp.TOTP(secret, name=account.email, issuer=ISSUER, interval=_STEP_SECONDS)


def _use_step(session: WriteSession, account: Account, factor: SecondFactor, code: str, now: datetime, settings: Settings) -> bool:
    """Return whether ``code`` is of a half minute after the one that was used last, and remember it: of two at once one is late."""
    totp, typed = _totp(account, factor, settings), "".join(code.split())
    present = int(now.timestamp()) // _STEP_SECONDS
    steps = range(present - _DRIFT, present + _DRIFT + 1)
    found = [step for step in steps if hmac.compare_digest(totp.at(step * _STEP_SECONDS).encode(), typed.encode())]
    if not found:
        return False
    newer = (col(SecondFactor.account_id) == account.id, col(SecondFactor.last_step) < found[-1])
    used = sa.update(SecondFactor).where(*newer).values(last_step=found[-1]).returning(col(SecondFactor.account_id))
    return session.scalar(used) is not None


def _use_recovery(session: WriteSession, account: Account, code: str, now: datetime, settings: Settings) -> bool:
    unused = (col(RecoveryCode.account_id) == account.id, col(RecoveryCode.used_at).is_(None))
    its = col(RecoveryCode.code_hash) == _digest_of(account.id, code)
    used = session.scalar(sa.update(RecoveryCode).where(its, *unused).values(used_at=now).returning(col(RecoveryCode.code_hash)))
    if used is None:
        return False
    record(
        session,
        Actor(account.id, now),
        AuditAction.RECOVERY_CODE_USED,
        AuditedObject(ACCOUNT, account.id),
        left=codes_left(session, account.id),
    )
    tell_owner(session, account, OwnerNews.RECOVERY_CODE_USED, now, settings)
    return True


def _new_codes(session: WriteSession, account_id: str) -> list[str]:
    codes = [_grouped(base64.b32encode(secrets.token_bytes(_CODE_BYTES)).decode().lower()) for _ in range(RECOVERY_CODES)]
    session.execute(sa.delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    session.add_all([RecoveryCode(code_hash=_digest_of(account_id, code), account_id=account_id) for code in codes])
    session.flush()
    return codes


def _digest_of(account_id: str, code: str) -> str:
    return digest(f"{account_id} {''.join(sign for sign in code.lower() if sign.isalnum())}")


def _grouped(code: str) -> str:
    return "-".join(_parts(code))


def _parts(code: str) -> Iterator[str]:
    return (code[start : start + 4] for start in range(0, len(code), 4))
