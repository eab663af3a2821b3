"""The steps of a coordinator by pointer, as the pages offer them: from a product to the letter that invites somebody."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.crowded import PRODUCT
from tests.browser.watching import Watched

WHY = "Đã xem hồ sơ và minh chứng."
DRAFTING = "form[action$='/requests/drafts'] button"
WHOLE_COLUMN = "input[name=cell][value*='|*|']"
MET = "input[name=finding][value=met]"
SIGNING = "form[action$='/signatures']"
RELEASING = "form[action$='/release'] button"
INVITING = "form[action$='/invitations']"
LETTER = "main pre.secret"
ANSWER_DAYS = 10


def follow(watched: Watched, target: Locator) -> None:
    """Click ``target``, which leads to a page, and note what does not fit there."""
    with watched.page.expect_navigation(wait_until="load"):
        target.click()
    watched.look()


def draft(watched: Watched, product: str) -> None:
    """Go from the home page to the draft of a list for ``product``."""
    page = watched.page
    follow(watched, page.locator("nav.menu a[href='/products']"))
    link = page.locator(f"main a[href='/products/{product}']").first
    if not link.is_visible():  # on a phone its group is folded
        page.locator("details", has=page.locator(f"a[href='/products/{product}']")).locator("summary").click()
    follow(watched, link)
    follow(watched, page.locator(DRAFTING).first)
    assert "/shortlists/" in page.url


def crowded(watched: Watched) -> None:
    """Open the draft with nine people."""
    follow(watched, watched.page.locator("nav.menu a[href='/requests']"))
    row = watched.page.locator("main tr", has_text=PRODUCT)
    follow(watched, row.locator("a").first)
    follow(watched, watched.page.locator("main a[href^='/shortlists/']").first)


def judge(watched: Watched) -> None:
    """Record that every condition is met, of everybody whom nobody has judged."""
    form = watched.page.locator("form[action$='/findings']")
    for column in form.locator(WHOLE_COLUMN).all():
        column.check()
    form.locator(MET).check()
    form.locator("textarea[name=reason]").fill(WHY)
    follow(watched, form.locator("button[type=submit]"))
    expect(watched.page.locator(WHOLE_COLUMN)).to_have_count(0)


def sign_and_release(watched: Watched) -> None:
    """Sign the draft and hand it over to the lead."""
    page = watched.page
    page.locator(f"{SIGNING} textarea").fill(WHY)
    for box in page.locator(f"{SIGNING} input[type=checkbox]").all():
        box.check()
    follow(watched, page.locator(f"{SIGNING} button"))
    follow(watched, page.locator(RELEASING))


def invite(watched: Watched) -> None:
    """Invite the first candidate; the letter is ready to send."""
    page = watched.page
    follow(watched, page.locator("main .where a"))
    form = page.locator(INVITING).first
    form.locator("input[name=answer_by]").fill(answer_day())
    follow(watched, form.locator("button"))
    expect(page.locator(LETTER).first).to_be_visible()


def answer_day() -> str:
    """Return the last day to answer, as a field of dates takes it."""
    return (datetime.now(UTC) + timedelta(days=ANSWER_DAYS)).date().isoformat()


def download(page: Page, link: Locator) -> bytes:
    """Return the file that ``link`` gives."""
    with page.expect_download() as waiting:
        link.click()
    return waiting.value.path().read_bytes()
