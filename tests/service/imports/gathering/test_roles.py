"""People in columns by their role in a work: whoever the file knows by that name gets the work, nobody is guessed or made up."""

import pytest

from models.vocabulary import EvidenceKind, Part
from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.reading.person_names import names_in
from tests.service.imports.gathering.test_records import read
from tests.service.imports.reading.offices import Rows, book

PEOPLE = [
    ["Mã", "Họ và tên", "Email"],
    ["01", "PGS.TS. Mai Thị An", "an@x.vn"],
    ["02", "Lê Văn Bình", "b@x.vn"],
    ["03", "Trần Quốc Cường", "c@x.vn"],
]
HEADINGS = ["TT", "Tên đề tài", "Chủ nhiệm", "Thư ký", "Thành viên", "Năm"]


def tasks(*rows: list[str]) -> bytes:
    return book(("Đề tài", [HEADINGS, *rows]), ("Nhân lực", PEOPLE))


def parts(content: bytes) -> dict[str, list[tuple[str, Part | None]]]:
    records, _ = read(content, "list.xlsx")
    return {
        record.key: [(item.fields["title"], item.fields.get("part")) for item in record.items if item.fields["kind"] == "programme"]
        for record in records
    }


def test_everybody_named_gets_the_work_in_the_role_of_the_column() -> None:
    content = tasks(
        ["1", "Giống lúa", "TS. Mai Thị An", "Lê Văn Bình", "Trần Quốc Cường"],
        ["2", "Nuôi tôm", "Lê Văn Bình", "", "ThS. Mai Thị An và Trần Quốc Cường", "2020"],
    )
    assert parts(content) == {
        "01": [("Giống lúa", Part.LED), ("Nuôi tôm", Part.CONTRIBUTOR)],
        "02": [("Giống lúa", Part.MAIN), ("Nuôi tôm", Part.LED)],
        "03": [("Giống lúa", Part.CONTRIBUTOR), ("Nuôi tôm", Part.CONTRIBUTOR)],
    }


def test_who_stands_in_two_roles_has_the_first_of_them() -> None:
    assert parts(tasks(["1", "Giống lúa", "Mai Thị An", "", "Mai Thị An, Lê Văn Bình"]))["01"] == [("Giống lúa", Part.LED)]


def test_a_name_that_the_file_does_not_know_makes_nobody_and_is_told() -> None:
    records, faults = read(tasks(["1", "Giống lúa", "Mai Thị An", "Ngô Thị Lạ", "Lê Văn Bình"]), "list.xlsx")
    [fault] = faults
    assert (len(records), fault.table, fault.row, fault.column) == (3, "Đề tài", 2, "Thư ký")
    assert "“Ngô Thị Lạ”" in fault.message.en
    assert "“Ngô Thị Lạ”" in fault.message.vi


def test_namesakes_are_not_guessed_between_but_told_apart_by_a_key() -> None:
    people = [*PEOPLE, ["04", "Lê Văn Bình", "b2@x.vn"]]
    rows = [HEADINGS, ["1", "Giống lúa", "Mai Thị An", "Lê Văn Bình"], ["2", "Nuôi tôm", "Mai Thị An", "Lê Văn Bình (04)"]]
    records, faults = read(book(("Đề tài", rows), ("Nhân lực", people)), "list.xlsx")
    assert [(fault.row, fault.column) for fault in faults] == [(2, "Thư ký")]
    assert {record.key: [item.fields["title"] for item in record.items] for record in records} == {
        "01": ["Giống lúa", "Nuôi tôm"],
        "02": [],
        "03": [],
        "04": ["Nuôi tôm"],
    }


@pytest.mark.parametrize("name", ["Lê Văn Bình (ngoài Viện)", "Lê Văn Bình (09)"])
def test_a_remark_that_tells_of_a_namesake_gives_the_work_to_nobody(name: str) -> None:
    _, faults = read(tasks(["1", "Giống lúa", "Mai Thị An", name]), "list.xlsx")
    assert [(fault.row, fault.column) for fault in faults] == [(2, "Thư ký")]


