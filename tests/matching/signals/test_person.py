"""Hours and languages, which rest on no item."""

from matching.signals import person as personal
from tests.matching.examples import item, person, view

PEOPLE = [person(f"E{number}", item(), hours_per_week=hours) for number, hours in enumerate((None, 0, 10, 20, 60))]


def test_availability_is_the_share_of_the_hours_wanted() -> None:
    assert personal.availability(view(*PEOPLE, hours_per_week=20)).tolist() == [0.5, 0.0, 0.5, 1.0, 1.0]


def test_a_need_without_hours_asks_for_a_full_week() -> None:
    assert personal.availability(view(*PEOPLE)).tolist() == [0.5, 0.0, 0.25, 0.5, 1.0]


def test_language_is_the_share_of_those_wanted() -> None:
    speakers = [person(f"E{n}", item(), languages=spoken) for n, spoken in enumerate(((), ("vi",), ("en", "vi", "de"), ("de",)))]
    assert personal.language(view(*speakers, languages=("vi", "en"))).tolist() == [0.0, 0.5, 1.0, 0.0]
    assert personal.language(view(*speakers)).tolist() == [1.0] * 4


def test_no_item_stands_behind_them() -> None:
    assert personal.nothing(view(*PEOPLE)).tolist() == [0.0] * 5
