"""Looks up what a request shows: a session or an API key that is not revoked, not expired, and of an account that is not disabled.

Each look-up is a session of its own that ends before the request opens another: two at once could empty the pool.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from models.accounts import Account, ApiKey, ProjectLead, RoleGrant, SignInSession
from models.database import reading, write_unless_busy
from models.delegations import Delegation
from models.experts import Expert, NetworkState
from models.second_factors import SecondFactor
from models.vocabulary import AccountRole, Scope
from service.identity.access.tokens import digest

Credential = TypeVar("Credential", SignInSession, ApiKey)
# The last use is told to the owner, to the quarter of an hour: not every reading request has to write.
LAST_USE_STEP = timedelta(minutes=15)
_INVENTED_ALONE = sa.and_(
    sa.exists().where(col(NetworkState.synthetic).is_(True)), sa.not_(sa.exists().where(col(Expert.synthetic).is_(False)))
)


@dataclass(frozen=True, slots=True)
class AuthenticatedAccount:
    """An account with its roles, and what the credential may be used for."""

    account: Account
    grants: Sequence[RoleGrant]
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
    return _find(engine, SignInSession, token, now, col(SignInSession.last_used_at) > now - idle)


def of_key(engine: Engine, token: str, now: datetime) -> AuthenticatedAccount | None:
    """Return whose API key ``token`` is, None for nobody's."""
    return _find(engine, ApiKey, token, now)


def holds_invented_alone(engine: Engine) -> bool:
    """Return whether the network is marked as invented people and holds nobody else: whoever is added to it counts as real."""
    with reading(engine) as session:
        return bool(session.scalar(sa.select(_INVENTED_ALONE)))


def _find(engine: Engine, table: type[Credential], token: str, now: datetime, *more: sa.ColumnElement[bool]) -> AuthenticatedAccount | None:
    with reading(engine) as session:
        held = (col(table.revoked_at).is_(None), col(table.expires_at) > now, col(Account.disabled).is_(False), *more)
        statement = sa.select(table, Account).join(Account).where(col(table.token_hash) == digest(token), *held)
        row = session.execute(statement).one_or_none()
        if row is None:
            return None
        credential, account = row
        found = _read(session, credential, account)
        last_used: datetime | None = credential.last_used_at
    if last_used is None or now - last_used > LAST_USE_STEP:
        _note_use(engine, table, found.credential_id, now)
    return found


def _read(session: Session, credential: SignInSession | ApiKey, account: Account) -> AuthenticatedAccount:
    grants = session.scalars(sa.select(RoleGrant).where(col(RoleGrant.account_id) == account.id)).all()
    leads: Sequence[ProjectLead] = ()
    if any(grant.role is AccountRole.LEAD for grant in grants):
        leads = session.scalars(sa.select(ProjectLead).where(col(ProjectLead.account_id) == account.id)).all()
    scopes = frozenset(map(Scope, credential.scopes)) if isinstance(credential, ApiKey) else frozenset(Scope)
    invented, confirmed, edits = session.execute(sa.select(_INVENTED_ALONE, _confirmed(account.id), _edits(account.id))).one()
    edits_for = frozenset(session.scalars(people_edited_by(account.id))) if edits else frozenset[str]()
    signed_in_at = credential.created_at if isinstance(credential, SignInSession) else None
    own = _own_record(session, grants)
    return AuthenticatedAccount(
        account, grants, leads, scopes, credential.id, own, signed_in_at, bool(invented), bool(confirmed), edits_for
    )


def _confirmed(account_id: str) -> sa.Exists:
    return sa.exists().where(col(SecondFactor.account_id) == account_id, col(SecondFactor.confirmed_at).is_not(None))


def _edits(account_id: str) -> sa.Exists:
    return sa.exists().where(col(Delegation.account_id) == account_id, col(Delegation.ended_at).is_(None))


def people_edited_by(account_id: str) -> sa.Select[str]:
    """Select the ids of the people whose evidence an account was named to edit; a record that was merged into another is none."""
    in_force = (col(Delegation.account_id) == account_id, col(Delegation.ended_at).is_(None))
    people = sa.select(col(Expert.id)).join(Delegation, col(Delegation.expert_id) == col(Expert.id))
    return people.where(*in_force, col(Expert.merged_into).is_(None)).order_by(col(Expert.id))


def _own_record(session: Session, grants: Sequence[RoleGrant]) -> str | None:
    """Return whose profile the account's is: the record that was kept, where it was merged."""
    own = next((grant.expert_id for grant in grants if grant.expert_id), None)
    if own is None:
        return None
    return session.scalar(sa.select(col(Expert.merged_into)).where(col(Expert.id) == own)) or own


def _note_use(engine: Engine, table: type[Credential], identifier: str, now: datetime) -> None:
    """Note the last use unless somebody else writes at this moment: the next request will do it, and no reader waits for a note."""
    write_unless_busy(engine, sa.update(table).where(col(table.id) == identifier).values(last_used_at=now))
