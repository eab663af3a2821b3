"""What CVs of different layouts offer: nearly everything they tell, next to nothing that they do not."""

import pytest

from service.imports.formats.cv.offers import Offer
from service.imports.formats.cv.reading import read
from service.people.evidence.schemas import EvidenceCreate
from tests.service.imports.formats.cv.cvs import ALL, BROKEN_LINES, DATES_LEFT, FORM, SIDEBAR, SampleCV
from tests.service.imports.formats.cv.making import docx_of, new_pdf, pdf_of, write


def told_by(offers: tuple[Offer, ...], told: SampleCV) -> tuple[list[tuple[str, str]], list[Offer]]:
    """Return the items that no offer has, and the offers that are no item; an offer stands for one item."""
    missed, invented = list(told.items), []
    for offer in offers:
        own = next((item for item in missed if item[0] == offer.kind and item[1] in offer.passage), None)
        invented += [] if own else [offer]
        missed = [item for item in missed if item is not own]
    return missed, invented


@pytest.mark.parametrize("name", ALL)
def test_everything_is_offered_and_nothing_is_invented(name: str) -> None:
    assert told_by(read(ALL[name].make()), ALL[name]) == ([], [])


def test_an_offer_has_its_title_organisation_days_and_page() -> None:
    first = read(SIDEBAR.make())[0]
    assert (first.title, first.organisation, first.page) == ("Principal Engineer", "Synapse Design Viet Nam", 1)
    assert {name: str(day) for name, day in first.days.items()} == {"starts": "2018-01-01"}
    assert first.passage.splitlines()[0] == "Principal Engineer  Jan 2018 – Present"


def test_titles_of_publications_are_found_in_every_style() -> None:
    titles = [offer.title for told in (DATES_LEFT, SIDEBAR) for offer in read(told.make()) if offer.kind == "publication"]
    assert titles == [
        "Tối ưu cánh quạt UAV bằng thuật toán di truyền",
        "Khí động học thân cánh liền khối",
        "A wake-up receiver with 12 nW standby power",
    ]


def test_every_offer_is_an_item_that_the_api_takes_and_claims_no_part() -> None:
    for told in ALL.values():
        items = [EvidenceCreate.model_validate(offer.evidence()) for offer in read(told.make())]
        assert {item.part for item in items} <= {None}
        assert all(item.source.startswith("cv:page ") for item in items)


def test_what_stands_under_other_headings_is_offered_to_nobody() -> None:
    other = [
        ("Ngoại ngữ", "H"),
        ("Tiếng Anh: IELTS 7.0, Hội đồng Anh, 2015 - 2017", ""),
        ("Người tham chiếu", "H"),
        ("GS. An, Viện trưởng, 2010 - nay", ""),
    ]
    assert read(pdf_of(other)) == ()


def test_years_at_school_are_no_degree_and_a_course_is_a_certificate() -> None:
    lines = ["Học vấn", "1995 - 1998: Trường THPT Chu Văn An", "2010: Khóa học ngắn hạn về quản lý dự án, Đại học Bách khoa Hà Nội"]
    assert [offer.kind for offer in read(docx_of(lines))] == ["certificate"]


def test_a_count_of_publications_is_none() -> None:
    assert read(docx_of(["Publications", "Over 60 papers, h-index 28 (2024). Selected:", "None in 2023."])) == ()


def test_a_degree_of_a_form_has_the_year_it_was_given() -> None:
    years = [offer.days["ends"].year for offer in read(FORM.make()) if offer.kind == "degree"]
    assert years == [1998, 2008]


def test_a_span_of_time_over_two_lines_is_one() -> None:
    spans = [tuple(str(day) for day in offer.days.values()) for offer in read(BROKEN_LINES.make()) if offer.kind == "position"]
    assert spans == [("2016-01-01",), ("2005-10-01", "2009-09-30")]


def test_columns_from_and_to_are_one_span_of_time() -> None:
    rows = [("Từ", "Đến", "Cơ quan", "Vị trí"), ("01/2009", "05/2015", "Ban Quản lý đường sắt đô thị", "Phó Trưởng ban")]
    [offer] = read(docx_of(["3. Kinh nghiệm công tác", "<table>"], {"<table>": rows}))
    assert (offer.title, [str(day) for day in offer.days.values()]) == ("Phó Trưởng ban", ["2009-01-01", "2015-05-31"])


def test_an_unknown_heading_ends_a_section() -> None:
    known = [
        "",
        "Education",
        "PhD, Physics, Hue University, 2010",
        "",
        "Employment",
        "Engineer, ABC Company, 2010 - 2015",
        "",
        "Skills",
        "Python",
    ]
    lines = ["An Nguyen", *known, "", "Gardening and Such", "Head of the rose department of the Hanoi garden society, 2012 - 2020"]
    assert [offer.kind for offer in read(docx_of(lines))] == ["degree", "position"]


def test_publications_and_patents_under_one_heading_are_told_apart() -> None:
    lines = [
        "Patents and publications",
        "• Electrolyte additive for fast charging, US 11,222,333, 2022.",
        "• H. Cao. Dry electrode coating: status and outlook. Joule 2023, 7(4), 700-715.",
    ]
    assert [offer.kind for offer in read(docx_of(lines))] == ["patent", "publication"]


def test_dates_that_stand_beside_lines_are_no_column() -> None:
    pdf = new_pdf()
    for when, what, style in (
        ("", "WORK EXPERIENCE", "H"),
        ("2015–Present", "Air Traffic Systems Engineer", "B"),
        ("", "Vietnam Air Traffic Management Corporation, Hanoi", ""),
        ("", "Curriculum vitae", ""),
        ("2009–2015", "Junior Engineer", "B"),
        ("", "Indra Sistemas, Madrid", ""),
        ("2007–2009", "Trainee", "B"),
        ("", "Airbus Defence and Space, Getafe", ""),
    ):
        top = pdf.get_y()
        write(pdf, [(when, "")] if when else [], 20, 40)
        pdf.set_y(top)
        write(pdf, [(what, style)], 20 if style == "H" else 70, 120)
    assert [offer.title for offer in read(bytes(pdf.output()))][:1] == ["Air Traffic Systems Engineer"]
