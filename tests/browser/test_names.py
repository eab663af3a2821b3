"""Names are offered while somebody types one, with the keyboard alone, and the search works as a form without scripts."""

import re

from playwright.sync_api import expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, Open

TYPED = "nguyen"


def test_a_name_that_is_typed_without_accents_leads_to_the_person(open_as: Open) -> None:
    page = open_as(AccountRole.COORDINATOR).page
    page.locator("#search").press_sequentially(TYPED)
    names = page.locator("#names a")
    expect(names.first).to_contain_text(re.compile("nguy[eễ]n", re.IGNORECASE))
    expect(page.locator("#announced")).to_contain_text(str(names.count()))
    page.keyboard.press("ArrowDown")
    expect(names.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("ArrowDown")
    name = names.first.locator("strong").inner_text()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)


def test_escape_closes_what_is_offered_and_enter_searches(open_as: Open) -> None:
    page = open_as(AccountRole.COORDINATOR).page
    page.locator("#search").press_sequentially(TYPED)
    expect(page.locator("#names a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#names a")).to_have_count(0)
    expect(page.locator("#search")).to_be_focused()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator(".people-cards li").first).to_be_visible()


def test_without_scripts_the_search_is_a_form(open_as: Open) -> None:
    page = open_as(AccountRole.COORDINATOR, DESK, "vi", scripts=False).page
    page.locator("#search").fill(TYPED)
    with page.expect_navigation(wait_until="load"):
        page.locator("#search").press("Enter")
    expect(page.locator(".people-cards li").first).to_be_visible()
