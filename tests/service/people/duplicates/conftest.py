"""A client whose clock stands still, with the texts of consents and an organisation."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.consent_texts import consent_texts
from tests.service.people.profiles.people import MOMENT, add_organisation


@pytest.fixture
def database_kind() -> str:
    return "sqlite"


@pytest.fixture
def client(settings: Settings, client_for: ClientFor, engine: Engine) -> TestClient:
    with writing(engine) as session:
        session.add_all(consent_texts("2026-01", "2026-02"))
    add_organisation(engine, "O1")
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    return client
