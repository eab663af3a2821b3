"""The whole way over plain forms, in both languages; what was typed survives somebody who was faster."""

import re

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, choose, draft, people, signed, token_for

OPEN = {"subject": "P1", "roles": ["CE_PROJECT"], "seats": "1", "starts": "", "hours_per_week": "", "track": "open_selection", "notes": ""}
STEP = {"about": "", "to": "ANNOUNCED", "on_day": "2026-09-30", "body": "", "document": "", "note": ""}


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    return client


def test_from_a_request_to_an_answer(client: TestClient) -> None:
    asked = client.post("/requests", data=OPEN)
    assert asked.status_code == 200
    address = str(asked.url.path)
    listed = client.post(f"{address}/shortlists")
    assert ("Danh sách đề xuất" in listed.text, "dự thảo" in listed.text) == (True, True)
    (version,) = set(re.findall(r'name="version" value="(\d+)"', listed.text))
    done = client.post(
        f"{listed.url.path}/signatures", data={"version": version, "reason": "Đã xem.", "open_rules_seen": "true", "final": "true"}
    )
    assert "Chỉ để tham khảo; con người quyết định." in done.text
    released = client.post(f"{listed.url.path}/release")
    assert f"{address}/released" in released.text
    person = re.findall(r"p-CE_PROJECT-(E\d)", done.text)[0]
    invited = client.post(f"{address}/invitations", data={"role": "CE_PROJECT", "expert_id": person, "answer_by": "2026-10-20"})
    assert "/invited/" in invited.text
    page = f"/invited/{token_for(client, person)}"
    assert "20/10/2026" in client.get(page).text
    answer = client.post(f"{page}?lang=en", data={"answer": "decline", "reason": "no_time", "text": ""})
    assert (answer.status_code, "declined" in client.get(f"{page}?lang=en").text) == (200, True)


def test_two_coordinators_on_the_page(client: TestClient) -> None:
    drafted = draft(client)
    first, second, *_ = people(drafted)
    assert choose(client, drafted, first, "exclude").status_code == 200
    typed = {"version": str(drafted["version"]), "role": "CE_PROJECT", "expert_id": second, "kind": "pin", "reason": "Rất hợp & sẵn sàng"}
    late = client.post(f"/shortlists/{drafted['id']}/choices", data=typed)
    assert late.status_code == 412
    assert "Rất hợp &amp; sẵn sàng</textarea>" in late.text
    (version,) = set(re.findall(r'name="version" value="(\d+)"', late.text.partition("<main")[2]))
    again = client.post(f"/shortlists/{drafted['id']}/choices", data={**typed, "version": version})
    assert (again.status_code, people(client.get(f"{API}/shortlists/{drafted['id']}").json())[0]) == (200, second)


def test_a_lead_sees_pseudonyms_and_answers(client: TestClient, url: str) -> None:
    done = signed(client)
    client.post(f"/shortlists/{done['id']}/release")
    address = f"/requests/{done['request_id']}/released"
    lead = key_header(url, AccountRole.LEAD, led_products=["P1"])
    page = client.get(f"{address}?lang=en", headers=lead)
    assert [name for name in ("Person", "Programme", "E2", "B3") if f">{name}" in page.text.replace("Person <select", "")] == []
    pseudonym = re.findall(r"UV-[A-Z2-7]{10}", page.text)[0]
    said = {"person": pseudonym, "kind": "suitable", "reason": "fitting_experience", "text": ""}
    assert client.post(address, data=said, headers=lead).status_code == 200
    assert client.get(f"{API}/shortlists/{done['id']}/feedback").json()[0]["expert_id"] in people(done)


def test_steps_and_the_list_of_requests(client: TestClient) -> None:
    asked = client.post("/requests", data=OPEN)
    stepped = client.post(f"{asked.url.path}/steps", data=STEP)
    assert "đã công bố" in stepped.text
    refused = client.post(f"{asked.url.path}/steps", data={**STEP, "to": "COUNCIL"})
    assert (refused.status_code, "đề cử, ứng cử, đã ký danh sách, đã kết thúc" in refused.text) == (409, True)
    assert str(asked.url.path) in client.get("/requests").text
