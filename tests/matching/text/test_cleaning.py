"""What scanners, fonts, keyboards and web pages did to a text is undone."""

import pytest

from matching.text.cleaning import cleaned
from matching.text.tokens import terms


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\ufb01eld e\ufb00ects", "field effects"),
        ("Ｒａｄａｒ", "Radar"),
        ("ra\u00addar and so\u200bnar", "radar and sonar"),
        ("\ufeffradar", "radar"),
        ("tran-\nsistor design", "transistor design"),
        ("radar of the\ncoast", "radar of the coast"),
        ("R\u0430d\u0430r", "Radar"),
        ("Ðà Nẵng và ðô thị", "Đà Nẵng và đô thị"),
        ("he\u0323\u0302 tho\u0302\u0301ng", "hệ thống"),
        ("kĩ thuật, quản lí, bác sỹ", "kỹ thuật, quản lý, bác sĩ"),
        ("Kĩ sư, KĨ THUẬT", "Kỹ sư, KỸ THUẬT"),
        ("năm tỉ đồng, làm tỉ mỉ", "năm tỷ đồng, làm tỉ mỉ"),
        ("HỆ THỐNG RA ĐA GIÁM SÁT BỜ BIỂN", "hệ thống ra đa giám sát bờ biển"),
        ("V/v giới thiệu chuyên gia", "về việc giới thiệu chuyên gia"),
    ],
    ids=[
        *("ligatures", "wide letters", "soft hyphen", "byte order mark", "cut word", "wrapped line", "Cyrillic in a word", "eth"),
        *("loose marks", "i for y", "capital i for y", "money", "all capitals", "about"),
    ],
)
def test_a_damaged_text_is_made_whole(written: str, meant: str) -> None:
    assert cleaned(written) == meant


@pytest.mark.parametrize(
    "text",
    ["Radar", "AESA RADAR", "радар", "x < y and y > z", "state-of-the-art", "First line.\nSecond line", "Led\nBuilt", "kilo", "R&D"],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert cleaned(text) == text


def test_markup_of_a_page_says_nothing() -> None:
    assert cleaned("<p>Led &amp; built<br/>radars</p><!-- draft -->").split() == ["Led", "&", "built", "radars"]


@pytest.mark.parametrize(("one", "other"), [("hoà khí", "hòa khí"), ("khoẻ", "khỏe"), ("thuỷ lực", "thủy lực")])
def test_a_tone_counts_wherever_it_is_set(one: str, other: str) -> None:
    assert terms(cleaned(one)) == terms(cleaned(other))
