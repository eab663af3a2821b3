"""Dated careers: spells of work with small gaps and overlaps, and the dates of what happened within them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.vocabulary import EvidenceKind
from seed.network.world import WORLD_DATE

YEAR = 365.25
SMALL_GAP_DAYS = 45
OVERLAP_DAYS = 90
SHORTEST_WORK_DAYS, LONGEST_WORK_DAYS = 240, 1_300
LASTING = frozenset({EvidenceKind.POSITION, EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT, EvidenceKind.NETWORK, EvidenceKind.DEGREE})


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of employment; without an end it still goes on."""

    starts: date
    ends: date | None

    @property
    def last_day(self) -> date:
        """Return the end, or the day before the world's date."""
        return self.ends or WORLD_DATE - timedelta(days=1)


def days(years: float) -> int:
    """Return whole days in a number of years."""
    return round(years * YEAR)


def draw_days(rng: Random, shortest: float, longest: float) -> int:
    """Return a length in days between two lengths in years."""
    return rng.randint(days(shortest), days(longest))


def continuous(rng: Random, length: int, count: int, until: date | None = None) -> tuple[Spell, ...]:
    """Return ``count`` spells that fill ``length`` days up to ``until`` (None: still going on), with small gaps and overlaps."""
    last = until or WORLD_DATE
    first = last - timedelta(days=length)
    cuts = [first + timedelta(days=length * step // count) for step in range(count)]
    starts = [first] + [cut + timedelta(days=rng.randint(-OVERLAP_DAYS, SMALL_GAP_DAYS)) for cut in cuts[1:]]
    ends: list[date | None] = [cut - timedelta(days=1) for cut in cuts[1:]]
    return tuple(Spell(start, end) for start, end in zip(starts, [*ends, until], strict=True))


def broken(rng: Random, first: int, gap: int, second: int) -> tuple[Spell, ...]:
    """Return two runs of ``first`` and ``second`` days with ``gap`` days of no work between them."""
    resumed = WORLD_DATE - timedelta(days=second)
    earlier = continuous(rng, first, 2, until=resumed - timedelta(days=gap))
    return earlier + continuous(rng, second, 1)


def draw_dates(rng: Random, kind: EvidenceKind, spells: tuple[Spell, ...]) -> tuple[date, date | None]:
    """Return when an item of ``kind`` happened: before the career for a degree, else within one of the spells."""
    if kind is EvidenceKind.DEGREE:
        ended = spells[0].starts - timedelta(days=rng.randint(20, 200))
        return ended - timedelta(days=rng.randint(700, 1_800)), ended
    spell = rng.choices(spells, [(entry.last_day - entry.starts).days + 1 for entry in spells])[0]
    room = (spell.last_day - spell.starts).days
    if kind is EvidenceKind.NETWORK:
        return spell.starts + timedelta(days=rng.randint(0, room // 2)), spell.ends
    length = min(room, rng.randint(SHORTEST_WORK_DAYS, LONGEST_WORK_DAYS)) if kind in LASTING else 0
    start = spell.starts + timedelta(days=rng.randint(0, room - length))
    return start, start + timedelta(days=length)
