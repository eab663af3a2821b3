"""A reader who sees everything: recounts from a profile alone what makes a candidate, without asking the generator.

The reader knows which product a title of the phrase bank belongs to and which role sentence tells what, reads dates and
structured fields, and says strong, good or nothing. This is how the planted answers can be told from everybody else.
"""

from collections import Counter
from datetime import date, timedelta
from functools import cache, cached_property

from matching.profiles import EvidenceItem, Profile
from models.vocabulary import EvidenceKind, Language, Outcome, Part, RoleCode
from seed.network.tables import phrases, products, role_sentences
from seed.network.world import WORLD_DATE, Contribution

EFFECT = {Outcome.APPLIED, Outcome.TRANSFERRED, Outcome.COMMERCIALISED}
TOLERATED_GAP = timedelta(days=120)
STRONG, GOOD, NEITHER = 3, 2, 0


@cache
def known_titles() -> dict[str, str]:
    return {title: product for product in products() for language in Language for title in phrases(product)[language, "title"]}


@cache
def tell_tales(language: Language) -> tuple[tuple[str, Contribution], ...]:
    """Return each role sentence with what it tells."""
    return tuple((sentence, kind) for kind in Contribution for sentence in role_sentences(language, kind))


@cache
def product_of(title: str) -> str:
    return next((product for known, product in known_titles().items() if known in title), "")


def told_in(item: EvidenceItem) -> set[Contribution]:
    return {kind for fragment, kind in tell_tales(item.language) if fragment in item.text}


def continuous_years(profile: Profile) -> float:
    """Return the years of the longest run of counted work whose gaps are small."""
    spells = sorted((item.starts, item.ends or WORLD_DATE) for item in profile.items if item.counts_as_innovation_work and item.starts)
    longest, run_start, run_end = timedelta(0), date.min, date.min
    for starts, ends in spells:
        if starts > run_end + TOLERATED_GAP:
            run_start = starts
        run_end = max(run_end, ends) if starts <= run_end + TOLERATED_GAP else ends
        longest = max(longest, run_end - run_start)
    return longest.days / 365.25


class Reading:
    """What a profile holds."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.years = continuous_years(profile)

    @cached_property
    def by_product(self) -> Counter[str]:
        """Return how many items, positions and credentials aside, belong to each product."""
        return Counter(product for item in self.profile.items if (product := product_of(item.title)))

    def on(self, product: str) -> list[EvidenceItem]:
        return [item for item in self.profile.items if product_of(item.title) == product]

    def mostly_on(self, product: str) -> bool:
        return self.by_product[product] * 2 > sum(self.by_product.values())

    def led_to_effect(self, product: str) -> list[EvidenceItem]:
        """Return the programmes and products led over two or more sectors to an effect."""
        return [
            item
            for item in self.on(product)
            if item.kind in (EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT)
            and item.part is Part.LED
            and len(item.sectors) > 1
            and item.outcome in EFFECT
        ]

    def telling(self, product: str, kind: Contribution) -> list[EvidenceItem]:
        return [item for item in self.on(product) if kind in told_in(item) and item.part in (Part.LED, Part.MAIN)]

    def verdict(self, product: str, role: RoleCode) -> int:
        if not self.by_product[product] or not self.mostly_on(product):
            return NEITHER
        return self._as_engineer(product) if role is RoleCode.CE_PROJECT else self._as_architect(product)

    def _as_engineer(self, product: str) -> int:
        led = self.led_to_effect(product)
        connects = self.telling(product, Contribution.CONNECTION)
        coordinates = self.telling(product, Contribution.COORDINATION)
        if self.years < 10 or not (led and connects and coordinates):
            return NEITHER
        return STRONG if len(led) > 1 else GOOD

    def _as_architect(self, product: str) -> int:
        designs = self.telling(product, Contribution.ARCHITECTURE)
        standards = self.telling(product, Contribution.STANDARDS)
        directs = self.telling(product, Contribution.TECHNOLOGY)
        if self.years < 5 or not (designs and standards and directs):
            return NEITHER
        return STRONG if len(designs) > 1 and any(item.part is Part.LED for item in standards) else GOOD