def test_a_mapping_has_the_last_word_on_a_column_of_names() -> None:
    content = tasks(["1", "Giống lúa", "Mai Thị An", "Lê Văn Bình", "Trần Quốc Cường"])
    [table, _] = read_file(content, "list.xlsx", {"Thư ký": ""}).tables
    assert [column.field for column in table.columns if column.heading == "Thư ký"] == [None]


def test_a_list_of_works_alone_makes_nobody() -> None:
    rows = [HEADINGS, ["1", "Giống lúa", "Mai Thị An", "Lê Văn Bình"]]
    records, faults = read(book(("Đề tài", rows)), "list.xlsx")
    assert (records, [(fault.row, fault.column) for fault in faults]) == ([], [(2, "Chủ nhiệm"), (2, "Thư ký")])


def test_roles_can_stand_below_one_heading_beside_a_number_of_the_work() -> None:
    rows: Rows = [
        ["TT", "Mã số", "Tên nhiệm vụ", "Người thực hiện", None, None, "Năm"],
        [None, None, None, "Chủ nhiệm", "Thư ký KH", "Thành viên (thuộc Viện)", None],
        ["1", "ĐT.91", "Giống lúa", "TS. Mai Thị An", "", "Lê Văn Bình\nTrần Quốc Cường", "2018"],
    ]
    content = book(("BM2", rows), ("BM1", PEOPLE), merged=[(0, 3, 0, 5, "Người thực hiện")])
    assert {key: [part for _, part in found] for key, found in parts(content).items()} == {
        "01": [Part.LED],
        "02": [Part.CONTRIBUTOR],
        "03": [Part.CONTRIBUTOR],
    }


def test_a_work_in_which_the_kind_is_missing_is_refused_for_everybody_in_it() -> None:
    rows = [["Nội dung", "Chủ nhiệm", "Thư ký"], ["Giống lúa", "Mai Thị An", "Lê Văn Bình"]]
    _, faults = read(book(("Việc", rows), ("Nhân lực", PEOPLE)), "list.xlsx")
    assert {(fault.table, fault.row) for fault in faults} == {("Việc", 2)}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("PGS.TS. Mai Thị An, ThS. Lê Văn Bình", ["PGS.TS. Mai Thị An", "ThS. Lê Văn Bình"]),
        ("1. Mai An\n2. Lê Bình; - Vũ Cường", ["Mai An", "Lê Bình", "Vũ Cường"]),
        ("Mai An, TS.; Lê Bình, PGS.TS và Vũ Cường", ["Mai An", "Lê Bình", "Vũ Cường"]),
        ("Mai An (Viện Lúa, Hà Nội), Lê Bình", ["Mai An (Viện Lúa, Hà Nội)", "Lê Bình"]),
        ("1. ThS Mai An\nvà 3 cộng tác viên", ["ThS Mai An"]),
        ("Th. S Mai An; Lê Bình và cộng sự", ["Th. S Mai An", "Lê Bình"]),
        ("Không", []),
        ("-", []),
    ],
)
def test_names_of_a_cell(cell: str, names: list[str]) -> None:
    assert names_in(cell) == names


def test_kinds_of_tasks_are_programmes() -> None:
    records, _ = read(tasks(["1", "Giống lúa", "Mai Thị An", "Lê Văn Bình", "Trần Quốc Cường"]), "list.xlsx")
    assert {item.fields["kind"] for record in records for item in record.items} == {EvidenceKind.PROGRAMME}


