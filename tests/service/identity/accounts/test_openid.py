import threading
import time
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.accounts import Account
from models.audit import AuditEvent
from models.database import reading, writing
from models.vocabulary import AccountRole
from service.identity.accounts import openid
from service.kit.settings import Settings
from tests.accounts import add_account
from tests.conftest import ClientFor
from tests.service.identity.accounts.conftest import EMAIL, PAGE
from tests.service.identity.accounts.provider import CLIENT, ISSUER, OTHER_KEY, Provider

PERSON = {"sub": "42", "email": EMAIL.upper(), "email_verified": True}


def configured(url: str, client_for: ClientFor, issuer: str = ISSUER, **secret: Any) -> TestClient:
    settings = Settings(database_url=url, run_worker=False, openid_issuer=issuer, openid_client_id=CLIENT, **secret)
    client = client_for(settings, role=None)
    client.headers.update(PAGE)
    client.follow_redirects = False
    return client


@pytest.fixture
def browser(sqlite_url: str, client_for: ClientFor) -> TestClient:
    return configured(sqlite_url, client_for, openid_client_secret="s")


@pytest.fixture
def account(sqlite_engine: Engine) -> Account:
    return add_account(sqlite_engine, AccountRole.AUDITOR, email=EMAIL)


def come_back(browser: TestClient, provider: Provider, **changed: str) -> Response:
    browser.app.state.services.transport = provider.transport()  # type: ignore[attr-defined]
    leaving = browser.get("/sign-in/openid")
    assert leaving.status_code == 303, leaving.text
    return browser.get("/sign-in/openid/return", params=provider.authorise(leaving.headers["location"]) | changed)


def test_an_invited_person_enters_and_is_known_by_the_subject_from_then_on(
    browser: TestClient, account: Account, sqlite_engine: Engine
) -> None:
    assert "/sign-in/openid" in browser.get("/sign-in").text
    provider = Provider(PERSON)
    assert come_back(browser, provider).headers["location"] == "/"
    assert (provider.asked["redirect_uri"], provider.asked["code_challenge_method"]) == (
        "http://127.0.0.1:8000/sign-in/openid/return",
        "S256",
    )
    assert EMAIL in browser.get("/account").text
    with reading(sqlite_engine) as session:
        assert session.get_one(Account, account.id).openid_subject == f"{ISSUER} 42"
    browser.cookies.clear()
    assert come_back(browser, Provider(PERSON | {"sub": "43"})).status_code == 403


@pytest.mark.parametrize("written", [ISSUER, f"{ISSUER}/"])
def test_the_issuer_is_compared_to_the_letter_with_what_the_provider_says_of_itself(
    account: Account, sqlite_url: str, client_for: ClientFor, written: str
) -> None:
    with_slash = f"{ISSUER}/"
    browser = configured(sqlite_url, client_for, written, openid_client_secret="s")
    assert come_back(browser, Provider(PERSON, issuer=with_slash)).headers["location"] == "/"
    assert come_back(browser, Provider(PERSON, issuer=with_slash, claims={"iss": ISSUER})).status_code == 422
    assert come_back(browser, Provider(PERSON, issuer=ISSUER, claims={"iss": with_slash})).status_code == 422
    browser.app.state.services.transport = Provider(PERSON, issuer="https://evil.example").transport()  # type: ignore[attr-defined]
    assert browser.get("/sign-in/openid").status_code == 503


def test_the_service_shows_its_secret_or_names_itself_without_one(
    browser: TestClient, account: Account, sqlite_url: str, client_for: ClientFor
) -> None:
    public = configured(sqlite_url, client_for)
    shown = []
    for client in (browser, public):
        provider = Provider(PERSON)
        assert come_back(client, provider).status_code == 303
        shown.append(provider.shown)
    assert shown == [f"{CLIENT}:s", CLIENT]


STRANGERS: list[dict[str, Any]] = [{"email": "nobody@nic.example"}, {"email_verified": False}, {"email_verified": "true"}, {"email": ""}]


@pytest.mark.parametrize("change", STRANGERS)
def test_nobody_gets_an_account_by_signing_in_elsewhere(browser: TestClient, account: Account, change: dict[str, Any]) -> None:
    assert come_back(browser, Provider(PERSON | change)).status_code == 403
    assert browser.get("/account").status_code == 401


