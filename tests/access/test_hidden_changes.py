"""Every changing route, pages included, asked with ids of what the viewer may not see: nothing changes, and the answer is that of an id
that does not exist."""

from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.database import writing
from models.experts import Relation
from models.vocabulary import AccountRole, RelationKind, RelationStatus, Sensitivity
from tests.access.routes import changing_routes
from tests.access.sampling import sample
from tests.access.worlds import dump
from tests.service.selection.conftest import API, Act, act, client, kind, people, send_invitation, settings, signed, url, world

__all__ = ["act", "client", "kind", "settings", "url", "world"]
Ids = dict[str, str]
ROLE = {"role": "CE_PROJECT"}
OTHERS = {"expert_id": "E2", "evidence_id": "E2-09"}
WORDS = {
    "answer": "None.",
    "reason": "Seen.",
    "text": "None.",
    "open_rules_seen": True,
    "kind": "pin",
    "expert_id": "E2",
    "on_day": "2026-09-30",
}
VIEWERS: dict[str, tuple[list[AccountRole], dict[str, Any], set[str]]] = {
    "a coordinator without clearance": (
        [AccountRole.COORDINATOR],
        {},
        {"request_id", "shortlist_id", "message_id", "judgement_id", "task_id"},
    ),
    "the lead of another product": ([AccountRole.LEAD], {"led_products": ["P2"]}, {"request_id"}),
    "an expert who is not the person": ([AccountRole.EXPERT], {"expert_id": "E5"}, {"expert_id", "task_id"}),
}


def everything_about(client: TestClient, product: str, judged: str) -> Ids:
    """Make one of each thing that is about ``product``, and return the ids by the name that addresses give them."""
    done = signed(client, subject=product)
    first = people(done)[0]
    assert send_invitation(client, done["request_id"], first).status_code == 201
    message = client.get(f"{API}/messages").json()["items"][-1]
    asked = client.post(f"{API}/requests/{done['request_id']}/evidence-tasks", json={**ROLE, "rule": "R-YEARS", "expert_id": "E2"}).json()
    client.post(f"{API}/shortlists/{done['id']}/release")
    word = {"expert": judged, "relation": "adviser", "organisation": "B1", "subject": product, "verdict": "confirmed", "reason": "Seen."}
    judgement = client.post(f"{API}/conflicts/judgements", json=word)
    return {
        "request_id": done["request_id"],
        "shortlist_id": done["id"],
        "message_id": message["id"],
        "task_id": str(asked["id"]),
        "judgement_id": str(judgement.json()["id"]) if judgement.status_code == 201 else "1",
        **OTHERS,
    }


@pytest.fixture
def hidden(client: TestClient, world: Engine) -> tuple[Ids, Ids]:
    """What is about P1, which is restricted, and what is about P2, which is open."""
    with writing(world) as session:
        session.add(Relation(expert_id="E5", kind=RelationKind.ADVISER, organisation_id="B1", status=RelationStatus.CONFIRMED))
    found = everything_about(client, "P1", "E5"), everything_about(client, "P2", "E5")
    with writing(world) as session:
        session.execute(sa.update(Product).where(Product.id == "P1").values(sensitivity=Sensitivity.RESTRICTED))
    return found


def absent(name: str) -> str:
    return "E999999" if name == "expert_id" else "999999" if name in {"judgement_id", "task_id"} else "X20200101000000000000-00000000"


def named(path: str) -> list[str]:
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def body_of(description: dict[str, Any], method: str, path: str) -> Any:
    """Return a body that fits the route, so that it reaches what it is about."""
    content = description["paths"].get(path, {}).get(method.lower(), {}).get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None
    schema = content["application/json"]["schema"]
    while "$ref" in schema:
        schema = description["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    fitting = {name: value for name, value in WORDS.items() if name in schema.get("properties", {})}
    return sample(schema, description) | ({} if path.endswith("/feedback") else fitting)


def ask(client: TestClient, method: str, at: str, body: Any, api: bool) -> Response:
    if api:
        return client.request(method, at, json=body, headers={"If-Match": "*"})
    return client.request(method, at, data=WORDS | ROLE, headers={"Accept": "text/html"}, follow_redirects=False)


def told(answer: Response, absent_id: str, hidden_id: str) -> tuple[int, str]:
    """Return everything that a reader can see of an answer, as if it were about ``hidden_id``; absent ids stand nowhere else."""
    return answer.status_code, answer.text.replace(answer.headers["x-request-id"], "REQUEST").replace(absent_id, hidden_id)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_one_may_not_see_one_cannot_change(client: TestClient, act: Act, world: Engine, hidden: tuple[Ids, Ids], viewer: str) -> None:
    roles, permissions, unseen = VIEWERS[viewer]
    act(*roles, **permissions)
    ids, seen = hidden
    before, asked, description = dump(world), set(), client.get("/openapi.json").json()
    for method, path in sorted(changing_routes(client.app)):  # type: ignore[arg-type]
        for name in unseen.intersection(named(path)):
            rest = {other: seen.get(other, "1") for other in named(path)} | {"evidence_id": "E2-09"}
            body, api = body_of(description, method, path), path.startswith(API)
            answer, nothing = (
                ask(client, method, path.format(**rest | {name: identifier}), body, api) for identifier in (ids[name], absent(name))
            )
            assert told(answer, absent(name), ids[name]) == told(nothing, absent(name), ids[name]), (method, path, name)
            assert answer.status_code in {403, 404}, (method, path, name, answer.text)
            asked.add((name, answer.status_code))
    assert {(name, 404) for name in unseen} <= asked
    assert dump(world) == before
