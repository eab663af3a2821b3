"""What the facets of the directory and their values are called."""

from collections.abc import Mapping

from service.kit.languages import Bilingual

FACET_NAMES: Mapping[str, Bilingual] = {
    "country": Bilingual(en="Country", vi="Quốc gia"),
    "sub_network": Bilingual(en="Network", vi="Mạng lưới"),
    "language": Bilingual(en="Language", vi="Ngôn ngữ"),
    "role": Bilingual(en="Willing to be", vi="Sẵn sàng làm"),
    "availability": Bilingual(en="Availability", vi="Khả năng tham gia"),
    "freshness": Bilingual(en="Last update", vi="Cập nhật gần nhất"),
    "completeness": Bilingual(en="Evidence", vi="Minh chứng"),
}
VALUES: Mapping[str, Mapping[str, Bilingual]] = {
    "availability": {
        "now": Bilingual(en="available now", vi="tham gia được ngay"),
        "later": Bilingual(en="available later", vi="tham gia được sau"),
        "over": Bilingual(en="no longer available", vi="đã hết thời gian tham gia"),
        "unsaid": Bilingual(en="not said", vi="chưa khai"),
    },
    "freshness": {
        "fresh": Bilingual(en="within six months", vi="trong sáu tháng"),
        "year": Bilingual(en="within a year", vi="trong một năm"),
        "old": Bilingual(en="more than a year ago", vi="hơn một năm trước"),
    },
    "completeness": {
        "thin": Bilingual(en="fewer than three items", vi="dưới ba minh chứng"),
        "declared": Bilingual(en="declared only", vi="chỉ tự khai"),
        "confirmed": Bilingual(en="confirmed by documents", vi="có tài liệu xác nhận"),
    },
}
