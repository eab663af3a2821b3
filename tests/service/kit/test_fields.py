"""Fields of one line hold visible characters alone."""

import pytest
from pydantic import TypeAdapter, ValidationError

from service.kit.fields import Email, Identifier, Line, Named, Title

BREAKS = ["An\nX", "An\r\nX", "An\tX", "An\x7fX", "An\u2028X"]
UNSEEN = ["\u200b\u200b", "\u202eAn X", "\ufeffAn", "\u2066An", "\u3164", "A\u00adn", "\u2800"]
NAMES = ["Nguyễn Văn An", "Trần Thị Bích-Ngọc", "O'Brien (né Đỗ)", "李明", "Åsa Öberg", "Nguye\u0302\u0303n"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind in (Named, Line, Identifier) for text in BREAKS + UNSEEN] + [(Title, text) for text in BREAKS[2:] + UNSEEN],
)
def test_what_nobody_sees_or_what_turns_the_text_round_is_refused(kind: object, text: str) -> None:
    with pytest.raises(ValidationError, match="one line of visible characters"):
        TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Director of the EMU pl-\natform", "Director of the EMU platform"),
        ("Trạm sạc\r\n  xe buýt điện", "Trạm sạc xe buýt điện"),
        ("Tables 1 -\n2", "Tables 1 - 2"),
    ],
)
def test_a_title_of_several_lines_is_joined(written: str, kept: str) -> None:
    assert TypeAdapter(Title).validate_python(written) == kept


@pytest.mark.parametrize("text", NAMES)
def test_names_of_every_script_are_taken_as_they_are_written(text: str) -> None:
    assert TypeAdapter(Named).validate_python(text) == text


def test_an_address_is_one_line_too() -> None:
    with pytest.raises(ValidationError, match=r"U\+200B"):
        TypeAdapter(Email).validate_python("an\u200b@mail.example")
