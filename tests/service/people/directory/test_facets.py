"""Facets count what each value would leave beside the others that are chosen."""

from service.people.directory.facets import FACETS, Faceted, counted, left


def person(identifier: str, country: str, availability: str) -> Faceted:
    said = {"country": frozenset({country}), "availability": frozenset({availability})}
    return Faceted(identifier, {facet: said.get(facet, frozenset()) for facet in FACETS})


PEOPLE = [person("a", "VN", "now"), person("b", "VN", "over"), person("c", "DE", "now")]


def test_a_facet_counts_beside_the_others_and_not_beside_itself() -> None:
    numbers = counted(PEOPLE, {"country": "VN"})
    assert numbers["country"] == {"VN": 2, "DE": 1}
    assert numbers["availability"] == {"now": 1, "over": 1}


def test_all_chosen_facets_hold() -> None:
    assert left(PEOPLE, {"country": "VN", "availability": "now"}) == {"a"}
    assert left(PEOPLE, {}) == {"a", "b", "c"}
    assert left(PEOPLE, {"country": "FR"}) == set()
