"""A service with accounts in it, and browsers that ask it."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.accounts import Account
from models.database import writing
from models.vocabulary import AccountRole
from service.identity.accounts.passwords import hashed
from service.kit.settings import Settings
from tests.accounts import add_account
from tests.conftest import ClientFor

EMAIL, PASSWORD = "binh@nic.example", "a long pass phrase"
PAGE = {"Accept": "text/html", "User-Agent": "Firefox"}
HASH = hashed(PASSWORD)  # slow on purpose: once is enough

Browser = Callable[[], TestClient]


@pytest.fixture
def database_kind() -> str:
    """What is not marked with ``both`` asks nothing of the database that another test does not."""
    return "sqlite"


@pytest.fixture
def service(database_url: str) -> Settings:
    return Settings(database_url=database_url, run_worker=False, sign_in_attempts=3)


@pytest.fixture
def browser(service: Settings, client_for: ClientFor) -> TestClient:
    """Somebody who is not signed in."""
    client = client_for(service, role=None)
    client.headers.update(PAGE)
    client.follow_redirects = False
    return client


@pytest.fixture
def owner(engine: Engine) -> Account:
    """A coordinator with a password."""
    account = add_account(engine, AccountRole.COORDINATOR, email=EMAIL)
    with writing(engine) as session:
        session.get_one(Account, account.id).password_hash = HASH
    return account
