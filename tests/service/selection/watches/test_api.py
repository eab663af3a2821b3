from typing import Any

from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.consent_texts import PROOF
from tests.service.selection.conftest import API, Act

WATCHES = f"{API}/watches"
ROLE = {"subject": "P1", "role": "CE_PROJECT"}


def consent(client: TestClient, expert_id: str, given: bool) -> None:
    address = f"{API}/experts/{expert_id}"
    answer = client.put(f"{address}/consents/matching", json={"given": given, "text_version": "1"} | PROOF)
    assert answer.status_code in {200, 201}, answer.text


def watch(client: TestClient) -> dict[str, Any]:
    answer = client.post(WATCHES, json=ROLE)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def news(client: TestClient) -> list[str]:
    (only,) = client.get(WATCHES).json()
    return [person["id"] for person in only["news"]]


def test_who_fits_at_the_start_is_no_news_and_who_fits_later_is_until_seen(client: TestClient) -> None:
    consent(client, "E2", False)
    opened = watch(client)
    assert (opened["news"], opened["fitting"] > 0) == ([], True)
    consent(client, "E2", True)
    assert news(client) == ["E2"]
    assert client.post(f"{WATCHES}/{opened['id']}/seen").json()["news"] == []
    assert news(client) == []


def test_a_role_is_watched_once_at_a_time(client: TestClient) -> None:
    opened = watch(client)
    refused = client.post(WATCHES, json=ROLE)
    assert (refused.status_code, opened["id"] in refused.json()["detail_vi"]) == (409, True)
    assert client.delete(f"{WATCHES}/{opened['id']}").status_code == 204
    assert client.get(WATCHES).json() == []
    assert client.get(f"{WATCHES}/{opened['id']}").status_code == 404
    assert watch(client)["id"] != opened["id"]


def test_auditors_read_and_do_not_watch(client: TestClient, act: Act) -> None:
    opened = watch(client)
    act(AccountRole.AUDITOR)
    assert [one["id"] for one in client.get(WATCHES).json()] == [opened["id"]]
    assert client.post(WATCHES, json=ROLE).status_code == 403
    act(AccountRole.LEAD, led_products=["P1"])
    assert client.get(WATCHES).status_code == 403


def test_the_page_tells_the_news(client: TestClient) -> None:
    consent(client, "E2", False)
    assert client.post("/watches", data=ROLE, follow_redirects=False).status_code == 303
    assert "Nobody new." in client.get("/watches?lang=en").text
    consent(client, "E2", True)
    page = client.get("/watches?lang=vi").text
    assert "1 người mới phù hợp" in page
    assert "/products/P1/CE_PROJECT/E2" in page
    again = client.post("/watches", data=ROLE)
    assert again.status_code == 409