def test_a_work_that_lost_its_title_is_refused() -> None:
    headings = ["TT", "Tên nhiệm vụ", "Chủ nhiệm", "Thư ký", "Cơ quan chủ trì"]
    works = [headings, ["1", "Giống lúa", "Mai Thị An", "Lê Văn Bình", "Viện Lúa"], ["2", "", "Mai Thị An", "Lê Văn Bình", "Viện Lúa"]]
    records, faults = read(book(("Nhiệm vụ KHCN", works), ("Nhân lực", PEOPLE)), "list.xlsx")
    assert {fault.row for fault in faults} == {3}
    assert {item.fields["title"] for record in records for item in record.items} == {"Giống lúa"}


def test_authors_in_one_column_are_found_by_name_and_those_from_elsewhere_are_passed_over() -> None:
    papers = [
        ["STT", "Tác giả (theo thứ tự)", "Tên bài báo", "Tạp chí", "Năm, tập, trang"],
        ["1", "Mai Thị An, J. Müller, Lê Văn Bình", "Giống lúa", "Lúa", "2016, 62, tr. 29-86"],
        ["2", "Smith J, Tran Quoc Cuong", "Nuôi tôm", "Biển", "2018"],
        ["3", "Smith J, Ngô Thị Lạ", "Gạo thơm", "Lúa", "2019"],
    ]
    records, faults = read(book(("Nhân lực", PEOPLE), ("Công bố", papers)), "list.xlsx")
    said = {
        record.key: [(item.fields["title"], item.fields.get("part"), item.fields["starts"].year) for item in record.items]
        for record in records
    }
    assert said == {
        "01": [("Giống lúa", Part.MAIN, 2016)],
        "02": [("Giống lúa", Part.CONTRIBUTOR, 2016)],
        "03": [("Nuôi tôm", Part.CONTRIBUTOR, 2018)],
    }
    assert [(fault.row, fault.column) for fault in faults] == [(4, "Tác giả (theo thứ tự)")]


def test_the_row_of_a_name_that_is_not_known_comes_back_whole() -> None:
    contents = table_contents(read_file(tasks(["1", "Giống lúa", "Mai Thị An", "Ngô Thị Lạ", "Lê Văn Bình", "2020"]), "list.xlsx", {}))
    [fault] = contents.faults
    assert contents.cells(fault) == ["1", "Giống lúa", "Mai Thị An", "Ngô Thị Lạ", "Lê Văn Bình", "2020"]


STAFF: Rows = [["Staff ID", "Surname", "Forename(s)", "Title"], *([f"00451{at}", "Le", f"An{at}", "Dr"] for at in range(3))]


def test_columns_by_role_can_name_people_by_their_keys() -> None:
    grants: Rows = [
        ["Grant ref", "Title", "PI (Staff ID)", "Co-I (Staff IDs)", "Start date"],
        ["EP/1", "Rice for deltas", "004510", "4511; 004512", "2018-10-01"],
        ["EP/2", "Salt in rice", "004512", "", "2019-10-01"],
    ]
    records, faults = read(book(("Staff", STAFF), ("Grants", grants)), "list.xlsx")
    assert faults == []
    assert [[(item.fields["title"], item.fields["part"]) for item in record.items] for record in records] == [
        [("Rice for deltas", Part.LED)],
        [("Rice for deltas", Part.MAIN)],
        [("Rice for deltas", Part.MAIN), ("Salt in rice", Part.LED)],
    ]


def test_a_work_with_several_keys_in_a_cell_is_of_each_of_them() -> None:
    outputs: Rows = [
        ["Type", "Title", "Authors", "Publication date", "Staff ID(s)"],
        ["Article", "Salt in rice", "Le, A.; Smithson, K.", "Jan 2012", "004510; 4511"],
        ["Article", "Rice for deltas", "Le, A.", "2013", "004510"],
    ]
    records, faults = read(book(("Staff", STAFF), ("Outputs", outputs)), "list.xlsx")
    assert faults == []
    assert [[item.fields["title"] for item in record.items] for record in records] == [
        ["Salt in rice", "Rice for deltas"],
        ["Salt in rice"],
        [],
    ]
