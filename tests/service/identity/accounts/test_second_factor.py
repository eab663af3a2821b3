"""A code of the moment after the password, none usable twice, ten codes for a lost telephone, and a removal that is told."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from pydantic import SecretStr
from sqlalchemy.engine import Engine

from models.accounts import Account
from models.audit import AuditEvent
from models.database import reading
from models.second_factors import RecoveryCode, SecondFactor
from models.vocabulary import AccountRole
from service.identity.access.viewer import SESSION_COOKIE
from service.identity.accounts.second_factor import _totp
from service.kit.actor import present
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor, both
from tests.service.identity.accounts.conftest import EMAIL, PAGE, PASSWORD

START = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)
FACTOR = "/account/second-factor"


class Clock:
    now = START

    def on(self, **difference: float) -> None:
        self.now += timedelta(**difference)


@pytest.fixture
def clock(browser: TestClient) -> Clock:
    clock = Clock()
    browser.app.dependency_overrides[present] = lambda: clock.now  # type: ignore[attr-defined]
    return clock


def sign_in(browser: TestClient) -> Any:
    return browser.post("/sign-in?lang=en", data={"email": EMAIL, "password": PASSWORD, "next": "/account"})


def give(browser: TestClient, code: str) -> Any:
    return browser.post("/sign-in/code?lang=en", data={"code": code, "next": "/account"})


def enrol(browser: TestClient, clock: Clock) -> tuple[pyotp.TOTP, list[str]]:
    sign_in(browser)
    shown = browser.post(FACTOR).text
    (secret,) = re.findall(r'class="secret">([A-Z2-7]{32})<', shown)
    assert "<svg" in shown
    totp = pyotp.TOTP(secret)
    page = browser.post(f"{FACTOR}/confirmation", data={"code": totp.at(clock.now)})
    assert page.status_code == 200, page.text
    browser.post("/sign-out")
    clock.on(minutes=1)
    return totp, re.findall(r'class="secret">([a-z2-7-]{19})<', page.text)


@both
def test_the_password_alone_opens_nothing_and_no_code_works_twice(
    browser: TestClient, owner: Account, clock: Clock, engine: Engine
) -> None:
    totp, codes = enrol(browser, clock)
    assert (len(set(codes)), sign_in(browser).headers["location"]) == (10, "/sign-in/code?next=%2Faccount")
    assert (SESSION_COOKIE in browser.cookies, browser.get("/account").status_code) == (False, 401)
    used = totp.at(clock.now)
    assert give(browser, used).headers["location"] == "/account"
    assert browser.get("/account").status_code == 200
    browser.post("/sign-out")
    sign_in(browser)
    assert (give(browser, used).status_code, SESSION_COOKIE in browser.cookies) == (422, False)
    clock.on(seconds=30)
    assert give(browser, totp.at(clock.now)).status_code == 303
    with reading(engine) as session:
        kept = session.scalars(sa.select(SecondFactor)).one().model_dump_json()
        assert totp.secret not in kept
        actions = session.scalars(sa.select(AuditEvent.action)).all()
    assert [actions.count(action) for action in ("second_factor_added", "sign_in_refused", "signed_in")] == [1, 1, 3]


def test_a_code_for_a_lost_telephone_works_once_and_is_kept_as_a_digest(
    browser: TestClient, owner: Account, clock: Clock, engine: Engine
) -> None:
    _, codes = enrol(browser, clock)
    sign_in(browser)
    assert give(browser, codes[0].upper().replace("-", " ")).status_code == 303
    browser.post("/sign-out")
    sign_in(browser)
    assert give(browser, codes[0]).status_code == 422
    assert give(browser, codes[1]).status_code == 303
    assert "8 of your ten codes are left" in browser.get("/account?lang=en").text
    with reading(engine) as session:
        kept = [row.code_hash for row in session.scalars(sa.select(RecoveryCode))]
    assert [code for code in codes if any(code in one or code.replace("-", "") in one for one in kept)] == []


def test_wrong_codes_are_counted_and_a_half_done_sign_in_ends(browser: TestClient, owner: Account, clock: Clock) -> None:
    totp, _ = enrol(browser, clock)
    sign_in(browser)
    assert [give(browser, "000000").status_code for _ in range(3)] == [422, 422, 429]
    clock.on(minutes=16)
    assert give(browser, totp.at(clock.now)).status_code == 401
    browser.cookies.clear()
    assert give(browser, totp.at(clock.now)).status_code == 401


def test_a_factor_is_confirmed_by_a_right_code_and_set_up_shortly_after_signing_in(
    browser: TestClient, owner: Account, clock: Clock
) -> None:
    sign_in(browser)
    browser.post(FACTOR)
    assert browser.post(f"{FACTOR}/confirmation", data={"code": "000000"}).status_code == 422
    clock.on(minutes=20)
    assert [browser.post(path).status_code for path in (FACTOR, f"{FACTOR}/removal")] == [403, 403]
    browser.post("/sign-out")
    assert sign_in(browser).headers["location"] == "/account"  # what nobody confirmed is not asked for


def test_the_owner_removes_the_factor_with_its_codes(browser: TestClient, owner: Account, clock: Clock, engine: Engine) -> None:
    totp, _ = enrol(browser, clock)
    sign_in(browser)
    give(browser, totp.at(clock.now))
    assert browser.post(FACTOR).status_code == 409
    assert browser.post(f"{FACTOR}/removal").status_code == 303
    browser.post("/sign-out")
    assert sign_in(browser).headers["location"] == "/account"
    assert "An administrator removed" not in browser.get("/account?lang=en").text
    with reading(engine) as session:
        assert session.scalars(sa.select(RecoveryCode)).all() == []


@pytest.mark.parametrize("way", ["page", "api"])
def test_an_administrator_removes_a_factor_and_the_owner_is_told(
    browser: TestClient, owner: Account, clock: Clock, engine: Engine, service: Settings, client_for: ClientFor, way: str
) -> None:
    enrol(browser, clock)
    key = key_header(service.database_url, AccountRole.ADMINISTRATOR)
    path = f"/accounts/{owner.id}/second-factor/removal" if way == "page" else f"/api/v1/accounts/{owner.id}/second-factor"
    remove = (lambda: browser.post(path, headers=key)) if way == "page" else (lambda: browser.delete(path, headers=key))
    assert "Remove the second factor" in browser.get(f"/accounts/{owner.id}?lang=en", headers=key).text
    assert [remove().status_code, remove().status_code] == ([303, 409] if way == "page" else [204, 409])
    assert sign_in(browser).headers["location"] == "/account"
    assert "An administrator removed your second factor" in browser.get("/account?lang=en").text
    with reading(engine) as session:
        (event,) = session.scalars(sa.select(AuditEvent).where(AuditEvent.action == "second_factor_removed"))
    assert (event.object_id, event.actor != owner.id) == (owner.id, True)
    auditor = key_header(service.database_url, AccountRole.AUDITOR)
    assert browser.post(f"/accounts/{owner.id}/second-factor/removal", headers=auditor).status_code == 403


def test_roles_that_sign_and_administer_rest_without_a_factor_where_it_is_required(
    owner: Account, service: Settings, client_for: ClientFor
) -> None:
    strict = client_for(service.model_copy(update={"second_factor_required": True}), role=None)
    strict.headers.update(PAGE)
    strict.follow_redirects = False
    clock = Clock()
    strict.app.dependency_overrides[present] = lambda: clock.now  # type: ignore[attr-defined]
    sign_in(strict)
    refused = strict.get("/api/v1/requests", headers={"Accept": "application/json"})
    assert (refused.status_code, "second factor" in refused.json()["detail_en"]) == (403, True)
    assert "Until then these roles rest: coordinator." in strict.get("/account?lang=en").text
    totp, _ = enrol(strict, clock)
    sign_in(strict)
    give(strict, totp.at(clock.now))
    assert strict.get("/api/v1/requests").status_code == 200
    auditor = key_header(service.database_url, AccountRole.AUDITOR)
    assert strict.get("/api/v1/audit", headers=auditor).status_code == 200


def test_another_key_of_the_operator_makes_another_secret(browser: TestClient, owner: Account, clock: Clock, engine: Engine) -> None:
    enrol(browser, clock)
    with reading(engine) as session:
        factor = session.scalars(sa.select(SecondFactor)).one()
        one, other = (_totp(owner, factor, Settings(second_factor_key=key)).secret for key in map(SecretStr, "ab"))
    assert one != other
