"""The careers of the people who are the planted answers: strong (grade 3) and good (grade 2) candidates for either role.

What makes a chief engineer here is in no chief architect and the other way round, but for those who may serve the other
role as well (``second``, grade 1 there): an engineer with a standard or a patent, an architect with a programme led to
effect over several sectors and the years for it.
"""

from random import Random

from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, Scale
from seed.network.careers import Spell, broken, continuous, days, draw_days
from seed.network.sketches import (
    WIDE,
    Sketch,
    award,
    certificate,
    degree,
    joined,
    neighbour,
    paper,
    position,
    several,
    sometimes,
    undertaking,
    with_effect,
)
from seed.network.world import EFFECTS, Contribution, Level, Work

STRONG = 3
COORDINATION, CONNECTION, DELIVERY = Contribution.COORDINATION, Contribution.CONNECTION, Contribution.DELIVERY
ARCHITECTURE, STANDARDS, TECHNOLOGY = Contribution.ARCHITECTURE, Contribution.STANDARDS, Contribution.TECHNOLOGY


def candidate(rng: Random, product: str, role: RoleCode, grade: int, *, second: bool = False) -> Sketch:
    """Return the career of a candidate of ``grade`` 3 or 2; ``second`` makes them a grade 1 for the other role."""
    if role is RoleCode.CE_PROJECT:
        return strong_engineer(rng, product, second) if grade == STRONG else good_engineer(rng, product, second)
    return strong_architect(rng, product, second) if grade == STRONG else good_architect(rng, product, second)


def short_candidate(rng: Random, product: str, role: RoleCode) -> Sketch:
    """Return a strong career squeezed into too few continuous years."""
    sketch = candidate(rng, product, role, STRONG)
    spells = _short_engineer(rng) if role is RoleCode.CE_PROJECT else _short_architect(rng)
    positions = (sketch.positions[0],) * len(spells) + sketch.positions
    return Sketch(product, spells, positions[-len(spells) :], sketch.works)


def strong_engineer(rng: Random, product: str, second: bool) -> Sketch:
    """Return ten years and many more, two or more programmes led over several sectors to effect, networks of partners."""
    led = [with_effect(rng, product, Part.LED, COORDINATION, DELIVERY, breadth=rng.randint(2, 3)) for _ in several(rng, 2, 4)]
    works = [
        *led,
        *(with_effect(rng, product, Part.MAIN, DELIVERY, breadth=rng.randint(1, 2)) for _ in several(rng, 1, 2)),
        *(_network(rng, product, Part.LED) for _ in several(rng, 1, 2)),
        *(paper(rng, product, Part.MAIN, Part.CONTRIBUTOR) for _ in several(rng, 1, 2)),
        *(joined(rng, neighbour(rng, product), sentences=1) for _ in several(rng, 0, 2)),
        *_credentials(rng, product, 0.9),
        *(_second_architect(rng, product) if second else []),
    ]
    positions = [
        position(product, Level.ENGINEER),
        position(product, Level.SENIOR),
        position(product, Level.HEAD, CONNECTION, sentences=2),
        position(product, Level.HEAD, COORDINATION, sentences=2),
    ][-rng.randint(2, 4) :]
    return Sketch(product, continuous(rng, draw_days(rng, 11, 20), len(positions)), tuple(positions), tuple(works))


def good_engineer(rng: Random, product: str, second: bool) -> Sketch:
    """Return just over ten years, one programme led over two sectors to effect, a part in a network."""
    works = [
        with_effect(rng, product, Part.LED, COORDINATION, DELIVERY, breadth=2, scales=(Scale.LOCAL, Scale.NATIONAL)),
        *(with_effect(rng, product, Part.MAIN, DELIVERY, breadth=1, scales=(Scale.LOCAL,)) for _ in several(rng, 1, 2)),
        _network(rng, product, Part.MAIN),
        *sometimes(rng, 0.5, paper(rng, product, Part.CONTRIBUTOR)),
        *sometimes(rng, 0.5, joined(rng, neighbour(rng, product), sentences=1)),
        *_credentials(rng, product, 0.4),
        *(_second_architect(rng, product) if second else []),
    ]
    positions = (position(product, Level.ENGINEER), position(product, Level.HEAD, *([COORDINATION] if rng.random() < 0.7 else [])))
    return Sketch(product, continuous(rng, draw_days(rng, 10.4, 13), len(positions)), positions, tuple(works))


