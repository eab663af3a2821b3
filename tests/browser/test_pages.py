"""Every page that somebody reaches: accessible, within the width of a phone, named by words, nothing asked of another host or refused."""

import pytest
from playwright.sync_api import expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.coordinating import crowded, follow
from tests.browser.walking import kind, pages
from tests.browser.watching import Watched

WHO = [None, *AccountRole]
ON_PHONES = {None, AccountRole.EXPERT}
SCREENS = "document.documentElement.scrollHeight / innerHeight"
MOST_SCREENS = 8
COLOUR, LETTERS = "one => getComputedStyle(one).fill", "one => getComputedStyle(one).color"
LISTS = {"/products?unfolded"}
"""What is as long as what it lists, because somebody asked for the whole of it."""


def screens(watched: Watched) -> float:
    """Return how many screens the open page fills."""
    return round(float(watched.page.evaluate(SCREENS)), 1)


@pytest.mark.parametrize("role", WHO, ids=str)
def test_every_page_that_is_offered_works_is_accessible_and_fits_a_phone(open_as: Open, role: AccountRole | None) -> None:
    watched = open_as(role, PHONE if role in ON_PHONES else DESK)
    long = {}
    for path in pages(watched):
        watched.judge()
        watched.read()
        watched.resize(PHONE)
        watched.look()
        if screens(watched) > MOST_SCREENS and kind(path) not in LISTS:
            long[path] = screens(watched)
        watched.resize(PHONE if role in ON_PHONES else DESK)
    assert long == {}


def test_a_draft_of_many_people_is_read_on_a_phone_and_a_card_opens_whole(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR, PHONE, scripts=False)
    crowded(watched)
    assert screens(watched) <= MOST_SCREENS
    row = watched.page.locator(".board tbody tr").last
    expect(row.locator(".chip").first).to_be_hidden()
    row.locator("summary").first.click()
    expect(row.locator(".chip.grade:not(.missing)").first).to_be_visible()


def test_a_plan_of_all_products_is_read_on_a_phone(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR, PHONE)
    for _ in range(2):
        watched.open("/plans/new")
        follow(watched, watched.page.locator("main form button"))
        expect(watched.page.locator("main table").first).to_be_visible()
    seen = {"plan": screens(watched)}
    watched.page.locator("main table details summary").first.click()
    follow(watched, watched.page.locator("main a[href*='/prices']").first)
    seen["prices"] = screens(watched)
    watched.open("/plans")
    follow(watched, watched.page.locator("main form button"))
    seen["comparison"] = screens(watched)
    assert {page: number for page, number in seen.items() if number > MOST_SCREENS} == {}


def test_a_bar_is_as_long_as_what_it_shows_and_has_the_colour_of_the_page(open_as: Open) -> None:
    watched = open_as(None)
    watched.open("/products/P01/CE_PROJECT")
    numbers, bars = watched.page.locator(".funnel td.number").all_inner_texts(), watched.page.locator(".funnel rect")
    drawn = [box["width"] for bar in bars.all() if (box := bar.bounding_box())]
    counted = [int(number.replace(".", "")) for number in numbers]
    assert [width / drawn[0] for width in drawn] == pytest.approx([max(one / counted[0], 0.006) for one in counted], abs=0.01)
    assert bars.first.evaluate(COLOUR) == watched.page.locator("main a").first.evaluate(LETTERS)
