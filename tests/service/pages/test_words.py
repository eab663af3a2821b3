import re
from pathlib import Path

from service.pages.rendering import HERE
from service.pages.words import WORDS


def test_every_word_exists_in_both_languages() -> None:
    assert [name for name, text in WORDS.items() if not (text.en and text.vi)] == []


def test_templates_and_words_agree() -> None:
    used = {name for file in Path(HERE / "templates").rglob("*.html") for name in re.findall(r"\bw\.(\w+)", file.read_text())}
    assert used == set(WORDS)