def strong_architect(rng: Random, product: str, second: bool) -> Sketch:
    """Return five years and more of system designs, standards, patents and a say in where the technology goes."""
    works = [
        *(_design(rng, product, Part.LED) for _ in several(rng, 1, 2)),
        _design(rng, product, Part.MAIN),
        _standard(rng, product, Part.LED),
        *(_standard(rng, product, rng.choice((Part.LED, Part.MAIN))) for _ in several(rng, 0, 2)),
        *(_patent(rng, product) for _ in several(rng, 1, 3)),
        *(paper(rng, product, Part.LED, Part.MAIN) for _ in several(rng, 1, 3)),
        *(_direction(rng, product, Part.LED) for _ in several(rng, 1, 2)),
        *_credentials(rng, product, 0.7),
        *(_second_engineer(rng, product) if second else []),
    ]
    positions = [
        position(product, Level.ENGINEER),
        position(product, Level.SENIOR, TECHNOLOGY, sentences=2),
        position(product, Level.SENIOR, ARCHITECTURE, sentences=2),
    ][-rng.randint(2, 3) :]
    length = draw_days(rng, 11, 16) if second else draw_days(rng, 6, 14)
    return Sketch(product, continuous(rng, length, len(positions)), tuple(positions), tuple(works))


def good_architect(rng: Random, product: str, second: bool) -> Sketch:
    """Return just over five years, one system design, one standard and one invention."""
    works = [
        _design(rng, product, rng.choice((Part.LED, Part.MAIN))),
        _standard(rng, product, Part.MAIN),
        _patent(rng, product),
        *sometimes(rng, 0.4, paper(rng, product, Part.MAIN)),
        *sometimes(rng, 0.4, _direction(rng, product, Part.MAIN)),
        *sometimes(rng, 0.5, joined(rng, neighbour(rng, product), sentences=1)),
        *_credentials(rng, product, 0.3),
        *(_second_engineer(rng, product) if second else []),
    ]
    positions = (position(product, Level.ENGINEER), position(product, Level.SENIOR, *([ARCHITECTURE] if rng.random() < 0.5 else [])))
    length = draw_days(rng, 10.4, 13) if second else draw_days(rng, 5.4, 9)
    return Sketch(product, continuous(rng, length, len(positions)), positions, tuple(works))


def _network(rng: Random, product: str, part: Part) -> Work:
    return Work(EvidenceKind.NETWORK, product, part, (CONNECTION,), scale=rng.choice(WIDE), sentences=0, counts=False)


def _design(rng: Random, product: str, part: Part) -> Work:
    # A design that is led stays within one sector: leading over several to effect is the engineer's mark.
    return with_effect(rng, product, part, ARCHITECTURE, breadth=1 if part is Part.LED else 2)


def _standard(rng: Random, product: str, part: Part) -> Work:
    return Work(EvidenceKind.STANDARD, product, part, (STANDARDS,), Outcome.APPLIED, rng.choice(WIDE), sentences=1)


def _patent(rng: Random, product: str, part: Part = Part.LED) -> Work:
    return Work(EvidenceKind.PATENT, product, part, (TECHNOLOGY,), rng.choice(EFFECTS), rng.choice(WIDE))


def _direction(rng: Random, product: str, part: Part) -> Work:
    return undertaking(rng, product, part, TECHNOLOGY, outcome=rng.choice(EFFECTS), scale=Scale.NATIONAL)


def _second_architect(rng: Random, product: str) -> list[Work]:
    return [_standard(rng, product, Part.MAIN) if rng.random() < 0.5 else _patent(rng, product, Part.MAIN)]


def _second_engineer(rng: Random, product: str) -> list[Work]:
    return [with_effect(rng, product, Part.LED, DELIVERY, breadth=2, scales=(Scale.LOCAL, Scale.NATIONAL))]


def _credentials(rng: Random, product: str, chance: float) -> list[Work]:
    possible = ((chance, degree(product)), (chance / 2, award(rng, product)), (chance / 3, certificate()))
    return [work for likely, work in possible for work in sometimes(rng, likely, work)]


def _short_engineer(rng: Random) -> tuple[Spell, ...]:
    if rng.random() < 0.5:
        return continuous(rng, draw_days(rng, 4, 7), 2)
    return broken(rng, draw_days(rng, 4, 6), days(2) + rng.randint(0, 700), draw_days(rng, 4, 6))


def _short_architect(rng: Random) -> tuple[Spell, ...]:
    if rng.random() < 0.5:
        return continuous(rng, draw_days(rng, 2, 3.5), 2)
    return broken(rng, draw_days(rng, 2, 3), days(1.5) + rng.randint(0, 500), draw_days(rng, 2, 3))
