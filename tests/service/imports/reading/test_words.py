"""What cells and headings say of kinds, parts and outcomes, however an office words it."""

from enum import StrEnum

import pytest

from models.vocabulary import EvidenceKind, Outcome, Part
from service.imports.reading.words import code_said, kind_of_title, kind_said, yes_or_no


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Tên sáng chế", EvidenceKind.PATENT),
        ("Tên bài báo", EvidenceKind.PUBLICATION),
        ("TÊN ĐỀ TÀI", EvidenceKind.PROGRAMME),
        ("Chức vụ", EvidenceKind.POSITION),
        ("Title of project", EvidenceKind.PROGRAMME),
        ("Tiêu đề", None),
        ("Tên", None),
        ("", None),
    ],
)
def test_the_heading_of_a_title_may_name_the_kind(heading: str, kind: EvidenceKind | None) -> None:
    assert kind_of_title(heading) is kind


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("CN", Part.LED),
        ("Chủ nhiệm đề tài cấp Bộ", Part.LED),
        ("chu nhiem de tai cap bo", Part.LED),
        ("Phó chủ nhiệm đề tài", Part.MAIN),
        ("Giám đốc Sở, thành phố Huế", Part.LED),
        ("Chủ trì nhánh 2", Part.MAIN),
        ("Phụ trách phần cứng", Part.MAIN),
        ("Ủy viên ban soạn thảo", Part.CONTRIBUTOR),
        ("Co-investigator", Part.MAIN),
        ("Work package leader", Part.MAIN),
        ("CO_PI", Part.MAIN),
        ("FIRST_AUTHOR", Part.MAIN),
        ("PM", Part.LED),
        ("Chủ trì kỹ thuật", Part.MAIN),
        ("Trợ giảng", Part.CONTRIBUTOR),
        ("Giảng viên phụ trách", Part.LED),
        ("Tập thể", None),
        ("Đã nghiệm thu;\nđang chuyển giao", Outcome.REPORTED),
        ("Chuyển giao cho 3 doanh nghiệp, đã nghiệm thu", Outcome.TRANSFERRED),
        ("Chưa nghiệm thu", Outcome),
        ("Khá", Outcome),
    ],
)
def test_a_phrase_says_the_code_unless_it_is_not_so_yet(words: str, code: StrEnum | type[StrEnum] | None) -> None:
    kind = code if isinstance(code, type) else type(code) if code else Part
    assert code_said(kind, words) is (code if isinstance(code, StrEnum) else None)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Đề tài cấp Bộ", EvidenceKind.PROGRAMME),
        ("Tham gia chính sách", EvidenceKind.POLICY),
        ("Hợp tác", EvidenceKind.NETWORK),
        ("R&D project", EvidenceKind.PROGRAMME),
        ("TEACHING", EvidenceKind.POSITION),
        ("Giảng dạy", EvidenceKind.POSITION),
        ("Sở thích", None),
        ("Misc. (see paper file)", None),
    ],
)
def test_a_cell_says_a_kind(words: str, kind: EvidenceKind | None) -> None:
    assert kind_said(words) is kind


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Tôi đồng ý", True), ("Đồng ý.", True), ("Có, tôi đồng ý", True), ("I agree", True), ("Agree", True), ("x", True), ("✓", True),
        ("Không đồng ý", False), ("Tôi không đồng ý", False), ("I do not agree", False), ("I don't agree", False), ("-", False),
        ("Đồng ý một phần", None), ("", None),
    ],
)  # fmt: skip
def test_a_clear_yes_or_no(words: str, answer: bool | None) -> None:
    assert yes_or_no(words) is answer
