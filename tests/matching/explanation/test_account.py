"""What somebody did is told in sentences that can be read aloud."""

from datetime import date

import pytest

from matching.explanation.explanation import explain
from matching.explanation.headline import headline
from matching.explanation.lines import Line, LineKind
from matching.explanation.role_in_field import RoleInField
from matching.profiles import EvidenceItem
from models.vocabulary import EvidenceKind, Part
from tests.matching.examples import RADAR, RICE, item, need, person, ranking
from tests.matching.local_forms import english, vietnamese


def told(*items: EvidenceItem, kind: LineKind = LineKind.TOLD) -> list[Line]:
    return [line for line in explain(ranking([person("E1", *items)]), "E1").lines if line.kind is kind]


def reason(*items: EvidenceItem) -> tuple[str, str, str]:
    found = headline(RoleInField(ranking([person("E1", *items)])), 0)
    assert found is not None
    return vietnamese(found.said), english(found.said), found.signal


LED = item("led", RADAR[0], text="Led a partner consortium of 12 units.", starts=date(2019, 1, 1), sectors=("a", "b", "c"))


def test_led_work_is_told_with_years_outcome_scale_and_the_words_that_show_it() -> None:
    (line,) = told(LED)
    assert english(line).startswith(
        "Led “Phased array radar for coastal surveillance” (2019–now; applied; national scale): “Led a partner consortium of 12 units”. "
        "This shows resource connection, "
    )
    assert vietnamese(line).startswith(
        "Đã chủ trì «Phased array radar for coastal surveillance» (2019–nay; đã ứng dụng; quy mô quốc gia): "
        "“Led a partner consortium of 12 units”. Việc này thể hiện kết nối nguồn lực, "
    )
    assert line.evidence == ("led",)


def test_readers_of_either_language_see_capabilities_in_their_own() -> None:
    (line,) = told(LED)
    assert english(line).endswith("Capabilities seen in it: phased array; radar; sensing.")
    assert vietnamese(line).endswith("Năng lực thấy trong việc này: mạng pha; ra đa; cảm biến.")


def test_a_dimension_that_no_work_in_the_field_shows_is_named() -> None:
    (line,) = told(item("a", text="Led it."), kind=LineKind.LACKING)
    assert english(line) == "No work in the field plainly shows resource connection."
    assert vietnamese(line) == "Chưa có việc nào trong lĩnh vực thể hiện rõ kết nối nguồn lực."


def test_somebody_with_nothing_in_the_field_is_told_so() -> None:
    assert [english(line) for line in told(item("a", RICE[0]))] == ["The record holds no work in this field."]


def test_work_that_does_not_show_the_role_is_called_closest() -> None:
    (line,) = told(item("a", RADAR[1], part=Part.CONTRIBUTOR, starts=date(2019, 1, 1), ends=date(2019, 6, 1)))
    assert english(line).startswith("The work closest to the field is “Radar signal processing and target tracking” (2019; applied;")


def test_a_tick_that_the_text_belies_is_told_and_the_part_of_the_text_is_used() -> None:
    helped = item("a", RADAR[0], text="Helped with the typing of papers.", sectors=("a", "b", "c"))
    assert english(told(helped)[0]).startswith("Contributed to “Phased array")
    (line,) = [line for line in told(helped, kind=LineKind.LACKING) if "ticked" in english(line)]
    assert english(line) == f"“{RADAR[0]}” is ticked as led; the text tells of a contribution: “Helped with the typing of papers”."
    assert line.evidence == ("a",)


def test_a_tick_without_any_word_of_leading_is_told() -> None:
    lines = told(item("a", RADAR[0], text="A system on the coast."), kind=LineKind.LACKING)
    assert f"“{RADAR[0]}” is ticked as led; the text does not say what was led." in [english(line) for line in lines]


def test_leading_that_only_the_tick_says_is_called_declared_where_the_work_is_told() -> None:
    silent = item("a", RADAR[0], text="A system on the coast.", sectors=("a", "b", "c"))
    assert english(told(silent)[0]).startswith("Declares to have led “Phased array")
    assert vietnamese(told(silent)[0]).startswith("Khai là đã chủ trì «Phased array")


