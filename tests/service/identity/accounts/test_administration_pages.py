import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.vocabulary import AccountRole
from service.identity.accounts.queries import account_of, account_view
from service.kit.settings import Settings
from tests.accounts import add_account, add_key
from tests.conftest import ClientFor, both
from tests.service.front.pages.reading import Page
from tests.service.identity.accounts.conftest import EMAIL, PAGE, PASSWORD

NEW = {"email": EMAIL, "display_name": "Lê Thị Bình", "language": "vi", "roles": ["auditor", "coordinator"]}


@pytest.fixture
def administrator(service: Settings, client_for: ClientFor) -> TestClient:
    client = client_for(service, role=AccountRole.ADMINISTRATOR)
    client.headers.update(PAGE)
    client.follow_redirects = False
    return client


def view(engine: Engine) -> Any:
    with reading(engine) as session:
        account = account_of(session, EMAIL)
        assert account
        return account_view(session, account)


def version_on(client: TestClient, address: str) -> str:
    return next(field["value"] for field in Page(client.get(address).text).all("input") if field.get("name") == "version")


def test_somebody_is_invited_and_enters_by_the_link_that_is_shown_once(administrator: TestClient, browser: TestClient) -> None:
    made = administrator.post("/accounts", data=NEW)
    link = re.search(r'class="secret">http://127.0.0.1:8000([^<]+)<', made.text)
    assert link
    assert link[1] not in administrator.get("/accounts").text
    assert browser.post(link[1], data={"password": PASSWORD}).headers["location"] == "/"
    assert EMAIL in browser.get("/accounts").text  # an auditor reads
    assert browser.post("/accounts", data=NEW).status_code == 403


@pytest.mark.parametrize(
    ("roles", "products", "said"), [("lead", "P99", "P99"), ("auditor", "P01", "Only a lead"), ("expert", "", "a profile")]
)
def test_a_refused_invitation_keeps_what_was_typed_and_stores_nothing(
    administrator: TestClient, engine: Engine, roles: str, products: str, said: str
) -> None:
    answer = administrator.post("/accounts?lang=en", data=NEW | {"roles": [roles], "led_products": products})
    assert answer.status_code == 422
    fields = Page(answer.text).all("input")
    assert EMAIL in [field.get("value") for field in fields if field.get("name") == "email"]
    ticked = [field.get("value") for field in fields if field.get("name") == "led_products" and "checked" in field]
    assert ticked == [product for product in [products] if product]
    assert said in Page(answer.text).text
    with reading(engine) as session:
        assert account_of(session, EMAIL) is None


@both
def test_roles_are_granted_and_removed_and_an_account_is_disabled(administrator: TestClient, engine: Engine) -> None:
    address = f"/accounts/{add_account(engine, AccountRole.AUDITOR, email=EMAIL).id}"
    form = {"version": version_on(administrator, address), "roles": ["coordinator", "lead"], "cleared": "true"}
    assert administrator.post(address, data=form).headers["location"] == f"{address}?saved=true"
    assert (view(engine).roles, view(engine).cleared) == (["coordinator", "lead"], True)
    stale = administrator.post(address, data=form | {"roles": ["auditor"]})
    assert (stale.status_code, view(engine).roles) == (412, ["coordinator", "lead"])
    disabled = {"version": version_on(administrator, address), "disabled": "true"}
    assert administrator.post(f"{address}/disabled", data=disabled).status_code == 303
    with reading(engine) as session:
        assert account_of(session, EMAIL) is None


def test_a_new_link_replaces_the_one_before(administrator: TestClient, engine: Engine, browser: TestClient) -> None:
    address = f"/accounts/{add_account(engine, AccountRole.AUDITOR, email=EMAIL).id}/invitations"
    first, second = (re.findall(r'class="secret">http://127.0.0.1:8000([^<]+)<', administrator.post(address).text) for _ in range(2))
    assert [browser.get(link).status_code for link in (*first, *second)] == [404, 200]


def test_the_last_administrator_stays_and_the_page_says_why(administrator: TestClient) -> None:
    address = f"/accounts/{administrator.get('/api/v1/me').json()['id']}"
    form = {"version": version_on(administrator, address)}
    for answer in (
        administrator.post(address, data=form | {"roles": ["auditor"]}),
        administrator.post(f"{address}/disabled", data=form | {"disabled": "true"}),
    ):
        assert answer.status_code == 409
        assert "quản trị viên" in Page(answer.text).text
    assert administrator.get("/accounts").status_code == 200


@both
@pytest.mark.parametrize("change", [{"disabled": True}, {"permissions": {"roles": []}}])
def test_of_two_administrators_who_remove_each_other_at_once_one_remains(
    service: Settings, engine: Engine, client_for: ClientFor, change: dict[str, Any]
) -> None:
    client = client_for(service, role=None)
    accounts = [add_account(engine, AccountRole.ADMINISTRATOR) for _ in range(2)]
    headers = [{"Authorization": f"Bearer {add_key(engine, account)}", "If-Match": "*"} for account in accounts]

    def remove(which: int) -> int:
        return client.patch(f"/api/v1/accounts/{accounts[1 - which].id}", json=change, headers=headers[which]).status_code

    with ThreadPoolExecutor(2) as pool:
        statuses = sorted(pool.map(remove, range(2)))
    assert statuses[0] == 200
    assert statuses[1] in {401, 403, 409}
    left = [client.get("/api/v1/accounts", headers=header).status_code for header in headers]
    assert left.count(200) == 1


def test_the_pages_are_whole_and_in_both_languages(administrator: TestClient, engine: Engine) -> None:
    for address in ("/accounts", f"/accounts/{add_account(engine, AccountRole.AUDITOR).id}"):
        texts = [Page(administrator.get(address, params={"lang": language}).text) for language in ("vi", "en")]
        assert [page.unclosed for page in texts] == [[], []], address
        assert texts[0].text != texts[1].text
        assert texts[0].foreign_scripts() == []
