"""Invented organisations: employers in every country, and bidders with an interest in the products."""

from dataclasses import dataclass
from functools import cache

from models.vocabulary import Interest, Language
from seed.network.tables import countries, organisation_parts, products
from seed.network.world import stream

PLACES_ABROAD = 8
BIDDERS_PER_PRODUCT = (1, 3)


@dataclass(frozen=True, slots=True)
class InventedOrganisation:
    """An organisation that exists nowhere."""

    id: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Interested:
    """That an invented organisation has an interest in a product."""

    product: str
    organisation_id: str
    interest: Interest


@cache
def employers(country: str) -> tuple[InventedOrganisation, ...]:
    """Return the organisations of a country that people may work for."""
    language = Language.VI if country == "VN" else Language.EN
    kinds, places = organisation_parts()[language, "kind"], organisation_parts()[language, "place"]
    if country != "VN":
        abroad = [entry.code for entry in countries() if entry.code != "VN"]
        start = abroad.index(country)
        pairs = [(kinds[(start + step) % len(kinds)], places[(start + step * 5) % len(places)]) for step in range(PLACES_ABROAD)]
        named = [f"{kind} {place} ({country})" for kind, place in pairs]
    else:
        named = [f"{kind} {place}" for kind in kinds for place in places]
    return tuple(InventedOrganisation(f"EMP-{country}-{number:03d}", name, country) for number, name in enumerate(named, 1))


@cache
def bidders() -> tuple[InventedOrganisation, ...]:
    """Return the organisations that bid for products; nobody's record names one as an employer but for a conflict."""
    parts = organisation_parts()
    named = [f"{kind} {place}" for kind in parts[Language.VI, "bidder"] for place in parts[Language.VI, "bidder_place"]]
    return tuple(InventedOrganisation(f"BID-{number:03d}", name, "VN") for number, name in enumerate(named, 1))


def organisations() -> tuple[InventedOrganisation, ...]:
    """Return all organisations, the same in every world."""
    return tuple(entry for country in countries() for entry in employers(country.code)) + bidders()


@cache
def interested_parties(seed: int) -> tuple[Interested, ...]:
    """Return one to three bidding organisations for each product."""
    rng = stream(seed, "interest")
    return tuple(
        Interested(product, bidder.id, Interest.BIDDER)
        for product in products()
        for bidder in rng.sample(bidders(), rng.randint(*BIDDERS_PER_PRODUCT))
    )


def bidders_for(seed: int, product: str) -> tuple[str, ...]:
    """Return the ids of the organisations that bid for a product."""
    return tuple(party.organisation_id for party in interested_parties(seed) if party.product == product)
