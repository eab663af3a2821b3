"""Capabilities of a request over forms: prefilled from the catalogue, read from a pasted text, edited, and never lost."""

import re

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.service.selection.conftest import API, draft, open_request

ASKED = {"subject": "P1", "roles": ["CE_PROJECT"], "seats": "2", "track": "open_selection", "notes": "Gấp & quan trọng"}


@pytest.fixture
def client(client: TestClient) -> TestClient:
    client.headers["Accept"] = "text/html"
    return client


def levels(page: str) -> dict[str, str]:
    selects = re.findall(r'<select name="capability\.CE_PROJECT\.([^"]+)">(.*?)</select>', page)
    return {capability: re.findall(r'value="(\w+)" selected', options)[0] for capability, options in selects}


def test_a_text_is_read_before_anything_is_opened(client: TestClient) -> None:
    for more in ({"do": "read"}, {"do": "open"}):
        page = client.post("/requests?lang=en", data={**ASKED, "text": "optics", **more})
        assert levels(page.text) == {"control": "must", "sensing": "must", "weapons": "excluded", "optics": "nice"}
        assert ("“optics”" in page.text, "Gấp &amp; quan trọng" in page.text) == (True, True)
    assert client.get(f"{API}/requests").json()["total"] == 0


def test_what_was_chosen_is_what_is_asked_for(client: TestClient) -> None:
    chosen = {"control": "ignored", "sensing": "nice", "weapons": "excluded", "optics": "must"}
    fields = {f"capability.CE_PROJECT.{name}": level for name, level in chosen.items()}
    opened = client.post("/requests", data={**ASKED, **fields, "do": "open"})
    found = client.get(f"{API}{opened.url.path}").json()
    assert (found["must"], found["nice"], found["excluded"]) == tuple({"CE_PROJECT": [one]} for one in ("optics", "sensing", "weapons"))
    assert (found["seats"], found["notes"]) == (2, "Gấp & quan trọng")


def test_a_refused_form_keeps_everything(client: TestClient) -> None:
    wrong = {**ASKED, "subject": "P9", "capability.CE_PROJECT.optics": "must", "do": "open"}
    page = client.post("/requests?lang=en", data=wrong)
    assert (page.status_code, levels(page.text), 'role="alert"' in page.text) == (404, {"optics": "must"}, True)


def test_a_request_is_changed_and_two_do_not_overwrite_each_other(client: TestClient) -> None:
    asked = open_request(client)
    address = f"/requests/{asked['id']}/changes"
    page = client.get(address).text
    assert levels(page) == {"control": "must", "sensing": "must", "weapons": "excluded", "optics": "nice"}
    sent = {"version": "1", "seats": "3", "notes": "Mới", "capability.CE_PROJECT.control": "nice", "do": "save"}
    assert client.post(address, data=sent).url.path == f"/requests/{asked['id']}"
    changed = client.get(f"{API}/requests/{asked['id']}").json()
    assert (changed["seats"], changed["must"], changed["nice"]) == (3, {"CE_PROJECT": []}, {"CE_PROJECT": ["control"]})
    late = client.post(f"{address}?lang=en", data={**sent, "notes": "Rất muộn"})
    assert (late.status_code, "Rất muộn" in late.text, 'name="version" value="2"' in late.text) == (412, True, True)


def test_a_lead_asks_for_what_they_lead(client: TestClient, url: str) -> None:
    client.headers.update(key_header(url, AccountRole.LEAD, led_products=["P1"]))
    opened = client.post("/requests?lang=en", data={**ASKED, "capability.CE_PROJECT.optics": "must", "do": "open"})
    assert (opened.status_code, "Lập dự thảo danh sách" in opened.text, "Sửa yêu cầu" in opened.text) == (200, False, True)
    assert client.post("/requests", data={**ASKED, "subject": "P2", "do": "read"}).status_code == 404


def test_the_api_proposes_and_excludes_what_a_text_leaves_out(client: TestClient) -> None:
    body = {"subject": "P1", "roles": ["CE_PROJECT", "CA_PROJECT"], "text": "optics, excluding weapons"}
    found = {one["role"]: one["capabilities"] for one in client.post(f"{API}/requests/proposals", json=body).json()}
    assert {one["id"]: (one["level"], one["asked"]) for one in found["CA_PROJECT"]} == {
        "optics": ("must", True),
        "weapons": ("excluded", False),
    }
    assert next(one["words"] for one in found["CE_PROJECT"] if one["id"] == "optics") == ["optics"]


def test_illegal_steps_and_invitations_keep_what_was_typed(client: TestClient) -> None:
    asked = draft(client)["request_id"]
    page = client.post(f"/requests/{asked}/steps", data={"to": "COUNCIL", "on_day": "2026-09-30", "note": "Đã họp"})
    assert (page.status_code, "Đã họp</textarea>" in page.text, client.get(f"{API}/requests/{asked}/steps").json()) == (409, True, [])


def test_everything_that_may_be_said_stands_before_the_buttons(client: TestClient) -> None:
    form = client.get("/requests/new?subject=P1&role=CE_PROJECT").text.split('action="/requests#open"')[1].split("</form>")[0]
    buttons = form.index("<button")
    assert buttons > max(form.rindex(field) for field in ("<select", "<textarea", "<input"))
    assert len(re.findall("<button", form[buttons:])) == len(re.findall("<button", form)) == 3
