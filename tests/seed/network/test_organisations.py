"""Organisations are invented, named once each, and every product has bidders."""

from collections import Counter

from seed.network.organisations import bidders, bidders_for, employers, interested_parties, organisations
from seed.network.tables import countries, organisation_parts, products


def test_names_and_ids_are_unique() -> None:
    assert len({organisation.name for organisation in organisations()}) == len({organisation.id for organisation in organisations()})
    assert len(organisations()) > 250


def test_names_are_put_together_from_the_table() -> None:
    places = {place for (_, part), texts in organisation_parts().items() if part.endswith("place") for place in texts}
    assert all(any(place in organisation.name for place in places) for organisation in organisations())


def test_every_country_has_employers() -> None:
    assert all(len(employers(country.code)) >= 8 for country in countries())


def test_every_product_has_one_to_three_bidders_that_depend_on_the_seed() -> None:
    counts = Counter(party.product for party in interested_parties(1))
    assert set(counts) == set(products())
    assert set(counts.values()) == {1, 2, 3}
    assert interested_parties(1) != interested_parties(2)
    assert set(bidders_for(1, "P01")) <= {bidder.id for bidder in bidders()}
