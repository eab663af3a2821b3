"""Steps are recorded with body, document and who entered them; whoever was not chosen gets a term."""

import pytest
from fastapi.testclient import TestClient

from tests.service.selection.conftest import API, invite, open_request, people, send_invitation, signed

STEP = {"on_day": "2026-09-30"}
BY_DECIDER = {"body": "The ministry", "document": "QD-1", **STEP}


def test_a_request_goes_its_way_and_no_other(client: TestClient) -> None:
    address = f"{API}/requests/{open_request(client)['id']}/steps"
    refused = client.post(address, json={"to": "COUNCIL", **STEP})
    assert (refused.status_code, refused.json()["detail"]) == (
        409,
        "From “open, no list signed yet” it cannot go to “council heard”. Possible next: announced, shortlist signed, ended.",
    )
    assert client.post(address, json={"to": "SHORTLIST", **STEP}).status_code == 409
    noted = client.post(address, json={"to": "ANNOUNCED", "note": "On the web site.", **STEP}).json()
    assert (noted["state"], noted["note"]) == ("ANNOUNCED", "On the web site.")
    assert [step["state"] for step in client.get(address).json()] == ["ANNOUNCED"]


def test_a_candidate_goes_from_invitation_to_the_end(client: TestClient) -> None:
    done = signed(client)
    person = people(done)[0]
    about = {"role": "CE_PROJECT", "expert_id": person}
    address = f"{API}/requests/{done['request_id']}/steps"
    token = invite(client, done["request_id"], person)
    early = client.post(address, json={"to": "DECIDED", **about, **BY_DECIDER})
    assert (early.status_code, "has not accepted" in early.json()["detail"]) == (409, True)
    client.post(f"{API}/invited/{token}/answers", json={"answer": "accept"})
    assert client.post(address, json={"to": "DECIDED", **about, **STEP}).status_code == 422
    for to in ("CANDIDATE_POOL", "COUNCIL", "DECIDED", "CONTRACT", "IN_ROLE", "IN_ROLE", "ENDED"):
        assert client.post(address, json={"to": to, **about, **BY_DECIDER}).status_code == 201
    candidates = {one["expert_id"]: one for one in client.get(f"{API}/requests/{done['request_id']}/candidates").json()}
    assert (candidates[person]["state"], candidates[person]["next"]) == ("ENDED", [])


@pytest.mark.parametrize(("to", "accepted"), [("DECLINED", False), ("WITHDRAWN", True)])
def test_who_is_no_candidate_any_more_holds_no_seat_and_takes_none(client: TestClient, to: str, accepted: bool) -> None:
    done = signed(client)
    person, other = people(done)[:2]
    answers = f"{API}/invited/{invite(client, done['request_id'], person)}/answers"
    if accepted:
        client.post(answers, json={"answer": "accept"})
    client.post(f"{API}/requests/{done['request_id']}/steps", json={"to": to, "role": "CE_PROJECT", "expert_id": person, **STEP})
    assert client.post(answers, json={"answer": "accept"}).status_code in {404, 409}
    (listed,) = client.get(f"{API}/requests/{done['request_id']}/invitations").json()
    assert (listed["state"], listed["seat"]) == ("withdrawn", None)
    assert send_invitation(client, done["request_id"], other).status_code == 201


def test_who_was_not_chosen_gets_a_term_when_the_request_ends(client: TestClient) -> None:
    done = signed(client, track="concurrent_appointment")
    chosen, *others = people(done)
    address = f"{API}/requests/{done['request_id']}/steps"
    client.post(address, json={"to": "DECIDED", "role": "CE_PROJECT", "expert_id": chosen, **BY_DECIDER})
    assert client.post(address, json={"to": "ENDED", "note": "Filled.", **STEP}).status_code == 201
    terms = client.get(f"{API}/retention-deadlines").json()["items"]
    assert {(term["expert_id"], term["until"]) for term in terms} == {(other, "2027-10-01") for other in others}
    assert client.get(f"{API}/requests/{done['request_id']}").json()["close_reason"] == "Filled."


def test_a_stranger_is_no_candidate(client: TestClient) -> None:
    done = signed(client)
    answer = client.post(
        f"{API}/requests/{done['request_id']}/steps", json={"to": "WITHDRAWN", "role": "CE_PROJECT", "expert_id": "E6", **STEP}
    )
    assert answer.status_code == 404
