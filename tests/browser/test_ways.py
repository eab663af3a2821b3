"""The main way of every role, from the home page to what they came for: at a context in both languages, on a phone without scripts."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.coordinating import download, draft, follow, invite, judge, sign_and_release
from tests.browser.watching import Watched


@dataclass(frozen=True)
class Window:
    """Where a page is looked at, and the product that this window may work on."""

    name: str
    size: tuple[int, int]
    lang: str
    scripts: bool
    product: str


WINDOWS = [
    Window("context-vi", DESK, "vi", scripts=True, product="P10"),
    Window("context-en", DESK, "en", scripts=True, product="P11"),
    Window("phone-vi", PHONE, "vi", scripts=False, product="P12"),
]
everywhere = pytest.mark.parametrize("window", WINDOWS, ids=lambda one: one.name)


def entered(open_as: Open, role: AccountRole | None, window: Window) -> Watched:
    """Return the window of ``role`` on its home page."""
    watched = open_as(role, window.size, window.lang, scripts=window.scripts)
    expect(watched.page.locator("html")).to_have_attribute("lang", window.lang)
    watched.look()
    return watched


def menu(watched: Watched, path: str) -> None:
    """Follow the entry of the menu that leads to ``path``."""
    follow(watched, watched.page.locator(f"nav.menu a[href='{path}']"))


@everywhere
def test_a_newcomer_reads_who_fits_and_why_and_where_nobody_does(open_as: Open, window: Window) -> None:
    watched = entered(open_as, None, window)
    page = watched.page
    follow(watched, page.locator("main a[href='/products']"))
    follow(watched, page.locator("main a[href='/products/P01']").first)
    follow(watched, page.locator("main a[href='/products/P01/CE_PROJECT']").first)
    follow(watched, page.locator("main a[href^='/products/P01/CE_PROJECT/E']").first)
    expect(page.locator("mark").first).to_be_visible()
    menu(watched, "/find")
    page.locator("main textarea").first.fill("radar mảng pha, xử lý tín hiệu số")
    follow(watched, page.locator("main button[name=do][value=search]"))
    expect(page.locator("main button[name=expert]").first).to_be_visible()
    menu(watched, "/coverage")
    follow(watched, page.locator("main .tile a").first)


@everywhere
def test_a_coordinator_comes_from_a_product_to_an_invitation_and_a_dossier(open_as: Open, window: Window) -> None:
    watched = entered(open_as, AccountRole.COORDINATOR, window)
    draft(watched, window.product)
    watched.page.locator(".board details summary").first.click()
    expect(watched.page.locator(".board blockquote").first).to_be_visible()
    judge(watched)
    sign_and_release(watched)
    dossier = download(watched.page, watched.page.locator("a[href*='dossier.docx']").first)
    assert dossier.startswith(b"PK")
    invite(watched)


@everywhere
def test_a_lead_reads_the_released_list_without_names_and_answers(open_as: Open, window: Window) -> None:
    watched = entered(open_as, AccountRole.LEAD, window)
    page = watched.page
    menu(watched, "/requests")
    follow(watched, page.locator("main table a[href^='/requests/S']").last)
    follow(watched, page.locator("main a[href$='/released']"))
    expect(page.locator("main ol.people li strong").first).to_be_visible()
    page.locator("main select[name=kind]").select_option("unsuitable")
    page.locator("main select[name=person]").select_option(index=1)
    page.locator("main select[name=reason]").select_option("other_field")
    page.locator("main form textarea").fill(window.name)
    follow(watched, page.locator("main form[method=post] button"))
    expect(page.locator("main [role=status]").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(window.name)


@everywhere
def test_an_expert_finds_what_is_asked_and_keeps_the_own_profile(open_as: Open, window: Window) -> None:
    watched = entered(open_as, AccountRole.EXPERT, window)
    page = watched.page
    follow(watched, page.locator("main a[href^='/invited/']").first)
    page.locator("input[name=answer][value=ask]").check()
    page.locator("main textarea").fill(window.name)
    follow(watched, page.locator("main form button"))
    expect(page.locator("main")).to_contain_text(window.name)
    menu(watched, "/profile")
    page.locator("input[name=hours_per_week]").fill("20")
    follow(watched, page.locator("form[action$='/availability'] button"))
    expect(page.locator("main [role=status]").first).to_be_visible()


@everywhere
def test_an_administrator_invites_somebody_and_sees_whom_other_weights_move(open_as: Open, window: Window) -> None:
    watched = entered(open_as, AccountRole.ADMINISTRATOR, window)
    page = watched.page
    menu(watched, "/accounts")
    page.locator("main input[name=email]").fill(f"{window.name}@test.example")
    page.locator("main input[name=display_name]").fill(window.name)
    page.locator("main input[name=roles][value=coordinator]").check()
    follow(watched, page.locator("main form[action='/accounts'] button"))
    expect(page.locator("main .secret")).to_contain_text("/invitations/")
    menu(watched, "/administration")
    follow(watched, page.locator("main a[href^='/administration/weights/']").first)
    follow(watched, page.locator("button[formaction$='/preview']"))
    expect(page.locator("main [role=status], main .verdict").first).to_be_visible()


@everywhere
def test_an_auditor_checks_the_chain_and_a_seal(open_as: Open, window: Window) -> None:
    watched = entered(open_as, AccountRole.AUDITOR, window)
    page = watched.page
    follow(watched, page.locator("main a[href$='/verification']").first)
    expect(page.locator("main")).to_contain_text("✓")
    menu(watched, "/journal")
    follow(watched, page.locator("main a[href$='check=true']"))
    expect(page.locator("main [role=status]")).to_contain_text("✓")
