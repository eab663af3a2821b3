"""One spelling for one word."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.normalise import _LAST_MARK, composed, fold, normalise

VIETNAMESE = st.text("aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵbcdđghklmnpqrstvxHOÀUỴQĐ ")


@pytest.mark.parametrize(
    ("newer", "older"),
    [("hoà", "hòa"), ("thuỵ", "thụy"), ("khoẻ", "khỏe"), ("uỷ ban", "ủy ban"), ("HOÁ CHẤT", "hóa chất"), ("Thuỷ lực", "thủy lực")],
)
def test_the_two_positions_of_a_tone_mark_are_one_word(newer: str, older: str) -> None:
    assert normalise(newer) == normalise(older) == older


@pytest.mark.parametrize("word", ["quý", "quỳ", "quỵ", "quả", "hoàn", "loạn", "hoặc", "ngoặt", "luật", "khuya", "của", "điện", "nguyễn"])
def test_words_with_one_correct_spelling_stay(word: str) -> None:
    assert normalise(word) == word


def test_a_crossed_d_is_another_letter() -> None:
    assert normalise("Đa") == "đa"
    assert normalise("Đa") != normalise("Da")


def test_accents_tell_words_apart() -> None:
    assert len({normalise(word) for word in ("ma", "má", "mà", "mả", "mã", "mạ")}) == 6


@given(st.text() | VIETNAMESE)
def test_composed_and_decomposed_text_are_the_same(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert normalise(composed) == normalise(decomposed)
    assert fold(composed) == fold(decomposed)


@given(st.text() | VIETNAMESE)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_every_mark_is_dropped_whatever_its_script() -> None:
    marks = [character for character in map(chr, range(sys.maxunicode + 1)) if unicodedata.combining(character)]
    assert fold("".join(marks[::7])) == ""
    assert max(marks) < chr(_LAST_MARK)


@pytest.mark.parametrize(("written", "folded"), [("Đặng Thuỳ Trâm", "dang thuy tram"), ("VŨ QUÝ", "vu quy"), ("Müller", "muller")])
def test_folding_is_what_somebody_types_without_accents(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(VIETNAMESE)
def test_folded_vietnamese_is_plain_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("written", ["(thuỵ)", "THUỴ,", "thuỵ.", "“Thuỵ”", "thuỵ-điển", "Khoẻ!"])
def test_a_tone_mark_moves_before_punctuation(written: str) -> None:
    assert "ụy" in normalise(written) or "ỏe" in normalise(written)


def test_thousands_of_marks_are_cut_short() -> None:
    assert len(composed("a" + "\u0301\u0323" * 100_000 + "b")) < 12
    assert fold("a" + "\u0301\u0323" * 100_000) == "a"
    assert normalise("a" + "\u0323\u0301" * 100_000).startswith("ạ")


def test_half_a_character_is_left_out() -> None:
    assert composed("ra\ud800đa") == "rađa"


@given(st.text() | VIETNAMESE)
def test_a_readable_text_is_only_composed(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text) or len(text) > 8