def test_the_reason_of_a_list_says_led_where_the_words_do_and_elsewhere_whose_word_it_is() -> None:
    silent, helped = (
        item("a", RADAR[0], text=text, sectors=("a", "b", "c")) for text in ("A system on the coast.", "Helped with the typing.")
    )
    assert reason(LED)[1].startswith("Led “Phased array")
    vi, en, _ = reason(silent)
    assert en.startswith("Declares to have led “Phased array")
    assert en.endswith("; the text does not say what was led")
    assert (vi.startswith("Khai là đã chủ trì «Phased array"), vi.endswith("; lời văn không nói đã chủ trì việc gì")) == (True, True)
    assert reason(helped)[1].startswith("Declares to have led “Phased array")


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("Coordinated seven partners in four countries.", True),
        ("Điều phối bảy đơn vị ở bốn nước.", True),
        ("Built the array and led twelve engineers.", True),
        ("Thiết kế mạng pha, điều phối bốn đơn vị.", True),
        ("Coordinated with the vendor.", False),
        ("An array on the coast, coordinated by Professor Lee.", False),
        ("Mạng pha ven biển, điều phối với bốn đơn vị.", False),
        ("Helped with the array and managed the paper.", False),
    ],
)
def test_leading_is_heard_at_the_beginning_and_after_a_comma_or_an_and(text: str, is_heard: bool) -> None:
    lines = told(item("a", RADAR[0], text=text), kind=LineKind.LACKING)
    assert any("ticked" in english(line) for line in lines) is not is_heard


def test_leading_that_a_statement_begins_with_is_heard() -> None:
    lines = told(item("a", RADAR[0], text="Chủ trì đàm phán với bốn đơn vị."), kind=LineKind.LACKING)
    assert not [line for line in lines if "ticked" in english(line)]


def test_an_office_or_an_authorship_is_not_held_against_its_text() -> None:
    for kind in (EvidenceKind.POSITION, EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.AWARD):
        lines = told(item("a", RADAR[0], kind=kind, text="A system on the coast."), kind=LineKind.LACKING)
        assert not [line for line in lines if "ticked" in english(line)]


def test_several_ticks_without_a_word_of_leading_are_told_in_one_line() -> None:
    silent = [item(name, title, text="A system on the coast.") for name, title in zip("ab", RADAR, strict=False)]
    (line,) = [line for line in told(*silent, kind=LineKind.LACKING) if "ticked" in english(line)]
    assert english(line).startswith("2 items are ticked as led; their texts do not say what was led: “")
    assert sorted(line.evidence) == ["a", "b"]


def test_a_denial_is_told_and_never_quoted_as_evidence() -> None:
    denying = item("a", RADAR[0], text="Never led a partner consortium. Led the radar works.", sectors=("a", "b", "c"))
    lines = told(denying, kind=LineKind.LACKING)
    assert "The record says itself what was not done or not reached; it is no evidence: “Never led a partner consortium”." in [
        english(line) for line in lines
    ]
    assert "Never" not in english(told(denying)[0])


def test_the_reason_of_a_list_speaks_of_the_role_in_both_languages() -> None:
    vi, en, signal = reason(LED)
    assert en.startswith("Led “Phased array radar for coastal surveillance” (2019–now; applied; national scale): shows resource connection")
    assert vi.startswith("Đã chủ trì «Phased array radar for coastal surveillance» (2019–nay;")
    assert signal == "resource_connection"


def test_the_reason_is_never_a_degree_while_there_is_work() -> None:
    degree = item("a", RADAR[0], kind=EvidenceKind.DEGREE, part=Part.LED)
    joined = item("b", RADAR[1], part=Part.CONTRIBUTOR)
    assert RADAR[1] in reason(degree, joined)[1]
    assert reason(degree, joined)[2] == "topical_fit"


def test_fresh_work_is_preferred_to_old_work_that_shows_as_much() -> None:
    old = item("a", RADAR[0], starts=date(1998, 1, 1), ends=date(2000, 1, 1))
    assert "(2019–now" in reason(old, item("b", RADAR[0], starts=date(2019, 1, 1)))[1]


def test_a_text_without_a_role_takes_the_role_that_is_shown_better() -> None:
    found = ranking([person("E1", item("a", RADAR[0], text="Invented it as its architect.", outcome=None))], need(text_only=True))
    assert {dimension.value for shown in RoleInField(found).shown(0) for dimension in shown.dimensions} == {
        "system_architecture",
        "core_technology",
    }
