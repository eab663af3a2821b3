"""Which words begin a section."""

import pytest

from service.imports.formats.cv.headings import Section, section_of


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Quá trình công tác", Section.POSITIONS),
        ("II. KINH NGHIỆM LÀM VIỆC / WORK EXPERIENCE", Section.POSITIONS),
        ("Employment:", Section.POSITIONS),
        ("Đào tạo", Section.DEGREES),
        ("E D U C A T I O N", Section.DEGREES),
        ("27) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ, tin học", Section.DEGREES),
        ("2. Các công trình khoa học đã công bố:", Section.PUBLICATIONS),
        ("Selected Peer-Reviewed Publications", Section.PUBLICATIONS),
        ("D. Sáng chế, giải pháp hữu ích", Section.PATENTS),
        ("Đề tài, dự án", Section.PROJECTS),
        ("Giải thưởng", Section.AWARDS),
        ("Ngoại ngữ", Section.OTHER),
    ],
)
def test_headings_are_known_in_both_languages(line: str, section: Section) -> None:
    assert section_of(line) is section


@pytest.mark.parametrize(
    "line",
    [
        "Học vị cao nhất: Tiến sĩ",
        "2015 - nay: Kinh nghiệm",
        "Trưởng phòng Đào tạo, Đại học Huế.",
        "I gained experience in research and in it.",
        "",
    ],
)
def test_other_lines_are_no_heading(line: str) -> None:
    assert section_of(line) is None
