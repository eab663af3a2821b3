import re

import pytest
from fastapi.testclient import TestClient

from service.front.connections import connect
from service.kit.languages import Bilingual
from service.kit.rendering import SERVICE
from service.kit.words import WORDS, together

connect()


def test_every_word_exists_in_both_languages() -> None:
    assert [name for name, text in WORDS.items() if not (text.en and text.vi)] == []


def test_templates_and_words_agree() -> None:
    used = {name for file in SERVICE.rglob("templates/*.html") for name in re.findall(r"\bw\.(\w+)", file.read_text())}
    assert used == set(WORDS)


def test_a_word_of_one_domain_never_hides_that_of_another() -> None:
    one, other = {"ends": Bilingual(en="until", vi="đến")}, {"ends": Bilingual(en="none", vi="không có")}
    with pytest.raises(ValueError, match="ends"):
        together(one, other)
    assert together(one, {"starts": Bilingual(en="from", vi="từ")}).keys() == {"ends", "starts"}


# A word that once stood for another one, with the template that says it and what it means there.
LABELS = [
    ("matches/coverage/parts.html", '<span class="band">{{ w.no_band }}</span>', "no_band", "none"),
    ("people/evidence/item.html", '<label>{{ w.text }} <textarea name="text"', "text", "What it was and what you did"),
    ("people/own_profile/profile.html", '<label>{{ w.text }} <textarea name="text"', "text", "What it was and what you did"),
    (
        "selection/drafts/compared.html",
        '<th scope="row">{{ w.how_much_evidence }}</th>',
        "how_much_evidence",
        "How much evidence",
    ),
    ("selection/releases/released.html", '<label>{{ w.feedback_text }} <textarea name="text"', "feedback_text", "Text"),
]


@pytest.mark.parametrize(("template", "place", "name", "said"), LABELS)
def test_a_label_says_what_its_place_means(template: str, place: str, name: str, said: str) -> None:
    room, _, file = template.rpartition("/")
    assert place in (SERVICE / room / "templates" / file).read_text()
    assert WORDS[name].en == said


def test_the_coverage_page_says_none_where_nobody_stands(world_client: TestClient) -> None:
    page = world_client.get("/coverage?lang=en", headers={"Accept": "text/html"}).text
    assert ("Until; empty while" in page, '<span class="band">none</span>' in page) == (False, True)
