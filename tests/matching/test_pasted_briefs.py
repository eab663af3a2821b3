"""What a pasted brief asks for, and what it is about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.free_needs import MOST_MUST, briefs_of
from matching.pasted_briefs import PastedBrief, read_brief, within_catalogue
from matching.space.thesaurus import Concept, Thesaurus
from tests.matching.examples import THESAURUS, need, reader

UNWANTED = [
    "We do not need {}. We need rice breeding.",
    "We don't need {}; rice breeding only",
    "No {} please",
    "Not {} but rice breeding",
    "Rice breeding without {}",
    "{} is not needed. Rice breeding is.",
    "Experience in {} is not required",
    "{} is out of scope",
    "Rice breeding rather than {}",
    "Rice breeding instead of {}",
    "Anything other than {}",
    "{} experts need not apply",
    "Out of scope:\n- {}\n- cooking",
    "We do not need\n* cooking\n* {}\n\nRice breeding",
    "Không cần {}. Cần chọn giống lúa.",
    "Chọn giống lúa, không cần kinh nghiệm {}",
    "Không phải {} mà là chọn giống lúa",
    "Chọn giống lúa, không dùng {}",
    "Không yêu cầu {}",
    "Mọi lĩnh vực ngoài {}",
    "Mọi lĩnh vực trừ {}",
    "Thay vì {}, cần chọn giống lúa",
    "Chọn giống lúa chứ không phải {}",
    "Lĩnh vực nào cũng được, miễn là không {}",
    "{} không thuộc phạm vi của dự án",
    "Không cần:\n- {}\n- nấu ăn",
    "Không thuộc phạm vi:\n- {}",
    "Ngoài phạm vi: {}, nấu ăn",
]
WANTED = [
    "We need {}.",
    "Not only {} but also cooking",
    "No later than 2027 we need {}",
    "No less than five experts in {}",
    "A not-for-profit body builds {}",
    "Không chỉ {} mà còn nấu ăn",
    "Ngoài {}, còn cần nấu ăn",
]
# Names as they come in real thesauri: with commas, brackets, hyphens, digits, "and", and words that are cues elsewhere.
NAMES = [
    "radiation protection, shielding and dosimetry",
    "process control (PID)",
    "no-load loss",
    "tàu bay không người lái",
    "chống thiết bị bay không người lái",
    "non-destructive testing",
    "6G",
    "hàng không vũ trụ",
    "lưu trữ ngoài chuỗi",
    "human-in-the-loop and only-once semantics",
]
NAMED = Thesaurus(
    [*(Concept(f"c{place}", name, f"name {place}") for place, name in enumerate(NAMES)), *THESAURUS.concepts],
)


def level_of(brief: PastedBrief, capability: str) -> str:
    return next((level for level in ("must", "nice", "excluded") if capability in getattr(brief, level)), "")


ALL_NAMES = [(concept.id, name) for concept in NAMED.concepts for name in concept.names if concept.id != "breeding"]
names = st.sampled_from(ALL_NAMES)


@pytest.mark.parametrize("template", UNWANTED)
def test_whatever_stands_there_is_excluded_and_not_compared(template: str) -> None:
    for capability, name in ALL_NAMES:
        brief = read_brief(template.format(name), NAMED)
        assert (name, level_of(brief, capability)) == (name, "excluded")
        assert name not in brief.text


@pytest.mark.parametrize("template", WANTED)
def test_whatever_stands_there_is_required(template: str) -> None:
    for capability, name in ALL_NAMES:
        assert (name, level_of(read_brief(template.format(name), NAMED), capability)) == (name, "must")


@given(st.lists(st.tuples(st.sampled_from(UNWANTED), names), min_size=1, max_size=4))
def test_one_exclusion_leaves_the_others_as_they_are(written: list[tuple[str, tuple[str, str]]]) -> None:
    brief = read_brief("\n\n".join(template.format(name) for template, (_, name) in written), NAMED)
    assert {capability for _, (capability, _) in written} == set(brief.excluded)


@pytest.mark.parametrize(
    ("text", "must", "nice", "excluded"),
    [
        ("We need radar; battery storage is welcome", ["radar"], ["battery"], []),
        ("Cần ra đa. Ưu tiên người biết chọn giống lúa; pin lưu trữ là lợi thế.", ["radar"], ["battery", "breeding"], []),
        ("No radar for the office. We need radar at sea, not AESA", ["radar"], [], ["array"]),
        ("Radar is welcome. Radar is required.", ["radar"], [], []),
        ("Can chon giong lua, khong can pin luu tru", ["breeding"], [], ["battery"]),
    ],
)
def test_every_capability_stands_on_its_strongest_level(text: str, must: list[str], nice: list[str], excluded: list[str]) -> None:
    brief = read_brief(text, THESAURUS)
    assert (list(brief.must), list(brief.nice), list(brief.excluded)) == (must, nice, excluded)


def test_of_many_the_most_often_named_are_required_and_the_others_welcome() -> None:
    many = Thesaurus(Concept(f"c{place:02}", f"tên{place:02}", f"name{place:02}") for place in range(MOST_MUST + 2))
    brief = read_brief("; ".join(concept.label_en for concept in many.concepts) + "; name13", many)
    assert (brief.must[0], len(brief.must), brief.nice) == ("c13", MOST_MUST, ("c11", "c12"))


def test_a_letter_asks_what_its_body_asks() -> None:
    body = " ".join(["Our province loses boats at sea and wants a radar that sees them; battery storage is welcome."] * 15)
    letter = f"Dear colleagues in the council,\n\n{body}\n\nKind regards,\nRice Breeding Institute\nTel: 0912 345 678"
    assert read_brief(letter, THESAURUS) == read_brief(body, THESAURUS)
    assert read_brief(letter, THESAURUS).must == ("radar",)


@pytest.mark.parametrize(
    "text", ["rice breed-\ning", "rice bree\u00adding", "rice bre\ufb01eding".replace("\ufb01e", "e"), "<b>rice</b> breeding"]
)
def test_what_a_copy_did_to_words_is_undone(text: str) -> None:
    assert read_brief(text, THESAURUS).must == ("breeding",)


@pytest.mark.parametrize("text", ["AI", "looking for a good engineer", "Tìm kỹ sư giỏi", "Radar is not needed"])
def test_too_little_is_told(text: str) -> None:
    assert read_brief(text, THESAURUS).says_too_little


@pytest.mark.parametrize("text", ["radar", "Tìm kỹ sư ra đa", "a good engineer for viaducts"])
def test_one_concrete_word_is_enough(text: str) -> None:
    assert not read_brief(text, THESAURUS).says_too_little


def test_what_a_text_names_by_the_way_is_not_asked_for_where_it_asks_for_nothing_of_the_catalogue() -> None:
    asked = need(must=("radar",), nice=("chips",), text_only=True)
    assert within_catalogue(asked, reader()) == asked
    elsewhere = replace(asked, briefs=briefs_of(["Somebody who repairs church bells"]))
    assert within_catalogue(elsewhere, reader()) == replace(elsewhere, must=(), nice=())
