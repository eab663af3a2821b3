"""What a career consists of before it is dated and written, and the small works that most careers share."""

from dataclasses import dataclass
from random import Random

from models.vocabulary import EvidenceKind, Outcome, Part, Scale
from seed.network.careers import Spell
from seed.network.tables import fields
from seed.network.world import EFFECTS, Contribution, Level, Work

WIDE = (Scale.NATIONAL, Scale.INTERNATIONAL)
NARROW = (Scale.UNIT, Scale.LOCAL)
Outcomes = tuple[Outcome | None, ...]
UNDERTAKINGS = (EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A career: spells of work, one position for each spell, and works to be dated within them; ``topic`` names the main product."""

    topic: str
    spells: tuple[Spell, ...]
    positions: tuple[Work, ...]
    works: tuple[Work, ...]


def position(product: str, level: Level, *contributions: Contribution, sentences: int = 1) -> Work:
    """Return a position of a level."""
    return Work(EvidenceKind.POSITION, product, contributions=contributions, sentences=sentences, level=level)


def undertaking(
    rng: Random,
    product: str,
    part: Part,
    *contributions: Contribution,
    outcome: Outcome | None,
    scale: Scale,
    breadth: int = 1,
    sentences: int = 2,
) -> Work:
    """Return a programme or a product that touches ``breadth`` sectors."""
    return Work(rng.choice(UNDERTAKINGS), product, part, contributions, outcome, scale, breadth, sentences)


def with_effect(
    rng: Random, product: str, part: Part, *contributions: Contribution, breadth: int, scales: tuple[Scale, ...] = WIDE
) -> Work:
    """Return a programme or product that was applied, transferred or sold."""
    return undertaking(rng, product, part, *contributions, outcome=rng.choice(EFFECTS), scale=rng.choice(scales), breadth=breadth)


def joined(rng: Random, product: str, *, outcomes: Outcomes = (None, Outcome.REPORTED), breadth: int = 1, sentences: int = 2) -> Work:
    """Return a programme or product that the person only contributed to."""
    outcome, scale = rng.choice(outcomes), rng.choice(NARROW + WIDE)
    return undertaking(
        rng, product, Part.CONTRIBUTOR, Contribution.PARTICIPATION, outcome=outcome, scale=scale, breadth=breadth, sentences=sentences
    )


def paper(rng: Random, product: str, *parts: Part) -> Work:
    """Return a publication with one of the parts."""
    return Work(EvidenceKind.PUBLICATION, product, rng.choice(parts), scale=rng.choice(WIDE))


def degree(product: str) -> Work:
    """Return a degree; it is no work that counts."""
    return Work(EvidenceKind.DEGREE, product, sentences=0, counts=False)


def award(rng: Random, product: str) -> Work:
    """Return an award."""
    return Work(EvidenceKind.AWARD, product, scale=rng.choice(NARROW + WIDE), sentences=0, counts=False)


def certificate() -> Work:
    """Return a certificate that belongs to no field."""
    return Work(EvidenceKind.CERTIFICATE, "", sentences=0, counts=False)


def sometimes(rng: Random, chance: float, work: Work) -> list[Work]:
    """Return the work in a list, or nothing."""
    return [work] if rng.random() < chance else []


def several(rng: Random, fewest: int, most: int) -> range:
    """Return a range of random length, to repeat something."""
    return range(rng.randint(fewest, most))


def neighbour(rng: Random, product: str) -> str:
    """Return a neighbouring product."""
    return rng.choice(fields()[product].neighbours)
