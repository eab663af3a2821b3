"""Words and the terms that are weighed."""

import itertools
import sys
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.tokens import STOP_WORDS, form, terms, words

ENDINGS = [f"{stem}{ending}" for stem in ("organ", "relat", "gener", "comput", "modul") for ending in ("isations", "ional", "ators", "ing")]


@pytest.mark.parametrize(("one", "other"), [("systems", "system"), ("tracking", "tracked"), ("Hoà", "hòa"), ("RADAR", "radar")])
def test_forms_of_one_word_are_equal(one: str, other: str) -> None:
    assert form(one) == form(other)


def test_only_ascii_words_are_stemmed() -> None:
    assert form("sensors") == "sensor"
    assert form("ngày") == "ngày" != form("ngài")


@pytest.mark.parametrize("name", ["C++", "C#"])
def test_the_signs_of_a_programming_language_belong_to_its_name(name: str) -> None:
    assert [word.written for word in words(f"{name}, then {name}")] == [name, "then", name]


def test_terms_are_words_and_pairs() -> None:
    assert terms("hệ thống điều khiển") == ["hệ", "thống", "hệ thống", "điều", "thống điều", "khiển", "điều khiển"]


def test_a_stop_word_is_left_out_and_divides_pairs() -> None:
    assert terms("control of systems") == ["control", "system"]
    assert terms("lúa và gạo") == ["lúa", "gạo"]


@pytest.mark.parametrize("text", ["", "  \n", "😀 🚀", "và của các", "the of and", "x y z", "... --- !!!"])
def test_text_without_a_telling_word_has_no_terms(text: str) -> None:
    assert terms(text) == []


def test_stop_words_are_found_in_either_spelling() -> None:
    assert "hoặc" in STOP_WORDS
    assert terms(unicodedata.normalize("NFD", "hoặc")) == []


@given(st.text())
def test_the_span_of_a_word_cuts_it_out_of_the_composed_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    found = words(text)
    assert [composed[word.start : word.end] for word in found] == [word.written for word in found]
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@given(st.text())
def test_terms_do_not_depend_on_composition(text: str) -> None:
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


@given(st.text())
def test_no_term_is_empty(text: str) -> None:
    assert all(term.strip() == term != "" for term in terms(text))


@pytest.fixture
def hurried_threads() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried_threads")
def test_many_threads_find_the_forms_that_one_finds() -> None:
    def forms(_: int) -> list[str]:
        return [form.__wrapped__(word) for word in ENDINGS]  # past what is kept

    alone = forms(0)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == alone for found in pool.map(forms, range(16)))
