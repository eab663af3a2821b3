import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.conftest import ClientFor
from tests.service.people.duplicates.records import DUPLICATES, decide, merge, pair_of, two_records
from tests.service.people.profiles.people import EXPERTS, add, version_of


def test_two_records_of_one_person_are_proposed_with_reasons(client: TestClient) -> None:
    first, second = two_records(client)
    pair = pair_of(client, second)
    assert (pair["first"], pair["second"], pair["verdict"], pair["state"]) == (first, second, "proposed", "open")
    assert pair["probability"] > 0.9
    assert {reason["code"] for reason in pair["reasons"] if reason["supports"]} >= {"name_told", "shared_works", "alike_items"}
    listed = client.get(DUPLICATES, params={"verdict": "proposed"}).json()
    assert [one["id"] for one in listed["items"]] == [pair["id"]]


def test_both_records_stand_side_by_side(client: TestClient) -> None:
    first, second = two_records(client)
    shown = client.get(f"{DUPLICATES}/{pair_of(client, first)['id']}").json()
    assert [side["id"] for side in shown["sides"]] == [first, second]
    assert len(shown["sides"][0]["evidence"]) == 2
    assert "email" not in shown["sides"][0]


def test_a_merged_record_is_in_no_list_and_leads_to_the_kept_one(client: TestClient) -> None:
    first, second = two_records(client)
    merge(client, first)
    assert [one["id"] for one in client.get(EXPERTS).json()["items"]] == [first]
    answer = client.get(f"{EXPERTS}/{second}")
    assert answer.status_code == 410
    assert answer.json()["errors"] == [{"field": "merged_into", "message": first}]
    assert answer.headers["link"] == f'<{first}>; rel="successor-version"'
    assert client.patch(f"{EXPERTS}/{second}", json={"country": "FR"}, headers={"If-Match": '"1"'}).status_code == 410


def test_the_kept_record_has_what_both_had(client: TestClient) -> None:
    first, _ = two_records(client)
    merge(client, first)
    kept = client.get(f"{EXPERTS}/{first}").json()
    assert (kept["orcid"], kept["aliases"]) == ("0000-0002-1825-0097", ["Hung Duy Khuat"])
    assert len(client.get(f"{EXPERTS}/{first}/evidence").json()["items"]) == 4


def test_the_kept_record_is_found_by_the_other_name(client: TestClient) -> None:
    first, _ = two_records(client)
    merge(client, first)
    found = client.get(EXPERTS, params={"q": "Hung Khuat"}).json()["items"]
    assert [one["id"] for one in found] == [first]


def test_a_merge_names_the_versions_of_both_that_were_read(client: TestClient) -> None:
    first, second = two_records(client)
    pair = pair_of(client, first)["id"]
    tag = client.get(f"{DUPLICATES}/{pair}").headers["etag"]
    client.patch(f"{EXPERTS}/{second}", json={"country": "FR"}, headers=version_of(client, second))
    fields = {"keep": first, "reason": "One person"}
    assert client.post(f"{DUPLICATES}/{pair}/merge", json=fields).status_code == 428
    assert client.post(f"{DUPLICATES}/{pair}/merge", json=fields, headers={"If-Match": tag}).status_code == 412


def test_different_people_are_remembered_until_it_is_taken_back(client: TestClient) -> None:
    first, _ = two_records(client)
    pair = pair_of(client, first)["id"]
    assert decide(client, pair, "different", reason="Two cousins").json()["state"] == "different"
    assert client.post(f"{DUPLICATES}/search", json={"expert": first}).json()["pairs"] == []
    assert decide(client, pair, "merge", keep=first, reason="Perhaps").status_code == 409
    shown = client.get(f"{DUPLICATES}/{pair}").json()
    assert (shown["reason"], shown["decided_at"][:10]) == ("Two cousins", "2026-10-01")
    assert decide(client, pair, "reopen").json()["state"] == "open"


def test_two_people_with_little_in_common_can_be_compared_by_hand(client: TestClient) -> None:
    first = add(client)
    second = add(client, display_name="Sukarno", family_name="", given_name="Sukarno", country="ID")
    shown = client.post(DUPLICATES, json={"expert": first, "other": second}).json()
    assert (shown["verdict"], shown["probability"] < 0.1) == ("different", True)


def test_an_identifier_of_a_merged_record_still_belongs_to_the_person(client: TestClient) -> None:
    first, _ = two_records(client)
    merge(client, first)
    answer = client.post(EXPERTS, json={"display_name": "Ai Đó", "given_name": "Đó", "country": "VN", "orcid": "0000-0002-1825-0097"})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["message"] == f"belongs to {first}"


@pytest.mark.parametrize(("role", "reads"), [(AccountRole.AUDITOR, 200), (AccountRole.ADMINISTRATOR, 403), (AccountRole.LEAD, 403)])
def test_who_may_not_read_people_may_not_read_pairs(
    settings: Settings, client: TestClient, client_for: ClientFor, role: AccountRole, reads: int
) -> None:
    other = client_for(settings, role=role)
    assert other.get(DUPLICATES).status_code == reads
    assert other.post(f"{DUPLICATES}/search", json={}).status_code == 403
