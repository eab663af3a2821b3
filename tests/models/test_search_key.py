from hypothesis import given
from hypothesis import strategies as st

from models.search_key import folded, initials, search_key, search_words, toned

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def test_marks_and_case_are_folded_and_d_with_stroke_is_d() -> None:
    assert folded("Đặng Thuỳ-Dương") == "dang thuy-duong"
    assert search_words("Đỗ  O'Neil, J.") == ["đỗ", "o", "neil", "j"]


def test_a_tone_stands_in_front_wherever_it_is_written() -> None:
    assert (toned("Nguyễn"), toned("đỗ"), toned("an"), toned("văn")) == ("3nguyên", "3đô", "0an", "0văn")
    assert toned("thuỵ") == toned("thụy") == "5thuy"
    assert toned("hoà") == toned("hòa") != toned("hoá")


def test_an_initial_is_a_capital_letter_of_a_name() -> None:
    assert initials("N. V. An, Đ. A. Tú") == ["n", "v", "d", "a"]
    assert initials("An N V") == ["n", "v"]
    assert initials("A scientist, as I am; O'Neil, x. y") == []


def test_every_word_of_a_key_begins_after_a_sign_and_ends_before_a_space() -> None:
    assert search_key("Nguyễn A.", "", "dẫn") == " nguyen a dan =3nguyên =0a =3dân +a "
    assert search_key() == search_key("", "?!") == ""


@given(st.text(LETTERS, min_size=1, max_size=5), st.sampled_from(TONES), st.data())
def test_the_place_of_the_tone_says_nothing(letters: str, tone: str, data: st.DataObject) -> None:
    first, second = (data.draw(st.integers(1, len(letters))) for _ in range(2))
    written = [letters[:place] + tone + letters[place:] for place in (first, second)]
    assert toned(written[0]) == toned(written[1])
    assert folded(written[0]) == folded(written[1]) == folded(letters)
