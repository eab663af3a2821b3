"""Requests run through their states, with their clocks, owners and results, and every step is an event."""

import json
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.database import reading
from service.kit.actor import present
from service.people.profiles.reader import read_profiles
from tests.consent_texts import PROOF
from tests.service.front.command_line.conftest import Run, run
from tests.service.people.profiles.people import EXPERTS, MOMENT, add, wrong_fields

__all__ = ["run"]
REQUESTS = "/api/v1/data-requests"


def ask(client: TestClient, kind: str, expert_id: str | None, **fields: Any) -> Response:
    return client.post(REQUESTS, json={"kind": kind, "expert_id": expert_id} | fields)


def step(client: TestClient, request_id: str, to: str, **fields: Any) -> Response:
    return client.post(f"{REQUESTS}/{request_id}/steps", json={"to": to} | fields, headers={"If-Match": "*"})


def later(client: TestClient, **difference: float) -> None:
    client.app.dependency_overrides[present] = lambda: MOMENT + timedelta(**difference)  # type: ignore[attr-defined]


def test_a_request_has_its_days_from_the_first_moment(client: TestClient) -> None:
    answer = ask(client, "access", add(client), wording="Tôi muốn xem dữ liệu của mình.")
    assert answer.status_code == 201
    shown = answer.json()
    assert (shown["state"], shown["acknowledge_by"], shown["due_on"]) == ("received", "2026-10-05", "2026-10-11")
    assert (shown["overdue"], shown["next"]) == (False, ["acknowledged", "refused"])
    read = client.get(answer.headers["location"])
    assert (read.json(), read.headers["etag"]) == (shown, answer.headers["etag"])


def test_a_request_goes_its_way_and_each_step_is_an_event(client: TestClient, auditor: dict[str, str]) -> None:
    request = ask(client, "correction", add(client)).json()["id"]
    steps = [
        step(client, request, "acknowledged"),
        step(client, request, "in_progress", owner="coordinator-1"),
        step(client, request, "extended", text="The organisation has to confirm the years."),
        step(client, request, "done", text="The years were corrected."),
    ]
    assert [answer.json()["state"] for answer in steps] == ["acknowledged", "in_progress", "extended", "done"]
    done = steps[-1].json()
    assert (done["due_on"], done["owner"], done["result"]) == ("2026-10-21", "coordinator-1", "The years were corrected.")
    assert (done["next"], done["closed_at"]) == ([], "2026-10-01T08:30:00Z")
    events = client.get("/api/v1/audit", headers=auditor, params={"object_kind": "data_request", "object_id": request}).json()["items"]
    assert [event["details"].get("to") for event in events] == [None, "acknowledged", "in_progress", "extended", "done"]
    assert "years" not in str(events)


def test_an_illegal_step_names_the_legal_ones(client: TestClient) -> None:
    request = ask(client, "access", add(client)).json()["id"]
    refused = step(client, request, "done", text="x", owner="c")
    assert refused.status_code == 409
    assert "acknowledged, refused" in refused.json()["detail_en"]
    step(client, request, "refused", text="Not a person of this network.")
    assert step(client, request, "acknowledged").status_code == 409


def test_an_extension_is_granted_once(client: TestClient) -> None:
    request = ask(client, "objection", add(client), with_processor=True).json()
    assert request["due_on"] == "2026-10-21"
    step(client, request["id"], "acknowledged")
    extended = step(client, request["id"], "extended", text="A reason.", owner="c").json()
    assert (extended["due_on"], extended["next"]) == ("2026-11-05", ["done", "refused"])


