import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.applications import running_client
from tests.service.front.pages.reading import Page
from tests.service.synthetic_world import address, world_settings


@pytest.fixture(scope="module")
def browser(world_file: Path) -> Iterator[TestClient]:
    with running_client(world_settings(address(world_file)), headers={"Accept": "text/html"}) as client:
        yield client


@pytest.fixture(scope="module")
def pairs(browser: TestClient) -> str:
    """Address of the pairs of a product that has some."""
    addresses = [f"/products/P{number:02d}/pairs" for number in range(1, 31)]
    return next(one for one in addresses if browser.get(f"/api/v1{one}?limit=1").json()["total"] > 1)


def show(browser: TestClient, address: str, status: int = 200) -> Page:
    answer = browser.get(address)
    assert answer.status_code == status, answer.text
    return Page(answer.text)


def explanation(browser: TestClient, pairs: str) -> str:
    return next(link for link in show(browser, pairs).links() if re.search(r"/pairs/E\d+/E\d+$", link))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", ["{pairs}?", "{pairs}?limit=1&same_person=true&", "{explanation}?", "/projects/PRJ-G03-1/pairs?"])
def test_a_page_is_sound_and_accessible(browser: TestClient, pairs: str, form: str, lang: str) -> None:
    page = show(browser, form.format(pairs=pairs, explanation=explanation(browser, pairs)) + f"lang={lang}")
    assert page.unclosed == []
    assert page.all("html") == [{"lang": lang}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(cell.get("scope") in {"col", "row"} for cell in page.all("th"))
    assert page.foreign_scripts() == []


def test_the_product_and_its_shortlists_lead_to_the_pairs(browser: TestClient, pairs: str) -> None:
    product = pairs.removesuffix("/pairs")
    assert all(pairs in show(browser, one).links() for one in (product, f"{product}/CE_PROJECT", f"{product}/CA_PROJECT"))
    assert not any(link.endswith("/pairs") for link in show(browser, "/groups/G03").links())


def test_every_link_of_the_pages_leads_somewhere(browser: TestClient, pairs: str) -> None:
    links = {*show(browser, f"{pairs}?limit=2").links(), *show(browser, explanation(browser, pairs)).links()}
    found = {link: browser.get(link if link.startswith("/") else f"{pairs}{link}").status_code for link in links if link[0] in "/?"}
    assert found == {link: 401 if link in {"/account", "/requests"} else 200 for link in found}  # these two ask to sign in


def test_an_explanation_says_who_covers_what_and_what_the_next_pair_costs(browser: TestClient, pairs: str) -> None:
    text = show(browser, f"{explanation(browser, pairs)}?lang=en").text
    assert all(words in text for words in ("Who covers what", "Taking the next pair instead", "For reference only; people decide."))


def test_no_pair_is_said_with_the_reason(browser: TestClient) -> None:
    assert "No pair:" in show(browser, "/products/P01/pairs?chief_engineer=E999999&lang=en").text


def test_unknown_people_are_a_page_too(browser: TestClient) -> None:
    assert show(browser, "/products/P01/pairs/E000001/E999999", 404).all("h1")
