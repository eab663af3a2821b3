"""Lists with people down and years across: each cell holds the works of its year."""

from models.vocabulary import EvidenceKind, Part
from tests.service.imports.gathering.test_records import read


def test_works_have_the_year_of_their_column_and_the_kind_in_front() -> None:
    rows = (
        "Chuyên gia;2017;Năm 2018;N.2019;Tổng số\n"
        'Mai Thị An;-;"ĐT: Giống lúa chịu mặn (chủ nhiệm)\nSC: Máy cấy tự hành, số 1-0022";BB: Lúa và nước mặn, 2016;3\n'
    )
    [record], faults = read(rows.encode())
    assert faults == []
    assert [(item.fields["kind"], item.fields["title"], item.fields["starts"].year) for item in record.items] == [
        (EvidenceKind.PROGRAMME, "Giống lúa chịu mặn", 2018),
        (EvidenceKind.PATENT, "Máy cấy tự hành", 2018),
        (EvidenceKind.PUBLICATION, "Lúa và nước mặn", 2016),
    ]
    assert (record.items[0].fields["part"], record.items[1].fields["source"]) == (Part.LED, "số 1-0022")


def test_numbers_below_years_are_no_works() -> None:
    [record], _ = read("Chuyên gia;2017;2018;2019\nMai Thị An;3;4;1.200.000\n".encode())
    assert record.items == ()
