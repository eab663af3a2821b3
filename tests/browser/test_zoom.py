"""Every page at 400%: on a window of 1280 pixels it has 320 of them left, and nothing is cut or scrolls sideways (WCAG 1.4.10)."""

import pytest

from models.vocabulary import AccountRole
from tests.browser.conftest import Open
from tests.browser.walking import pages

ZOOM = 4
ZOOMED = (1280 // ZOOM, 1024 // ZOOM)
WHO = [None, *AccountRole]
CUT = """() => {
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 40)}”`;
  const style = (one) => getComputedStyle(one);
  const scrolls = (one) => one && (["auto", "scroll"].includes(style(one).overflowX) || scrolls(one.parentElement));
  const unseen = (one) => one && (one.getBoundingClientRect().width <= 1 || unseen(one.parentElement));
  const faults = [];
  for (const one of document.querySelectorAll("body *:not(svg *, input)")) {
    const { left, right, height } = one.getBoundingClientRect();
    if (height <= 1 || unseen(one) || one.closest(".skip")) continue;
    if (["hidden", "clip"].includes(style(one).overflowX) && one.scrollWidth > one.clientWidth + 1) faults.push(`cut: ${name(one)}`);
    if ((right > innerWidth + 1 || left < -1) && !scrolls(one.parentElement)) faults.push(`beyond the window: ${name(one)}`);
    if (["sticky", "fixed"].includes(style(one).position) && height > innerHeight / 2) faults.push(`covers the page: ${name(one)}`);
  }
  return faults.slice(0, 5);
}"""


@pytest.mark.long
@pytest.mark.parametrize("role", WHO, ids=str)
def test_at_four_times_the_size_every_page_is_whole(open_as: Open, role: AccountRole | None) -> None:
    watched = open_as(role, ZOOMED, zoom=ZOOM)
    cut = {}
    for path in pages(watched):
        watched.judge()
        if found := watched.page.evaluate(CUT):
            cut[path] = found
    assert cut == {}
