"""Works beside one another, each with its number in the headings, and the columns behind it."""

from models.vocabulary import EvidenceKind, Part
from tests.service.imports.gathering.test_records import read


def test_columns_behind_a_numbered_title_are_of_its_work() -> None:
    headings = "Họ tên;Mã NV;Sản phẩm 1;Vai trò 1;Năm 1;Sản phẩm 2;Vai trò 2;Năm 2;Bằng sáng chế 1 (tên);Số bằng 1;Năm cấp 1"
    headings += ";Bằng sáng chế 2 (tên);Số bằng 2;Năm cấp 2\n"
    row = "Mai Thị An;7;Máy cấy;Trưởng nhóm;2011;Máy gặt;Thành viên;2015;Lưỡi cắt;1-0022;2016;;;\n"
    [record], faults = read((headings + row).encode())
    assert faults == []
    assert [(item.fields["kind"], item.fields["title"], item.fields.get("part"), item.fields["starts"].year) for item in record.items] == [
        (EvidenceKind.PRODUCT, "Máy cấy", Part.LED, 2011),
        (EvidenceKind.PRODUCT, "Máy gặt", Part.CONTRIBUTOR, 2015),
        (EvidenceKind.PATENT, "Lưỡi cắt", None, 2016),
    ]


def test_columns_that_no_heading_is_known_for_are_told_by_their_words() -> None:
    headings = "Họ tên;SP thứ 1;làm gì;ra đời;SP thứ 2;làm gì;ra đời\n"
    rows = "".join(f"Mai Thị An {name};Máy cấy {name};Trưởng nhóm;2011;Máy gặt {name};Thành viên;2015\n" for name in ("Lan", "Hoa", "Cúc"))
    records, faults = read((headings + rows).encode())
    assert faults == []
    assert [[(item.fields["part"], item.fields["starts"].year) for item in record.items] for record in records] == [
        [(Part.LED, 2011), (Part.CONTRIBUTOR, 2015)]
    ] * 3


def test_one_numbered_work_that_cannot_be_read_is_left_out_alone() -> None:
    rows = "Họ tên;Product 1;Year 1;Product 2;Year 2\nMai Thị An;Drill;2205;Pump;2015\n"
    [record], [fault] = read(rows.encode())
    assert ([item.fields["title"] for item in record.items], fault.column) == (["Pump"], "Year 1")


def test_numbered_telephones_are_no_projects() -> None:
    [record], _ = read("Họ tên;ĐT 1;ĐT 2\nMai Thị An;0912000111;0912000222\n".encode())
    assert record.items == ()
