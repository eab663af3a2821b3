"""Manners of CVs that are easily misread: forms with labels, years in a margin, labels inside of a post, organisations that stand apart."""

from models.vocabulary import EvidenceKind
from service.imports.formats.cv.offers import Offer
from service.imports.formats.cv.reading import read
from tests.service.imports.formats.cv.making import docx_of, pdf_of

DEGREE, POSITION, PUBLICATION = EvidenceKind.DEGREE, EvidenceKind.POSITION, EvidenceKind.PUBLICATION


def titles(offers: tuple[Offer, ...], kind: EvidenceKind) -> list[str]:
    return [offer.title for offer in offers if offer.kind is kind]


def test_a_form_with_labels_beside_its_answers_is_read_entry_by_entry() -> None:
    rows = [
        ("Dates", "03/2019 →"), ("Occupation or position held", "Avionics engineer"), ("Main activities", "Flight control computers"),
        ("Name and address of employer", "Aviation Institute, Warsaw"),
        ("Dates", "09/2012 – 02/2019"), ("Occupation or position held", "Software engineer"), ("Main activities", "Real-time software"),
        ("Name and address of employer", "Thales Polska"),
    ]  # fmt: skip
    offers = read(docx_of(["Work experience", "rows"], {"rows": rows}))
    assert [(offer.title, offer.organisation) for offer in offers] == [
        ("Avionics engineer", "Aviation Institute"),
        ("Software engineer", "Thales Polska"),
    ]


def test_years_in_the_margin_begin_publications() -> None:
    works = [
        "2011\tCoaxial rotor hover performance, Aerospace Science and Technology 15(7)",
        "2015\tMô phỏng tương tác cánh quạt của máy bay, Hội nghị Cơ học",
    ]
    assert len(titles(read(docx_of(["Publications", *works])), PUBLICATION)) == 2


def test_achievements_of_a_post_are_no_section_of_awards() -> None:
    lines = [
        ("WORK EXPERIENCE", "H"), ("Chief engineer, ABB Robotics", "B"), ("04/2020 - Present", ""), ("Achievements", ""),
        ("• Brought an arm to series production", ""), ("Lead engineer, Universal Robots", "B"), ("02/2014 - 03/2020", ""),
        ("EDUCATION", "H"), ("PhD in Robotics, Royal Institute of Technology, 2013", ""),
    ]  # fmt: skip
    offers = read(pdf_of(lines))
    assert len(titles(offers, POSITION)) == 2
    assert not titles(offers, EvidenceKind.AWARD)


def test_an_organisation_with_free_space_above_it_ends_no_section() -> None:
    lines = [
        "experience", "", "Kurchatov Institute", "Moscow", "2007 – 2019", "Research scientist", "", "JSC VNIINM", "2003 – 2007", "Engineer",
        "", "education", "", "PhD in Physics, Kurchatov Institute, 2007", "", "interests", "", "Chess",
    ]  # fmt: skip
    assert len(titles(read(docx_of(lines)), POSITION)) == 2


def test_each_sign_of_a_list_begins_a_degree() -> None:
    lines = ["Học vấn", "• Tiến sĩ Khoa học thông tin", "JAIST, Nhật Bản, 2019", "• Cử nhân Khoa học máy tính", "Trường ĐH KHTN, 2012"]
    assert titles(read(docx_of(lines)), DEGREE) == ["Tiến sĩ Khoa học thông tin, JAIST", "Cử nhân Khoa học máy tính"]


def test_a_numbered_row_of_column_names_is_no_publication() -> None:
    rows = [
        ("TT", "Là tác giả hoặc là đồng tác giả của công trình", "Nơi công bố"),
        ("1", "Tinh sạch kháng nguyên bằng sắc ký", "Tạp chí Y học 2021"),
    ]
    assert titles(read(docx_of(["Công trình khoa học", "rows"], {"rows": rows})), PUBLICATION) == ["Tinh sạch kháng nguyên bằng sắc ký"]
