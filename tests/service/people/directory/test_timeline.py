"""The drawing of a career: one bar an item, the oldest on top, in the place of its years."""

from datetime import date

from models.experts import Evidence
from models.vocabulary import EvidenceKind, Language, Verification
from service.people.directory.timeline import LEFT, ROW, WIDTH, drawn, shortened

TODAY = date(2026, 1, 1)


def item(identifier: str, starts: date | None, ends: date | None = None, kind: EvidenceKind = EvidenceKind.POSITION) -> Evidence:
    named = {"id": identifier, "expert_id": "E1", "title": f"Item {identifier}", "language": Language.EN}
    return Evidence(**named, kind=kind, starts=starts, ends=ends, verification=Verification.DECLARED)


def test_bars_stand_in_the_order_of_their_beginning_and_are_as_long_as_their_years() -> None:
    drawing = drawn([item("b", date(2021, 1, 1), date(2026, 1, 1)), item("a", date(2016, 1, 1), date(2021, 1, 1))], TODAY)
    assert drawing is not None
    first, second = drawing.bars
    assert (first.label, second.label, second.y - first.y) == ("Item a", "Item b", ROW)
    assert first.x == LEFT
    assert abs(first.width - second.width) < 1
    assert second.x + second.width <= LEFT + WIDTH


def test_what_has_no_end_goes_on_but_an_award_is_a_day() -> None:
    position, award = item("p", date(2020, 1, 1)), item("w", date(2020, 1, 1), kind=EvidenceKind.AWARD)
    drawing = drawn([position, award], TODAY)
    assert drawing is not None
    assert drawing.bars[0].width > 10 * drawing.bars[1].width


def test_a_record_without_dates_is_not_drawn() -> None:
    assert drawn([item("a", None)], TODAY) is None


def test_a_label_is_cut_behind_a_whole_word() -> None:
    assert shortened("Licence plate reading", 10) == "Licence…"
    assert shortened("Licence plate reading", 14) == "Licence plate…"
    assert shortened("Head of research, Engineering College", 20) == "Head of research…"
    assert shortened("Electroencephalography", 12) == "Electroence…"
    assert shortened("Short", 3) == "Short"


def test_a_bar_keeps_the_whole_title() -> None:
    long = item("x", date(2026, 1, 1))
    long.title = "Complete product line: manganese nodule collector with low plume " * 3
    drawing = drawn([long], TODAY)
    assert drawing is not None
    assert (drawing.bars[0].title, drawing.bars[0].label[-1]) == (long.title, "…")
