"""The documented answer has the fields that the API returns, and the README's a part of them."""

import json
from pathlib import Path
from typing import Any

from tests.applications import running_client
from tests.documentation.example import address, laid_out, shape, shortened, shown_answer
from tests.documentation.pages import ANSWER, README, blocks
from tests.service.synthetic_world import WORLD, load_world, world_settings
from tests.worlds import Worlds


def test_the_answer_has_the_fields_that_are_shown(worlds: Worlds, tmp_path: Path) -> None:
    settings = world_settings(worlds.copied(tmp_path / "world.sqlite3", WORLD, load_world))
    text = ANSWER.read_text(encoding="utf-8")
    with running_client(settings) as client:
        # Many people, so that every list of the answer has an element somewhere.
        answer = client.get(address(text).replace("limit=1", "limit=100&everybody=true"))
    assert answer.status_code == 200
    assert shape(shown_answer(text)) == shape(answer.json())


def test_the_readme_shows_a_part_of_the_documented_answer() -> None:
    (shown,) = [json.loads(block.text) for block in blocks(README.read_text(encoding="utf-8")) if block.language == "json"]
    assert is_part(shown, shown_answer(ANSWER.read_text(encoding="utf-8"))["items"][0])
    assert not is_part({"rank": 2}, {"rank": 1})


def is_part(some: Any, whole: Any) -> bool:
    """Return whether ``whole`` says all that ``some`` says."""
    if isinstance(some, dict):
        return all(name in whole and is_part(value, whole[name]) for name, value in some.items())
    return bool(some == whole)


def test_an_answer_is_shortened_to_first_elements_and_laid_out_as_json() -> None:
    answer = {"items": [{"parts": [1, 2], "name": "a" * 90}, {"parts": []}], "total": 2}
    short = {"items": [{"parts": [1], "name": "a" * 90}], "total": 2}
    assert shortened(answer) == short
    assert json.loads(laid_out(short)) == short
    assert max(map(len, laid_out(short).splitlines())) < 118


def test_the_elements_of_a_list_have_one_shape_together() -> None:
    assert shape([{"a": []}, {"a": [{"b": 1}]}, {"a": None}]) == [{"a": [{"b": None}]}]
