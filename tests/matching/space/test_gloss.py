"""The gloss: terms of the other language, learnt from the names of the concepts."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from matching.space.gloss import Gloss
from matching.space.thesaurus import Concept
from models.vocabulary import Language

CONCEPTS = [
    Concept("a", "dữ liệu lớn", "big data", ("kho dữ liệu", "data warehouse")),
    Concept("b", "phân tích dữ liệu", "data analysis"),
    Concept("c", "mạng lớn", "big network", ("LAN",)),
]


@cache
def learnt() -> Gloss:
    return Gloss.learn(CONCEPTS)


def test_a_word_inside_several_names_is_aligned() -> None:
    senses = learnt().senses[Language.VI]["dữ liệu"]
    assert max(senses, key=lambda term: senses[term]) == "data"
    assert "network" in learnt().senses[Language.VI]["mạng"]
    assert "network" not in senses


def test_the_senses_of_a_term_share_one_weight() -> None:
    for senses in learnt().senses.values():
        assert all(0 < sum(shares.values()) <= 1 + 1e-9 for shares in senses.values())


def test_both_directions_are_learnt() -> None:
    assert learnt().translated("data", Language.EN).keys() >= {"dữ liệu"}
    assert learnt().translated("unheard of", Language.EN) == {}


def test_nothing_is_learnt_from_nothing() -> None:
    assert Gloss.learn([]).translated("dữ liệu", Language.VI) == {}
    assert Gloss.learn([Concept("x", "…", "!!!")]).translated("x", Language.EN) == {}


def test_the_order_of_concepts_does_not_matter() -> None:
    assert Gloss.learn(CONCEPTS[::-1]).senses == learnt().senses


@given(st.text())
def test_any_text_is_translated_to_terms_of_positive_weight(text: str) -> None:
    assert all(share > 0 for language in Language for share in learnt().translated(text, language).values())
