"""A client on a database with the packaged duties, clocks and consent texts, whose clock a test can set."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.consents import ConsentText
from models.data_requests import DutyClock
from models.database import writing
from models.rules import DataProtectionDuty
from seed.catalogue.law import read_law
from seed.catalogue.loader import PACKAGED, open_catalogue
from service.kit.actor import present
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.people.profiles.people import MOMENT


@pytest.fixture
def client(settings: Settings, engine: Engine, client_for: ClientFor) -> TestClient:
    rows = read_law(open_catalogue(PACKAGED))
    with writing(engine) as session:
        for table in (DataProtectionDuty, DutyClock, ConsentText):
            session.add_all([row for row in rows if isinstance(row, table)])
            session.flush()
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    return client
