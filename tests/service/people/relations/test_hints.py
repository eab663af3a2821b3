"""The domain of an address suggests an employer to ask about, and makes no tie by itself."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.projects import Organisation
from tests.service.people.profiles.people import EXPERTS, ITEM, add

HINTS = "employer-hints"


@pytest.fixture
def school(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(Organisation(id="WHOLE", name="Đại học Bách khoa", domains=["hust.example"], synthetic=True))
        session.flush()
        session.add(Organisation(id="PART", name="Trường Cơ khí", parent_id="WHOLE", synthetic=True))


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(("address", "hinted"), [("an@hust.example", 1), ("an@mail.hust.example", 1), ("an@nothust.example", 0)])
def test_an_address_of_the_organisation_is_a_hint(client: TestClient, address: str, hinted: int) -> None:
    person = add(client, email=address)
    assert len(client.get(f"{EXPERTS}/{person}/{HINTS}").json()) == hinted
    assert client.get(f"{EXPERTS}/{person}/relations").json()["items"] == []


@pytest.mark.usefixtures("school")
def test_nothing_is_asked_of_whoever_is_tied_to_it_or_to_a_part_of_it(client: TestClient) -> None:
    person = add(client, email="an@hust.example")
    item = ITEM | {"kind": "position", "organisation_id": "PART"}
    assert client.post(f"{EXPERTS}/{person}/evidence", json=item).status_code == 201
    assert client.get(f"{EXPERTS}/{person}/{HINTS}").json() == []
