import re
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock, call

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from httpx import Response
from sqlalchemy.engine import Engine

from models.accounts import Account, Invitation, SignInSession, SignInThrottle
from models.database import reading, writing
from models.vocabulary import AccountRole
from service.identity.access.viewer import SESSION_COOKIE
from service.identity.accounts import signing_in
from service.identity.accounts.operations import invite
from service.identity.accounts.passwords import matches
from service.identity.accounts.queries import account_view
from service.identity.accounts.signing_in import check_password
from service.identity.accounts.throttle import Caller
from service.kit.actor import present
from service.kit.problems import TooManyAttempts, Unauthorised
from service.kit.settings import Settings
from tests.accounts import SETTING_UP, add_account, add_key
from tests.conftest import ClientFor, both
from tests.service.front.pages.reading import Page
from tests.service.identity.accounts.conftest import EMAIL, HASH, PASSWORD

NOW = datetime.now(UTC)


def sign_in(browser: TestClient, email: str = EMAIL, password: str = PASSWORD, **fields: str) -> Response:
    return browser.post("/sign-in", data={"email": email, "password": password, **fields})


@both
def test_signing_in_opens_a_session_and_signing_out_ends_it(browser: TestClient, owner: Account) -> None:
    assert browser.get("/account").status_code == 401
    answer = sign_in(browser, email=f" {EMAIL.upper()}", next="/products/P01?a=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/products/P01?a=1")
    cookie = answer.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=lax", "path=/"))
    page = browser.get("/account")
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert EMAIL in page.text
    kept = browser.cookies[SESSION_COOKIE]
    assert browser.post("/sign-out").headers["location"] == "/sign-in"
    assert SESSION_COOKIE not in browser.cookies
    assert browser.get("/account", headers={"Cookie": f"{SESSION_COOKIE}={kept}"}).status_code == 401


def test_whatever_is_wrong_the_answer_is_the_same(browser: TestClient, owner: Account, engine: Engine) -> None:
    add_account(engine, AccountRole.AUDITOR, email="invited@nic.example")  # has no password yet
    asked = [(EMAIL, "wrong"), ("nobody@nic.example", PASSWORD), ("invited@nic.example", ""), ("", "")]
    answers = [sign_in(browser, email, password) for email, password in asked]
    assert {(answer.status_code, answer.text, answer.headers.get("set-cookie")) for answer in answers} == {(401, answers[0].text, None)}


