"""Accounts for tests, and the header that shows a key of theirs. They never expire: many tests stop the clock."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import Engine

from models.accounts import Account
from models.database import make_engine, writing
from models.vocabulary import AccountRole, Scope
from service.identity.access.tokens import new_id
from service.identity.accounts.operations import create_account
from service.identity.accounts.schemas import AccountCreate
from service.identity.accounts.sessions_and_keys import create_key
from service.kit.actor import Actor

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
DAYS = 365_00
SETTING_UP = Actor("a-tester", LONG_AGO)


def add_account(engine: Engine, *roles: AccountRole, email: str | None = None, **permissions: Any) -> Account:
    """Add an account with ``roles``; ``permissions`` are further fields of ``AccountCreate``."""
    address = email or f"{new_id()}@test.example"
    fields = AccountCreate(email=address, display_name="Trần Thị Bình", roles=frozenset(roles), **permissions)
    with writing(engine) as session:
        account = create_account(session, SETTING_UP, fields)
        session.expunge(account)
    return account


def add_key(engine: Engine, account: Account, *scopes: Scope) -> str:
    """Return a key of ``account``, with every scope where none is named."""
    with writing(engine) as session:
        return create_key(session, SETTING_UP, account.id, "for tests", scopes or tuple(Scope), DAYS)[1]


def key_header(url: str, *roles: AccountRole, **permissions: Any) -> dict[str, str]:
    """Return the header of a new account with ``roles`` in the database at ``url``."""
    engine = make_engine(url)
    try:
        return {"Authorization": f"Bearer {add_key(engine, add_account(engine, *roles, **permissions))}"}
    finally:
        engine.dispose()
