"""Drafts come from the one recommender; every decision has a reason and a version, and nothing that was typed is lost."""

from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from tests.service.selection.conftest import API, choose, draft, open_request, people, version
from tests.service.synthetic_world import let_nobody_fit


def test_a_draft_is_the_list_of_the_recommender(client: TestClient) -> None:
    drafted = draft(client)
    listed = client.get(f"{API}/products/P1/recommendations?role=CE_PROJECT").json()
    assert people(drafted) == [item["expert"]["id"] for item in listed["items"]] != []
    first = drafted["entries"][0]["snapshot"]
    assert {"score", "parts", "rank"} <= first["entry"].keys()
    assert first["entry"]["score"] == listed["items"][0]["score"]
    assert (first["profile_version"], first["kinds"]) == (1, {"position": 1, "programme": 2})
    assert drafted["reference_only"] == {"vi": "Chỉ để tham khảo; con người quyết định.", "en": "For reference only; people decide."}
    assert drafted["entries"][0]["open_rules"] == ["R-LEGAL", "R-QUAL"]


def test_nobody_is_a_valid_draft(client: TestClient, world: Engine) -> None:
    let_nobody_fit(world)
    drafted = draft(client)
    assert (drafted["entries"], drafted["head"]["answers"][0]["verdict"]["code"]) == ([], "nobody")


def test_a_request_has_one_draft_at_a_time(client: TestClient) -> None:
    drafted = draft(client)
    again = client.post(f"{API}/requests/{drafted['request_id']}/shortlists", json={})
    assert (again.status_code, drafted["id"] in again.json()["detail"]) == (409, True)


def test_the_request_words_the_need(client: TestClient) -> None:
    opened = open_request(client, must={"CE_PROJECT": ["optics"]})
    drafted = client.post(f"{API}/requests/{opened['id']}/shortlists", json={"length": 1}).json()
    entry = drafted["entries"][0]["snapshot"]["entry"]
    assert (entry["y"], len(drafted["entries"])) == (1, 1)


def test_decisions_apply_in_order_and_keep_their_reasons(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *_, last = people(drafted)
    pinned = choose(client, drafted, last, "pin").json()
    moved = choose(client, pinned, first, "move", place=3).json()
    left = choose(client, moved, second, "exclude").json()
    assert (people(pinned)[0], people(left)[0], second in people(left)) == (last, last, False)
    assert left["version"] == drafted["version"] + 3
    excluded = next(entry for entry in left["entries"] if entry["position"] is None)
    assert [(choice["kind"], choice["reason"]) for choice in excluded["choices"]] == [("exclude", "to exclude")]


def test_two_coordinators_one_is_told_and_loses_nothing(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *_ = people(drafted)
    assert choose(client, drafted, first, "exclude").status_code == 200
    late = choose(client, drafted, second, "exclude", reason="Đang chủ trì một dự án khác, rất bận.")
    assert (late.status_code, late.headers["etag"]) == (412, '"2"')
    assert late.json()["typed"]["reason"] == "Đang chủ trì một dự án khác, rất bận."
    assert choose(client, {**drafted, "version": 2}, second, "exclude").status_code == 200


def test_only_who_may_be_proposed_is_added(client: TestClient) -> None:
    opened = open_request(client)
    drafted = client.post(f"{API}/requests/{opened['id']}/shortlists", json={"length": 1}).json()
    tied, silent, unknown, listed = (choose(client, drafted, person, "add") for person in ("E1", "E6", "E9", people(drafted)[0]))
    assert [answer.status_code for answer in (tied, silent, unknown, listed)] == [409, 409, 404, 409]
    assert "E1 may not be proposed" in tied.json()["detail"]
    other = next(person for person in ("E2", "E3", "E4", "E5") if person not in people(drafted))
    assert people(choose(client, drafted, other, "add").json()) == [*people(drafted), other]


def test_wrong_decisions_are_refused(client: TestClient) -> None:
    drafted = draft(client)
    person = people(drafted)[0]
    answers = [
        choose(client, drafted, person, "move"),
        choose(client, drafted, person, "pin", place=2),
        choose(client, drafted, person, "pin", reason=""),
        choose(client, drafted, "E6", "pin"),
        choose(client, drafted, person, "pin", role="CA_PROJECT"),
    ]
    assert [answer.status_code for answer in answers] == [422] * 5


def test_asking_again_keeps_decisions(client: TestClient, world: Engine) -> None:
    drafted = draft(client)
    *_, last = people(drafted)
    pinned = choose(client, drafted, last, "pin").json()
    again = client.post(f"{API}/shortlists/{drafted['id']}/refresh", headers=version(pinned))
    assert people(again.json()) == people(pinned)


def test_findings_close_the_rules_that_only_people_judge(client: TestClient) -> None:
    drafted = draft(client)
    person, request = people(drafted)[0], drafted["request_id"]
    fields = {"role": "CE_PROJECT", "expert_id": person, "rule": "R-LEGAL", "finding": "met", "reason": "Seen.", "on_day": "2026-09-30"}
    found = client.post(f"{API}/requests/{request}/findings", json=fields)
    assert (found.status_code, found.json()["found_by"] != "") == (201, True)
    entry = client.get(f"{API}/shortlists/{drafted['id']}").json()["entries"][0]
    assert (entry["open_rules"], entry["findings"][0]["reason"]) == (["R-QUAL"], "Seen.")
    machine = client.post(f"{API}/requests/{request}/findings", json=fields | {"rule": "R-YEARS"})
    assert (machine.status_code, machine.json()["errors"][0]["field"]) == (422, "rule")


def test_missing_evidence_becomes_a_question_once(client: TestClient) -> None:
    drafted = draft(client)
    address = f"{API}/requests/{drafted['request_id']}/evidence-tasks"
    fields = {"role": "CE_PROJECT", "expert_id": people(drafted)[0], "rule": "R-LED"}
    assert [client.post(address, json=fields).status_code for _ in range(2)] == [201, 409]
    assert [task["rule_id"] for task in client.get(address).json()] == ["R-LED"]


def test_two_to_four_people_are_compared(client: TestClient) -> None:
    drafted = draft(client)
    first, second = people(drafted)[:2]
    address = f"{API}/shortlists/{drafted['id']}/comparison?role=CE_PROJECT"
    compared = client.get(f"{address}&expert={first}&expert={second}").json()
    assert [person["expert_id"] for person in compared["people"]] == [first, second]
    assert compared["people"][0]["kinds"] == {"position": 1, "programme": 2}
    assert client.get(f"{address}&expert={first}").status_code == 422
    assert client.get(f"{address}&expert={first}&expert=E6").status_code == 422
