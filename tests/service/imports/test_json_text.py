import json

import pytest

from service.imports.faults import Unreadable
from service.imports.formats.json_values import parsed
from service.imports.json_text import loaded
from service.imports.reading.json_files import sheets_of

HALF = "\\ud800"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f'{{"people": [{{"name": "An"}}, {{"name": "B{HALF}"}}]}}', "people[2].name"),
        (f'[{{"items": [{{"title": "{HALF} x"}}]}}]', "[1].items[1].title"),
        (f'{{"a": {{"b{HALF}": 1}}}}', "a.b�"),
        (f'["\\uDFFF", "{HALF}"]', "[1]"),
        (f'"{HALF}"', "1"),
    ],
)
def test_half_of_a_character_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(Unreadable) as refused:
        loaded(text)
    assert f"“{place}”" in refused.value.message.en
    assert f"“{place}”" in refused.value.message.vi


@pytest.mark.parametrize("read", [sheets_of, parsed])
def test_every_reader_of_files_refuses_it(read: object) -> None:
    with pytest.raises(Unreadable, match=r"“\[1\]\.display_name” holds half of a character"):
        read(f'[{{"display_name": "An {HALF}"}}]'.encode())  # type: ignore[operator]


def test_a_character_of_two_halves_is_whole() -> None:
    assert loaded(json.dumps({"name": "𠀋 Văn 😀"})) == {"name": "𠀋 Văn 😀"}