def test_a_step_without_its_reason_or_owner_is_refused(client: TestClient) -> None:
    request = ask(client, "access", add(client)).json()["id"]
    assert wrong_fields(step(client, request, "refused")) == ["text"]
    step(client, request, "acknowledged")
    assert wrong_fields(step(client, request, "in_progress")) == ["owner"]
    assert wrong_fields(step(client, request, "in_progress", owner="Nguyễn Văn An")) == ["owner"]
    assert wrong_fields(step(client, request, "done", owner="c")) == ["text"]
    assert client.post(f"{REQUESTS}/{request}/steps", json={"to": "refused", "text": "x"}).status_code == 428
    stale = client.post(f"{REQUESTS}/{request}/steps", json={"to": "refused", "text": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412


def test_late_requests_are_listed(client: TestClient) -> None:
    person = add(client)
    first = ask(client, "access", person).json()["id"]
    later(client, minutes=1)
    second = ask(client, "erasure", person).json()["id"]
    step(client, second, "acknowledged")
    overdue = {"overdue": True}
    assert client.get(REQUESTS, params=overdue).json()["total"] == 0
    later(client, days=5)  # the acknowledgement of the first was due on 5 October
    assert [request["id"] for request in client.get(REQUESTS, params=overdue).json()["items"]] == [first]
    later(client, days=21)
    late = client.get(REQUESTS, params=overdue).json()["items"]
    assert [(request["id"], request["overdue"]) for request in late] == [(first, True), (second, True)]
    step(client, second, "refused", text="A reason.")
    assert [request["id"] for request in client.get(REQUESTS, params=overdue).json()["items"]] == [first]
    assert client.get(REQUESTS, params={"kind": "erasure", "expert_id": person}).json()["total"] == 1


@pytest.mark.parametrize("kind", ["objection", "restriction"])
def test_the_matching_stops_with_the_receipt(client: TestClient, engine: Engine, kind: str) -> None:
    person = add(client)
    ask(client, kind, person)
    with reading(engine) as session:
        assert read_profiles(session, [person])[0].stops == {kind}


def test_a_withdrawal_withdraws_the_consent_to_matching(client: TestClient) -> None:
    person = add(client)
    for purpose in ("matching", "membership"):
        client.put(f"{EXPERTS}/{person}/consents/{purpose}", json={"given": True, "text_version": "2026-01"} | PROOF)
    ask(client, "withdrawal", person)
    given = {consent["purpose"]: consent["given"] for consent in client.get(f"{EXPERTS}/{person}").json()["consents"]}
    assert given == {"matching": False, "membership": True}


def test_only_a_complaint_may_be_about_nobody(client: TestClient) -> None:
    assert ask(client, "complaint", None, wording="Nobody answers.").status_code == 201
    assert wrong_fields(ask(client, "access", None)) == ["expert_id"]
    assert ask(client, "access", "E999999").status_code == 404
    assert wrong_fields(ask(client, "marriage", None)) == ["kind"]


def test_a_request_sent_twice_with_a_key_is_one(client: TestClient) -> None:
    body = {"kind": "access", "expert_id": add(client)}
    first, again = (client.post(REQUESTS, json=body, headers={"Idempotency-Key": "a"}) for _ in range(2))
    assert (first.json()["id"], client.get(REQUESTS).json()["total"]) == (again.json()["id"], 1)


def test_an_erasure_that_is_done_erases_the_person_and_keeps_the_request(client: TestClient) -> None:
    person = add(client)
    request = ask(client, "erasure", person, wording="Xin hãy xóa tôi, An.").json()["id"]
    step(client, request, "acknowledged")
    done = step(client, request, "done", owner="coordinator-1", text="Erased.")
    assert done.status_code == 200
    assert (done.json()["expert_id"], done.json()["wording"], done.json()["result"]) == (None, "", "Erased.")
    assert client.get(f"{EXPERTS}/{person}").status_code == 404
    assert client.get(f"{REQUESTS}/{request}").json() == done.json()


def test_the_clocks_are_shown_with_their_source(client: TestClient) -> None:
    clocks = {clock["kind"]: clock for clock in client.get(f"{REQUESTS}/clocks").json()["items"]}
    assert (clocks["erasure"]["days"], clocks["erasure"]["duty"]) == (20, "delete")
    assert clocks["erasure"]["source"]["vi"] == "Nghị định 356/2025/NĐ-CP, Điều 5"


def test_the_command_lists_what_is_open_the_first_due_first(client: TestClient, database_url: str, run: Run) -> None:
    assert "No request is open." in run("requests", "due", "--database", database_url).stderr
    person = add(client)
    ids = [ask(client, kind, person).json()["id"] for kind in ("erasure", "access")]
    shown = json.loads(run("requests", "due", "--database", database_url, "--json").stdout)
    assert [request["id"] for request in shown] == ids[::-1]
    assert [request["due_on"] for request in shown] == ["2026-10-11", "2026-10-21"]
