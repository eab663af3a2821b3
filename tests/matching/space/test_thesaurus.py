"""Capabilities found in text: whole words, longest first, either language."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.space.thesaurus import PARENT_CREDIT, Concept, Thesaurus
from tests.matching.examples import DOCUMENTS, THESAURUS


def found(thesaurus: Thesaurus, text: str) -> list[str]:
    return [mention.capability for mention in thesaurus.find(text)]


@pytest.fixture(scope="module")
def names() -> Thesaurus:
    return Thesaurus(
        [
            Concept("go", "ngôn ngữ Go", "Go language", ("GO",)),
            Concept("net", "mạng", "net"),
            Concept("neural", "mạng nơ-ron", "neural net"),
            Concept("deep", "mạng nơ-ron sâu", "deep neural net"),
            Concept("design", "thiết kế", "net design"),
        ]
    )


@pytest.mark.parametrize("text", ["going", "ago", "network", "internet", "cabinet", "GOLD"])
def test_a_name_is_not_found_inside_another_word(names: Thesaurus, text: str) -> None:
    assert found(names, text) == []


@pytest.mark.parametrize(("text", "expected"), [("we use GO daily", ["go"]), ("we go daily", []), ("Go daily", []), ("GO", ["go"])])
def test_an_abbreviation_is_found_as_it_is_written(names: Thesaurus, text: str, expected: list[str]) -> None:
    assert found(names, text) == expected


@pytest.mark.parametrize("text", ["Deep neural nets", "deep NEURAL net", "(deep-neural-net)", "Mạng nơ-ron sâu", "MẠNG NƠ-RON SÂU"])
def test_the_longest_name_counts(names: Thesaurus, text: str) -> None:
    assert found(names, text) == ["deep"]


def test_of_two_overlapping_names_of_one_length_the_left_one_counts(names: Thesaurus) -> None:
    assert found(names, "neural net design") == ["neural"]
    assert found(names, "neural. Then net design") == ["design"]


def test_mentions_come_from_left_to_right(names: Thesaurus) -> None:
    assert found(names, "net, deep neural net, GO, net design") == ["net", "deep", "go", "design"]


def test_a_mention_is_cut_out_of_the_composed_text() -> None:
    text = unicodedata.normalize("NFD", "Về ra đa mạng pha 😀 và phased arrays.")
    composed = unicodedata.normalize("NFC", text)
    assert [composed[m.start : m.end] for m in THESAURUS.find(text)] == ["ra đa", "mạng pha", "phased arrays"]


@pytest.mark.parametrize("newer", ["hoá dầu", "hóa dầu", "HOÁ DẦU"])
def test_either_position_of_the_tone_mark_is_found(newer: str) -> None:
    assert found(Thesaurus([Concept("oil", "hóa dầu", "petrochemistry")]), newer) == ["oil"]


def test_words_without_accents_are_other_words() -> None:
    assert found(THESAURUS, "cam bien") == []


def test_credit_halves_from_child_to_parent() -> None:
    assert THESAURUS.credits("a phased array") == {"array": 1.0, "radar": PARENT_CREDIT, "sensing": PARENT_CREDIT**2}
    assert THESAURUS.credits("phased array radar") == {"array": 1.0, "radar": 1.0, "sensing": PARENT_CREDIT}
    assert THESAURUS.credits("sensing") == {"sensing": 1.0}


def test_what_is_denied_or_wished_for_is_not_shown() -> None:
    text = "No experience in phased arrays, interested in battery storage, but led rice breeding"
    assert THESAURUS.credits(text) == {"breeding": 1.0}
    assert THESAURUS.credits("Chưa có kinh nghiệm về ra đa. Chủ trì pin lưu trữ") == {"battery": 1.0}


def test_a_capability_that_is_claimed_elsewhere_is_shown() -> None:
    assert THESAURUS.credits("Interested in radar. Led a radar programme.")["radar"] == 1.0


def test_parents_in_a_circle_come_to_an_end() -> None:
    circle = Thesaurus([Concept("a", "một", "one", parent="b"), Concept("b", "hai", "two", parent="a")])
    assert circle.credits("one") == {"a": 1.0, "b": PARENT_CREDIT}


def test_an_unknown_parent_is_left_out() -> None:
    assert Thesaurus([Concept("a", "một", "one", parent="nobody")]).credits("one") == {"a": 1.0}


@pytest.mark.parametrize("text", ["", " \n\t", "😀🚀🇻🇳", "ラーダー レーダー", "радар", "𝐫𝐚𝐝𝐚𝐫", "+++ ###"])
def test_nothing_is_found_in_other_scripts(text: str) -> None:
    assert THESAURUS.find(text) == []


def test_a_name_is_found_between_other_scripts() -> None:
    assert found(THESAURUS, "レーダー radar 😀𝐫 радар") == ["radar"]


def test_a_thesaurus_without_concepts_finds_nothing() -> None:
    assert Thesaurus([]).find("radar") == []
    assert Thesaurus([Concept("mute", "…", "!!!")]).find("radar … !!!") == []


@pytest.mark.parametrize("piece", ["a", "radar ", "phased array ", "phased ", "a#", "\u0301"])
def test_a_very_long_paste_is_read(piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    assert len(THESAURUS.find(text)) == text.count("radar ") + text.count("phased array ")


def test_the_order_of_the_concepts_does_not_matter() -> None:
    backwards = Thesaurus(reversed(THESAURUS.concepts))
    assert backwards.ids == THESAURUS.ids
    assert [backwards.find(text) for text in DOCUMENTS] == [THESAURUS.find(text) for text in DOCUMENTS]


WORDS = st.lists(
    st.sampled_from(["phased", "array", "arrays", "AESA", "aesa", "Radar", "mạng", "pha", "ra", "đa", "cảm", "biến", "😀", ","])
)


@given(WORDS.map(" ".join))
def test_mentions_are_whole_words_and_never_overlap(text: str) -> None:
    mentions = THESAURUS.find(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(mentions))
    for mention in mentions:
        assert not text[: mention.start][-1:].isalnum()
        assert not text[mention.end :][:1].isalnum()


@given(WORDS.map(" ".join))
def test_every_credit_is_a_share_and_a_parent_has_at_least_its_part(text: str) -> None:
    shown = THESAURUS.credits(text)
    for capability, credit in shown.items():
        assert 0 < credit <= 1
        if capability in THESAURUS.parent:
            assert shown[THESAURUS.parent[capability]] >= credit * PARENT_CREDIT
