import pytest

from service.imports.reading.heading_words import HEADINGS, NOT_KEPT, POSITION
from service.imports.reading.headings import field_of, is_not_kept, mapped


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Họ và tên", "display_name"),
        ("HỌ VÀ TÊN", "display_name"),
        ("ho va ten", "display_name"),
        ("Họ và tên (*)", "display_name"),
        ("Họ và tên / Full name", "display_name"),
        ("Full Name", "display_name"),
        ("display_name", "display_name"),
        ("Tên", "given_name"),
        ("Họ", "family_name"),
        ("Từ ngày (dd/mm/yyyy)", "starts"),
        ("Đến", "ends"),
        ("E-mail", "email"),
        ("Đơn vị công tác", "organisation"),
        ("Cỡ áo", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_what_a_heading_means(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


def test_every_known_heading_means_its_own_field() -> None:
    wrong = {(heading, field, field_of(heading)) for field, known in HEADINGS.items() for heading in known if field_of(heading) != field}
    assert wrong == set()


def test_what_is_not_kept_is_no_field() -> None:
    assert {heading: field_of(heading) for heading in NOT_KEPT if field_of(heading)} == {}
    assert is_not_kept("Số điện thoại (di động)")


def test_every_field_can_be_headed_but_the_one_that_ties_nested_items() -> None:
    assert [field for field, known in HEADINGS.items() if len(known) < 2] == [POSITION]


def test_a_mapping_knows_a_heading_however_it_is_spelled() -> None:
    assert mapped("  mã gv ", {"Mã GV": "key"}) == "key"
    assert mapped("Khác", {"Mã GV": "key"}) is None


def test_hours_a_month_are_none_of_a_week() -> None:
    assert (field_of("Số giờ/tuần"), field_of("Số giờ/tháng"), field_of("Hours (per month)")) == ("hours_per_week", None, None)
