"""Vietnamese without accents: restored where the corpus knows the pairs, left alone everywhere else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.text.normalise import fold
from matching.text.tokens import terms
from matching.text.unaccented import Accents

CORPUS = [
    "Trí tuệ nhân tạo và chip bán dẫn",
    "Nghiên cứu trí tuệ nhân tạo cho y tế",
    "Nhân tạo giống lúa mới",
    "Nhãn tạo bằng tay",
    "Cần đo độ bền vật liệu",
    "Artificial intelligence and control systems",
    "We can do control systems for radar",
]
TYPED = ["tri", "tue", "nhan", "tao", "ban", "dan", "can", "do", "control", "systems", ",", "."]
ACCENTS = Accents(Counter(term for text in CORPUS for term in terms(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tri tue nhan tao ban dan", "trí tuệ nhân tạo bán dẫn"),
        ("TRI TUE nhan tao, va ban dan", "trí tuệ nhân tạo, va bán dẫn"),
        ("chip ban dan", "chip bán dẫn"),
        ("nhan tao", "nhân tạo"),
    ],
)
def test_the_most_frequent_accented_pairs_are_restored(typed: str, meant: str) -> None:
    assert ACCENTS.restored(typed) == meant


@pytest.mark.parametrize("text", ["trí tuệ nhan tao", "trí tuệ nhân tạo", "café nhan tao"])
def test_a_text_with_accents_is_never_touched(text: str) -> None:
    assert ACCENTS.restored(text) is None


@pytest.mark.parametrize("text", ["control systems for radar", "what we can do for control systems", "", "can", "12 34", "unheard of"])
def test_english_is_left_alone(text: str) -> None:
    assert ACCENTS.restored(text) is None


def test_a_long_text_is_left_alone() -> None:
    assert ACCENTS.restored("tri tue nhan tao " * 1_000) is None


def test_a_corpus_without_accents_restores_nothing() -> None:
    assert Accents({"control": 1, "control systems": 1}).restored("tri tue nhan tao") is None


@given(
    st.text()
    | st.lists(st.sampled_from(["tri", "tue", "nhan", "tao", "ban", "dan", "can", "do", "control", "systems", ",", "."])).map(" ".join)
)
def test_only_accents_and_case_change(text: str) -> None:
    restored = ACCENTS.restored(text)
    assert restored is None or fold(restored) == fold(text)
