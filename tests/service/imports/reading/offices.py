"""Lists as offices send them: titles above, headings over two rows, sections, sums and signatures, cells that list several things."""

import io
import unicodedata
from collections.abc import Sequence
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def book(*sheets: tuple[str, Rows], merged: Sequence[tuple[int, int, int, int, str]] = ()) -> bytes:
    """Return a workbook; ``merged`` cells are of the first sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        for at, (name, rows) in enumerate(sheets):
            sheet = workbook.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell is not None:
                        sheet.write(row, column, cell)
            for place in merged if at == 0 else ():
                sheet.merge_range(*place)
    return file.getvalue()


def windows_1258(text: str) -> bytes:
    """Return ``text`` as Windows wrote Vietnamese before Unicode: the tone behind its letter."""
    found = b""
    for letter in text:
        try:
            found += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts if part in TONES)
            found += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return found


UNIVERSITY = book(
    (
        "Sheet1",
        [
            ["TRƯỜNG ĐẠI HỌC CÔNG NGHỆ ĐÔNG HẢI"],
            ["DANH SÁCH CHUYÊN GIA NĂM 2026"],
            ["STT", "Họ và tên", "Ngày sinh", "Học hàm, học vị", "Liên hệ", None, "Quá trình công tác", None, None, "Ghi chú"],
            [None, None, None, None, "Điện thoại", "Email", "Thời gian", "Đơn vị", "Chức vụ", None],
            [1, "GS.TS. NGUYỄN VĂN AN", "12/03/1961", "GS.TS.", 912345678, "an@dh.vn", "2015-nay", "ĐH Bách khoa Hà Nội", "Trưởng khoa"],
            [2, "Trần Thị Bình", 1970, "PGS.TS", 84987654321, "binh@dh.vn", "quý III/2019", "Đại học Bách Khoa HN", "Giảng viên"],
            ["Tổng cộng: 2 người"],
            [None, None, None, None, None, None, "Hà Nội, ngày 5 tháng 6 năm 2026"],
            ["NGƯỜI LẬP BIỂU", None, None, None, None, "HIỆU TRƯỞNG"],
        ],
    ),
    merged=[(2, 4, 2, 5, "Liên hệ"), (2, 6, 2, 8, "Quá trình công tác"), (2, 0, 3, 0, "STT"), (2, 1, 3, 1, "Họ và tên")],
)
MINISTRY = book(
    (
        "DS",
        [
            ["TT", "Họ đệm", "Tên", "Loại", "Nội dung", "Từ ngày", "Đến ngày", "Vai trò"],
            [1, "PHẠM MINH", "ĐỨC", "Đề tài", "Vật liệu siêu dẫn", 43466, 44196, "Chủ nhiệm"],
            [None, None, None, "Bài báo", "Superconducting tapes", 44000, 44000, "Tác giả chính"],
            [2, "VŨ THỊ THU", "HÀ", "Sáng chế", "Thiết bị lọc khí", "15/03/2018", "nay", "Đồng tác giả"],
            [None, "Cộng", None, "2 người"],
        ],
    )
)
SECTIONS = book(
    (
        "DS",
        [
            ["STT", "Họ và tên", "Đơn vị", "Loại minh chứng", "Nội dung minh chứng", "Thời gian"],
            ["I", "KHỐI VIỆN NGHIÊN CỨU"],
            [1, "Nguyễn Thị Út", "Viện A", "Đề tài", "Lúa chịu mặn", "2015 – 2017"],
            [2, "", "Viện B", "", "Tôm sạch", "2016"],
            ["II", "KHỐI DOANH NGHIỆP"],
            [3, "Mai Chí Thọ", "Công ty E", "Sản phẩm", "Pin LFP", "từ 2019 đến nay"],
            ["", "Tổng", "3"],
        ],
    )
)
COLUMNS_OF_KINDS = book(
    (
        "Experts",
        [
            ["No.", "Full name", "E-mail", "Current employer", "Position", "Selected publications", "Patents"],
            [1, "Nguyen Quang Huy", "h@c.vn", "Viettel", "Architect", "- Beams, 2021\n- Massive MIMO\nand more, 2022", "• US 1\n• VN 2"],
            [2, "Le Thi Mai Anh", "m@c.vn", "FPT", "Head of AI", "1. Speech, 2019\n2. OCR, 2020", None],
        ],
    )
)
GROUPS = book(
    (
        "DS",
        [
            ["STT", "Họ", "Tên đệm", "Tên", "Bằng cấp", None, None, "Giải thưởng", None, "Công trình tiêu biểu", None],
            [None, None, None, None, "Tên bằng", "Nơi cấp", "Năm", "Tên giải", "Năm", "Tên", "Năm"],
            [1, "Đặng", "Thuỳ", "Dương", "Tiến sĩ Cơ khí", "KAIST", 2012, "Kovalevskaia", 2019, "Hàn ma sát", "2017-2018"],
        ],
    ),
    merged=[(0, 4, 0, 6, "Bằng cấp"), (0, 7, 0, 8, "Giải thưởng"), (0, 9, 0, 10, "Công trình tiêu biểu")],
)
SHEETS = book(
    ("Hướng dẫn", [["Không sửa tiêu đề"]]),
    ("Danh sách", [["Mã số", "Họ và tên", "Học hàm", "Chuyên ngành"], ["02", "Tô Ngọc Vân (thỉnh giảng)", "GS", "Rađa"]]),
    ("Công tác", [["Mã số", "Đơn vị", "Chức vụ", "Từ tháng"], [2, "Siemens AG", "Kỹ sư trưởng", "T3/2012"]]),
)
PLAIN = "Họ tên;Email;Đơn vị;Chức vụ;Từ năm\nNguyễn Văn Đạt;dat@x.vn;Công ty CP Sao Mai;Giám đốc;2015\n"
PLAIN += "Trần Quỳnh Như;n@x.vn;Sở Y tế;Phó GĐ;2018\n"
VNI = "Hoï vaø teân;Email;Ñôn vò\nNguyeãn Vaên Ñaït;dat@x.vn;Coâng ty Sao Mai\nTraàn Thanh Haø;ha@x.vn;Vieän Cô hoïc\n".encode("cp1252")

HEADS_OF_THREE_ROWS = book(
    (
        "DS",
        [
            ["DANH SÁCH CHUYÊN GIA"],
            [],
            [],
            [None, None, None, None, None],
            [None, None, "Từ", "Đến", None],
            [1, "Lê Văn Tám", "tháng 3 năm 2019", "nay", "Viện Cơ học"],
            [2, "Phạm Thị Chín", 43525, "12/2023", "Viện Hoá học"],
            [],
            ["", "Tổng cộng: 02 người"],
            ["", "Người lập biểu", "", "", "Vụ trưởng"],
            ["", "Nguyễn Văn Lập", "", "", "Trần Thị Vụ"],
        ],
    ),
    merged=[(2, 0, 4, 0, "STT"), (2, 1, 4, 1, "Họ và tên"), (2, 2, 3, 3, "Thời gian"), (2, 4, 4, 4, "Cơ quan")],
)
MERGED_DOWN = book(
    (
        "DS",
        [
            ["TT", "Họ tên", "Đơn vị công tác", "Nội dung công việc", "Thời gian"],
            [None, None, None, "Thiết kế trạm radar", "2010-2014"],
            [None, None, None, "Chủ trì đài quan sát", "2015 - nay"],
            ["2", "Ngô Bảo Hân", "Trường ĐHBK HN", "Mô phỏng dòng chảy", "03/2012 - 05/2016"],
        ],
    ),
    merged=[(1, 0, 2, 0, "1"), (1, 1, 2, 1, "Vũ Đức Đam"), (1, 2, 2, 2, "Học viện Kỹ thuật quân sự")],
)
