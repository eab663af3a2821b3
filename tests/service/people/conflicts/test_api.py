from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import writing
from models.projects import InterestedParty
from models.vocabulary import Interest
from tests.conftest import both
from tests.consent_texts import PROOF
from tests.service.people.profiles.people import EXPERTS, add, add_organisation, wrong_fields

CHECK = "/api/v1/conflicts"
JUDGEMENTS = f"{CHECK}/judgements"
GIVEN = {"given": True, "text_version": "2026-01"} | PROOF
POSITION = {"kind": "position", "language": "en", "title": "Engineer", "starts": "2010-01-01", "organisation_id": "O1"}


@pytest.fixture
def database_kind() -> str:
    """What is not marked with ``both`` asks nothing of the database that another test does not."""
    return "sqlite"


@pytest.fixture
def database_url(catalogue_copy: str) -> str:
    return catalogue_copy


@pytest.fixture
def two_people(client: TestClient, engine: Engine) -> TestClient:
    """E000001 left O1, which bids for P01, two years ago; E000002 works there now. Neither has told of it."""
    add_organisation(engine, "O1")
    with writing(engine) as session:
        session.add(InterestedParty(product_id="P01", organisation_id="O1", interest=Interest.BIDDER))
    for fields in ({"ends": "2024-10-01"}, {}):
        address = f"{EXPERTS}/{add(client)}"
        client.put(f"{address}/consents/matching", json=GIVEN)
        assert client.post(f"{address}/evidence", json=POSITION | fields).status_code == 201
    return client


