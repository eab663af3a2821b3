"""A lead sees pseudonyms and figures until somebody accepts: no name, title, organisation or identifier leaves before."""

from fastapi.testclient import TestClient

from tests.service.shortlists.conftest import API, Act, draft, invite, people, signed


def release(client: TestClient, shortlist: dict[str, object]) -> None:
    assert client.post(f"{API}/shortlists/{shortlist['id']}/release").status_code == 201


def test_only_a_signed_list_is_released_and_once(client: TestClient) -> None:
    assert client.post(f"{API}/shortlists/{draft(client)['id']}/release").status_code == 409
    done = signed(client)
    assert client.get(f"{API}/requests/{done['request_id']}/released").status_code == 404
    release(client, done)
    assert client.post(f"{API}/shortlists/{done['id']}/release").status_code == 409


def test_nothing_that_names_a_person_is_in_the_answer(client: TestClient) -> None:
    done = signed(client)
    release(client, done)
    answer = client.get(f"{API}/requests/{done['request_id']}/released")
    body = answer.text.replace(done["request_id"], "").replace(done["id"], "")
    hidden = ["Person", "Programme", "Chief engineer", "Company", "B3", "Built", "example", *(f"E{number}" for number in range(1, 7))]
    assert [word for word in hidden if f'"{word}' in body or f" {word}" in body or f"{word} " in body] == []
    first = answer.json()["people"][0]
    assert first.keys() == {"pseudonym", "role", "position", "band", "x", "y", "years", "kinds", "contact"}
    assert (first["kinds"], first["contact"], first["position"]) == ({"position": 1, "programme": 2}, None, 1)


def test_pseudonyms_are_stable_for_one_lead_and_differ_between_leads(client: TestClient, act: Act) -> None:
    names = {}
    for lead in ("lead-1", "lead-2"):
        act(lead)
        for turn in (1, 2):
            done = signed(client)
            release(client, done)
            shown = client.get(f"{API}/requests/{done['request_id']}/released").json()["people"]
            names[lead, turn] = dict(zip(people(done), [person["pseudonym"] for person in shown], strict=True))
    assert names["lead-1", 1] == names["lead-1", 2]
    assert set(names["lead-1", 1].values()).isdisjoint(names["lead-2", 1].values())


def test_who_accepted_is_shown_by_name(client: TestClient) -> None:
    done = signed(client)
    release(client, done)
    person = people(done)[0]
    client.post(f"{API}/invited/{invite(client, done['request_id'], person)}/answers", json={"answer": "accept"})
    shown = client.get(f"{API}/requests/{done['request_id']}/released").json()["people"]
    assert [one["contact"] is not None for one in shown] == [True, *[False] * (len(shown) - 1)]
    assert shown[0]["contact"]["email"] == f"person{person[1:]}@mail.example"


def test_feedback_names_a_pseudonym_and_a_reason(client: TestClient) -> None:
    done = signed(client)
    release(client, done)
    address = f"{API}/requests/{done['request_id']}/released"
    person = client.get(address).json()["people"][0]["pseudonym"]
    said = {"kind": "unsuitable", "person": person, "reason": "other_field", "text": "Cần người về vệ tinh."}
    assert client.post(f"{address}/feedback", json=said).json()["person"] == person
    assert client.post(f"{address}/feedback", json={"kind": "more_wanted", "reason": "too_few"}).status_code == 201
    assert client.post(f"{address}/feedback", json={**said, "person": "UV-AAAAAAAAAA"}).status_code == 422
    kept = client.get(f"{API}/shortlists/{done['id']}/feedback").json()
    assert [(one["expert_id"], one["kind"]) for one in kept] == [(people(done)[0], "unsuitable"), (None, "more_wanted")]
