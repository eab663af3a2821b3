"""A coordinator who is an expert as well decides about neither themselves nor those who stand on a list with them.

Every changing route of the duties of coordinators and leads is asked, by E3, who stands on the lists of the small world. A route that is
not named here fails the first test.
"""

from datetime import date
from itertools import count
from typing import Any

import hypothesis
import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.accounts import RoleGrant
from models.data_requests import DataRequest
from models.database import writing
from models.experts import Relation
from models.pairs import PairWeightSet
from models.vocabulary import AccountRole, DataRequestKind, RelationKind, RelationStatus
from service.identity.access.own_case import about_viewer
from service.identity.access.policies import Operation
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from tests.access.routes import changing_routes
from tests.access.worlds import dump
from tests.accounts import LONG_AGO, key_header
from tests.service.selection.conftest import (
    API,
    NOW,
    Act,
    act,
    client,
    kind,
    people,
    send_invitation,
    settings,
    signed,
    url,
    world,
)

__all__ = ["act", "client", "kind", "settings", "url", "world"]
OWN, RIVAL = "E3", "E2"
NUMBERS = count()
DUTIES = {
    Operation.VOUCH,
    Operation.OPEN_SELECTIONS,
    Operation.EDIT_DRAFTS,
    Operation.RECORD_FINDINGS,
    Operation.SIGN,
    Operation.RELEASE,
    Operation.GIVE_FEEDBACK,
    Operation.INVITE,
    Operation.RECORD_STEPS,
    Operation.JUDGE_CONFLICTS,
    Operation.MAKE_PLANS,
    Operation.FULFIL_DUTIES,
}
ABOUT_NOBODY = {
    "POST /api/v1/requests": "nobody stands in a request that is not there yet",
    "POST /requests": "nobody stands in a request that is not there yet",
    "POST /requests/drafts": "nobody stands in a request that is not there yet",
    "POST /requests/new": "nobody stands in a request that is not there yet",
    "POST /api/v1/requests/proposals": "capabilities are read out of a text",
    "POST /api/v1/requests/{request_id}/shortlists": "the recommender says who is on a new draft",
    "POST /requests/{request_id}/shortlists": "the recommender says who is on a new draft",
    "POST /plans/new": "its form names no people: they are put into seats on the board",
    "POST /api/v1/incidents": "a breach is about nobody alone",
    "POST /api/v1/incidents/{incident_id}/notice": "a breach is about nobody alone",
    "POST /api/v1/incidents/{incident_id}/people": "whom a breach touches is a fact, and decides about nobody",
    "POST /api/v1/processing-reviews": "a review is about nobody",
}
ROLE = {"role": "CE_PROJECT"}
CHOICE = {**ROLE, "reason": "Because."}
FINDING = {**ROLE, "rule": "R-QUAL", "finding": "met", "reason": "Seen.", "on_day": "2026-09-30"}
JUDGEMENT = {name: FINDING[name] for name in ("finding", "reason", "on_day")}
STEP = {**ROLE, "to": "WITHDRAWN", "on_day": "2026-09-30"}
SIGNATURE = {"reason": "Seen.", "open_rules_seen": True}
JUDGED = {"relation": "adviser", "organisation": "B1", "subject": "P1", "verdict": "dismissed", "reason": "Long over."}
TIE = {"relation": "co_author", "verdict": "dismissed", "reason": "Long over."}
SEATS = {"seats": [{"subject": "P1", **ROLE}], "alternates": 0}
DAYS = {"acknowledge_by": date(2026, 10, 3), "due_on": date(2026, 10, 20)}
PLACE = {"subject": "P1", **ROLE}
INVITED = {**ROLE, "answer_by": "2026-10-20"}
VERIFIED = {"verification": "verified", "verified_by": "me", "verified_on": "2026-09-01"}

