"""People are looked up by ORCID iD and e-mail address by those who may compare records, and by nobody else."""

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.service.people.profiles.people import EXPERTS, add

ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize("asked", [{"orcid": ORCID}, {"email": "AN@mail.example"}])
def test_an_identifier_finds_its_owner_alone(client: TestClient, settings: Settings, asked: dict[str, str]) -> None:
    add(client, display_name="Lê Thị Hoa", family_name="Lê", given_name="Thị Hoa")
    expert = add(client, orcid=ORCID, email="an@mail.example")
    assert [one["id"] for one in client.get(EXPERTS, params=asked).json()["items"]] == [expert]
    for role, status in ((AccountRole.AUDITOR, 200), (AccountRole.ADMINISTRATOR, 403)):
        assert client.get(EXPERTS, params=asked, headers=key_header(settings.database_url, role)).status_code == status


def test_an_orcid_of_another_form_is_refused(client: TestClient) -> None:
    assert client.get(EXPERTS, params={"orcid": "1825"}).status_code == 422
