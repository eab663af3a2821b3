"""Looks up what a request shows: a session or an API key that is not revoked, not expired, and of an account that is not disabled.

Each look-up is a session of its own that ends before the request opens another: two at once could empty the pool.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import Account, ApiKey, ProjectLead, RoleGrant, SignInSession
from models.database import reading, write_unless_busy
from models.delegations import Delegation
from models.experts import Expert
from models.second_factors import SecondFactor
from models.vocabulary import AccountRole, Scope
from service.identity.access.invented import MARKED, invented_alone
from service.identity.access.tokens import digest

# The last use is told to the owner, to the quarter of an hour: not every reading request has to write.
LAST_USE_STEP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class AuthenticatedAccount:
    """An account with its roles, and what the credential may be used for."""

    account: Account
    roles: frozenset[AccountRole]
    leads: Sequence[ProjectLead]
    scopes: frozenset[Scope]
    credential_id: str
    expert_id: str | None
    signed_in_at: datetime | None
    among_invented: bool = False
    has_second_factor: bool = False
    edits_for: frozenset[str] = frozenset()


def of_session(engine: Engine, token: str, now: datetime, idle: timedelta) -> AuthenticatedAccount | None:
    """Return whose session ``token`` opens, None for nobody's and for one without a request for as long as ``idle``."""
    return _find(engine, SignInSession, _OF_SESSION, now, {"token_hash": digest(token), "used_after": now - idle})


def of_key(engine: Engine, token: str, now: datetime) -> AuthenticatedAccount | None:
    """Return whose API key ``token`` is, None for nobody's."""
    return _find(engine, ApiKey, _OF_KEY, now, {"token_hash": digest(token)})


def holds_invented_alone(engine: Engine) -> bool:
    """Return whether the network is marked as invented people and holds nobody else: whoever is added to it counts as real."""
    with reading(engine) as session:
        return invented_alone(session, engine, session.scalar(_MARKED_ALONE))


_OF_ACCOUNT = col(Account.id)
_CONFIRMED = sa.select(col(SecondFactor.confirmed_at)).where(col(SecondFactor.account_id) == _OF_ACCOUNT).scalar_subquery()
_DELEGATED = col(Delegation.account_id) == _OF_ACCOUNT, col(Delegation.ended_at).is_(None)
_EDITED = sa.select(col(Delegation.id)).where(*_DELEGATED).limit(1).scalar_subquery()


def _held(table: type[SignInSession] | type[ApiKey]) -> sa.Select[Any]:
    """Select the credential with what is asked of its account at every request: a row for each of its roles, or one without."""
    held = (col(table.revoked_at).is_(None), col(table.expires_at) > sa.bindparam("now"), col(Account.disabled).is_(False))
    told = (col(RoleGrant.role), col(RoleGrant.expert_id), _CONFIRMED, _EDITED, MARKED)
    chosen = sa.select(table, Account, *told).select_from(table).join(Account, col(table.account_id) == col(Account.id))
    granted = chosen.outerjoin(RoleGrant, col(RoleGrant.account_id) == col(Account.id))
    return granted.where(col(table.token_hash) == sa.bindparam("token_hash"), *held)


# Made once: to put a statement together takes longer than to execute it.
_OF_KEY = _held(ApiKey)
_OF_SESSION = _held(SignInSession).where(col(SignInSession.last_used_at) > sa.bindparam("used_after"))
_MARKED_ALONE = sa.select(MARKED)


def _find(
    engine: Engine, table: type[SignInSession] | type[ApiKey], statement: sa.Select[Any], now: datetime, asked: Mapping[str, Any]
) -> AuthenticatedAccount | None:
    with reading(engine) as session:
        rows = session.execute(statement, {"now": now, **asked}).all()
        if not rows:
            return None
        found = _read(session, engine, rows)
        last_used: datetime | None = rows[0][0].last_used_at
    if last_used is None or now - last_used > LAST_USE_STEP:
        _note_use(engine, table, found.credential_id, now)
    return found


def _read(session: Session, engine: Engine, rows: Sequence[Any]) -> AuthenticatedAccount:
    credential, account, *_, confirmed_at, edited, marked = rows[0]
    roles = frozenset(row.role for row in rows if row.role is not None)
    leads: Sequence[ProjectLead] = ()
    if AccountRole.LEAD in roles:
        leads = session.scalars(sa.select(ProjectLead).where(col(ProjectLead.account_id) == account.id)).all()
    of_key = isinstance(credential, ApiKey)
    return AuthenticatedAccount(
        account=account,
        roles=roles,
        leads=leads,
        scopes=frozenset(map(Scope, credential.scopes)) if of_key else frozenset(Scope),
        credential_id=credential.id,
        expert_id=_own_record(session, [row.expert_id for row in rows]),
        signed_in_at=None if of_key else credential.created_at,
        among_invented=invented_alone(session, engine, marked),
        has_second_factor=confirmed_at is not None,
        edits_for=frozenset(session.scalars(people_edited_by(account.id))) if edited is not None else frozenset(),
    )


def people_edited_by(account_id: str) -> sa.Select[str]:
    """Select the ids of the people whose evidence an account was named to edit; a record that was merged into another is none."""
    in_force = (col(Delegation.account_id) == account_id, col(Delegation.ended_at).is_(None))
    people = sa.select(col(Expert.id)).join(Delegation, col(Delegation.expert_id) == col(Expert.id))
    return people.where(*in_force, col(Expert.merged_into).is_(None)).order_by(col(Expert.id))


def _own_record(session: Session, granted: Sequence[str | None]) -> str | None:
    """Return whose profile the account's is, by the people that its roles name: the record that was kept, where it was merged."""
    own = next((expert_id for expert_id in granted if expert_id), None)
    if own is None:
        return None
    return session.scalar(sa.select(col(Expert.merged_into)).where(col(Expert.id) == own)) or own


def _note_use(engine: Engine, table: type[SignInSession] | type[ApiKey], identifier: str, now: datetime) -> None:
    """Note the last use unless somebody else writes at this moment: the next request will do it, and no reader waits for a note."""
    write_unless_busy(engine, sa.update(table).where(col(table.id) == identifier).values(last_used_at=now))
