from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.accounts import Account
from models.database import writing
from models.vocabulary import AccountRole, Scope
from service.identity.access.viewer import SESSION_COOKIE
from service.identity.accounts.sessions_and_keys import Browser, open_session
from service.kit.settings import Settings, utc_now
from tests.accounts import add_account, add_key
from tests.conftest import ClientFor, both
from tests.service.people.profiles.people import add, wrong_fields

ACCOUNTS, KEYS = "/api/v1/accounts", "/api/v1/me/keys"
NEW = {"email": " Cuong@NIC.example", "display_name": "Lê Văn Cường", "roles": ["auditor"]}


@pytest.fixture
def browser(settings: Settings, client_for: ClientFor) -> TestClient:
    """Somebody who is not signed in."""
    return client_for(settings, role=None)


@pytest.fixture
def administrator(settings: Settings, client_for: ClientFor) -> TestClient:
    return client_for(settings, role=AccountRole.ADMINISTRATOR)


def change(client: TestClient, account_id: str, body: dict[str, Any]) -> Any:
    read = client.get(f"{ACCOUNTS}/{account_id}")
    return client.patch(f"{ACCOUNTS}/{account_id}", json=body, headers={"If-Match": read.headers["etag"]})


@both
def test_an_administrator_invites_and_the_link_works(administrator: TestClient) -> None:
    made = administrator.post(ACCOUNTS, json=NEW)
    assert (made.status_code, made.json()["email"], made.json()["accepted"]) == (201, "cuong@nic.example", False)
    path = made.json()["invitation"]["link"].removeprefix("http://127.0.0.1:8000")
    assert "Lê Văn Cường" in administrator.get(path).text
    again = administrator.post(f"{made.headers['location']}/invitations")
    assert again.status_code == 201
    assert administrator.get(path).status_code == 404
    assert administrator.post(ACCOUNTS, json=NEW).status_code == 409
    listed = administrator.get(ACCOUNTS).json()
    assert listed["total"] == 2
    assert "cuong@nic.example" in {account["email"] for account in listed["items"]}
    assert "link" not in str(listed)


WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"roles": ["expert"]}, ["body"]),
    ({"roles": ["auditor"], "expert_id": "E000001"}, ["body"]),
    ({"roles": ["auditor"], "led_products": ["P01"]}, ["body"]),
    ({"roles": ["lead"], "led_products": ["P99"]}, ["led_products"]),
    ({"roles": ["expert"], "expert_id": "E999999"}, ["expert_id"]),
    ({"roles": ["king"]}, ["roles.0"]),
    ({"email": "nobody"}, ["email"]),
    ({"password": "given by somebody else"}, ["password"]),
]


def test_a_wrong_invitation_is_refused_by_name(administrator: TestClient) -> None:
    for fields, wrong in WRONG:
        assert wrong_fields(administrator.post(ACCOUNTS, json=NEW | fields)) == wrong, fields
    assert administrator.get(ACCOUNTS).json()["total"] == 1


@both
def test_a_profile_has_one_account(administrator: TestClient, client: TestClient) -> None:
    expert = {"roles": ["expert"], "expert_id": add(client)}
    assert administrator.post(ACCOUNTS, json=NEW | expert).status_code == 201
    assert administrator.post(ACCOUNTS, json=NEW | expert | {"email": "other@nic.example"}).status_code == 409


@both
def test_changed_roles_count_from_the_next_request_on(administrator: TestClient, engine: Engine) -> None:
    account = add_account(engine, AccountRole.AUDITOR)
    key = {"Authorization": f"Bearer {add_key(engine, account)}"}
    assert administrator.get("/api/v1/experts", headers=key).status_code == 200
    changed = change(administrator, account.id, {"permissions": {"roles": ["administrator"], "cleared": True}})
    assert (changed.status_code, changed.json()["roles"], changed.json()["cleared"]) == (200, ["administrator"], True)
    assert administrator.get("/api/v1/experts", headers=key).status_code == 403
    assert administrator.get(ACCOUNTS, headers=key).status_code == 200


@both
def test_a_change_names_the_version_that_was_read(administrator: TestClient, engine: Engine) -> None:
    address = f"{ACCOUNTS}/{add_account(engine, AccountRole.AUDITOR).id}"
    read = administrator.get(address).headers["etag"]
    body = {"permissions": {"roles": ["coordinator"]}}
    assert administrator.patch(address, json=body).status_code == 428
    assert administrator.patch(address, json=body, headers={"If-Match": read}).status_code == 200
    assert administrator.patch(address, json=body, headers={"If-Match": read}).status_code == 412


