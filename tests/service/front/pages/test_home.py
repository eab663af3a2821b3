"""Everybody lands on a page that works for them: no link of the menu or of the home page is refused."""

import pytest
from fastapi.testclient import TestClient

from models.vocabulary import AccountRole
from tests.accounts import key_header
from tests.conftest import ClientFor
from tests.service.front.pages.reading import Page
from tests.service.synthetic_world import world_settings

BROWSER = {"Accept": "text/html"}
ABOUT = {AccountRole.EXPERT: {"expert_id": "E000001"}, AccountRole.LEAD: {"led_products": ["P01"]}}


def links(client: TestClient, headers: dict[str, str]) -> set[str]:
    """Return where the home page leads within the service, languages left out."""
    found = Page(client.get("/", headers=headers).text).links()
    return {link.partition("#")[0] for link in found if link.startswith("/")}


def test_no_link_that_is_offered_is_refused(world_copy: str, client_for: ClientFor) -> None:
    client = client_for(world_settings(world_copy), role=None)
    whom = {None: BROWSER} | {role: BROWSER | key_header(world_copy, role, **ABOUT.get(role, {})) for role in AccountRole}
    for role, headers in whom.items():
        offered = links(client, headers)
        assert len(offered) > 4, role
        refused = {link: status for link in offered if (status := client.get(link, headers=headers).status_code) != 200}
        assert refused == {}, role
        for lang in ("vi", "en"):
            page = Page(client.get(f"/?lang={lang}", headers=headers).text)
            assert (page.all("html"), page.unclosed, len(page.all("h1"))) == ([{"lang": lang}], [], 1)


def test_the_menu_names_what_each_role_works_with_and_no_tools(world_copy: str, client_for: ClientFor) -> None:
    client = client_for(world_settings(world_copy), role=None)

    menu = {role: links(client, BROWSER | key_header(world_copy, role, **ABOUT.get(role, {}))) for role in AccountRole}
    assert "/requests" in menu[AccountRole.LEAD]
    assert "/coverage" not in menu[AccountRole.LEAD]
    assert "/profile" in menu[AccountRole.EXPERT]
    assert {"/accounts", "/administration"} <= menu[AccountRole.ADMINISTRATOR]
    assert "/journal" in menu[AccountRole.AUDITOR]
    assert all("/docs" not in shown for shown in menu.values())


def test_a_newcomer_reads_what_this_is_and_three_things_to_try(browser: TestClient) -> None:
    page = Page(browser.get("/?lang=en").text)
    assert all(words in page.text for words in ("Find chief engineers", "Vietnam Innovation Network", "Everybody here is invented"))
    assert {"/products", "/find", "/coverage", "/sign-in", "/help"} <= set(page.links())


def test_an_error_is_said_once_in_the_readers_language_with_the_way_back(browser: TestClient) -> None:
    answer = browser.get("/nowhere?lang=en", headers={"Referer": "http://testserver/products?catalogue=QD21-2026"})
    page = Page(answer.text)
    assert (answer.status_code, "There is nothing at this address." in page.text, "Không có gì" in page.text) == (404, True, False)
    assert {"/products?catalogue=QD21-2026", "/"} <= set(page.links())
    elsewhere = browser.get("/nowhere", headers={"Referer": "https://elsewhere.example/x"})
    assert "elsewhere.example" not in elsewhere.text


def test_a_search_that_is_refused_comes_back_filled_and_may_change_its_language(browser: TestClient) -> None:
    typed = {"experts": "Nguyễn", "text": ""}
    answer = browser.post("/find?lang=vi", data=typed)
    page = Page(answer.text)
    assert (answer.status_code, 'value="Nguyễn"' in answer.text) == (422, True)
    assert [one["action"] for one in page.all("form") if "lang=en" in one.get("action", "")] == ["/find?lang=en"]
    assert ("lang=en" in "".join(page.links())) is False


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["dismiss what your words do not show", "Choose an opinion", "Check the chain", "the link is shown once"]),
        ("vi", ["gạt bỏ điều lời văn không thể hiện", "Chọn ý kiến", "Kiểm tra tính toàn vẹn", "liên kết chỉ hiện một lần"]),
    ],
)
def test_the_help_page_walks_with_every_role_and_says_where_the_links_of_the_trial_are(
    browser: TestClient, lang: str, told: list[str]
) -> None:
    text = Page(browser.get(f"/help?lang={lang}").text).text
    assert [words for words in (*told, "vinmatch demo") if words not in text] == []
    assert "vinmatch demo" in Page(browser.get(f"/sign-in?lang={lang}").text).text
