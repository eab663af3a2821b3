"""A client whose clock stands still, on a database with texts to consent to."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.consent_texts import consent_texts
from tests.service.people.profiles.people import MOMENT


@pytest.fixture
def database_kind() -> str:
    """What is not marked with ``both`` asks nothing of the database that another test does not."""
    return "sqlite"


@pytest.fixture
def client(settings: Settings, engine: Engine, client_for: ClientFor) -> TestClient:
    with writing(engine) as session:
        session.add_all(consent_texts("2026-01", "2026-02"))
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    return client
