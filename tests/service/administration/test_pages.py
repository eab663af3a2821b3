"""The pages of administrators: forms that work without a script, previews without names, and nothing for anybody else."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.vocabulary import AccountRole
from tests.accounts import add_account
from tests.service.administration.conftest import API, W1
from tests.service.administration.forms import Form
from tests.service.front.pages.reading import Page

Header = dict[str, str]
AT = "/administration"
PAGES = (AT, f"{AT}/weights/chief_engineer", f"{AT}/weights/chief_engineer/W1", f"{AT}/rules/NEW", f"{AT}/products/P1", f"{AT}/projects/N1")
READ = {"Accept": "text/html"}


@pytest.fixture
def browser(client: TestClient, administrator: Header) -> TestClient:
    """The client as an administrator who reads pages."""
    client.headers.update({**administrator, **READ})
    client.follow_redirects = False
    return client


def typed(page: str) -> dict[str, Any]:
    """Return what the first form of a page would send."""
    return dict(Form(page).fields)


@pytest.mark.parametrize("address", [*PAGES, f"{AT}/projects/new"])
def test_a_page_is_whole_in_both_languages_and_for_administrators_only(browser: TestClient, address: str) -> None:
    shown = {language: browser.get(address, params={"lang": language}) for language in ("vi", "en")}
    assert {answer.status_code for answer in shown.values()} == {200}
    assert shown["vi"].text != shown["en"].text
    assert [Page(answer.text).unclosed for answer in shown.values()] == [[], []]
    assert Page(shown["vi"].text).foreign_scripts() == []


@pytest.mark.parametrize("address", PAGES)
def test_others_see_no_page(client: TestClient, address: str) -> None:
    assert client.get(address, headers=READ).status_code == 403
    assert client.get(address, headers={**READ, "Authorization": ""}).status_code == 401


def test_weights_are_tried_out_saved_and_made_current(browser: TestClient, rows: Callable[[], Any]) -> None:
    fields = typed(browser.get(PAGES[1]).text)
    fields |= {"weight:topical_fit": "0", "weight:language": "0", "weight:depth": "1"}
    before = rows()
    preview = browser.post(f"{PAGES[1]}/preview", data=fields)
    assert (preview.status_code, rows() == before) == (200, True)
    assert 'id="preview"' in preview.text
    assert "P1" in preview.text
    assert "Person" not in preview.text
    assert typed(preview.text)["weight:depth"] == "1"
    saved = browser.post(PAGES[1], data={**fields, "version": "W2", "basis_vi": "thử", "basis_en": "test", "reason": "To test."})
    assert (saved.status_code, saved.headers["location"]) == (303, f"{PAGES[1]}/W2")
    page = browser.get(f"{PAGES[1]}/W2", params={"preview": "true"}).text
    assert 'id="preview"' in page
    made = browser.post(f"{PAGES[1]}/W2/current", data={**typed(page), "reason": "Agreed."})
    assert made.status_code == 303
    assert browser.get(W1).json()["current_version"] == "W2"
    assert "Agreed." in browser.get(AT).text


def test_whoever_was_slower_keeps_what_was_typed(browser: TestClient) -> None:
    stale = browser.post(f"{PAGES[2]}/current", data={"tag": "W0", "reason": "Mine."})
    assert stale.status_code == 412
    fields = {**typed(browser.get(PAGES[4]).text), "tag": "0", "brief_en": "Mine.", "reason": "Because."}
    answer = browser.post(PAGES[4], data=fields)
    assert answer.status_code == 412
    assert (typed(answer.text)["brief_en"], typed(answer.text)["reason"]) == ("Mine.", "Because.")
    project = browser.post(PAGES[5], data={**typed(browser.get(PAGES[5]).text), "tag": "0", "host": "B1", "reason": "Because."})
    assert (project.status_code, typed(project.text)["host"]) == (412, "B1")


def test_rules_are_tried_out_and_saved_with_only_what_was_changed(browser: TestClient, rows: Callable[[], Any]) -> None:
    fields = {**typed(browser.get(PAGES[3]).text), "R-LED:CE_PROJECT:minimum": "9"}
    before = rows()
    preview = browser.post(f"{PAGES[3]}/preview", data=fields)
    assert (preview.status_code, rows() == before, 'id="preview"' in preview.text) == (200, True, True)
    more = {"version": "NEXT", "valid_from": "2026-10-01", "reason": "To test."}
    assert browser.post(PAGES[3], data={**fields, **more}).headers["location"] == f"{AT}/rules/NEXT"
    events = browser.get(f"{API}/audit", params={"object_kind": "rules"}, headers={"Accept": "application/json"}).json()["items"]
    assert events[0]["details"] == {"based_on": "NEW", "changes": 1}


def test_a_product_is_tried_out_and_saved(browser: TestClient, rows: Callable[[], Any]) -> None:
    fields = {**typed(browser.get(PAGES[4]).text), "needs:CE_PROJECT:must": "weapons\r\noptics", "needs:CE_PROJECT:nice": ""}
    fields["needs:CE_PROJECT:excluded"] = ""
    before = rows()
    preview = browser.post(f"{PAGES[4]}/preview", data=fields)
    assert (preview.status_code, rows() == before, 'id="preview"' in preview.text) == (200, True, True)
    assert browser.post(PAGES[4], data={**fields, "reason": "To test."}).status_code == 303
    needs = browser.get(f"{API}/administration/products/P1").json()["needs"]["CE_PROJECT"]
    assert needs == {"must": ["optics", "weapons"], "nice": [], "excluded": [], "groups": []}
    grouped = {"needs:CE_PROJECT:groups": "optics | weapons = quang hoặc vũ khí = optics or weapons"}
    fields = {**typed(browser.get(PAGES[4]).text), **grouped, "reason": "To test."}
    assert browser.post(PAGES[4], data=fields).status_code == 303
    shown = typed(browser.get(PAGES[4]).text)
    assert shown["needs:CE_PROJECT:groups"] == "năng lực optics | năng lực weapons = quang hoặc vũ khí = optics or weapons"
    assert browser.post(PAGES[4], data={**shown, "reason": "As it is shown."}).status_code == 303
    assert typed(browser.get(PAGES[4]).text)["needs:CE_PROJECT:groups"] == shown["needs:CE_PROJECT:groups"]


def test_a_project_is_added_changed_and_given_a_lead(browser: TestClient, world: Engine) -> None:
    fields = {**typed(browser.get(PAGES[5]).text), "id": "N9", "reason": "To test."}
    assert browser.post(f"{AT}/projects/new", data=fields).headers["location"] == f"{AT}/projects/N9"
    fields = {**typed(browser.get(f"{AT}/projects/N9").text), "host": "B1", "reason": "To test."}
    assert 'id="preview"' in browser.post(f"{AT}/projects/N9/preview", data=fields).text
    assert browser.post(f"{AT}/projects/N9", data=fields).status_code == 303
    assert browser.get(f"{API}/projects/N9").json()["host"]["id"] == "B1"
    lead = add_account(world, AccountRole.LEAD)
    for subject in ("projects/N9", "products/P1"):
        tag = browser.get(f"{API}/administration/{subject}/leads").headers["ETag"].strip('"')
        assert browser.post(f"{AT}/{subject}/leads", data={"tag": tag, "accounts": lead.id}).status_code == 303
        assert [one["id"] for one in browser.get(f"{API}/administration/{subject}/leads").json()["leads"]] == [lead.id]


def test_a_refused_form_shows_what_was_typed_and_what_is_wrong(browser: TestClient) -> None:
    fields = typed(browser.get(PAGES[1]).text) | {"version": "W9", "basis_vi": "Hội đồng", "basis_en": "The council", "reason": "Agreed"}
    first = next(name for name in fields if name.startswith("weight:"))
    answer = browser.post(PAGES[1], data=fields | {first: "0.999"})
    assert answer.status_code == 422
    assert "Agreed" in answer.text
    assert "phải có tổng bằng 1" in answer.text
    assert "W9" not in browser.get(PAGES[1]).text


def test_a_preview_keeps_a_field_that_was_emptied(browser: TestClient) -> None:
    address = f"{AT}/products/P1"
    fields = typed(browser.get(address).text)
    (needed,) = [name for name, value in fields.items() if name.startswith("needs:CE_PROJECT:must") and value]
    shown = browser.post(f"{address}/preview", data={**fields, needed: ""})
    assert shown.status_code == 200
    assert typed(shown.text)[needed] == ""