LIST, REQUEST, PLANS = "/shortlists/{shortlist_id}", "/requests/{request_id}", "/plans/{plan_id}"
Case = tuple[str, str, Any, int]
CASES: list[Case] = [
    *(("POST", f"{API}{LIST}/choices", CHOICE | what, 403) for what in (
        {"kind": "move", "place": 1, "expert_id": OWN},
        {"kind": "pin", "expert_id": OWN},
        {"kind": "exclude", "expert_id": RIVAL},
        {"kind": "move", "place": 9, "expert_id": RIVAL},
    )),
    ("POST", f"{LIST}/choices", CHOICE | {"kind": "exclude", "expert_id": RIVAL, "version": "{version}"}, 403),
    ("PATCH", f"{API}{REQUEST}", {"seats": 3}, 403),
    ("POST", f"{REQUEST}/changes", {"seats": "3", "version": "{request_version}"}, 403),
    ("POST", f"{LIST}/undo", {"version": "{version}"}, 403),
    ("POST", f"{LIST}/trials", {"role": "CE_PROJECT"}, 403),
    ("POST", f"{API}{LIST}/refresh", None, 403),
    ("POST", f"{LIST}/refresh", {"version": "{version}"}, 403),
    *(("POST", f"{prefix}{REQUEST}/findings", FINDING | {"expert_id": person}, 403) for prefix in (API,) for person in (OWN, RIVAL)),
    *(("POST", f"{LIST}/findings", JUDGEMENT | {"cell": f"CE_PROJECT|{who}|R-QUAL"}, 403) for who in (OWN, RIVAL, "*")),
    *(("POST", f"{API}{REQUEST}/evidence-tasks", {**ROLE, "rule": "R-YEARS", "expert_id": person}, 403) for person in (OWN, RIVAL)),
    ("POST", f"{LIST}/evidence-tasks", {**ROLE, "rule": "R-YEARS", "expert_id": OWN}, 403),
    ("POST", f"{LIST}/evidence/{{expert_id}}/{{evidence_id}}", {**VERIFIED, "version": "{expert_version}"}, 403),
    ("POST", f"{API}{LIST}/signatures", SIGNATURE, 409),
    ("POST", f"{LIST}/signatures", {"reason": "Seen.", "open_rules_seen": "true", "final": "true", "version": "{version}"}, 409),
    ("DELETE", f"{API}{LIST}/signatures", None, 403),
    ("POST", f"{LIST}/reopening", {"version": "{version}"}, 403),
    ("POST", f"{API}{LIST}/release", None, 403),
    ("POST", f"{LIST}/release", None, 403),
    ("POST", f"{API}{REQUEST}/released/feedback", {"kind": "more_wanted", "reason": "too_few"}, 403),
    ("POST", f"{REQUEST}/released", {"kind": "more_wanted", "reason": "too_few"}, 403),
    *(("POST", f"{API}{REQUEST}/invitations", INVITED | {"expert_id": person}, 403) for person in (OWN, RIVAL)),
    ("POST", f"{REQUEST}/invitations", INVITED | {"expert_id": OWN}, 403),
    *(("POST", f"{place}/messages/{{message_id}}/{act}", None, 403) for place in (API, REQUEST) for act in ("sent", "again")),
    *(("POST", f"{API}{REQUEST}/steps", STEP | {"expert_id": person}, 403) for person in (OWN, RIVAL)),
    ("POST", f"{REQUEST}/steps", {"to": "WITHDRAWN", "on_day": "2026-09-30", "about": f"CE_PROJECT:{RIVAL}"}, 403),
    ("POST", f"{API}/conflicts/judgements", JUDGED | {"expert": OWN}, 403),
    ("POST", f"{API}/conflicts/judgements", TIE | {"expert": RIVAL, "other": OWN}, 403),
    ("POST", f"{API}/conflicts/judgements", TIE | {"expert": OWN, "other": RIVAL}, 403),
    ("POST", f"{API}/conflicts/judgements/{{judgement_id}}/lift", None, 403),
    *(("POST", f"{API}/plans", SEATS | rule, 403) for rule in (
        {"pins": [PLACE | {"person": OWN}]},
        {"exclusions": [{"person": OWN}]},
        {"capacities": [{"person": OWN, "seats": 3}]},
    )),
    ("POST", f"{API}/plans/from-csv", f"subject,role,pairs,alternates,person,pin\nP1,CE_PROJECT,1,0,{OWN},yes\n", 403),
    ("POST", f"{PLANS}/board", {"pin": f"{OWN}:P1:CE_PROJECT", "do": "make"}, 403),
    ("POST", f"{API}{PLANS}/repair", {"declined": [{"person": OWN}]}, 403),
    ("POST", f"{PLANS}/repair", {"declined": OWN}, 403),
    ("POST", f"{API}{PLANS}/adopt", None, 403),
    ("POST", f"{API}{PLANS}/adoption/undo", None, 403),
    ("POST", f"{PLANS}/adopt", None, 403),
    ("POST", f"{PLANS}/undo", None, 403),
    ("POST", f"{API}/data-requests/{{data_request_id}}/steps", {"to": "done", "owner": "me", "text": "Done."}, 403),
    ("POST", "/data-requests/{data_request_id}", {"to": "acknowledged", "version": "1"}, 403),
    ("POST", f"{API}/incidents/{{incident_id}}/people/{{expert_id}}/told", None, 403),
    ("POST", f"{API}/retention-deadlines", {"expert_id": OWN}, 403),
    ("POST", f"{API}/retention-deadlines/{{deadline_id}}/end", None, 403),
    ("DELETE", f"{API}/experts/{{expert_id}}?reason=request", None, 403),
    *(("POST", f"{prefix}/import-notices/{{expert_id}}/{what}", None, 403) for prefix in (API, "") for what in ("sent", "warned")),
    # Of what everybody may do to the own profile, nothing that only somebody else may vouch for.
    ("PATCH", f"{API}/experts/{{expert_id}}/evidence/{{evidence_id}}", VERIFIED, 422),
    ("POST", f"{API}/experts/{{expert_id}}/evidence", {"kind": "award", "language": "en", "title": "A", **VERIFIED}, 422),
    ("POST", f"{API}/experts/{{expert_id}}/evidence-tasks/{{task_id}}/answer",
     {"item": {"kind": "award", "language": "en", "title": "A", **VERIFIED}}, 422),
    ("POST", f"{API}/experts/{{expert_id}}/relations", {"kind": "adviser", "organisation_id": "B1", "status": "dismissed"}, 422),
    ("POST", f"{API}/experts/{RIVAL}/relations", {"kind": "co_author", "other_expert_id": OWN}, 403),
    ("DELETE", f"{API}/experts/{{expert_id}}/relations/{{relation_id}}", None, 403),
]  # fmt: skip


