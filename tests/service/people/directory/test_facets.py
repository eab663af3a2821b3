"""Facets count what each value would leave beside the others that are chosen."""

from service.people.directory.facets import FACETS, of_values

SAID = {"country": [["VN"], ["VN"], ["DE"]], "availability": [["now"], ["over"], ["now"]], "language": [["vi", "de"], [], ["de"]]}
PEOPLE = of_values(["a", "b", "c"], {facet: SAID.get(facet, [[]] * 3) for facet in FACETS})
ALL = PEOPLE.among("abc")


def test_a_facet_counts_beside_the_others_and_not_beside_itself() -> None:
    numbers = PEOPLE.counted({"country": "VN"}, ALL)
    assert numbers["country"] == {"VN": 2, "DE": 1}
    assert numbers["availability"] == {"now": 1, "over": 1}
    assert numbers["language"] == {"vi": 1, "de": 1}


def test_all_chosen_facets_hold() -> None:
    assert PEOPLE.left({"country": "VN", "availability": "now"}, ALL) == {"a"}
    assert PEOPLE.left({}, ALL) == {"a", "b", "c"}
    assert PEOPLE.left({"country": "FR"}, ALL) == set()


def test_only_those_are_counted_who_are_asked_about() -> None:
    some = PEOPLE.among(["a", "c", "not one of them"])
    assert PEOPLE.counted({}, some)["country"] == {"VN": 1, "DE": 1}
    assert PEOPLE.left({"availability": "now"}, some) == {"a", "c"}
    assert PEOPLE.left({}, PEOPLE.among([])) == set()


def test_many_people_keep_their_places() -> None:
    ids = [f"E{number:03}" for number in range(1000)]
    many = of_values(ids, {facet: [["odd" if number % 2 else "even"] for number in range(1000)] for facet in FACETS})
    assert many.left({"country": "odd"}, many.among(ids)) == set(ids[1::2])
    assert many.counted({}, many.among(ids[:10]))["role"] == {"odd": 5, "even": 5}
