"""The steps of docs/tutorial.md, which the help page repeats, lead to a dossier in the hand; each label in quotes is met as written."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from models.vocabulary import AccountRole
from tests.browser.conftest import DESK, Open
from tests.browser.coordinating import WHY
from tests.browser.watching import Watched
from tests.documentation.pages import ROOT, sections

HEADINGS = {"en": "In English", "vi": "Bằng tiếng Việt"}
FILES = {"PDF": b"%PDF", "DOCX": b"PK"}


def steps(lang: str) -> list[str]:
    text = sections((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"))[HEADINGS[lang]]
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("lang", HEADINGS)
def test_the_tutorial_leads_to_a_dossier(open_as: Open, lang: str) -> None:
    watched = open_as(AccountRole.COORDINATOR, DESK, lang)
    watched.open("/help")
    assert all(step in told for step, told in zip(steps(lang), watched.page.locator("ol.steps li").all_inner_texts(), strict=True))
    for step in steps(lang):
        for label in re.findall("“([^”]+)”", step):
            act(watched, label)


def act(watched: Watched, label: str) -> None:
    """Do what one does with what is labelled so: write, tick, open, download or follow."""
    page = watched.page
    fields, boxes, choice = (_named(page, role, label) for role in ("textbox", "checkbox", "radio"))
    if choice.count():
        choice.check()
    elif label in FILES:
        with page.expect_download() as waiting:
            _named(page, "link", label).first.click()
        assert waiting.value.path().read_bytes().startswith(FILES[label])
    elif fields.count():
        fields.last.fill(WHY)
    elif boxes.count():
        for box in boxes.all():
            box.check()
    else:
        _press(watched, label)


def _press(watched: Watched, label: str) -> None:
    page = watched.page
    summary = page.locator("summary", has_text=label).filter(visible=True)
    if summary.count():
        summary.first.click()
        return
    buttons = _named(page, "button", label)
    found = buttons if buttons.count() else _named(page, "link", label)  # a link may lead to the place of the button of that name
    expect(found.first).to_be_visible()
    with page.expect_navigation(wait_until="load"):
        found.first.click()
    watched.look()


def _named(page: Page, role: str, label: str) -> Locator:
    """Return what is shown with ``role`` and is called ``label``, else what is called so in part."""
    whole = page.locator("body").get_by_role(role, name=label, exact=True).filter(visible=True)  # type: ignore[arg-type]
    return whole if whole.count() else page.get_by_role(role, name=label).filter(visible=True)  # type: ignore[arg-type]
