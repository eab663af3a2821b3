"""Every page that somebody reaches: accessible, within the width of a phone, named by words, nothing asked of another host or refused."""

import pytest

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.walking import kind, pages

WHO = [None, *AccountRole]
ON_PHONES = {None, AccountRole.EXPERT}
SCREENS = "document.documentElement.scrollHeight / innerHeight"
MOST_SCREENS = 8
LISTS = {
    "/products?unfolded",
    "/people",
    "/completeness",
    "/completeness?lack",
    "/find?experts",
    "/products/*/*?everybody",
}
"""Lists that are as long as what they list; they have pages, filters or a way to narrow them."""


@pytest.mark.parametrize("role", WHO, ids=str)
def test_every_page_that_is_offered_works_is_accessible_and_fits_a_phone(open_as: Open, role: AccountRole | None) -> None:
    watched = open_as(role, PHONE if role in ON_PHONES else DESK)
    long = {}
    for path in pages(watched):
        watched.judge()
        watched.read()
        watched.resize(PHONE)
        watched.look()
        screens = watched.page.evaluate(SCREENS)
        if screens > MOST_SCREENS and kind(path) not in LISTS:
            long[path] = round(screens, 1)
        watched.resize(PHONE if role in ON_PHONES else DESK)
    assert long == {}
