"""The owner of an account is written whenever the way into it changes, whoever changed it, in the owner's language."""

import re
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message

import pyotp
import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from sqlalchemy.engine import Engine

from models.accounts import Account
from models.database import writing
from models.vocabulary import AccountRole, Language
from service.front.jobs.kinds import kinds_for
from service.identity.accounts import notices
from service.kit.actor import present
from service.kit.jobs.worker import make_worker
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.identity.accounts.conftest import EMAIL, PAGE, PASSWORD

NOW = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)
NEW, NEWER = "four geese over the delta", "seven lamps along the quay"
FACTOR = "/account/second-factor"


@pytest.fixture
def service(database_url: str) -> Settings:
    key = SecretStr("k" * 40)
    return Settings(
        database_url=database_url, run_worker=False, smtp_host="mail.example", public_url="http://vin.example", second_factor_key=key
    )


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    went: list[Message] = []
    monkeypatch.setattr(notices, "deliver", lambda written, _settings: went.append(written))
    return went


def sent(engine: Engine, service: Settings, letters: list[Message]) -> list[str]:
    """Return the subjects of the letters that went out since the last time."""
    letters.clear()
    worker = make_worker(engine, service, kinds_for(service))
    while worker.run_once():
        pass
    assert {one["To"] for one in letters} <= {EMAIL}
    return [str(make_header(decode_header(str(one["Subject"])))) for one in letters]


def test_every_change_of_the_way_in_is_told(
    browser: TestClient, owner: Account, engine: Engine, service: Settings, letters: list[Message]
) -> None:
    browser.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    assert sent(engine, service, letters) == []
    (secret,) = re.findall(r'class="secret">([A-Z2-7]{32})<', browser.post(FACTOR).text)
    page = browser.post(f"{FACTOR}/confirmation", data={"code": pyotp.TOTP(secret).at(NOW)}).text
    code = re.findall(r'class="secret">([a-z2-7-]{19})<', page)[0]
    assert sent(engine, service, letters) == ["Tài khoản của Anh/Chị đã có yếu tố thứ hai"]
    browser.post("/sign-out")
    browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    assert browser.post("/sign-in/code", data={"code": code}).status_code == 303
    assert sent(engine, service, letters) == ["Có người đăng nhập bằng mã khôi phục"]
    browser.post(f"{FACTOR}/removal")
    assert sent(engine, service, letters) == ["Yếu tố thứ hai của tài khoản đã được gỡ"]
    assert browser.post("/account/password", data={"current": PASSWORD, "password": NEW}).status_code == 303
    assert sent(engine, service, letters) == ["Mật khẩu của tài khoản đã được đổi"]
    text = letters[0].get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert ("lúc 01/10/2026, 15:00 (giờ Việt Nam)" in text, text.endswith("đổi mật khẩu tại http://vin.example/account\n")) == (True, True)
    assert not any(told in text for told in (NEW, PASSWORD, code, secret))


def test_a_link_by_an_administrator_and_its_use_are_told_in_the_language_of_the_owner(
    client_for: ClientFor, owner: Account, engine: Engine, service: Settings, letters: list[Message]
) -> None:
    with writing(engine) as session:
        session.get_one(Account, owner.id).language = Language.EN
    browser = client_for(service, role=None)
    key = key_header(service.database_url, AccountRole.ADMINISTRATOR)
    link = browser.post(f"/api/v1/accounts/{owner.id}/invitations", headers=key).json()["link"]
    assert sent(engine, service, letters) == ["A new link into your account was made"]
    text = letters[0].get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert ("tell another administrator at once" in text, link in text) == (True, False)
    browser.post(link.removeprefix("http://vin.example"), data={"password": NEWER}, headers=PAGE, follow_redirects=False)
    assert sent(engine, service, letters) == ["The password of your account was changed"]


def test_the_first_password_of_a_new_account_is_no_news(
    client_for: ClientFor, engine: Engine, service: Settings, letters: list[Message]
) -> None:
    browser = client_for(service, role=None)
    key = key_header(service.database_url, AccountRole.ADMINISTRATOR)
    made = browser.post("/api/v1/accounts", json={"email": EMAIL, "display_name": "Bình", "roles": ["auditor"]}, headers=key).json()
    link = made["invitation"]["link"].removeprefix("http://vin.example")
    assert browser.post(link, data={"password": NEWER}, headers=PAGE, follow_redirects=False).status_code == 303
    assert sent(engine, service, letters) == []
