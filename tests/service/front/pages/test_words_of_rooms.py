"""A language that says of every word whose it is shows that no page says the word of a room that has no part in it."""

import gettext
import re
from dataclasses import replace
from functools import cache

import pytest
from fastapi.testclient import TestClient
from jinja2 import Environment, meta

from models.vocabulary import Language
from service.kit import rendering
from service.kit.words import Words, lenders, words_in
from tests.service.front.pages.test_pages import PAGES

MORE = ("/plans", "/plans/new", "/sign-in", "/products/P01/pairs", "/nowhere", "/account")


class WhoseWord(gettext.NullTranslations):
    """Says ``[room] word`` instead of the word."""

    def pgettext(self, context: str, message: str) -> str:
        return f"[{context}] {message}"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - the number changes nothing
        return self.pgettext(context, msgid1)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let pages say whose words they say; gives the names of the templates that are rendered."""
    names: list[str] = []
    templates = rendering._templates()
    get = templates.get_template
    monkeypatch.setattr(rendering, "words_in", whose_words)
    monkeypatch.setattr(templates, "get_template", lambda name, *more: names.append(name) or get(name, *more))
    return names


def whose_words(language: Language) -> Words:
    return replace(words_in(language), spoken=WhoseWord())


@cache
def rooms_of(template: str) -> frozenset[str]:
    """Return the rooms that have a part in a template: its own, and those of the templates that it extends, imports or includes."""
    room, _, file = template.rpartition("/")
    source = (rendering.SERVICE / room / "templates" / file).read_text()
    others = [name for name in meta.find_referenced_templates(Environment(autoescape=True).parse(source)) if name]
    return frozenset({room}).union(*(rooms_of(name) for name in others))


def whose(page: str) -> set[str]:
    return set(re.findall(r"\[([a-z_]+(?:/[a-z_]+)*)\] \w", page))


@pytest.mark.parametrize("address", [*PAGES, *MORE])
def test_a_page_says_only_the_words_of_its_rooms(browser: TestClient, rendered: list[str], address: str) -> None:
    said = whose(browser.get(address).text)
    allowed = {lender for room in rooms_of(rendered[0]) for lender in lenders(room)}
    assert "front" in said
    assert said <= allowed


def test_rooms_differ_by_page(browser: TestClient, rendered: list[str]) -> None:
    """The proof above can fail: the map does not say what the profile, the plans or the search say."""
    assert "matches/coverage" in whose(browser.get("/coverage").text)
    assert rooms_of(rendered[0]) == {"matches/coverage", "front"}
