"""Works in columns of works of any kind: each is what its own words say, and which say nothing is told."""

from service.imports.gathering.contents import table_contents
from service.imports.reading.files import read_file
from service.imports.reading.work_kinds import kind_of_work
from tests.service.imports.gathering.test_records import read


def kinds(content: str) -> list[tuple[str, str]]:
    [record], faults = read(content.encode(), "list.csv")
    assert faults == []
    return [(item.fields["title"], item.fields["kind"]) for item in record.items]


def test_numbered_columns_of_works_hold_works_of_every_kind() -> None:
    heads = ";".join(["Họ và tên", *(f"Công trình {at}" for at in range(1, 6))])
    works = [
        "Giải thưởng Kovalevskaia (2019)",
        'Đề tài cấp Bộ ""Nuôi tôm"" (2015-2017)',
        "Bằng sáng chế số 12: Máy gặt (2020)",
        "Sách: Cây lúa, NXB Lúa, 2021",
        "Mai T.A., Lê B. (2020). Lúa chịu mặn. Tạp chí Lúa, 3.",
    ]
    quoted = ";".join(f'"{work}"' for work in works)
    assert kinds(f"{heads}\nMai Thị An;{quoted}\n") == [
        ("Giải thưởng Kovalevskaia", "award"),
        ("Nuôi tôm", "programme"),
        ("Máy gặt", "patent"),
        ("Cây lúa", "publication"),
        ("Lúa chịu mặn", "publication"),
    ]


def test_a_heading_of_several_kinds_leaves_it_to_the_work() -> None:
    works = '"App Lúa (2020)\nBằng sáng chế ""Máy gặt"", 2019\nMáy cấy (2021)"'
    assert kinds(f"Họ và tên;Sáng chế, sản phẩm\nMai Thị An;{works}\n") == [
        ("App Lúa", "product"),
        ("Máy gặt", "patent"),
        ("Máy cấy", "patent"),
    ]


def test_a_work_of_some_years_that_somebody_led_is_a_project() -> None:
    assert kinds("Họ và tên;Công trình tiêu biểu\nMai Thị An;Nuôi tôm (2015-2017, chủ nhiệm)\n") == [("Nuôi tôm", "programme")]


def test_rows_with_a_work_that_does_not_say_its_kind_are_told() -> None:
    content = "Họ và tên;Các công trình\nMai An;Đề tài: Lúa (2015)\nLê Bình;Nuôi tôm (2016)\n"
    [note] = [note for note in table_contents(read_file(content.encode(), "list.csv", {})).notes if "says the kind" in note.en]
    assert ": 3." in note.en
    assert "không rõ loại" in note.vi


def test_results_of_all_kinds_under_one_heading_are_each_what_its_line_says() -> None:
    results = (
        "Trong 5 năm qua có các kết quả sau:\n"
        "1) Đề án phát triển cảng biển của Nghệ An đến năm 2045, 2017 (góp ý)\n"
        "2) Phần mềm giám sát mặn; kiến trúc sư trưởng; đưa vào sử dụng năm 2012\n"
        "3) Bằng độc quyền sáng chế số 1-0017022: Máy cấy (2025)\n"
        "4) Chủ nhiệm đề tài KC.04.52/21-30: Giống lúa chịu mặn (2022-2024)\n"
        "5) TCVN 11607:2024 Lúa – Yêu cầu kỹ thuật\n"
        "6) Bài báo “Salt in rice fields”, Int. J. of Rice, 2019"
    )
    people = (f'KS. Mai Thị {name}, sinh năm 1982;"ĐT: 0912000111; email: {name}@x.vn";"{results}"' for name in ("Lan", "Hoa", "Thu"))
    records, faults = read("\n".join(["Chuyên gia;Liên hệ;Kết quả nổi bật", *people]).encode())
    assert (faults, records[0].fields["display_name"]) == ([], "KS. Mai Thị Lan")
    assert [(str(item.fields["kind"]), item.fields["title"]) for item in records[0].items] == [
        ("policy", "Đề án phát triển cảng biển của Nghệ An đến năm 2045"),
        ("product", "Phần mềm giám sát mặn"),
        ("patent", "Máy cấy"),
        ("programme", "Giống lúa chịu mặn"),
        ("standard", "TCVN 11607:2024 Lúa – Yêu cầu kỹ thuật"),
        ("publication", "Salt in rice fields"),
    ]


def test_words_that_policies_begin_with_do_not_make_one_of_a_paper() -> None:
    papers = ("Luật hấp dẫn trong robot", "Quyết định đa tiêu chí mờ", "Chiến lược tưới nước cho lúa")
    policies = ("Quyết định số 12/QĐ-TTg", "Dự thảo Luật Đường sắt", "Nghị định về dữ liệu")
    assert [kind_of_work(title) for title in papers] == [None] * 3
    assert [kind_of_work(title) for title in policies] == ["policy"] * 3
