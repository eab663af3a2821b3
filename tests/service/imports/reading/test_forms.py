"""One form a sheet: labels with their values, then small tables; each sheet is a person."""

from datetime import date

from models.vocabulary import EvidenceKind, Part
from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.records import ImportedItem, ImportedRecord
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

HEAD: Rows = [
    ["PHIẾU THÔNG TIN CHUYÊN GIA"],
    ["I. Thông tin chung"],
    ["Họ và tên:", "TS. Mai Thị An"],
    ["Email", "an@x.vn"],
    ["Ngày sinh", "1/2/1970", "Đơn vị công tác:", "Viện Lúa"],
]
WORKS: Rows = [
    ["II. Đề tài"],
    ["TT", "Tên đề tài", "Năm", "Vai trò"],
    ["1", "Giống lúa", "2015", "Chủ nhiệm"],
    ["2", "Gạo thơm", "2017", "Thư ký"],
    ["III. Giải thưởng"],
    ["TT", "Tên giải thưởng", "Năm"],
    ["1", "Bông lúa vàng", "2019"],
    ["", "", "Hà Nội, ngày 5 tháng 6 năm 2026"],
]


def works(record: ImportedRecord) -> list[ImportedItem]:
    return [item for item in record.items if item.fields["kind"] is not EvidenceKind.POSITION]


def with_email(address: str) -> Rows:
    return [*HEAD[:3], ["Email", address], HEAD[4]]


def test_each_sheet_is_a_person_with_the_works_below() -> None:
    other: Rows = [["Họ và tên", "Mai Thị An"], ["Email: b@x.vn"], ["Chuyên môn: Tôm"], ["Quốc gia", "Việt Nam"], *WORKS[:3]]
    records, faults = read(book(("Phiếu 1", [*HEAD, *WORKS]), ("Phiếu 2", other)), "list.xlsx")
    assert faults == []
    assert [
        (record.fields["email"], [(item.fields["kind"], item.fields["title"], item.fields.get("part")) for item in record.items])
        for record in records
    ] == [
        (
            "an@x.vn",
            [
                (EvidenceKind.POSITION, "Viện Lúa", None),
                (EvidenceKind.PROGRAMME, "Giống lúa", Part.LED),
                (EvidenceKind.PROGRAMME, "Gạo thơm", Part.MAIN),
                (EvidenceKind.AWARD, "Bông lúa vàng", None),
            ],
        ),
        ("b@x.vn", [(EvidenceKind.PROGRAMME, "Giống lúa", Part.LED)]),
    ]


def test_numbered_labels_without_a_colon() -> None:
    head: Rows = [["1. Họ tên (chữ in hoa)", "MAI THỊ AN"], ["2. Nam/Nữ", "Nam"], ["3. Thư điện tử", "an@x.vn"], ["4. Quốc gia", "VN"]]
    [record], faults = read(book(("Phiếu", [*head, ["III. CÔNG TRÌNH TIÊU BIỂU"], *WORKS[1:3]])), "list.xlsx")
    said = [(item.fields["kind"], item.fields["title"]) for item in record.items]
    assert (record.fields["email"], said, faults) == ("an@x.vn", [(EvidenceKind.PROGRAMME, "Giống lúa")], [])


def test_works_of_any_kind_below_the_posts_are_no_posts() -> None:
    posts: Rows = [["Quá trình công tác"], ["Thời gian", "Cơ quan", "Chức vụ"], ["2015 - nay", "Viện Lúa", "Trưởng phòng"]]
    rows: Rows = [*HEAD, *posts, ["Công trình, đề tài, bài báo"], ["TT", "Tên công trình", "Năm"], ["1", "Giống lúa", "2015"]]
    [record], faults = read(book(("Phiếu", rows)), "list.xlsx")
    assert (record.items[-1].fields["kind"], faults) == (EvidenceKind.PUBLICATION, [])


def test_a_sex_beside_its_label_is_no_year() -> None:
    [record], faults = read(book(("Phiếu", [*HEAD, ["Giới tính:", "Nam"]])), "list.xlsx")
    assert (record.fields["email"], faults) == ("an@x.vn", [])


def test_a_fault_names_the_row_of_its_label_and_its_words_come_back() -> None:
    contents = table_contents(read_file(book(("Phiếu", with_email("an tại x.vn"))), "list.xlsx", {}))
    _, [(_, fault)] = contents.records(0, 1, date(2026, 10, 1))
    assert (fault.table, fault.row, fault.column) == ("Phiếu", 4, "Email")
    assert "an tại x.vn" in contents.cells(fault)


def test_a_fault_of_a_small_table_names_its_row() -> None:
    rows: Rows = [*HEAD, *WORKS[:2], ["1", "Giống lúa", "30/02/2019", "Chủ nhiệm"]]
    _, faults = read(book(("Phiếu", rows)), "list.xlsx")
    assert [(fault.row, fault.column) for fault in faults] == [(8, "Năm")]


def test_rows_that_are_not_understood_are_told() -> None:
    rows: Rows = [*HEAD, ["vùng", "nước lợ"], *WORKS[:3], ["IV. Khen thưởng"], ["gì đó", "khác"]]
    notes = read_file(book(("Phiếu", rows)), "list.xlsx", {}).notes
    assert any("neither a label with its value" in note.en and note.en.endswith(": 6, 11.") for note in notes)


def test_whom_to_ask_above_a_list_is_no_form() -> None:
    above: Rows = [["Họ và tên", "Lê Văn Bình"], ["Email", "b@x.vn"], ["Quốc gia", "Việt Nam"]]
    rows: Rows = [*above, ["Họ và tên", "Email"], ["Mai An", "an@x.vn"]]
    records, _ = read(book(("DS", rows)), "list.xlsx")
    assert [record.fields["email"] for record in records] == ["an@x.vn"]