def check(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.get(CHECK, params={"expert": "E000001", **asked})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def evidence_of(client: TestClient, expert: str) -> str:
    (item,) = client.get(f"{EXPERTS}/{expert}/evidence").json()["items"]
    return str(item["id"])


def judge(client: TestClient, conflict: dict[str, Any], verdict: str, **changes: Any) -> dict[str, Any]:
    word = {name: conflict[name] for name in ("relation", "organisation", "other")} | {"expert": "E000001", "subject": "P01"}
    answer = client.post(JUDGEMENTS, json=word | {"verdict": verdict, "reason": "Seen the papers"} | changes)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.mark.parametrize("subject", ["P01", "H01-1", "G01"])
def test_an_employment_that_nobody_declared_is_detected(two_people: TestClient, subject: str) -> None:
    body = check(two_people, subject=subject)
    (conflict,) = body["conflicts"]
    assert body["in_conflict"]
    assert (conflict["status"], conflict["organisation_name"], conflict["subject"]) == ("detected", "Organisation O1", "P01")
    assert conflict["evidence"] == [evidence_of(two_people, "E000001")]
    since, tu = "from 1 Jan 2010 to 1 Oct 2024", "từ 01/01/2010 đến 01/10/2024"
    assert conflict["text"]["en"] == (
        f"Conflict of interest (detected in the evidence): employment with Organisation O1 ({since}), which bids for P01."
    )
    assert conflict["text"]["vi"] == (
        f"Xung đột lợi ích (phát hiện từ minh chứng): quan hệ công tác với Organisation O1 ({tu}), đơn vị dự thầu P01."
    )


def test_another_product_is_no_conflict(two_people: TestClient) -> None:
    body = check(two_people, subject="P02")
    assert (body["in_conflict"], body["conflicts"]) == (False, [])


@both
def test_two_people_share_an_employer_and_a_bond(two_people: TestClient) -> None:
    bond = {"kind": "supervisor", "other_expert_id": "E000001", "source": "a thesis"}
    two_people.post(f"{EXPERTS}/E000002/relations", json=bond)
    conflicts = check(two_people, other="E000002")["conflicts"]
    assert [(one["relation"], one["other"], one["status"]) for one in conflicts] == [
        ("supervisor", "E000002", "declared"),
        ("employer", "E000002", "detected"),
    ]
    assert conflicts[0]["text"]["en"].endswith("supervision with Nguyễn Văn An (from an unknown date to now). Source: a thesis.")
    through = check(two_people, subject="P01")["conflicts"][1]
    assert (through["relation"], through["other"], through["organisation"], through["their_starts"]) == (
        "supervisor",
        "E000002",
        "O1",
        "2010-01-01",
    )


def own_id(client: TestClient) -> str:
    return str(client.get("/api/v1/me").json()["id"])


def test_a_judgement_and_its_end_are_events_without_the_reason(two_people: TestClient, auditor: dict[str, str]) -> None:
    (conflict,) = check(two_people, subject="P01")["conflicts"]
    made = judge(two_people, conflict, "dismissed")
    two_people.post(f"{JUDGEMENTS}/{made['id']}/lift")
    asked = {"object_kind": "conflict_judgement", "object_id": str(made["id"])}
    events = two_people.get("/api/v1/audit", params=asked, headers=auditor).json()["items"]
    assert [(event["action"], event["actor"]) for event in events] == [
        ("conflict_judged", own_id(two_people)),
        ("conflict_judgement_lifted", own_id(two_people)),
    ]
    assert events[0]["details"] == {"expert": "E000001", "subject": "P01", "verdict": "dismissed"}


@both
def test_a_dismissal_wins_until_it_is_lifted(two_people: TestClient) -> None:
    me = own_id(two_people)
    (conflict,) = check(two_people, subject="P01")["conflicts"]
    made = judge(two_people, conflict, "dismissed")
    body = check(two_people, subject="P01")
    assert (body["in_conflict"], body["conflicts"][0]["status"]) == (False, "dismissed")
    assert body["conflicts"][0]["judgement"] == {"judged_by": me, "judged_on": "2026-10-01", "reason": "Seen the papers"}
    lifted = two_people.post(f"{JUDGEMENTS}/{made['id']}/lift")
    assert (lifted.status_code, lifted.json()["lifted_by"]) == (200, me)
    assert check(two_people, subject="P01")["in_conflict"]
    assert two_people.post(f"{JUDGEMENTS}/{made['id']}/lift").status_code == 409


@both
def test_a_confirmation_outlasts_the_evidence_and_replaces_a_dismissal(two_people: TestClient) -> None:
    me = own_id(two_people)
    (conflict,) = check(two_people, subject="P01")["conflicts"]
    judge(two_people, conflict, "dismissed")
    judge(two_people, conflict, "confirmed")
    listed = two_people.get(JUDGEMENTS, params={"expert": "E000001"}).json()["items"]
    assert [(one["verdict"], one["lifted_by"]) for one in listed] == [("dismissed", me), ("confirmed", None)]
    etag = two_people.get(f"{EXPERTS}/E000001").headers["etag"]
    assert (
        two_people.delete(f"{EXPERTS}/E000001/evidence/{evidence_of(two_people, 'E000001')}", headers={"If-Match": etag}).status_code == 204
    )
    (pinned,) = check(two_people, subject="P01")["conflicts"]
    assert (pinned["status"], pinned["organisation_name"]) == ("confirmed", "Organisation O1")
    assert pinned["text"]["en"].endswith(f"Confirmed by {me} on 1 Oct 2026: Seen the papers.")


def test_a_judgement_between_two_people_holds_whoever_is_asked_about(two_people: TestClient) -> None:
    (shared,) = check(two_people, other="E000002")["conflicts"]
    judge(two_people, shared, "dismissed", expert="E000002", other="E000001", subject=None)
    for asked in ({"expert": "E000001", "other": "E000002"}, {"expert": "E000002", "other": "E000001"}):
        assert not check(two_people, **asked)["in_conflict"]
    assert two_people.get(JUDGEMENTS, params={"expert": "E000002"}).json()["total"] == 1


def test_a_cooled_conflict_is_shown_when_asked_for_and_can_be_confirmed(two_people: TestClient) -> None:
    two_people.app.state.services.settings = two_people.app.state.services.settings.model_copy(
        update={"cooling_off_months": {"employer": 12}}
    )  # type: ignore[attr-defined]
    assert check(two_people, subject="P01")["conflicts"] == []
    (cooled,) = check(two_people, subject="P01", cooled_off=True)["conflicts"]
    judge(two_people, cooled, "confirmed")
    assert check(two_people, subject="P01")["in_conflict"]


def test_what_no_check_finds_cannot_be_judged(two_people: TestClient) -> None:
    word = {"expert": "E000001", "relation": "family", "organisation": "O1", "subject": "P01", "verdict": "dismissed"}
    word |= {"reason": "none"}
    assert wrong_fields(two_people.post(JUDGEMENTS, json=word)) == ["relation"]
    assert wrong_fields(two_people.post(JUDGEMENTS, json=word | {"reason": " "})) == ["reason"]
    assert wrong_fields(two_people.post(JUDGEMENTS, json=word | {"verdict": "declared"})) == ["verdict"]
    assert wrong_fields(two_people.post(JUDGEMENTS, json=word | {"subject": None})) == ["subject"]
    assert two_people.post(JUDGEMENTS, json=word | {"subject": "P99"}).status_code == 404
    assert two_people.post(f"{JUDGEMENTS}/9/lift").status_code == 404


def test_after_an_objection_nothing_is_checked(two_people: TestClient) -> None:
    assert two_people.put(f"{EXPERTS}/E000001/stops/objection", json={"stopped": True}).status_code == 200
    assert two_people.get(CHECK, params={"expert": "E000001", "subject": "P01"}).status_code == 409


def test_without_consent_nothing_is_checked(two_people: TestClient) -> None:
    two_people.put(f"{EXPERTS}/E000002/consents/matching", json={"given": False})
    for asked in ({"expert": "E000002", "subject": "P01"}, {"expert": "E000001", "other": "E000002"}):
        answer = two_people.get(CHECK, params=asked)
        assert (answer.status_code, answer.json()["code"]) == (409, "matching_not_consented")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 422),
        ({"other": "E000001"}, 422),
        ({"subject": "P01", "other": "E000002"}, 422),
        ({"subject": "P99"}, 404),
        ({"other": "E999999"}, 404),
    ],
)
def test_a_wrong_question_is_refused(two_people: TestClient, asked: dict[str, str], status: int) -> None:
    assert two_people.get(CHECK, params={"expert": "E000001", **asked}).status_code == status
    assert two_people.get(CHECK, params={"expert": "E999999", "subject": "P01"}).status_code == 404
