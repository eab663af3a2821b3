"""Small CVs of different layouts, each with what it tells: the kind, and words that only the passage of that item has."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.service.imports.formats.cv.making import docx_of, new_pdf, pdf_of, two_columns, write


@dataclass(frozen=True)
class SampleCV:
    """A CV as a file, and its items."""

    make: Callable[[], bytes]
    items: tuple[tuple[str, str], ...]


def _sidebar() -> bytes:
    left = [
        ("CONTACT", "H"),
        ("minh@mail.example", ""),
        ("SKILLS", "H"),
        ("Rust, BLE", ""),
        ("LANGUAGES", "H"),
        ("Japanese (N2, 2014)", ""),
    ]
    right = [
        ("WORK EXPERIENCE", "H"),
        ("Principal Engineer", "B"),
        ("Jan 2018 – Present", "R"),
        ("Synapse Design Viet Nam", ""),
        ("• Shipped two million units (2019–2022).", ""),
        ("Firmware Engineer", "B"),
        ("03/2013 – 12/2017", "R"),
        ("Renesas Design Vietnam Co., Ltd.", ""),
        ("EDUCATION", "H"),
        ("PhD, Electronic Engineering", "B"),
        ("2005 – 2008", "R"),
        ("University of Electro-Communications, Tokyo", ""),
        ("PUBLICATIONS", "H"),
        (
            'M. Le, K. Ishibashi, "A wake-up receiver with 12 nW standby power," IEEE J. Solid-State Circuits, vol. 43, pp. 111-120, 2008.',
            "",
        ),
    ]
    return two_columns(left, right)


def _ruled_table() -> bytes:
    pdf = new_pdf("Trang {}/1")
    write(pdf, [("Đỗ Minh Đức", "H"), ("B. Quá trình công tác", "H")])
    rows = [
        ("Từ tháng năm đến tháng năm", "Đơn vị", "Chức vụ"),
        ("1992 - 1999", "Viện Khoa học Vật liệu", "Nghiên cứu viên"),
        ("Từ tháng 4/2003 đến nay", "Viện Khoa học Vật liệu, Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Trưởng phòng Linh kiện"),
    ]
    with pdf.table(rows, col_widths=(40, 80, 50), line_height=6):
        pass
    sections = [("C. Sáng chế", "H"), ("1. Thiết bị đo khí cầm tay, Bằng độc quyền giải pháp hữu ích số 2-0001234, cấp năm 2016", "")]
    write(pdf, [*sections, ("D. Hoạt động khác", "H"), ("Ủy viên Hội đồng biên tập, 2017 đến nay", "")])
    return bytes(pdf.output())


SIDEBAR = SampleCV(
    _sidebar,
    (
        ("position", "Principal Engineer"),
        ("position", "Firmware Engineer"),
        ("degree", "PhD, Electronic"),
        ("publication", "A wake-up receiver"),
    ),
)
RULED_TABLE = SampleCV(
    _ruled_table, (("position", "Nghiên cứu viên"), ("position", "Trưởng phòng Linh kiện"), ("patent", "Thiết bị đo khí cầm tay"))
)
DATES_LEFT = SampleCV(
    lambda: pdf_of(
        [
            ("Phạm Thị Hạnh", "H"),
            ("Quá trình công tác", "H"),
            (
                "2015 - nay: Trưởng phòng Thiết bị bay, Viện Hàng không Vũ trụ Viettel. Phụ trách nhóm 25 kỹ sư thiết kế khí động.",
                "",
            ),
            ("03/2011–12/2014: Kỹ sư thiết kế, Airbus Operations SAS, Toulouse", ""),
            ("Đào tạo", "H"),
            ("2007 - 2011: Tiến sĩ Kỹ thuật hàng không, ISAE-SUPAERO, Pháp", ""),
            ("Công trình khoa học", "H"),
            (
                "1. Phạm Thị Hạnh (2018), “Tối ưu cánh quạt UAV bằng thuật toán di truyền”, Tạp chí Khoa học và Kỹ thuật, số 192, tr. 45.",
                "",
            ),
            ("2. Pham T.H. (2012). Khí động học thân cánh liền khối. NXB Quân đội nhân dân.", ""),
            ("Ngoại ngữ", "H"),
            ("Tiếng Pháp (DALF C1, 2010)", ""),
        ],
        "Trang {}/1",
    ),
    (
        ("position", "Trưởng phòng Thiết bị bay"),
        ("position", "Kỹ sư thiết kế, Airbus"),
        ("degree", "Tiến sĩ Kỹ thuật"),
        ("publication", "Tối ưu cánh quạt"),
        ("publication", "Khí động học thân cánh"),
    ),
)
FORM = SampleCV(
    lambda: docx_of(
        [
            "LÝ LỊCH KHOA HỌC",
            "Học vị cao nhất: Tiến sĩ    Năm, nước nhận học vị: 2008, Nhật Bản",
            "II. QUÁ TRÌNH ĐÀO TẠO",
            "1. Đại học:",
            "Nơi đào tạo: Trường Đại học Bách khoa Hà Nội",
            "Nước đào tạo: Việt Nam    Năm tốt nghiệp: 1998",
            "2. Sau đại học",
            "- Tiến sĩ chuyên ngành: Robot    Năm cấp bằng: 2008",
            "  Nơi đào tạo: Đại học Tohoku, Nhật Bản",
            "3. Ngoại ngữ:",
            "1. Tiếng Nhật: Giao tiếp",
            "III. QUÁ TRÌNH CÔNG TÁC CHUYÊN MÔN",
            "<work>",
            "1. Các đề tài nghiên cứu khoa học đã và đang tham gia:",
            "<projects>",
        ],
        {
            "<work>": [
                ("Thời gian", "Nơi công tác", "Công việc đảm nhiệm"),
                ("2009 - nay", "Trường Đại học Bách khoa Hà Nội", "Phó Trưởng khoa"),
            ],
            "<projects>": [
                ("TT", "Tên đề tài", "Năm", "Vai trò"),
                ("1", "Nghiên cứu chế tạo robot hàn sáu bậc tự do", "2010/2013", "Chủ nhiệm"),
            ],
        },
    ),
    (("degree", "Đại học:"), ("degree", "Tiến sĩ chuyên ngành"), ("position", "Phó Trưởng khoa"), ("programme", "robot hàn sáu bậc")),
)
BROKEN_LINES = SampleCV(
    lambda: docx_of(
        [
            "THI CHAU LAM",
            "EXPERIENCE",
            "Professor and Chair of Mechanics",
            "RWTH Aachen University",
            "2016 to",
            "present",
            "",
            "Research Associate",
            "University of Oxford",
            "Oct 2005 to",
            "Sept 2009",
            "",
            "PUBLICATIONS",
            "Lam, T. C., & Müller, K. (2019). Hydrogen",
            "embrittlement of high-strength steels: A cohesive",
            "approach. International Journal of Fracture, 215,",
            "1-20.",
            "",
            "Lam, T. C. (2014). Cyclic plasticity at small",
            "scales. Journal of the Mechanics and Physics of",
            "Solids, 70, 1-15.",
            "",
            "REFERENCES",
            "Prof. K. Müller, Head of Department, TU Munich, 2010–2020",
        ]
    ),
    (
        ("position", "Professor and Chair"),
        ("position", "Research Associate"),
        ("publication", "Hydrogen\nembrittlement"),
        ("publication", "Cyclic plasticity"),
    ),
)
ALL = {"sidebar": SIDEBAR, "ruled_table": RULED_TABLE, "dates_left": DATES_LEFT, "form": FORM, "broken_lines": BROKEN_LINES}
