"""What a cell that lists works tells of each of them."""

import pytest

from service.imports.gathering.lists import Told, listed


@pytest.mark.parametrize(
    ("words", "works"),
    [
        ("Beamforming, 2021", [{"title": "Beamforming, 2021", "day": "2021"}]),
        ("- Lúa chịu mặn (Nafosted, 2010)\nTôm sạch (cấp Bộ, 2012)", [
            {"title": "Lúa chịu mặn", "day": "2010", "text": "Nafosted"},
            {"title": "Tôm sạch", "day": "2012", "text": "cấp Bộ"},
        ]),
        ("1) Máy gặt [patent, 04/2019]; 2) Giống lúa [đề tài, 2015-07, tham gia]", [
            {"title": "Máy gặt", "day": "04/2019", "kind": "patent"},
            {"title": "Giống lúa", "day": "2015-07", "kind": "đề tài", "part": "tham gia"},
        ]),
        ("Nén mô hình ngôn ngữ; IEEE Access; 2014-05", [{"title": "Nén mô hình ngôn ngữ", "day": "2014-05", "text": "IEEE Access"}]),
        ("Award: Dean's prize (2009)", [{"title": "Dean's prize", "kind": "Award", "day": "2009"}]),
        ("- Một công trình dài\nxuống dòng", [{"title": "Một công trình dài xuống dòng"}]),
        ("Lưới điện (EVN)", [{"title": "Lưới điện (EVN)"}]),
        ("12 bài", []),
    ],
)  # fmt: skip
def test_titles_come_with_what_stands_beside_them(words: str, works: list[Told]) -> None:
    assert listed(words) == works
