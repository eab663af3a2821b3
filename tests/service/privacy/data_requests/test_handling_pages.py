"""What waits on the home page leads to the request itself, where whoever answers it takes the next step and an auditor reads it."""

import re

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from service.kit.actor import present
from service.kit.settings import Settings
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.front.pages.reading import Page
from tests.service.people.profiles.people import MOMENT, add
from tests.service.privacy.data_requests.test_api import REQUESTS, ask

PAGE = {"Accept": "text/html"}
WORDS = "Tôi muốn xem dữ liệu của mình."


def _led_to(client: TestClient, headers: dict[str, str] = PAGE) -> str:
    (link,) = {one for one in Page(client.get("/?lang=en", headers=headers).text).links() if one.startswith("/data-requests/")}
    return link


def test_a_coordinator_takes_the_next_step_on_the_page_that_home_leads_to(client: TestClient) -> None:
    ask(client, "access", add(client), wording=WORDS)
    address = _led_to(client)
    page = client.get(f"{address}?lang=en", headers=PAGE).text
    assert [words in page for words in (WORDS, "wants to see the data", "Nguyễn Văn An", "2026")] == [True] * 4
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    unwilling = client.post(address, data={"to": "refused", "version": version[1]}, headers=PAGE)
    assert (unwilling.status_code, 'value="refused" required checked' in unwilling.text) == (422, True)
    after = client.post(address, data={"to": "acknowledged", "version": version[1]}, headers=PAGE).text
    assert "acknowledged" in after
    assert client.post(address, data={"to": "in_progress", "version": version[1]}, headers=PAGE).status_code == 412
    assert client.get(f"{REQUESTS}/{address.rsplit('/', 1)[1]}").json()["state"] == "acknowledged"


def test_an_erasure_is_closed_only_by_whoever_said_so_twice(client: TestClient) -> None:
    person = add(client)
    address = f"/data-requests/{ask(client, 'erasure', person).json()['id']}"
    client.post(address, data={"to": "acknowledged", "version": "1"}, headers=PAGE)
    closing = {"to": "done", "version": "2", "text": "Erased."}
    assert client.post(address, data=closing, headers=PAGE).status_code == 422
    assert client.get(f"/api/v1/experts/{person}").status_code == 200
    assert client.post(address, data=closing | {"erase": "yes"}, headers=PAGE).status_code == 200
    assert client.get(f"/api/v1/experts/{person}").status_code == 404


def test_an_auditor_reads_the_request_and_takes_no_step(client: TestClient, auditor: dict[str, str]) -> None:
    ask(client, "access", add(client), wording=WORDS)
    address = _led_to(client, auditor | PAGE)
    page = client.get(address, headers=auditor | PAGE).text
    assert (WORDS in page, 'name="to"' in page) == (True, False)
    assert client.post(address, data={"to": "acknowledged", "version": "1"}, headers=auditor | PAGE).status_code == 403


def test_an_expert_reads_the_own_request_among_the_own_and_does_not_answer_it(
    client: TestClient, settings: Settings, client_for: ClientFor
) -> None:
    person = add(client)
    made = ask(client, "access", person, wording=WORDS).json()["id"]
    expert = client_for(settings, role=AccountRole.EXPERT, expert_id=person)
    expert.app.dependency_overrides[present] = lambda: MOMENT  # type: ignore[attr-defined]
    assert f"/profile/requests#{made}" in Page(expert.get("/", headers=PAGE).text).links()
    assert expert.get(f"/data-requests/{made}", headers=PAGE).status_code == 403
    roles = (AccountRole.COORDINATOR, AccountRole.EXPERT)
    another = add(client)
    made = ask(client, "access", another).json()["id"]
    both = key_header(settings.database_url, *roles, expert_id=another)
    page = client.get(f"/data-requests/{made}?lang=en", headers=both | PAGE).text
    assert ("somebody else answers it" in page, 'name="to"' in page) == (True, False)
