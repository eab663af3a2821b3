"""Requests and shortlists over the small world, whose rules are loose enough that somebody fits."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from matching.signals import person, topical
from models.database import make_engine, writing
from models.experts import Evidence
from models.rules import EligibilityRule, Role, SignalWeight, WeightSet
from models.vocabulary import AccountRole, EvidenceKind, Outcome, RoleCode, RoleFamily, RuleKind
from service.kit.actor import Actor, present
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.matches.network.conftest import read_everybody, store
from tests.service.matches.network.small_world import SOURCE, catalogue, rule
from tests.service.matches.network.small_world import people as people_of_the_world
from tests.service.synthetic_world import checkpoint
from tests.worlds import Worlds

NOW = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
BY = Actor("a-coordinator", NOW)
API = "/api/v1"
Act = Callable[..., None]


both = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
"""For tests of what a database does; the rest run on copies of one SQLite file, because fitting takes a while."""


@pytest.fixture
def kind() -> str:
    return "sqlite"


@pytest.fixture
def url(kind: str, worlds: Worlds, tmp_path: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield worlds.copied(tmp_path / "world.sqlite3", "shortlists", load)
        return
    with worlds.cloned("shortlists", load) as found:
        yield found


@pytest.fixture
def world(url: str) -> Iterator[Engine]:
    """The small world in which everybody worked long enough; E2 to E5 fit, E1 has a conflict, E6 did not consent."""
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def settings(url: str) -> Settings:
    return Settings(database_url=url, selection_date=date(2026, 10, 1), run_worker=False, real_people="no")


def load(url: str) -> None:
    engine = make_engine(url)
    store(engine, [*catalogue(), *people_of_the_world(), _positions(), _weights(), _signals(), human_rules(), _roles()])
    with writing(engine) as session:
        session.execute(sa.update(Evidence).values(outcome=Outcome.APPLIED))
        session.execute(sa.update(EligibilityRule).where(EligibilityRule.rule_id == "R-YEARS").values(minimum=3))
    read_everybody(engine)
    checkpoint(engine)
    engine.dispose()


def _positions() -> list[Evidence]:
    return [
        Evidence(
            id=f"E{number}-09",
            expert_id=f"E{number}",
            kind=EvidenceKind.POSITION,
            language="en",
            title="Chief engineer of sensing",
            text="Sensing and control.",
            starts=date(2010, 1, 1),
            counts_as_innovation_work=True,
        )
        for number in range(1, 7)
    ]


def _weights() -> list[WeightSet]:
    bands = {"fits": 0.01, "good": 0.5, "strong": 0.8, "tie": 0.0, "current": True, "basis_en": "a test", "basis_vi": "kiểm thử"}
    return [WeightSet(version="W1", family=family, **bands) for family in RoleFamily]


def _signals() -> list[SignalWeight]:
    weights = {topical.CODE: 0.5, person.LANGUAGE: 0.5}
    return [
        SignalWeight(version="W1", family=family, signal=signal, weight=weight)
        for family in RoleFamily
        for signal, weight in weights.items()
    ]


def _roles() -> list[Role]:
    texts = {f"{name}_{language}": f"{name} {language}" for name in ("name", "scope", "decider") for language in ("en", "vi")}
    return [Role(code=code, **texts, **SOURCE) for code in RoleCode]


def human_rules() -> list[EligibilityRule]:
    rules = [rule("NEW", name, 0) for name in ("R-LEGAL", "R-QUAL")]
    rules[0].kind, rules[1].kind = RuleKind.HUMAN_ONLY, RuleKind.EVIDENCE_HUMAN
    return rules


@pytest.fixture
def client(world: Engine, settings: Settings, client_for: ClientFor) -> TestClient:
    """A client at a fixed moment on the small world."""
    client = client_for(settings)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    return client


@pytest.fixture
def act(client: TestClient, url: str) -> Act:
    """A function that lets the client act as a new account with roles."""

    def become(*roles: AccountRole, **permissions: Any) -> None:
        client.headers.update(key_header(url, *roles, **permissions))

    return become


def open_request(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = client.post(f"{API}/requests", json={"subject": "P1", "roles": [RoleCode.CE_PROJECT], **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def draft(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = client.post(f"{API}/requests/{open_request(client, **fields)['id']}/shortlists", json={})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def choose(client: TestClient, shortlist: dict[str, Any], expert_id: str, kind: str, **more: Any) -> Any:
    body = {"role": "CE_PROJECT", "expert_id": expert_id, "kind": kind, "reason": f"to {kind}", **more}
    return client.post(f"{API}/shortlists/{shortlist['id']}/choices", json=body, headers=version(shortlist))


def sign(client: TestClient, shortlist: dict[str, Any], **more: Any) -> Any:
    body = {"reason": "Checked with the host.", "open_rules_seen": True, **more}
    return client.post(f"{API}/shortlists/{shortlist['id']}/signatures", json=body, headers=version(shortlist))


def signed(client: TestClient, **fields: Any) -> dict[str, Any]:
    answer = sign(client, draft(client, **fields))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def version(thing: dict[str, Any]) -> dict[str, str]:
    return {"If-Match": f'"{thing["version"]}"'}


def people(shortlist: dict[str, Any]) -> list[str]:
    return [entry["expert_id"] for entry in shortlist["entries"] if entry["position"]]


def invite(client: TestClient, request_id: str, expert_id: str, **more: Any) -> str:
    """Invite somebody and return the token of the link in the message."""
    answer = send_invitation(client, request_id, expert_id, **more)
    assert answer.status_code == 201, answer.text
    return token_for(client, expert_id)


def send_invitation(client: TestClient, request_id: str, expert_id: str, **more: Any) -> Any:
    body = {"role": "CE_PROJECT", "expert_id": expert_id, "answer_by": "2026-10-20", **more}
    return client.post(f"{API}/requests/{request_id}/invitations", json=body)


def token_for(client: TestClient, expert_id: str) -> str:
    messages = [one for one in client.get(f"{API}/messages?waiting=true&limit=200").json()["items"] if one["expert_id"] == expert_id]
    (token,) = re.findall(r"/invited/(\S+)", messages[-1]["body"])
    return str(token)
