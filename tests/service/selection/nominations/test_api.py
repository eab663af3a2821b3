from typing import Any

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.service.selection.conftest import API, Act

NOMINATIONS = f"{API}/nominations"
AN = {"name": "Lê Văn An", "email": "an@mail.example", "nominator": "A university", "reason": "Built the first line."}


def nominate(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = client.post(NOMINATIONS, json=AN | fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def answer(client: TestClient, nomination: dict[str, Any], **fields: Any) -> Any:
    return client.post(f"{NOMINATIONS}/{nomination['id']}/answers", json=fields)


def test_somebody_new_has_a_record_that_is_matched_with_nothing(client: TestClient) -> None:
    before = client.get(f"{API}/products/P1/recommendations?role=CE_PROJECT&everybody=true").json()["total"]
    nomination = nominate(client, subject="P1", role="CE_PROJECT")
    person = client.get(f"{API}/experts/{nomination['expert_id']}").json()
    assert (person["display_name"], person["consents"]) == ("Lê Văn An", [])
    assert client.get(f"{API}/products/P1/recommendations?role=CE_PROJECT&everybody=true").json()["total"] == before


def test_the_same_address_is_one_person_and_the_nominator_is_not_told(client: TestClient, act: Act) -> None:
    first = nominate(client)
    act(AccountRole.LEAD, led_products=["P1"])
    second = nominate(client, name="L. V. An", email="AN@mail.example")
    assert (second["expert_id"], second["person"]) == (None, "L. V. An")
    third = nominate(client, name="Somebody New", email="new@mail.example")
    assert {name for name in second if second[name] is None} == {name for name in third if third[name] is None}
    assert {one["id"] for one in client.get(NOMINATIONS).json()["items"]} == {second["id"], third["id"]}
    act(AccountRole.COORDINATOR)
    people = {one["id"]: one["expert_id"] for one in client.get(NOMINATIONS).json()["items"]}
    assert people[first["id"]] == people[second["id"]] != people[third["id"]]


def test_the_person_answers_or_a_coordinator_who_says_how_they_were_told(client: TestClient, act: Act) -> None:
    own, told = nominate(client), nominate(client, name="Tran Binh", email="binh@mail.example")
    assert answer(client, told, answer="accept").status_code == 422
    assert answer(client, told, answer="decline", text="By letter of 1 October.").json()["state"] == "declined"
    assert answer(client, told, answer="accept", text="Changed their mind.").status_code == 409
    act(AccountRole.EXPERT, expert_id=own["expert_id"])
    assert answer(client, own, answer="accept").json()["state"] == "accepted"
    assert answer(client, told, answer="accept").status_code == 404


def test_who_nominates_does_not_answer(client: TestClient, act: Act) -> None:
    act(AccountRole.LEAD, led_products=["P1"])
    nomination = nominate(client)
    assert answer(client, nomination, answer="accept", text="I know him.").status_code == 403


def test_a_nomination_names_one_person_and_a_whole_role(client: TestClient) -> None:
    for wrong in ({"expert_id": "E1"}, {"email": ""}, {"subject": "P1"}, {"organisation_id": "ORG-9"}):
        assert client.post(NOMINATIONS, json=AN | wrong).status_code == 422, wrong
    known = {name: value for name, value in AN.items() if name not in {"name", "email"}} | {"expert_id": "E2"}
    assert client.post(NOMINATIONS, json=known).json()["expert_id"] == "E2"
    assert client.post(NOMINATIONS, json=known | {"expert_id": "E99"}).status_code == 422


def test_the_page_shows_and_takes_nominations(client: TestClient) -> None:
    assert client.post("/nominations", data=AN | {"subject": "P1", "role": "CE_PROJECT"}, follow_redirects=False).status_code == 303
    assert "chờ người được đề cử trả lời" in client.get("/nominations?lang=vi").text
    refused = client.post("/nominations", data=AN | {"subject": "P1"})
    assert (refused.status_code, "Lê Văn An" in refused.text) == (422, True)
