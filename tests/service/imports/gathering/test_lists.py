"""What a cell that lists works tells of each of them."""

import pytest

from models.vocabulary import EvidenceKind
from service.imports.gathering.lists import Told, listed


@pytest.mark.parametrize(
    ("words", "works"),
    [
        ("Beamforming, 2021", [{"title": "Beamforming", "day": "2021"}]),
        ("- Lúa chịu mặn (Nafosted, 2010)\nTôm sạch (cấp Bộ, 2012)", [
            {"title": "Lúa chịu mặn", "day": "2010", "text": "Nafosted"},
            {"title": "Tôm sạch", "day": "2012", "scale": "cấp Bộ"},
        ]),
        ("1) Máy gặt [patent, 04/2019]; 2) Giống lúa [đề tài, 2015-07, tham gia]", [
            {"title": "Máy gặt", "day": "04/2019", "kind": "patent"},
            {"title": "Giống lúa", "day": "2015-07", "kind": "đề tài", "part": "tham gia"},
        ]),
        ("Nén mô hình ngôn ngữ; IEEE Access; 2014-05", [{"title": "Nén mô hình ngôn ngữ", "day": "2014-05", "text": "IEEE Access"}]),
        ("Award: Dean's prize (2009)", [{"title": "Dean's prize", "kind": "Award", "day": "2009"}]),
        ("- Một công trình dài\nxuống dòng", [{"title": "Một công trình dài xuống dòng"}]),
        ("Lưới điện (EVN)", [{"title": "Lưới điện (EVN)"}]),
        ("2023-2024: Chợ Bản (mentor)", [{"title": "Chợ Bản", "day": "2023-2024", "part": "mentor"}]),
        ("A scalable approach to heat islands, DAAD, 2020-2022, role: PI // Robust crops (DFG, 2014-2015) - co-PI", [
            {"title": "A scalable approach to heat islands", "day": "2020-2022", "part": "PI", "text": "DAAD"},
            {"title": "Robust crops", "day": "2014-2015", "part": "co-PI", "text": "DFG"},
        ]),
        ("“Đo kiểm ADC,” tháng 3/2024", [{"title": "Đo kiểm ADC", "day": "tháng 3/2024"}]),
        ("12 bài", []),
        ("Chưa có", []),
    ],
)  # fmt: skip
def test_titles_come_with_what_stands_beside_them(words: str, works: list[Told]) -> None:
    assert listed(words) == works


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("2007: Giống lúa (X Corp.) - Tác giả chính", {"title": "Giống lúa (X Corp.)", "day": "2007", "part": "Tác giả chính"}),
        ("- Chủ nhiệm: Giống lúa, 2010 - 2011", {"title": "Giống lúa", "day": "2010-2011", "part": "Chủ nhiệm"}),
        ("Giống lúa (Chủ nhiệm đề tài, 2013)", {"title": "Giống lúa", "day": "2013", "part": "Chủ nhiệm đề tài"}),
        ("1) Giống lúa; vai trò: tham gia; thời gian: 2021-2022", {"title": "Giống lúa", "part": "tham gia", "day": "2021-2022"}),
    ],
)
def test_a_work_with_its_part_and_time(entry: str, told: dict[str, str]) -> None:
    assert listed(f"{entry}\nvà một số công trình khác") == [told]


@pytest.mark.parametrize(
    ("words", "kind", "works"),
    [
        ("1. Giống lúa (KC.01/16; Chủ nhiệm; 2015-2017)\n2. Gạo thơm (B-12; Thành viên; 2012)", EvidenceKind.PROGRAMME, [
            {"title": "Giống lúa", "day": "2015-2017", "part": "Chủ nhiệm", "text": "KC.01/16"},
            {"title": "Gạo thơm", "day": "2012", "part": "Thành viên", "text": "B-12"},
        ]),
        ("Giống lúa – thành viên – 2013-2016 – kinh phí 2.192,3 triệu đồng", EvidenceKind.PROGRAMME, [
            {"title": "Giống lúa", "day": "2013-2016", "part": "thành viên", "text": "kinh phí 2.192,3 triệu đồng"},
        ]),
        ("Salt in rice; Rice Letters; 2013\nGạo thơm; Tạp chí Lúa; 2205", EvidenceKind.PUBLICATION, [
            {"title": "Salt in rice", "day": "2013", "text": "Rice Letters"},
            {"title": "Gạo thơm", "day": "2205", "text": "Tạp chí Lúa, 2205"},
        ]),
        ("- Salt-tolerant rice (DT8): a study. Int. J. of Rice, 2014. DOI: 10.5555/ab.2013.7", EvidenceKind.PUBLICATION, [
            {"title": "Salt-tolerant rice (DT8): a study", "day": "2014", "text": "Int. J. of Rice", "source": "doi:10.5555/ab.2013.7"},
        ]),
        ("2-0003188 (2025): Máy cấy; US 11,124,121 B2 - A seed drill - 2015", EvidenceKind.PATENT, [
            {"title": "Máy cấy", "day": "2025", "source": "2-0003188"},
            {"title": "A seed drill", "day": "2015", "source": "US 11,124,121 B2"},
        ]),
    ],
)  # fmt: skip
def test_what_the_heading_says_helps_to_tell_a_title_from_what_stands_beside(words: str, kind: EvidenceKind, works: list[Told]) -> None:
    assert listed(words, kind) == works