def address(path: str) -> str:
    """Return the address of a case as the application names it."""
    return path.partition("?")[0].replace("{data_request_id}", "{request_id}")


def test_every_duty_that_is_about_somebody_is_asked(client: TestClient) -> None:
    duties = {f"{method} {path}" for (method, path), operation in changing_routes(client.app).items() if operation in DUTIES}  # type: ignore[arg-type]
    asked = {f"{method} {address(path)}" for method, path, _, _ in CASES}
    assert duties - asked == ABOUT_NOBODY.keys()


def test_what_is_about_the_viewer() -> None:
    viewers = (Viewer(account_id="a", expert_id=OWN), Actor("a", LONG_AGO, OWN))
    assert [about_viewer(viewer, RIVAL, OWN) for viewer in viewers] == [True, True]
    assert [about_viewer(viewer, RIVAL, None) for viewer in viewers] == [False, False]
    assert about_viewer(Viewer(), None) is False


def made(client: TestClient, path: str, body: Any) -> dict[str, Any]:
    answer = client.post(f"{API}{path}", json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


@pytest.fixture
def ids(client: TestClient, world: Engine) -> dict[str, str]:
    """Everything that another coordinator made of E3, by the name that addresses give it."""
    with writing(world) as session:
        session.add(Relation(expert_id=OWN, kind=RelationKind.ADVISER, organisation_id="B1", status=RelationStatus.CONFIRMED))
        session.add(Relation(expert_id=RIVAL, kind=RelationKind.CO_AUTHOR, other_expert_id=OWN, status=RelationStatus.CONFIRMED))
        session.add(PairWeightSet(version="1", tie=0.0, current=True, basis_en="a test", basis_vi="kiểm thử"))
        session.add(DataRequest(id="R1", kind=DataRequestKind.ERASURE, expert_id=OWN, received_at=NOW, **DAYS))
    judgement = made(client, "/conflicts/judgements", JUDGED | {"expert": OWN})
    plan = made(client, "/plans", SEATS | {"pins": [PLACE | {"person": OWN}]})
    done = signed(client)
    assert {OWN, RIVAL} <= set(people(done))
    assert send_invitation(client, done["request_id"], OWN).status_code == 201
    (message,) = client.get(f"{API}/messages").json()["items"]
    task = made(client, f"/requests/{done['request_id']}/evidence-tasks", {**ROLE, "rule": "R-YEARS", "expert_id": OWN})
    client.post(f"{API}/shortlists/{done['id']}/release")
    drafted = made(client, f"/requests/{done['request_id']}/shortlists", {})
    pinned = CHOICE | {"kind": "pin", "expert_id": RIVAL}
    drafted = client.post(f"{API}/shortlists/{drafted['id']}/choices", json=pinned, headers={"If-Match": "*"}).json()
    deadline = made(client, "/retention-deadlines", {"expert_id": OWN})
    incident = made(client, "/incidents", {"description": "A laptop was lost."})
    client.post(f"{API}/incidents/{incident['id']}/people", json={"expert_ids": [OWN]})
    relation = client.get(f"{API}/experts/{OWN}/relations").json()["items"][-1]
    return {
        "shortlist_id": drafted["id"],
        "version": str(drafted["version"]),
        "request_id": done["request_id"],
        "request_version": client.get(f"{API}/requests/{done['request_id']}").headers["ETag"].strip('"'),
        "message_id": message["id"],
        "judgement_id": str(judgement["id"]),
        "plan_id": plan["id"],
        "task_id": str(task["id"]),
        "data_request_id": "R1",
        "deadline_id": str(deadline["id"]),
        "incident_id": incident["id"],
        "relation_id": str(relation["id"]),
        "expert_id": OWN,
        "expert_version": client.get(f"{API}/experts/{OWN}").headers["ETag"].strip('"'),
        "evidence_id": f"{OWN}-09",
    }


def ask(client: TestClient, case: Case, ids: dict[str, str]) -> int:
    method, path, body, _ = case
    at = path.format(**ids)
    if isinstance(body, str):
        return client.request(method, at, content=body, headers={"Content-Type": "text/csv"}).status_code
    if path.startswith(API):
        return client.request(method, at, json=body, headers={"If-Match": "*"}).status_code
    typed = {name: value.format(**ids) for name, value in (body or {}).items()}
    return client.request(method, at, data=typed, headers={"Accept": "text/html"}, follow_redirects=False).status_code


def test_nobody_decides_about_themselves_nor_their_rivals(client: TestClient, act: Act, world: Engine, ids: dict[str, str]) -> None:
    act(AccountRole.COORDINATOR, AccountRole.EXPERT, AccountRole.LEAD, expert_id=OWN, led_products=["P1"])
    before = dump(world)
    answers = {f"{case[0]} {case[1]} {case[2]}": (ask(client, case, ids), case[3]) for case in CASES}
    assert {name: got for name, (got, wanted) in answers.items() if got != wanted} == {}
    assert changed(before, dump(world)) == set()


OTHERS = sorted(set(AccountRole) - {AccountRole.EXPERT})


@given(roles=st.sets(st.sampled_from(OTHERS)), cases=st.lists(st.sampled_from(CASES), min_size=1, max_size=6))
@hypothesis.settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_roles_add_up_to_a_decision_about_oneself(
    client: TestClient, act: Act, ids: dict[str, str], roles: set[AccountRole], cases: list[Case]
) -> None:
    led = {"led_products": ["P1"]} if AccountRole.LEAD in roles else {}
    number = next(NUMBERS)
    with writing(client.app.state.services.engine) as session:  # type: ignore[attr-defined]
        session.execute(sa.delete(RoleGrant).where(col(RoleGrant.expert_id) == OWN))  # a profile has one account
    act(*roles, AccountRole.EXPERT, expert_id=OWN, email=f"several{number}@test.example", **led)
    for case in cases:
        assert ask(client, case, ids) in {403, 404, 409, 422}, (sorted(roles), case)


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_the_own_profile_stays_ones_own(client: TestClient, act: Act, world: Engine) -> None:
    act(AccountRole.COORDINATOR, AccountRole.EXPERT, expert_id=OWN)
    at = f"{API}/experts/{OWN}"
    words = [
        client.patch(at, json={"country": "DE"}, headers={"If-Match": "*"}),
        client.patch(f"{at}/evidence/{OWN}-09", json={"title": "Chief"}, headers={"If-Match": "*"}),
        client.put(f"{at}/willingness/CE_PROJECT", json={"willing": True}),
        client.put(f"{at}/consents/matching", json={"given": False}),
    ]
    assert [word.status_code for word in words] == [200, 200, 200, 200]


def test_a_change_of_ones_own_verified_item_is_a_declaration_again(client: TestClient, act: Act, url: str) -> None:
    at, match = f"{API}/experts/{OWN}/evidence/{OWN}-09", {"If-Match": "*"}
    assert client.patch(at, json=VERIFIED, headers=match).json()["verification"] == "verified"
    both = key_header(url, AccountRole.COORDINATOR, AccountRole.EXPERT, expert_id=OWN)
    assert client.patch(at, json={"title": "Chief"}, headers=both | match).json()["verification"] == "declared"
