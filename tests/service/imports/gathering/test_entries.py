"""What stands beside a title in an entry of a list is told apart from it."""

import pytest

from models.vocabulary import EvidenceKind
from service.imports.gathering.entries import told_by
from service.imports.gathering.lists import listed

AWARD, PROGRAMME, PATENT, POSITION = EvidenceKind.AWARD, EvidenceKind.PROGRAMME, EvidenceKind.PATENT, EvidenceKind.POSITION


@pytest.mark.parametrize(
    ("entry", "kind", "told"),
    [
        ("Bằng khen của Bộ Y tế năm 2018", AWARD, {"title": "Bằng khen của Bộ Y tế", "day": "2018", "organisation": "Bộ Y tế"}),
        ("Giải Nhất SURF năm 2023 do SURF trao", AWARD, {"title": "Giải Nhất SURF", "day": "2023", "organisation": "SURF"}),
        ("Giải Nhì (Chủ tịch nước, 2019)", AWARD, {"title": "Giải Nhì", "day": "2019", "organisation": "Chủ tịch nước"}),
        ("Giải Ba - Bộ GD&ĐT - 2020", AWARD, {"title": "Giải Ba", "day": "2020", "organisation": "Bộ GD&ĐT"}),
        ("Best Paper (IEEE ICC, Sydney, 2019)", AWARD,
         {"title": "Best Paper", "day": "2019", "organisation": "IEEE ICC", "text": "Sydney"}),
        ("Năm 2016 – 2018: Nuôi tôm (thư ký)", PROGRAMME, {"title": "Nuôi tôm", "day": "Năm 2016 – 2018", "part": "thư ký"}),
        ("Nuôi tôm (2014 – 2016), chủ trì, cấp Bộ", PROGRAMME,
         {"title": "Nuôi tôm", "day": "2014-2016", "part": "chủ trì", "scale": "cấp Bộ"}),
        ("GreenBag - xe tự hành, 2017-nay, cố vấn", PROGRAMME, {"title": "GreenBag - xe tự hành", "day": "2017 – nay", "part": "cố vấn"}),
        ("Đề tài cấp Bộ: Nuôi tôm (2015)", None, {"title": "Nuôi tôm", "day": "2015", "kind": "programme", "scale": "cấp Bộ"}),
        ("Bằng sáng chế \"Máy gặt\", Cục SHTT cấp 2022", PATENT,
         {"title": "Máy gặt", "day": "2022", "kind": "patent", "organisation": "Cục SHTT"}),
        ("Sáng chế số 2-43: Máy gặt, cấp ngày 26.04.2021", None,
         {"title": "Máy gặt", "day": "26.04.2021", "kind": "patent", "source": "Sáng chế số 2-43"}),
        ("A survey, part 5, US Patent 10,191,974 (2014)", None,
         {"title": "A survey, part 5", "day": "2014", "kind": "patent", "source": "US Patent 10,191,974"}),
        ("Postdoc at TU Dresden (Mai 2018 bis Juni 2019)", POSITION,
         {"title": "Postdoc", "day": "Mai 2018 bis Juni 2019", "organisation": "TU Dresden"}),
        ("Sản phẩm OCOP: phát triển ở Bến Tre, 2020", None, {"title": "Sản phẩm OCOP: phát triển ở Bến Tre", "day": "2020"}),
    ],
)  # fmt: skip
def test_details_are_no_part_of_the_title(entry: str, kind: EvidenceKind | None, told: dict[str, str]) -> None:
    assert told_by(entry, kind) == told


def test_citations_in_one_cell_are_divided_by_their_numbers_and_not_by_semicolons_between_authors() -> None:
    cell = "[1] Le, A.B.; Tran, C. Rice blast in fields. Rice 2020, 3, 5. [2] Mai, D. E. (2019). Shrimp in ponds. Sea, 1."
    assert [(work["title"], work["day"]) for work in listed(cell)] == [("Rice blast in fields", "2020"), ("Shrimp in ponds", "2019")]


def test_awards_behind_dashes_each_have_a_year() -> None:
    found = listed("Giải Nhì VIFOTEC 2010 - Bằng khen Thủ tướng 2006", AWARD)
    assert [(work["title"], work["day"]) for work in found] == [("Giải Nhì VIFOTEC", "2010"), ("Bằng khen Thủ tướng", "2006")]


def test_a_number_within_a_title_is_no_issue_of_a_journal() -> None:
    assert told_by("Bộ chuyển đổi – số 12 bit tốc độ cao, 2019")["title"] == "Bộ chuyển đổi – số 12 bit tốc độ cao"
    assert told_by("Giống lúa, số 12, 2019")["title"] == "Giống lúa"


def test_a_year_that_is_none_yet_is_kept_as_the_day_so_that_it_is_refused() -> None:
    assert told_by("Giống lúa. Tạp chí Lúa, 2205. DOI: 10.5555/hm.2013.7509")["day"] == "2205"
    assert "day" not in told_by("Máy đo 2205 điểm")
