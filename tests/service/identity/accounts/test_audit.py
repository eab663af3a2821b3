"""Every change of an account, its sessions and its keys is an event, written with it, that names ids alone."""

import json
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.accounts import Account
from models.audit import AuditEvent
from models.database import reading
from models.vocabulary import AccountRole
from service.kit.settings import Settings
from tests.accounts import add_account
from tests.conftest import ClientFor, both
from tests.service.identity.accounts.conftest import EMAIL, PASSWORD

ACCOUNTS = "/api/v1/accounts"
CURRENT = {"If-Match": "*"}


@pytest.fixture
def administrator(settings: Settings, client_for: ClientFor) -> TestClient:
    return client_for(settings, role=AccountRole.ADMINISTRATOR)


def events(engine: Engine, account_id: str) -> list[AuditEvent]:
    with reading(engine) as session:
        about = (col(AuditEvent.object_kind) == "account", col(AuditEvent.object_id) == account_id)
        return list(session.scalars(sa.select(AuditEvent).where(*about).order_by(col(AuditEvent.sequence))))


def told(engine: Engine, account_id: str) -> list[tuple[str, dict[str, Any]]]:
    return [(event.action, event.details) for event in events(engine, account_id)]


@both
def test_what_an_administrator_does_to_an_account_is_recorded(administrator: TestClient, engine: Engine) -> None:
    new = {"email": EMAIL, "display_name": "Lê Văn Cường", "roles": ["auditor"]}
    account = administrator.post(ACCOUNTS, json=new).json()["id"]
    address = f"{ACCOUNTS}/{account}"
    administrator.patch(address, json={"permissions": {"roles": ["coordinator"]}, "display_name": "Cường"}, headers=CURRENT)
    administrator.patch(address, json={"disabled": True}, headers=CURRENT)
    found = told(engine, account)
    assert [action for action, _ in found] == [
        "account_created",
        "role_granted",
        "account_changed",
        "account_invited",
        "account_changed",
        "role_removed",
        "role_granted",
        "account_changed",
        "account_disabled",
    ]
    assert (found[1][1], found[4][1], found[5][1]) == ({"role": "auditor"}, {"fields": ["display_name"]}, {"role": "auditor"})
    me = administrator.get("/api/v1/me").json()["id"]
    assert {event.actor for event in events(engine, account)} == {me}
    assert [secret for secret in (EMAIL, "Cường") if secret in json.dumps(found, ensure_ascii=False)] == []


def test_a_refused_change_leaves_no_event(administrator: TestClient, engine: Engine) -> None:
    me = administrator.get("/api/v1/me").json()["id"]
    before = told(engine, me)
    assert administrator.patch(f"{ACCOUNTS}/{me}", json={"disabled": True}, headers=CURRENT).status_code == 409
    assert told(engine, me) == before


@both
def test_what_owners_do_with_sessions_and_keys_is_recorded(browser: TestClient, owner: Account, engine: Engine) -> None:
    browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    key = browser.post("/api/v1/me/keys", json={"label": "my secret purpose", "days": 3}).json()["id"]
    browser.delete(f"/api/v1/me/keys/{key}")
    session = browser.get("/api/v1/me/sessions").json()["items"][0]["id"]
    browser.post("/sign-out")
    found = told(engine, owner.id)
    assert (found[-4][0], found[-4][1]["way"], found[-4][1]["opened"]) == ("signed_in", "password", session)
    assert found[-3:] == [
        ("key_made", {"key": key, "scopes": ["read"], "days": 3}),
        ("key_revoked", {"key": key}),
        ("signed_out", {"ended": session}),
    ]
    assert {event.actor for event in events(engine, owner.id)[-3:]} == {owner.id}


def test_a_new_password_is_recorded_with_the_sessions_that_it_ended(
    browser: TestClient, owner: Account, administrator: TestClient, engine: Engine
) -> None:
    browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    link = administrator.post(f"{ACCOUNTS}/{owner.id}/invitations").json()["link"]
    browser.post(link.removeprefix("http://127.0.0.1:8000"), data={"password": "another long phrase"})
    assert told(engine, owner.id)[-2] == ("password_changed", {"sessions_ended": 1, "keys_ended": 0})
    assert told(engine, owner.id)[-1][1]["way"] == "link"


def test_a_refused_sign_in_is_recorded_for_known_and_unknown_accounts_without_address(
    browser: TestClient, owner: Account, engine: Engine
) -> None:
    for email in (EMAIL, "nobody@nic.example"):
        browser.post("/sign-in", data={"email": email, "password": "not this one"})
    (known,), (unknown,) = told(engine, owner.id)[-1:], told(engine, "unknown")
    assert (known[0], known[1]["reason"], unknown) == ("sign_in_refused", "password", known)
    assert len(known[1]["caller"]) == 12
    assert [word for word in ("testclient", EMAIL) if word in json.dumps(known)] == []


def test_trying_on_above_the_limit_is_one_event(browser: TestClient, owner: Account, engine: Engine) -> None:
    for _ in range(6):
        browser.post("/sign-in", data={"email": EMAIL, "password": "not this one"})
    reasons = [details["reason"] for action, details in told(engine, owner.id) if action == "sign_in_refused"]
    assert reasons == ["password"] * 3 + ["limit"]


def test_the_same_change_again_is_no_event_of_a_role(administrator: TestClient, engine: Engine) -> None:
    account = add_account(engine, AccountRole.AUDITOR).id
    before = len(told(engine, account))
    administrator.patch(f"{ACCOUNTS}/{account}", json={"permissions": {"roles": ["auditor"], "cleared": True}}, headers=CURRENT)
    assert told(engine, account)[before:] == [
        ("account_changed", {"fields": ["permissions"], "cleared": True, "expert": None, "products": [], "projects": []})
    ]
