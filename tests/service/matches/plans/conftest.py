"""A client that may write, on a copy of the synthetic world, and a plan over some products with people."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.catalogue import Product
from models.database import make_engine, writing
from models.experts import Consent, Expert, NetworkState
from models.vocabulary import AccountRole, ConsentPurpose, Sensitivity
from service.kit.settings import utc_now
from tests.accounts import key_header
from tests.applications import running_client
from tests.service.synthetic_world import WORLD, load_world, world_settings
from tests.worlds import Worlds

PLANS = "/api/v1/plans"
Body = dict[str, Any]


def coordinator(url: str) -> dict[str, str]:
    """Return the header of a coordinator with clearance."""
    return key_header(url, AccountRole.COORDINATOR, cleared=True)


@pytest.fixture(scope="package")
def plans_url(shared_kind: str, worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a world whose plans may be added to."""
    if shared_kind == "sqlite":
        yield worlds.copied(tmp_path_factory.mktemp("plans") / "plans.sqlite3", WORLD, load_world)
        return
    with worlds.cloned(WORLD, load_world) as url:
        yield url


@pytest.fixture(scope="package")
def planner(plans_url: str) -> Iterator[TestClient]:
    with running_client(world_settings(plans_url), headers=coordinator(plans_url)) as client:
        yield client


@pytest.fixture
def own_planner(world_copy: str) -> Iterator[TestClient]:
    """A client on a world of its own, whose people a test may change."""
    with running_client(world_settings(world_copy), headers=coordinator(world_copy)) as client:
        yield client


@pytest.fixture
def withdraw(world_copy: str) -> Callable[[str], None]:
    """A function that withdraws somebody's consent to matching in that world."""

    def call(person: str) -> None:
        engine = make_engine(world_copy)
        _withdraw(engine, person)
        engine.dispose()

    return call


def _withdraw(engine: Engine, person: str) -> None:
    with writing(engine) as session:
        state = session.get_one(NetworkState, 1)
        state.expert_changes += 1
        session.get_one(Expert, person).change_number = state.expert_changes
        session.get_one(Consent, (person, ConsentPurpose.MATCHING)).withdrawn_at = utc_now()


def made(client: TestClient, address: str = PLANS, status: int = 201, **fields: Any) -> Body:
    answer = client.post(address, json=fields)
    assert answer.status_code == status, answer.text
    body: Body = answer.json()
    return body


def got(client: TestClient, address: str, **parameters: Any) -> Any:
    answer = client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def holders(plan: Body) -> dict[str, list[str]]:
    """Return the ids of the people of every seat."""
    return {seat["id"]: [one["person"]["id"] for one in seat["people"]] for subject in plan["subjects"] for seat in subject["seats"]}


def standing_by(plan: Body) -> dict[str, list[str]]:
    return {seat["id"]: [one["person"]["id"] for one in seat["alternates"]] for subject in plan["subjects"] for seat in subject["seats"]}


def pin(person: str, seat: str) -> Body:
    subject, _, role = seat.rpartition(":")
    return {"person": person, "subject": subject, "role": role}


def names(plan: Body) -> dict[str, str]:
    """Return what everybody in a seat of the plan is called."""
    people = [one["person"] for subject in plan["subjects"] for seat in subject["seats"] for one in seat["people"]]
    return {person["id"]: person["display_name"] for person in people}


def restrict(url: str, product: str) -> None:
    """Make a product restricted."""
    engine = make_engine(url)
    with writing(engine) as session:
        session.get_one(Product, product).sensitivity = Sensitivity.RESTRICTED
        session.get_one(NetworkState, 1).catalogue_changes += 1
    engine.dispose()