@both
def test_disabling_ends_everything_and_enabling_revives_nothing(administrator: TestClient, engine: Engine) -> None:
    account = add_account(engine, AccountRole.AUDITOR)
    key = {"Authorization": f"Bearer {add_key(engine, account)}"}
    for disabled in (True, False):
        assert change(administrator, account.id, {"disabled": disabled}).json()["disabled"] is disabled
        assert administrator.get("/api/v1/me", headers=key).status_code == 401


@both
def test_one_administrator_remains(administrator: TestClient) -> None:
    me = administrator.get("/api/v1/me").json()["id"]
    assert change(administrator, me, {"disabled": True}).status_code == 409
    assert change(administrator, me, {"permissions": {"roles": []}}).status_code == 409
    assert administrator.get(ACCOUNTS).status_code == 200


def signed_in(engine: Engine, account: Account, at: datetime | None = None) -> dict[str, str]:
    """Return the header of a browser that signed in now, or ``at`` another time."""
    with writing(engine) as session:
        held = session.get_one(Account, account.id)
        return {
            "Cookie": f"{SESSION_COOKIE}={open_session(session, held, Browser('Firefox'), at or utc_now(), 12)[1]}",
            "Authorization": "",
        }


@pytest.fixture
def owner(engine: Engine) -> Account:
    return add_account(engine, AccountRole.COORDINATOR)


@both
def test_keys_are_made_listed_and_revoked_by_their_owner(browser: TestClient, engine: Engine, owner: Account) -> None:
    add_key(engine, owner)
    client = browser
    client.headers.update(signed_in(engine, owner))
    made = client.post(KEYS, json={"label": "export", "scopes": ["read"], "days": 30}).json()
    listed = client.get(KEYS).json()
    assert {"export", "for tests"} == {row["label"] for row in listed["items"]}
    assert made["key"] not in str(listed)
    program = {"Authorization": f"Bearer {made['key']}"}
    assert client.get("/api/v1/me", headers=program).json()["scopes"] == ["read"]
    other = {"Authorization": f"Bearer {add_key(engine, add_account(engine, AccountRole.ADMINISTRATOR))}"}
    missing = client.delete(f"{KEYS}/0000000000000000", headers=other)
    hidden = client.delete(f"{KEYS}/{made['id']}", headers=other)
    assert (hidden.status_code, hidden.json()["detail_en"]) == (404, missing.json()["detail_en"].replace("0000000000000000", made["id"]))
    assert client.delete(f"{KEYS}/{made['id']}").status_code == 204
    assert client.get("/api/v1/me", headers=program).status_code == 401


def test_a_key_is_made_by_no_key_not_long_after_signing_in_and_none_lives_too_long(
    browser: TestClient, engine: Engine, owner: Account
) -> None:
    now = utc_now()
    weak = {"Authorization": f"Bearer {add_key(engine, owner, Scope.READ, Scope.ACCOUNT)}"}
    assert browser.post(KEYS, json={"label": "a", "scopes": ["write"]}, headers=weak).status_code == 403
    assert "Sign in again" in browser.post(KEYS, json={"label": "a"}, headers=weak).json()["detail_en"]
    long_since = signed_in(engine, owner, now - timedelta(minutes=15))
    assert "Sign in again" in browser.post(KEYS, json={"label": "a"}, headers=long_since).json()["detail_en"]
    lately = signed_in(engine, owner, now - timedelta(minutes=14))
    assert browser.post(KEYS, json={"label": "a", "scopes": ["read"]}, headers=lately).status_code == 201
    assert wrong_fields(browser.post(KEYS, json={"label": "a", "days": 366}, headers=lately)) == ["days"]


def test_the_owner_of_an_account_in_use_sees_that_a_link_was_made(
    administrator: TestClient, browser: TestClient, engine: Engine, owner: Account
) -> None:
    assert administrator.post(f"{ACCOUNTS}/{owner.id}/invitations").status_code == 201
    header = signed_in(engine, owner)
    assert browser.get("/api/v1/me", headers=header).json()["last_link_at"] is None  # nobody had entered yet
    with writing(engine) as session:
        session.get_one(Account, owner.id).password_hash = "there is one"
    administrator.post(f"{ACCOUNTS}/{owner.id}/invitations")
    assert browser.get("/api/v1/me", headers=header).json()["last_link_at"] is not None
    assert "new link into your account" in browser.get("/account?lang=en", headers={**header, "Accept": "text/html"}).text


def test_one_sees_who_one_is(settings: Settings, client_for: ClientFor, client: TestClient) -> None:
    expert_id = add(client)
    me = client_for(settings, role=AccountRole.EXPERT, expert_id=expert_id).get("/api/v1/me").json()
    assert (me["roles"], me["expert_id"], me["display_name"]) == (["expert"], expert_id, "Trần Thị Bình")
