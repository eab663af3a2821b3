"""How many clicks the work takes that is done most."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.coordinating import DRAFTING, MET, WHOLE_COLUMN, WHY, crowded, follow
from tests.browser.crowded import PEOPLE
from tests.browser.watching import Watched

FRESH = "P16"
MOST_ACTS = 8


@dataclass
class Pointer:
    """Clicks in one window, counted."""

    watched: Watched
    clicks: int = 0

    def follow(self, target: Locator) -> None:
        """Click what leads to a page."""
        self.clicks += 1
        follow(self.watched, target)


def test_from_the_home_page_by_way_of_a_product_three_clicks_make_a_draft(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    pointer = Pointer(watched)
    pointer.follow(watched.page.locator("nav.menu a[href='/products']"))
    pointer.follow(watched.page.locator(f"main a[href='/products/{FRESH}']").first)
    pointer.follow(watched.page.locator(DRAFTING).first)
    expect(watched.page.locator(".board tbody tr").first).to_be_visible()
    assert (pointer.clicks, "/shortlists/" in watched.page.url) == (3, True)


def test_on_the_home_page_a_product_and_a_role_make_a_draft(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    watched.page.locator("main select[name=subject]").select_option("P20")
    pointer = Pointer(watched)
    pointer.follow(watched.page.locator(DRAFTING).first)
    assert (pointer.clicks, "/shortlists/" in watched.page.url) == (1, True)


def test_why_nine_people_are_listed_is_read_with_nine_clicks_and_their_36_conditions_are_judged_in_few_acts(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    crowded(watched)
    page = watched.page
    summaries = page.locator(".board td details:has(blockquote) > summary")
    assert summaries.count() == PEOPLE
    for summary in summaries.all():
        summary.click()
    expect(page.locator(".board details[open] h4").first).to_be_visible()
    assert page.locator(".board details[open]:has(blockquote)").count() == PEOPLE
    acts = 0
    while page.locator(WHOLE_COLUMN).count():
        page.locator(WHOLE_COLUMN).first.check()
        page.locator(MET).check()
        page.locator("form[action$='/findings'] textarea").fill(WHY)
        follow(watched, page.locator("form[action$='/findings'] button[type=submit]"))
        acts += 1
    assert acts <= MOST_ACTS
    assert page.locator(".grid .result.met").count() == PEOPLE * acts


def test_the_dossier_is_one_click_from_the_home_page(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR)
    with watched.page.expect_download() as waiting:
        watched.page.locator("main a[href*='dossier.pdf']").first.click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


def test_on_a_phone_it_is_seen_how_much_is_missing_and_one_press_names_it(open_as: Open) -> None:
    watched = open_as(AccountRole.COORDINATOR, PHONE, "en", scripts=False)
    crowded(watched)
    folds = watched.page.locator(".board details.on-phone > summary", has_text="not seen")
    names = folds.first.locator("xpath=..").locator("li")
    expect(names.first).to_be_hidden()
    folds.first.click()
    expect(names.first).to_be_visible()
    watched.look()
    watched.resize(DESK)
    expect(folds.first).to_be_hidden()
