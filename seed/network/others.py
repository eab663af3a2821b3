"""The careers of everybody who is no answer: people with the right words and no leadership, and the background.

Nobody here truly fits a cell, by construction. Whoever is deep in one field (colleague, specialist, section head, mixed,
junior, thin) never led a programme or product over more than one sector to effect, so is no chief engineer, and has no
sentence of coordination, architecture, standards or direction of technology, nor a standard or a led patent, so is no
chief architect. Whoever has those (spread leader, spread architect) has them once per field: no two items share a
product. Administrators have no such works at all.
"""

from collections.abc import Callable
from random import Random

from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, Scale
from seed.network.careers import broken, continuous, draw_days
from seed.network.sketches import (
    NARROW,
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
from seed.network.tables import products
from seed.network.world import EFFECTS, Contribution, Level, Work

PARTICIPATION, ADMINISTRATION = Contribution.PARTICIPATION, Contribution.ADMINISTRATION
ANY_OUTCOME = (None, Outcome.REPORTED, *EFFECTS)


def colleague(rng: Random, product: str, role: RoleCode) -> Sketch:
    """Return a hard negative: as many works and years as a strong candidate, all of them as a contributor within one sector."""
    engineer = role is RoleCode.CE_PROJECT
    works = [
        *(joined(rng, product, sentences=rng.randint(1, 2)) for _ in several(rng, 6, 9)),
        *(paper(rng, product, Part.CONTRIBUTOR) for _ in several(rng, 1, 3)),
        *sometimes(rng, 0.8, degree(product)),
        *sometimes(rng, 0.3, certificate()),
    ]
    levels = (Level.ASSISTANT, Level.ENGINEER, Level.ENGINEER)[-rng.randint(2, 3) :]
    positions = tuple(position(product, level, PARTICIPATION) for level in levels)
    length = draw_days(rng, 11, 20) if engineer else draw_days(rng, 6, 14)
    return Sketch(product, continuous(rng, length, len(positions)), positions, tuple(works))


def background(rng: Random) -> Sketch:
    """Return a career of one of the kinds below, drawn by their shares."""
    return rng.choices(list(SHARES), list(SHARES.values()))[0](rng)


def specialist(rng: Random) -> Sketch:
    """Return years of good work in one field, contributed or in a main part, never led."""
    product = rng.choice(products())
    works = [
        *(joined(rng, product, outcomes=ANY_OUTCOME, breadth=rng.randint(1, 2), sentences=1) for _ in several(rng, 2, 7)),
        *(_main_part(rng, product) for _ in several(rng, 0, 2)),
        *(paper(rng, product, Part.MAIN, Part.CONTRIBUTOR) for _ in several(rng, 0, 4)),
        *sometimes(rng, 0.2, joined(rng, neighbour(rng, product))),
        *sometimes(rng, 0.6, degree(product)),
        *sometimes(rng, 0.2, award(rng, product)),
    ]
    return _with_positions(rng, product, works, (3, 25), (Level.ENGINEER, Level.SENIOR))


def section_head(rng: Random) -> Sketch:
    """Return small studies led within one sector, none of which left the report."""
    product = rng.choice(products())
    works = [
        *(_small_study(rng, product) for _ in several(rng, 2, 5)),
        *(paper(rng, product, Part.CONTRIBUTOR) for _ in several(rng, 0, 3)),
        *sometimes(rng, 0.5, degree(product)),
    ]
    return _with_positions(rng, product, works, (5, 22), (Level.SENIOR, Level.HEAD), helping=0)


def mixed(rng: Random) -> Sketch:
    """Return work in a field and its neighbours, without leadership."""
    product = rng.choice(products())
    places = [product, neighbour(rng, product), neighbour(rng, product)]
    works = [joined(rng, rng.choice(places), outcomes=ANY_OUTCOME) for _ in several(rng, 3, 8)]
    works += [paper(rng, rng.choice(places), Part.MAIN, Part.CONTRIBUTOR) for _ in several(rng, 0, 3)]
    return _with_positions(rng, product, works, (3, 20), (Level.ENGINEER, Level.SENIOR))


def spread_leader(rng: Random) -> Sketch:
    """Return programmes led in many fields, one in each."""
    chosen = rng.sample(products(), rng.randint(6, 10))
    works = [_led_once(rng, product) for product in chosen[2:]] + [certificate()]
    positions = (position(chosen[0], Level.SENIOR), position(chosen[1], Level.HEAD, Contribution.COORDINATION))
    return Sketch(chosen[2], continuous(rng, draw_days(rng, 10, 28), 2), positions, tuple(works))


def spread_architect(rng: Random) -> Sketch:
    """Return designs, standards and inventions in many fields, one in each."""
    chosen = rng.sample(products(), rng.randint(6, 10))
    works = [_designed_once(rng, product) for product in chosen[2:]]
    positions = (position(chosen[0], Level.ENGINEER), position(chosen[1], Level.SENIOR, Contribution.ARCHITECTURE))
    return Sketch(chosen[2], continuous(rng, draw_days(rng, 6, 22), 2), positions, tuple(works))


def administrator(rng: Random) -> Sketch:
    """Return long years in offices and little technology."""
    product = rng.choice(products())
    count = rng.randint(3, 6)
    positions = tuple(position("", Level.OFFICIAL, ADMINISTRATION, sentences=0) for _ in range(count))
    works = [
        *(Work(EvidenceKind.POLICY, rng.choice(products()), scale=Scale.LOCAL, sentences=0, counts=False) for _ in several(rng, 0, 2)),
        *(certificate() for _ in several(rng, 0, 2)),
        *sometimes(rng, 0.4, joined(rng, product, sentences=1)),
    ]
    return Sketch(product, continuous(rng, draw_days(rng, 15, 35), count), positions, tuple(works))


def junior(rng: Random) -> Sketch:
    """Return the first years of a career."""
    product = rng.choice(products())
    works = [joined(rng, product, sentences=1) for _ in several(rng, 1, 3)] + sometimes(rng, 0.8, degree(product))
    return Sketch(product, continuous(rng, draw_days(rng, 0.5, 4), 1), (position(product, Level.ASSISTANT, PARTICIPATION),), tuple(works))


def thin(rng: Random) -> Sketch:
    """Return a profile that its owner hardly filled in."""
    product = rng.choice(products())
    works = [joined(rng, product, sentences=1) for _ in several(rng, 0, 2)]
    return Sketch(product, continuous(rng, draw_days(rng, 1, 20), 1), (position(product, Level.ENGINEER, sentences=0),), tuple(works))


SHARES: dict[Callable[[Random], Sketch], int] = {
    specialist: 36,
    section_head: 8,
    mixed: 16,
    spread_leader: 6,
    spread_architect: 5,
    administrator: 10,
    junior: 12,
    thin: 7,
}
"""The kinds of background people and how many of a hundred are of each."""


def _with_positions(
    rng: Random, product: str, works: list[Work], years: tuple[int, int], levels: tuple[Level, ...], helping: float = 0.3
) -> Sketch:
    """Dress works with one to three positions, a quarter of the time with a gap of years; ``helping`` is the share of mere helpers."""
    if rng.random() < 0.25:
        spells = broken(rng, draw_days(rng, 1, years[1] / 2), draw_days(rng, 1, 4), draw_days(rng, 1, years[1] / 2))
    else:
        spells = continuous(rng, draw_days(rng, *years), rng.randint(1, 3))
    positions = tuple(position(product, rng.choice(levels), *([PARTICIPATION] if rng.random() < helping else [])) for _ in spells)
    return Sketch(product, spells, positions, tuple(works))


def _main_part(rng: Random, product: str) -> Work:
    return undertaking(rng, product, Part.MAIN, outcome=rng.choice(ANY_OUTCOME), scale=rng.choice(NARROW), sentences=2)


def _small_study(rng: Random, product: str) -> Work:
    return undertaking(rng, product, Part.LED, outcome=Outcome.REPORTED, scale=Scale.UNIT, sentences=2)


def _led_once(rng: Random, product: str) -> Work:
    breadth = rng.randint(1, 3)
    if rng.random() < 0.5:
        return with_effect(rng, product, Part.LED, Contribution.COORDINATION, Contribution.DELIVERY, breadth=breadth)
    return undertaking(
        rng, product, Part.LED, Contribution.COORDINATION, outcome=Outcome.REPORTED, scale=rng.choice(NARROW), breadth=breadth, sentences=1
    )


def _designed_once(rng: Random, product: str) -> Work:
    kind, told = rng.choice(
        (
            (EvidenceKind.PROGRAMME, Contribution.ARCHITECTURE),
            (EvidenceKind.STANDARD, Contribution.STANDARDS),
            (EvidenceKind.PATENT, Contribution.TECHNOLOGY),
        )
    )
    return Work(kind, product, rng.choice((Part.LED, Part.MAIN)), (told,), rng.choice(EFFECTS), rng.choice(NARROW))
