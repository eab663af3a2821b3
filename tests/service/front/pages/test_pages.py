import re

import pytest
from fastapi.testclient import TestClient

from service.front.static_files import FILES
from service.matches.encoders.choice import NO_ENCODER
from tests.service.front.pages.reading import Page

SHORTLIST = "/products/P01/CE_PROJECT"
PAGES = (
    "/",
    "/help",
    "/about",
    "/contact",
    "/products",
    "/products?catalogue=QD1131-2025",
    "/products/P01",
    "/products/H01-1",
    "/projects/PRJ-G03-1",
    "/groups/G03",
    SHORTLIST,
    f"{SHORTLIST}?everybody=true",
    "/products/H01-1/CA_PROJECT",
    "/projects/PRJ-G03-1/CA_PROJECT",
    "/groups/G03/CE_SYSTEM",
    f"{SHORTLIST}/E000001",
    "/coverage",
    "/coverage?gaps=true&country=VN",
    "/coverage/P01/CE_PROJECT",
    "/coverage/P24/CA_PROJECT",
    "/exposure",
    "/find",
)


def show(browser: TestClient, address: str, status: int = 200) -> Page:
    answer = browser.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound_and_accessible(browser: TestClient, address: str, lang: str) -> None:
    page = show(browser, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert page.unclosed == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert page.links()[0] == f"#{page.all('main')[0]['id']}"
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(cell.get("scope") in {"col", "row", "rowgroup"} for cell in page.all("th"))
    identifiers = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_nothing_of_other_hosts_and_runs_nothing(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert "http://" not in answer.text
    assert "https://" not in answer.text
    assert Page(answer.text).foreign_scripts() == []
    assert not re.search(r'\sstyle="|\son\w+="', answer.text)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; ")
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_every_link_of_the_site_leads_somewhere(browser: TestClient) -> None:
    links = {link for address in PAGES for link in show(browser, address).links() if link.startswith("/")}
    some = sorted(links)[:: max(1, len(links) // 60)]
    asking = {"/account", "/requests"}  # to sign in
    assert {link: browser.get(link).status_code for link in some} == {link: 401 if link in asking else 200 for link in some}


def test_the_overview_shows_every_product_and_role(browser: TestClient) -> None:
    links = show(browser, "/products").links()
    cells = {link for link in links if re.fullmatch(r"/products/P\d\d/C[EA]_PROJECT", link)}
    assert len(cells) == 60
    assert any(re.fullmatch(r"/products/P\d\d/C[EA]_PROJECT/E\d{6}", link) for link in links)


def test_the_language_is_remembered(browser: TestClient) -> None:
    assert show(browser, "/products/P01?lang=en").all("html") == [{"lang": "en"}]
    assert show(browser, "/products/P01").all("html") == [{"lang": "en"}]


def test_changing_the_language_keeps_the_rest_of_the_address(browser: TestClient) -> None:
    assert "?everybody=true&lang=en" in show(browser, f"{SHORTLIST}?everybody=true").links()


def test_while_everybody_is_invented_each_page_says_so_once_and_not_beside_every_name(browser: TestClient) -> None:
    for address in (SHORTLIST, f"{SHORTLIST}/E000001", "/", "/products"):
        text = browser.get(f"{address}?lang=en").text
        assert (text.count("Everybody here is invented"), text.count('class="badge">synthetic')) == (1, 0)


def test_an_explanation_shows_rules_with_their_clause_and_marks_words(browser: TestClient) -> None:
    person = next(link for link in show(browser, SHORTLIST).links() if re.search(r"/E\d{6}$", link))
    page = show(browser, f"{person}?lang=vi")
    assert "Nghị định 231/2025/NĐ-CP" in page.text
    assert "Kết quả chỉ để tham khảo; quyết định thuộc người có thẩm quyền." in page.text
    assert page.all("mark")


def test_a_product_shows_brief_needs_source_and_sureness(browser: TestClient) -> None:
    text = show(browser, "/products/P07?lang=en").text
    assert all(word in text for word in ("Brief", "required", "Programmes", "Source: Decision 21/2026/QD-TTg", "How sure"))


@pytest.mark.parametrize("address", ["/nowhere", "/products/P99", "/products/P01/CE_PROJECT/E999999", "/groups/H01/CE_SYSTEM"])
def test_what_is_missing_is_said_in_the_readers_language(browser: TestClient, address: str) -> None:
    page = show(browser, address, 404)
    assert page.all("html") == [{"lang": "vi"}]
    assert {"lang": "en"} not in page.all("p")


def test_a_wrong_role_or_list_is_a_page_too(browser: TestClient) -> None:
    assert "CE_PROJECT / CA_PROJECT" in show(browser, "/products/P01/CE_SYSTEM", 422).text
    assert "QD21-2026" in show(browser, "/products?catalogue=X", 422).text


def test_programs_still_get_problems(browser: TestClient) -> None:
    assert browser.get("/products/P99", headers={"Accept": "*/*"}).headers["content-type"] == "application/problem+json"
    assert browser.get("/api/v1/products/P99").headers["content-type"] == "application/problem+json"


def test_a_page_cannot_be_made_to_carry_markup(browser: TestClient) -> None:
    assert "<b>" not in browser.get("/products/%3Cb%3Ex").text


def test_the_style_sheet_names_no_other_file() -> None:
    style = FILES["style.css"].source.read_text()
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_overview_says_that_there_is_no_encoder(browser: TestClient, lang: str) -> None:
    assert getattr(NO_ENCODER, lang) in show(browser, f"/products?lang={lang}").text


@pytest.mark.parametrize(
    "address", ["/programmes", "/programmes/QD21-2026", "/roles", "/groups/G03", "/projects/PRJ-G03-1", "/products/P01"]
)
def test_a_page_lights_the_entry_under_which_it_is_looked_for(browser: TestClient, address: str) -> None:
    lit = [link["href"] for link in show(browser, address).all("a") if link.get("aria-current") == "page"]
    assert lit == ["/products"]


def test_what_is_required_is_counted_in_groups_wherever_it_is_counted(browser: TestClient) -> None:
    """A list, the overview, the map and an explanation say of one person and of one cell the same numbers, of groups."""
    answer = browser.get(f"/api/v1{SHORTLIST.rsplit('/', 1)[0]}/recommendations?role=CE_PROJECT&limit=1").json()
    first = answer["items"][0]
    share = f"{first['x']}/{first['y']} required groups"
    person = f"{SHORTLIST}/{first['expert']['id']}"
    assert all(share in browser.get(f"{address}?lang=en").text for address in (SHORTLIST, "/products", person))
    assert f"shows {first['x']} of {first['y']} required groups of capabilities" in browser.get(f"{person}?lang=en").text
    cells = browser.get("/api/v1/coverage").json()["cells"]
    lacking = [cell for cell in cells if cell["groups_unmet"] and not cell["unmet"]]
    page = browser.get("/coverage?lang=en").text
    assert page.count(" lacking</span>") == len(lacking)
    assert all(f"{cell['groups_unmet']}/{cell['groups']} lacking" in page for cell in lacking)


@pytest.mark.parametrize(
    ("lang", "remark", "note"),
    [("vi", "chưa rõ điều, khoản", "chưa tìm được số điều, khoản"), ("en", "clause number not found", "was not found")],
)
@pytest.mark.parametrize("address", ["/coverage/P01/CE_PROJECT", "/coverage/P24/CA_PROJECT"])
def test_that_clauses_are_unknown_is_said_once_and_not_with_each(
    browser: TestClient, address: str, lang: str, remark: str, note: str
) -> None:
    page = browser.get(f"{address}?lang={lang}").text
    assert (page.count(remark), page.count(note)) == (0, 1)


@pytest.mark.parametrize("address", ["/people/E002001", f"{SHORTLIST}/E002001"])
def test_no_sentence_that_is_shown_ends_twice(browser: TestClient, address: str) -> None:
    assert re.findall(r"(?<![.])[.]{2}(?![.])", browser.get(address).text) == []
