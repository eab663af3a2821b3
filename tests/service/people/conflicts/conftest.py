"""A client whose clock stands still."""

import pytest
from fastapi.testclient import TestClient

from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.people.profiles.people import MOMENT


@pytest.fixture
def client(settings: Settings, client_for: ClientFor) -> TestClient:
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    return client
