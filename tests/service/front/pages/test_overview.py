"""The page of all products is folded by technology group, and a list says what its bands mean once."""

import re

from fastapi.testclient import TestClient

from tests.service.front.pages.reading import Page

GROUPS = 10
PRODUCTS_WITHOUT_A_GROUP = 6
SHORTLIST = "/products/P01/CE_PROJECT"


def test_the_first_group_of_products_is_open_and_a_link_opens_all(browser: TestClient) -> None:
    folded, unfolded = (Page(browser.get(f"/products{query}").text).all("details") for query in ("", "?unfolded=true"))
    assert [("open" in group) for group in folded] == [True] + [False] * (GROUPS - 1)
    assert ["open" in group for group in unfolded] == [True] * GROUPS


def test_the_link_that_opens_all_groups_stays_on_the_list(browser: TestClient) -> None:
    assert "?catalogue=QD2815-2025&unfolded=true" in Page(browser.get("/products?catalogue=QD2815-2025").text).links()


def test_products_without_a_group_are_shown(browser: TestClient) -> None:
    page = browser.get("/products?catalogue=QD2815-2025&lang=vi").text
    assert len(Page(page).all("details")) == 1
    assert "Chưa xếp nhóm" in page
    assert len(set(re.findall(r'href="/products/([\w-]+)"', page))) == PRODUCTS_WITHOUT_A_GROUP


def test_what_a_band_stands_on_is_told_once(browser: TestClient) -> None:
    told = re.findall(r"Of 100 people in this band (\d+)", browser.get(f"{SHORTLIST}?everybody=true&lang=en").text)
    assert len(told) == len(set(told))
    assert told