def test_a_disabled_account_is_not_entered(browser: TestClient, account: Account, sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        session.get_one(Account, account.id).disabled = True
    assert come_back(browser, Provider(PERSON)).status_code == 403


FORGED: list[dict[str, Any]] = [
    {"aud": "another service"},
    {"aud": [CLIENT, "another service"], "azp": "another service"},
    {"iss": "https://evil.example"},
    {"nonce": "of another attempt"},
    {"exp": int(time.time()) - 3600},
    {"sub": None},
]


@pytest.mark.parametrize("claims", FORGED)
def test_a_token_that_is_not_for_this_attempt_is_refused(browser: TestClient, account: Account, claims: dict[str, Any]) -> None:
    assert come_back(browser, Provider(PERSON, claims=claims)).status_code == 422


def test_a_token_of_another_key_is_refused(browser: TestClient, account: Account) -> None:
    assert come_back(browser, Provider(PERSON, key=OTHER_KEY)).status_code == 422


@pytest.mark.parametrize("changed", [{"state": "another"}, {"code": "another"}, {"state": "", "code": ""}])
def test_an_answer_to_another_attempt_is_refused(browser: TestClient, account: Account, changed: dict[str, str]) -> None:
    assert come_back(browser, Provider(PERSON), **changed).status_code == 422


def test_an_answer_without_an_attempt_in_this_browser_is_refused(browser: TestClient, account: Account) -> None:
    browser.app.state.services.transport = Provider(PERSON).transport()  # type: ignore[attr-defined]
    assert browser.get("/sign-in/openid/return", params={"state": "a", "code": "a-code"}).status_code == 422


def test_a_provider_that_does_not_answer_is_said_plainly(browser: TestClient) -> None:
    browser.app.state.services.transport = httpx.MockTransport(lambda _request: httpx.Response(502))  # type: ignore[attr-defined]
    assert browser.get("/sign-in/openid").status_code == 503


BROKEN: list[tuple[str, Any]] = [
    ("/.well-known/openid-configuration", []),
    ("/.well-known/openid-configuration", None),
    ("/.well-known/openid-configuration", {"issuer": ISSUER}),
    ("/keys", []),
    ("/keys", {"keys": None}),
    ("/keys", {"keys": [{"kty": "unheard of"}]}),
]


@pytest.mark.parametrize(("path", "said"), BROKEN)
def test_a_provider_that_says_nonsense_does_not_answer(browser: TestClient, account: Account, path: str, said: Any) -> None:
    provider = Provider(PERSON)
    usual = provider.transport()
    nonsense = httpx.MockTransport(lambda asked: httpx.Response(200, json=said) if asked.url.path == path else usual.handle_request(asked))
    browser.app.state.services.transport = usual  # type: ignore[attr-defined]
    back = provider.authorise(browser.get("/sign-in/openid").headers["location"])
    browser.app.state.services.transport = nonsense  # type: ignore[attr-defined]
    assert browser.get("/sign-in/openid/return", params=back).status_code == 503
    assert browser.get("/sign-in/openid").status_code == (503 if "openid" in path else 303)


def test_only_some_threads_wait_for_the_provider(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openid, "AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(openid, "_PATIENCE_SECONDS", 0)
    meanwhile: list[int] = []

    def slow(_request: httpx.Request) -> httpx.Response:
        meanwhile.append(browser.get("/sign-in/openid").status_code)
        return httpx.Response(502)

    browser.app.state.services.transport = httpx.MockTransport(slow)  # type: ignore[attr-defined]
    assert (browser.get("/sign-in/openid").status_code, meanwhile) == (503, [503])


def test_a_person_whom_the_provider_knows_and_nobody_here_is_recorded(browser: TestClient, account: Account, sqlite_engine: Engine) -> None:
    assert come_back(browser, Provider(PERSON | {"email": "nobody@nic.example"})).status_code == 403
    with reading(sqlite_engine) as session:
        refused = session.scalars(sa.select(AuditEvent).where(col(AuditEvent.action) == "sign_in_refused")).one()
    assert (refused.object_id, refused.details["reason"]) == ("unknown", "openid")


def test_without_a_provider_there_is_no_such_way(sqlite_url: str, client_for: ClientFor) -> None:
    client = client_for(Settings(database_url=sqlite_url, run_worker=False), role=None)
    assert "/sign-in/openid" not in client.get("/sign-in").text
    assert client.get("/sign-in/openid").status_code == 422