def test_forms_below_one_another_in_one_sheet_are_a_person_each() -> None:
    other: Rows = [["PHIẾU THÔNG TIN CHUYÊN GIA"], ["Họ và tên:", "Lê Văn Bình"], ["Email", "b@x.vn"], ["Quốc gia", "VN"], *WORKS[:3]]
    records, faults = read(book(("Phiếu", [*HEAD, *WORKS, *other])), "list.xlsx")
    said = [(record.fields["email"], [item.fields["title"] for item in works(record)]) for record in records]
    assert (said, faults) == ([("an@x.vn", ["Giống lúa", "Gạo thơm", "Bông lúa vàng"]), ("b@x.vn", ["Giống lúa"])], [])


def test_forms_in_csv() -> None:
    one = "PHIẾU;\nHọ và tên:;Mai Thị An\nEmail:;an@x.vn\nĐơn vị công tác:;Viện Lúa\nĐề tài;\nTên đề tài;Năm\nGiống lúa;2015\n"
    records, faults = read((one + ";\n" + one.replace("Mai Thị An", "Lê Bình").replace("an@", "b@")).encode(), "forms.csv")
    said = [(record.fields["display_name"], [item.fields["title"] for item in works(record)]) for record in records]
    assert (said, faults) == ([("Mai Thị An", ["Giống lúa"]), ("Lê Bình", ["Giống lúa"])], [])


def test_works_beside_their_label_are_listed() -> None:
    form = 'Họ và tên,Mai Thị An\nEmail,an@x.vn\nĐơn vị,Viện Lúa\nBằng sáng chế,"Máy gặt (2015)\nMáy cấy (2017)"\n'
    [record], faults = read(form.encode(), "form.csv")
    said = [(item.fields["kind"], item.fields["title"], item.fields["starts"].year) for item in works(record)]
    assert (said, faults) == ([(EvidenceKind.PATENT, "Máy gặt", 2015), (EvidenceKind.PATENT, "Máy cấy", 2017)], [])


def test_a_section_without_headings_lists_works_with_numbers() -> None:
    papers: Rows = [["III. Công trình khoa học đã công bố"], ["[1]", "Mai T.A., Lê B. (2020). Lúa chịu mặn. Tạp chí Lúa 3(1), 5-9."]]
    more: Rows = [["2. Đề tài cấp Bộ: Nuôi tôm (2015-2017)"], ["Hà Nội, ngày 5 tháng 6 năm 2026"]]
    [record], faults = read(book(("Phiếu", [*HEAD, *papers, *more])), "list.xlsx")
    said = [(item.fields["kind"], item.fields["title"]) for item in works(record)]
    assert (said, faults) == ([(EvidenceKind.PUBLICATION, "Lúa chịu mặn"), (EvidenceKind.PROGRAMME, "Nuôi tôm")], [])


def test_a_mapping_has_the_last_word_on_a_label() -> None:
    [table, *_] = read_file(book(("Phiếu", HEAD)), "list.xlsx", {"Đơn vị công tác": ""}).tables
    assert [column.field for column in table.columns if column.heading == "Đơn vị công tác"] == [None]


def test_a_form_with_all_kinds_of_small_tables_is_read_as_one_person() -> None:
    rows: Rows = [
        *HEAD,
        ["Ngoại ngữ", "", "Anh"],
        ["II. Quá trình đào tạo"],
        ["TT", "Bậc đào tạo", "Nơi đào tạo", "Chuyên ngành", "Năm tốt nghiệp"],
        ["1", "Tiến sĩ", "Đại học X", "Thủy văn", "2001"],
        ["III. Đề tài, dự án"],
        ["a) Đã và đang chủ trì"],
        ["TT", "Tên đề tài, dự án", "Mã số", "Thời gian"],
        ["1", "Giống lúa", "KC.01/16", "2015-2017"],
        ["b) Tham gia"],
        ["TT", "Tên đề tài, dự án", "Mã số", "Thời gian"],
        ["1", "Gạo thơm", "", "2016-2018"],
        ["IV. Bằng độc quyền sáng chế"],
        ["TT", "Tên", "Số bằng", "Năm cấp"],
        ["1", "Máy cấy", "1-002", "2019"],
        ["Tôi xin cam đoan những lời khai trên là đúng."],
        ["", "", "", "NGƯỜI KHAI"],
        ["", "", "", "Mai Thị An"],
    ]
    [record], faults = read(book(("LLKH 1", rows)), "list.xlsx")
    assert (faults, record.fields["languages"]) == ([], ["en"])
    assert [(item.fields["kind"], item.fields["title"], item.fields.get("part")) for item in works(record)] == [
        (EvidenceKind.DEGREE, "Tiến sĩ Thủy văn", None),
        (EvidenceKind.PROGRAMME, "Giống lúa", Part.LED),
        (EvidenceKind.PROGRAMME, "Gạo thơm", Part.CONTRIBUTOR),
        (EvidenceKind.PATENT, "Máy cấy", None),
    ]
    assert works(record)[1].fields["source"] == "KC.01/16"


def test_a_blank_form_is_nobody_and_no_fault() -> None:
    blank: Rows = [["Họ và tên:"], ["Email:"], ["Ngày sinh:"], ["II. Đề tài"], ["TT", "Tên đề tài", "Năm"], ["1"], ["2"]]
    file = read_file(book(("Phiếu 1", [*HEAD, *WORKS]), ("Phiếu trống", blank)), "list.xlsx", {})
    contents = table_contents(file)
    assert (len(contents), list(contents.faults)) == (1, [])
    assert any("“Phiếu trống” is blank" in note.en for note in contents.notes)