def test_whatever_is_wrong_the_work_is_the_same(browser: TestClient, owner: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    check = Mock(return_value=False)
    monkeypatch.setattr(signing_in, "matches", check)
    sign_in(browser)
    sign_in(browser, "nobody@nic.example")
    assert check.call_args_list == [call(PASSWORD, HASH), call(PASSWORD, None)]
    assert matches("anything", None) is False


@both
@pytest.mark.parametrize("email", [EMAIL, "nobody@nic.example"])
def test_attempts_are_limited_for_known_and_unknown_addresses_alike(
    browser: TestClient, owner: Account, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_in, "matches", Mock(return_value=False))
    statuses = [sign_in(browser, email).status_code for _ in range(4)]
    assert statuses == [401, 401, 401, 429]
    assert 0 < int(sign_in(browser, email).headers["retry-after"]) <= 900
    assert sign_in(browser, "other@nic.example").status_code == 401
    browser.app.dependency_overrides[present] = lambda: NOW + timedelta(hours=1)  # type: ignore[attr-defined]
    assert sign_in(browser, email).status_code == 401


@both
def test_a_stranger_locks_no_owner_out_of_a_browser_that_is_known(
    browser: TestClient, service: Settings, client_for: ClientFor, owner: Account
) -> None:
    assert sign_in(browser).status_code == 303
    browser.post("/sign-out")
    stranger = client_for(service, role=None)
    assert [sign_in(stranger, password="a guess").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert sign_in(stranger).status_code == 429
    assert sign_in(browser).status_code == 303


def test_wrong_tries_in_a_known_browser_are_limited_as_well(browser: TestClient, owner: Account) -> None:
    sign_in(browser)
    assert [sign_in(browser, password="a guess").status_code for _ in range(4)] == [401, 401, 401, 429]


def test_many_callers_on_one_account_are_limited_together(browser: TestClient, owner: Account, engine: Engine, service: Settings) -> None:
    for number in range(30):
        with pytest.raises(Unauthorised):
            check_password(engine, service, EMAIL, "", Caller(f"10.0.0.{number}"), NOW)
    with pytest.raises(TooManyAttempts):
        check_password(engine, service, EMAIL, PASSWORD, Caller("10.0.1.1"), NOW)


@both
def test_a_caller_who_tries_many_addresses_is_limited(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_in, "matches", Mock(return_value=False))
    statuses = [sign_in(browser, f"a{number}@nic.example").status_code for number in range(17)]
    assert statuses == [401] * 15 + [429] * 2


@both
def test_the_throttle_keeps_no_address(browser: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_in, "matches", Mock(return_value=False))
    sign_in(browser)
    with reading(engine) as session:
        assert all(re.fullmatch("[0-9a-f]{64}", key) for key in session.scalars(sa.select(SignInThrottle.key)))  # type: ignore[call-overload]


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/\t/evil"])
def test_signing_in_leads_nowhere_else(browser: TestClient, owner: Account, elsewhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_in, "matches", Mock(return_value=True))
    assert sign_in(browser, next=elsewhere).headers["location"] == "/"


def link_for(engine: Engine, account: Account, *, sets_password: bool = True) -> str:
    with writing(engine) as session:
        return f"/invitations/{invite(session, SETTING_UP, account, 3650, sets_password=sets_password)[1]}"


@both
def test_an_invitation_sets_a_password_and_works_once(browser: TestClient, engine: Engine) -> None:
    link = link_for(engine, add_account(engine, AccountRole.AUDITOR, email=EMAIL))
    shown = browser.get(f"{link}?lang=en").text
    assert ("Trần Thị Bình" in shown, "At least 12 characters" in shown) == (True, True)
    short = browser.post(link, data={"password": "too short"})
    assert (short.status_code, SESSION_COOKIE in browser.cookies) == (422, False)
    assert browser.post(link, data={"password": PASSWORD}).headers["location"] == "/"
    assert browser.get("/account").status_code == 200
    assert [browser.get(link).status_code, browser.post(link, data={"password": PASSWORD}).status_code] == [404, 404]
    browser.cookies.clear()
    over = browser.get(f"{link}?lang=en", headers={"Accept": "text/html"}).text
    unknown = browser.get(f"{link[:-3]}xyz?lang=en", headers={"Accept": "text/html"}).text
    assert [("each works once" in page, "works no more" in page) for page in (over, unknown)] == [(True, True), (False, False)]
    assert sign_in(browser).status_code == 303


@both
def test_a_new_link_ends_the_one_before_and_setting_a_password_ends_every_session(
    browser: TestClient, owner: Account, engine: Engine
) -> None:
    sign_in(browser)
    old, new = link_for(engine, owner), link_for(engine, owner)
    assert browser.get(old).status_code == 404
    with reading(engine) as session:
        before = session.scalars(sa.select(SignInSession)).one()
    browser.post(new, data={"password": "another long phrase"})
    with reading(engine) as session:
        assert session.get_one(SignInSession, before.id).revoked_at is not None


@pytest.mark.parametrize("change", [{"expires_at": NOW}, {"used_at": NOW}])
def test_a_link_that_is_over_does_not_work(browser: TestClient, engine: Engine, change: dict[str, datetime]) -> None:
    link = link_for(engine, add_account(engine, AccountRole.AUDITOR))
    with writing(engine) as session:
        session.execute(sa.update(Invitation).values(**change))
    assert browser.get(link).status_code == 404
    assert browser.post(link, data={"password": PASSWORD}).status_code == 404


def test_a_link_for_the_demo_asks_for_no_password(browser: TestClient, engine: Engine) -> None:
    link = link_for(engine, add_account(engine), sets_password=False)
    assert 'type="password"' not in browser.get(link).text
    assert browser.post(link).status_code == 303
    assert browser.get("/account").status_code == 200


def test_a_new_password_ends_every_key(browser: TestClient, owner: Account, engine: Engine) -> None:
    programs = [{"Authorization": f"Bearer {add_key(engine, owner)}", "Cookie": ""} for _ in range(2)]
    browser.post(link_for(engine, owner), data={"password": "another long phrase"})
    assert [browser.get("/api/v1/me", headers=program).status_code for program in programs] == [401, 401]
    program = {"Authorization": f"Bearer {add_key(engine, owner)}", "Cookie": ""}
    browser.post("/account/password", data={"current": "another long phrase", "password": "yet one more phrase"})
    assert browser.get("/api/v1/me", headers=program).status_code == 401


def test_a_common_password_is_refused_with_the_cure(browser: TestClient, owner: Account, engine: Engine) -> None:
    link = link_for(engine, owner)
    for password in ("password1234", "Binh.NIC.example1", "TranThiBinh1985"):
        answer = browser.post(link, data={"password": password}, headers={"Accept-Language": "en"})
        assert (answer.status_code, "tried early" in answer.text) == (422, True), password


@both
def test_sessions_and_keys_are_listed_made_and_revoked(browser: TestClient, owner: Account) -> None:
    sign_in(browser)
    made = browser.post("/account/keys", data={"label": "export", "scopes": ["read"]})
    key = re.search(r'class="secret">([^<]+)<', made.text)
    assert key
    assert key[1] not in browser.get("/account").text
    program = {"Authorization": f"Bearer {key[1]}", "Cookie": ""}
    assert browser.get("/api/v1/me", headers=program).json()["scopes"] == ["read"]
    (revoke_key,) = re.findall(r'action="(/account/keys/[^"]+/revoke)"', browser.get("/account").text)
    assert browser.post(revoke_key).status_code == 303
    assert browser.get("/api/v1/me", headers=program).status_code == 401
    (revoke_session,) = re.findall(r'action="(/account/sessions/[^"]+)"', browser.get("/account").text)
    browser.post(revoke_session)
    assert browser.get("/account").status_code == 401


def test_a_password_is_changed_with_the_present_one_and_ends_the_other_sessions(browser: TestClient, owner: Account) -> None:
    sign_in(browser)
    elsewhere = {"Cookie": f"{SESSION_COOKIE}={browser.cookies[SESSION_COOKIE]}"}
    browser.cookies.clear()
    sign_in(browser)
    new = "another long phrase"
    wrong = browser.post("/account/password", data={"current": "not this", "password": new})
    short = browser.post("/account/password", data={"current": PASSWORD, "password": "short"})
    assert [wrong.status_code, short.status_code] == [422, 422]
    assert browser.get("/account", headers=elsewhere).status_code == 200
    changed = browser.post("/account/password", data={"current": PASSWORD, "password": new})
    assert changed.headers["location"] == "/account?changed=true"
    assert browser.get(changed.headers["location"]).status_code == 200
    browser.cookies.clear()
    assert browser.get("/account", headers=elsewhere).status_code == 401
    assert [sign_in(browser, password=word).status_code for word in (PASSWORD, new)] == [401, 303]


def test_guessing_the_present_password_is_limited_too(browser: TestClient, owner: Account) -> None:
    sign_in(browser)
    tries = [browser.post("/account/password", data={"current": "no", "password": PASSWORD}).status_code for _ in range(4)]
    assert tries == [422, 422, 422, 429]


def test_the_pages_are_whole_and_in_both_languages(browser: TestClient, owner: Account, engine: Engine) -> None:
    link = link_for(engine, owner)
    sign_in(browser)
    for address in ("/sign-in", link, "/account"):
        texts = [Page(browser.get(address, params={"lang": language}).text) for language in ("vi", "en")]
        assert [page.unclosed for page in texts] == [[], []], address
        assert texts[0].text != texts[1].text
        assert texts[0].foreign_scripts() == []


def test_a_page_that_needs_signing_in_leads_there(browser: TestClient) -> None:
    page = Page(browser.get("/account").text)
    assert "/sign-in?next=%2Faccount" in page.links()


def test_somebody_who_entered_by_a_link_without_a_password_counts_as_come_in(browser: TestClient, engine: Engine) -> None:
    account = add_account(engine, AccountRole.AUDITOR, email=EMAIL)
    with reading(engine) as session:
        assert account_view(session, session.get_one(Account, account.id)).accepted is False
    browser.post(link_for(engine, account, sets_password=False))
    with reading(engine) as session:
        assert account_view(session, session.get_one(Account, account.id)).accepted is True
