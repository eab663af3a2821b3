from typing import Any

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.people.profiles.people import wrong_fields

ORGANISATIONS = "/api/v1/organisations"
HUST = {
    "name": "Đại học Bách khoa Hà Nội",
    "names": [{"language": "en", "name": "Hanoi University of Science and Technology"}],
    "abbreviations": ["HUST", "ĐHBKHN"],
    "country": "VN",
    "domains": ["hust.edu.vn"],
}
HUAZHONG = {"name": "Huazhong University of Science and Technology", "abbreviations": ["HUST"], "country": "CN", "domains": ["hust.edu.cn"]}


def add(client: TestClient, fields: dict[str, Any]) -> str:
    answer = client.post(ORGANISATIONS, json=fields)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def found(client: TestClient, q: str) -> list[str]:
    return [each["id"] for each in client.get(ORGANISATIONS, params={"q": q}).json()["items"]]


@pytest.mark.parametrize(
    ("q", "both"),
    [
        ("bach khoa", False),
        ("Bách Khoa", False),
        ("hanoi university", False),
        ("đhbkhn", False),
        ("an@soict.hust.edu.vn", False),
        ("HUST", True),
    ],
)
def test_an_organisation_is_found_by_any_name_and_its_near_namesake_stays_apart(client: TestClient, q: str, both: bool) -> None:
    hanoi, wuhan = add(client, HUST), add(client, HUAZHONG)
    assert sorted(found(client, q)) == ([hanoi, wuhan] if both else [hanoi])


def test_an_accent_that_is_typed_must_be_there(client: TestClient) -> None:
    add(client, HUST)
    assert found(client, "Bạch khoa") == []


def test_what_was_added_is_shown_and_an_id_can_be_used_for_a_relation(client: TestClient) -> None:
    hanoi = add(client, HUST)
    shown = client.get(f"{ORGANISATIONS}/{hanoi}").json()
    assert shown == HUST | {"id": "ORG-000001", "parent_id": None, "ror_id": None, "synthetic": False}
    assert client.get(f"{ORGANISATIONS}/ORG-9").status_code == 404


def test_a_change_names_the_state_that_was_read(client: TestClient) -> None:
    address = f"{ORGANISATIONS}/{add(client, HUST)}"
    read = {"If-Match": client.get(address).headers["etag"]}
    change = {"ror_id": "https://ror.org/04nyv3z04", "abbreviations": ["BKHN"]}
    assert client.patch(address, json=change).status_code == 428
    changed = client.patch(address, json=change, headers=read)
    assert changed.json() == HUST | change | {"id": "ORG-000001", "parent_id": None, "synthetic": False}
    assert client.patch(address, json=change, headers=read).status_code == 412


def test_names_and_ror_ids_belong_to_one_and_no_organisation_is_part_of_itself(client: TestClient) -> None:
    hanoi = add(client, HUST | {"ror_id": "https://ror.org/04nyv3z04"})
    school = add(client, {"name": "Trường Điện - Điện tử", "parent_id": hanoi})
    assert wrong_fields(client.post(ORGANISATIONS, json=HUST)) == ["name"]
    assert wrong_fields(client.post(ORGANISATIONS, json=HUAZHONG | {"ror_id": "https://ror.org/04nyv3z04"})) == ["ror_id"]
    assert wrong_fields(client.post(ORGANISATIONS, json=HUAZHONG | {"parent_id": "ORG-9"})) == ["parent_id"]
    read = {"If-Match": client.get(f"{ORGANISATIONS}/{hanoi}").headers["etag"]}
    assert wrong_fields(client.patch(f"{ORGANISATIONS}/{hanoi}", json={"parent_id": school}, headers=read)) == ["parent_id"]


def test_auditors_look_up_and_do_not_add(settings: Settings, client_for: ClientFor) -> None:
    auditor = client_for(settings, role=AccountRole.AUDITOR)
    assert auditor.get(ORGANISATIONS).json()["items"] == []
    assert auditor.post(ORGANISATIONS, json=HUST).status_code == 403
