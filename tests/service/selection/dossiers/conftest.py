"""Dossiers of the small world, and one as data that has everything a dossier can have."""

from datetime import UTC, datetime

import pytest

from models.vocabulary import Language
from service.selection.dossiers.contents import Dossier, Leaf, Seal, Section, Table
from tests.service.selection.conftest import act, client, kind, settings, url, world

__all__ = ["act", "client", "kind", "settings", "url", "world"]
HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "<b>Bình</b> & {=1+1}",
    "**đậm** --x-- `a`",
    "+84 900",
    "{pages} {nb} ${a} «MERGEFIELD»",
)
VIETNAMESE = "Nguyễn Thị Ngọc Ánh, Đặng Hữu Phước: ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ Đđ Ơơ Ưư"


@pytest.fixture
def dossier() -> Dossier:
    """A dossier of two people with hostile and with Vietnamese text."""
    sections = (Section("Lý do", HOSTILE), Section("Trích hồ sơ", (VIETNAMESE, "Một câu dài. " * 60)))
    rows = tuple((str(number), f"{VIETNAMESE} {number}", "0,5") for number in range(1, 31))
    return Dossier(
        language=Language.VI,
        name="L1",
        title="Danh sách đề xuất",
        subject="P01 Vệ tinh",
        reference="Kết quả chỉ để tham khảo",
        invented="Người hư cấu",
        made="Lập ngày 01/10/2026",
        made_at=datetime(2026, 10, 1, 8, 30, tzinfo=UTC),
        facts=(("Đối tượng", "P01 Vệ tinh"), ("Kết luận", VIETNAMESE)),
        method_heading="Cách lập",
        method=tuple(f"Bước {number}" for number in range(1, 6)),
        tables=(Table("Tổng công trình sư", ("TT", "Họ tên", "Điểm"), rows, (0, 2)),),
        leaves=tuple(Leaf(f"{number}. {HOSTILE[number]}", (("Quốc gia", "Việt Nam"),), sections) for number in (1, 2)),
        signature_heading="Chữ ký",
        signatures=("Người lập", "Chủ tịch Hội đồng"),
        seal=Seal("Kiểm tra tại", "ab" * 32, "http://127.0.0.1:8000/shortlists/L1/verification"),
    )
