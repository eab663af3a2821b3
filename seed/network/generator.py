"""Generates the experts of a world one by one; the same seed and size give the same experts on every machine.

Every person has their own random stream, named by seed and position (by seed and key for people of the plan), so memory
does not grow with the size of the network and nobody depends on who was generated before.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from seed.network.assembly import assemble, entered_again
from seed.network.cast import STRONG, Cast, Member, draw_cast
from seed.network.experts import SyntheticExpert
from seed.network.identity import draw_identity
from seed.network.member_status import status_of_anybody, status_of_member
from seed.network.others import background, colleague
from seed.network.planted import candidate, short_candidate
from seed.network.sketches import Sketch, joined
from seed.network.world import Reason, stream

DUPLICATE_CHANCE = 0.015
FIRST_ORIGINALS = 100


def generate(seed: int, size: int) -> Iterator[SyntheticExpert]:
    """Yield ``size`` experts in order of their ids; ValueError unless 200 <= size <= 200,000."""
    cast = draw_cast(seed, size)
    return (_expert(seed, cast, position) for position in range(size))


def _expert(seed: int, cast: Cast, position: int) -> SyntheticExpert:
    member = cast.members.get(position)
    if member is not None:
        return _member(seed, position, member)
    if not _is_duplicate(seed, cast, position):
        return _anybody(seed, position)
    rng = stream(seed, "again", position)
    original = rng.randrange(position)
    while original in cast.members or _is_duplicate(seed, cast, original):
        original = rng.randrange(position)
    return entered_again(rng, position, _anybody(seed, original))


def _member(seed: int, position: int, member: Member) -> SyntheticExpert:
    rng = stream(seed, member.key)
    return assemble(rng, position, draw_identity(rng, position), _sketch(rng, member), status_of_member(rng, seed, member))


def _sketch(rng: Random, member: Member) -> Sketch:
    if member.reason is Reason.NO_LEADERSHIP:
        return colleague(rng, member.product, member.role)
    if member.reason is Reason.TOO_FEW_YEARS:
        return short_candidate(rng, member.product, member.role)
    sketch = candidate(rng, member.product, member.role, member.grade or STRONG, second=member.second)
    if not member.touches:
        return sketch
    own = tuple(work for work in sketch.works if work.product != member.touches)
    return replace(sketch, works=(*own, joined(rng, member.touches)))


def _anybody(seed: int, position: int) -> SyntheticExpert:
    rng = stream(seed, "person", position)
    return assemble(rng, position, draw_identity(rng, position), background(rng), status_of_anybody(rng, position))


def _is_duplicate(seed: int, cast: Cast, position: int) -> bool:
    """Say whether a place of the background holds a person entered twice; the first hundred never do, so that there is an original."""
    return position >= FIRST_ORIGINALS and position not in cast.members and stream(seed, "twice", position).random() < DUPLICATE_CHANCE
