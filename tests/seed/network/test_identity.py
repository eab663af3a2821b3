"""Names, aliases and identifiers of invented people."""

from random import Random

from models.vocabulary import NameOrder
from seed.network.identity import draw_identity, folded, orcid, respelled
from seed.network.tables import names

PEOPLE = [draw_identity(Random(position), position) for position in range(300)]


def test_folding_drops_marks_and_turns_d_with_stroke_into_d() -> None:
    assert folded("Đỗ Thị Tường Vy") == "do thi tuong vy"


def test_a_name_is_put_together_from_the_table() -> None:
    families = {folded(name) for (_, part), texts in names().items() if part == "family" for name in texts}
    assert all(folded(person.family_name) in families for person in PEOPLE)


def test_names_stand_in_both_orders_at_home_and_abroad() -> None:
    abroad = {person.name_order for person in PEOPLE if person.country.code != "VN"}
    assert abroad == set(NameOrder)
    vietnamese = next(person for person in PEOPLE if person.country.code == "VN")
    assert vietnamese.display_name == f"{vietnamese.family_name} {vietnamese.given_name}"


def test_an_alias_is_never_the_name_itself() -> None:
    assert any(person.aliases for person in PEOPLE)
    assert not any(person.display_name in person.aliases for person in PEOPLE)


def test_addresses_are_plain_unique_and_lead_nowhere() -> None:
    assert all(person.email.isascii() and person.email.endswith(".example") and " " not in person.email for person in PEOPLE)
    assert len({person.email for person in PEOPLE}) == len(PEOPLE)


def test_an_identifier_has_the_check_digit_of_the_standard_and_an_unused_block() -> None:
    assert orcid(1) == "0000-0000-0000-0028"
    assert orcid(199_999).startswith("0000-0000-")
    for number in range(50):
        digits = [10 if letter == "X" else int(letter) for letter in orcid(number).replace("-", "")]
        assert sum(digit * 2 ** (15 - place) for place, digit in enumerate(digits)) % 11 == 1


def test_the_same_person_entered_again_is_spelled_otherwise() -> None:
    person = next(person for person in PEOPLE if person.orcid and person.country.code == "VN")
    again = respelled(person, 777, same_identifier=False)
    assert again.name_order is not person.name_order
    assert folded(again.family_name) == folded(person.family_name)
    assert again.display_name.isascii()
    assert again.email != person.email
    assert again.orcid is None
    assert respelled(person, 777, same_identifier=True).orcid == person.orcid
