import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from service.people.profiles.identifiers import is_orcid
from tests.conftest import ClientFor
from tests.service.people.profiles.people import AN, EXPERTS, add, version_of, wrong_fields

ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("orcid", "right"),
    [
        (ORCID, True),
        ("0000-0002-1694-233X", True),
        ("0000-0000-0000-0000", False),
        ("0000-0000-0000-0001", False),
        ("0000-0003-2680-0055", False),
    ],
)
def test_the_check_digit_of_an_orcid_is_checked(orcid: str, right: bool) -> None:
    assert is_orcid(orcid) is right


def test_a_wrong_orcid_is_refused(client: TestClient) -> None:
    assert wrong_fields(client.post(EXPERTS, json=AN | {"orcid": "0000-0003-2680-0055"})) == ["orcid"]


@pytest.mark.parametrize(
    ("first", "second"), [({"orcid": ORCID}, {"orcid": ORCID}), ({"email": "x@vnu.edu.vn"}, {"email": "X@VNU.edu.vn"})]
)
def test_a_second_record_with_an_identifier_is_refused_and_names_the_first(
    client: TestClient, first: dict[str, str], second: dict[str, str]
) -> None:
    one = add(client, **first)
    refused = client.post(EXPERTS, json=AN | second)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (409, next(iter(second)))
    assert one in refused.json()["detail_vi"]
    another = add(client)
    assert client.patch(f"{EXPERTS}/{another}", json=second, headers=version_of(client, another)).status_code == 409
    assert client.patch(f"{EXPERTS}/{one}", json=second, headers=version_of(client, one)).status_code == 200


def test_who_may_not_see_the_other_record_gets_the_answer_of_a_new_identifier_and_people_look_at_the_two(
    client: TestClient, settings: Settings, client_for: ClientFor
) -> None:
    other, own = add(client, orcid=ORCID), add(client)
    expert = client_for(settings, role=AccountRole.EXPERT, expert_id=own)
    taken = expert.patch(f"{EXPERTS}/{own}", json={"orcid": ORCID}, headers=version_of(expert, own))
    assert (taken.status_code, other in taken.text) == (200, False)
    assert "find-duplicates" in [job["kind"] for job in client.get("/api/v1/jobs").json()["items"]]


def test_somebody_with_one_name_is_accepted(client: TestClient) -> None:
    answer = client.post(EXPERTS, json={"display_name": "Sukarno", "given_name": "Sukarno", "country": "ID"})
    assert (answer.status_code, answer.json()["family_name"]) == (201, "")
