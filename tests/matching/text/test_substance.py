"""What a wish says beyond the words of every wish."""

import pytest

from matching.text.substance import substance


@pytest.mark.parametrize(
    "text",
    ["", "AI", "looking for a good engineer", "We need an expert!", "Tìm kỹ sư giỏi", "can tim chuyen gia gioi", "công nghệ cao", "5 7"],
)
def test_a_wish_for_anybody_says_nothing(text: str) -> None:
    assert substance(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("looking for a viaduct engineer", "viaduct"), ("Tìm kỹ sư cầu cạn", "cầu cạn"), ("bóng đá", "bóng đá")]
)
def test_something_concrete_stays(text: str, expected: str) -> None:
    assert substance(text) == expected
