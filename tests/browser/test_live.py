"""Acts of the workbench are done in place: focus, scroll, what is open and ticked stay, what was done is said, and Back leads back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.coordinating import WHY, crowded, follow
from tests.browser.watching import Watched

PEOPLE = "display_name,family_name,given_name,country\nNguyễn Thử,Nguyễn,Thử,VN\n"
SAME = "window.asBefore = true"
IS_SAME = "window.asBefore === true"
FOCUSED = "document.activeElement.id"
KEPT = "Object.values({...localStorage, ...sessionStorage}).join()"
SEEN = "element => { const at = element.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"


def workbench(watched: Watched) -> Page:
    """Open the draft with nine people, and mark the page so that a new one in its place is noticed."""
    crowded(watched)
    watched.page.evaluate(SAME)
    return watched.page


def person(page: Page, place: int) -> Locator:
    """Return the row of whoever stands at ``place`` now, wherever it moves."""
    return page.locator(f"#{page.locator('.board tbody tr[id]').nth(place - 1).get_attribute('id')}")


def act(row: Locator, kind: str) -> None:
    """Decide about the person of ``row``."""
    if not row.locator("textarea").is_visible():
        row.locator("summary[id$='-decide']").click()
    row.locator("textarea").fill(WHY)
    row.locator(f"button[value={kind}]").click()


def test_who_moves_somebody_keeps_the_place_and_is_told(open_as: Open) -> None:
    page = workbench(open_as(AccountRole.COORDINATOR))
    row = person(page, 3)
    row.locator("summary", has_not_text="·").first.click()
    row.locator("input[name=expert]").check()
    before = page.evaluate("history.length")
    act(row, "up")
    expect(row.locator(".done")).to_be_visible()
    expect(row.locator(".place")).to_have_text("2")
    expect(page.locator("#announced")).to_have_text(row.locator(".done").inner_text())
    up = row.locator("button[value=up]")
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED), page.evaluate("history.length")) == (True, up.get_attribute("id"), before)
    assert up.evaluate(SEEN)
    expect(row.locator("input[name=expert]")).to_be_checked()
    expect(row.locator("details[id$='-why']")).to_have_attribute("open", "")
    page.reload()
    expect(row.locator(".place")).to_have_text("2")


def test_an_act_at_the_end_of_the_page_leaves_it_where_it_was(open_as: Open) -> None:
    page = workbench(open_as(AccountRole.COORDINATOR))
    page.locator("#refresh").scroll_into_view_if_needed()
    at = page.evaluate("scrollY")
    page.locator("#refresh").click()
    expect(page.locator("#announced")).not_to_be_empty()
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED)) == (True, "refresh")
    assert page.locator("#refresh").evaluate(SEEN)
    assert at > 0
    assert page.evaluate("scrollY") > 0


def test_who_takes_somebody_off_and_back_is_led_along(open_as: Open) -> None:
    page = workbench(open_as(AccountRole.COORDINATOR))
    row = person(page, 1)
    act(row, "exclude")
    expect(page.locator(".person .done")).to_be_visible()
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED)) == (True, row.locator("button[value=restore]").get_attribute("id"))
    page.locator("#undo").click()
    expect(row.locator(".done")).to_be_visible()
    expect(page.locator(".person")).to_have_count(0)
    assert page.evaluate(IS_SAME)


def test_filters_are_steps_that_back_takes_back_and_acts_are_not(open_as: Open) -> None:
    page = workbench(open_as(AccountRole.COORDINATOR))
    page.locator("details.filters summary").click()
    page.locator("input[name=free]").check()
    page.locator("#narrow").click()
    expect(page.locator("main li.chip a")).to_have_count(1)
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED)) == (True, "narrow")
    page.locator("main li.chip a").click()
    expect(page.locator("main li.chip a")).to_have_count(0)
    page.go_back()
    expect(page.locator("main li.chip a")).to_have_count(1)
    page.go_back()
    expect(page.locator("main li.chip a")).to_have_count(0)
    assert "/shortlists/" in page.url
    page.go_back()
    expect(page).to_have_url(re.compile("/requests/"))
    assert "<" not in page.evaluate(KEPT)


def test_a_refused_form_comes_back_filled_in_place_and_in_the_other_language(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    page = workbench(watched)
    address = page.url
    row = person(page, 1)
    row.locator("summary[id$='-decide']").click()
    page.evaluate("document.querySelectorAll('input[name=version]').forEach(field => { field.value = '0'; })")
    act(row, "pin")
    expect(page.locator("#refused")).to_be_focused()
    assert (page.evaluate(IS_SAME), page.url) == (True, address)
    expect(row.locator("textarea")).to_have_value(WHY)
    page.locator("#languages button[lang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(row.locator("textarea")).to_have_value(WHY)
    told = [fault for fault in watched.faults if "412" in fault]  # a browser tells every refusal on its console
    watched.faults[:] = [fault for fault in watched.faults if fault not in told]
    assert told


def test_who_signed_out_in_another_window_is_led_to_sign_in(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    page = workbench(watched)
    row = person(page, 1)
    page.context.clear_cookies()
    act(row, "pin")
    expect(page.locator("main input[type=password]")).to_be_visible()
    assert (page.locator("main").count(), page.locator("header").count(), "next=%2Fshortlists%2F" in page.url) == (1, 1, True)
    watched.faults[:] = [fault for fault in watched.faults if "401" not in fault]


def test_a_service_that_does_not_answer_is_told_and_nothing_typed_is_lost(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    page = workbench(watched)
    row = person(page, 1)
    page.context.set_offline(True)
    act(row, "pin")
    expect(page.locator("#announced.failed")).to_be_visible()
    expect(row.locator("textarea")).to_have_value(WHY)
    page.context.set_offline(False)
    row.locator("button[value=pin]").click()
    expect(row.locator(".done")).to_be_visible()
    watched.faults[:] = [fault for fault in watched.faults if not re.search(r"htmx:|DISCONNECTED", fault)]


def test_the_directory_is_narrowed_and_paged_in_place(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    watched.open("/people")
    page = watched.page
    page.evaluate(SAME)
    first = page.locator(".people-cards a").first.inner_text()
    page.locator("main .links a").click()
    expect(page.locator(".people-cards a").first).not_to_have_text(first)
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED), page.locator("h1").evaluate(SEEN)) == (True, "content", True)
    page.locator("select[name=country]").select_option("VN")
    page.locator("#show").click()
    expect(page.locator("main .chips a").first).to_be_visible()
    assert (page.evaluate(IS_SAME), page.evaluate(FOCUSED)) == (True, "show")
    page.go_back()
    expect(page.locator("main .chips a")).to_have_count(0)
    page.go_back()
    expect(page.locator(".people-cards a").first).to_have_text(first)


def test_an_import_is_followed_without_a_new_page(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    watched.open("/imports")
    page = watched.page
    page.locator("#file").set_input_files({"name": "people.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()})
    follow(watched, page.locator("button[name=dry_run][value=yes]"))
    page.evaluate(SAME)
    expect(page.locator("main [hx-trigger]")).to_have_count(0)
    expect(page.locator("main .verdict[role=status]")).to_be_visible()
    assert page.evaluate(IS_SAME)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_without_scripts_the_same_forms_do_the_same(open_as: Open, size: tuple[int, int]) -> None:
    watched = open_as(AccountRole.COORDINATOR, size, scripts=False)
    crowded(watched)
    row = person(watched.page, 5)
    row.locator("summary[id$='-decide']").click()
    row.locator("textarea").fill(WHY)
    follow(watched, row.locator("button[value=up]"))
    expect(row.locator(".done")).to_be_visible()
    expect(row.locator(".place")).to_have_text("4")
