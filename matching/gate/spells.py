"""Continuous work: dated spells merged over overlaps, with the gaps kept so that a person can be shown them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from matching.profiles import EvidenceItem


@dataclass(frozen=True, slots=True)
class GapPolicy:
    """What a gap between two spells of work means, by its length; the law says "continuous" and no more.

    Up to ``tolerated`` it breaks nothing. Up to ``asked``, or since the last spell up to ``silent``, a list of works does not tell
    whether there was a break: the person is asked. Longer ones are breaks.
    """

    tolerated: timedelta = timedelta(days=183)
    asked: timedelta = timedelta(days=540)
    silent: timedelta = timedelta(days=1096)


PROPOSED_GAPS = GapPolicy()


@dataclass(frozen=True, slots=True)
class Continuity:
    """The run of work that reaches furthest towards the selection date.

    ``years`` of the run by the calendar (gaps within tolerance included), ``since`` and ``until`` its ends, ``evidence`` the ids it
    rests on, ``gap`` the intolerable gap before it or after it (first day, last day), ``undated`` ids of counted work without a start.
    """

    years: float
    since: date | None
    until: date | None
    evidence: tuple[str, ...]
    gap: tuple[date, date] | None
    undated: tuple[str, ...]

    def reaches(self, on: date, tolerated: timedelta) -> bool:
        """Return whether the run goes on up to ``on``, give or take a tolerated gap."""
        return self.until is not None and self.until + tolerated >= on

    def years_until(self, on: date) -> float:
        """Return the years of the run if it went on to ``on``."""
        return calendar_years(self.since, on) if self.since else 0.0


def continuity(items: Iterable[EvidenceItem], on: date, tolerated: timedelta) -> Continuity:
    """Return the continuity of counted work up to ``on``; work that starts later does not count, open work lasts until ``on``."""
    counted = [item for item in items if item.counts_as_innovation_work]
    dated = sorted((item for item in counted if item.starts is not None and item.starts <= on), key=lambda item: (item.starts, item.id))
    undated = tuple(item.id for item in counted if item.starts is None)
    if not dated:
        return Continuity(0.0, None, None, (), None, undated)
    run: list[EvidenceItem] = []
    since = until = on
    gap = None
    for item in dated:
        starts, ends = item.starts or on, min(item.ends or on, on)
        if run and starts <= until + tolerated:
            until = max(until, ends)
            run.append(item)
            continue
        gap = (until, starts) if run else None
        run, since, until = [item], starts, ends
    if until + tolerated < on:
        gap = (until, on)
    return Continuity(calendar_years(since, until), since, until, tuple(item.id for item in run), gap, undated)


def calendar_years(first: date, last: date) -> float:
    """Return the years from ``first`` to ``last``, both days included: 1 January to 31 December is exactly one, leap year or not."""
    after = last + timedelta(days=1)
    whole = after.year - first.year - ((after.month, after.day) < (first.month, first.day))
    since, until = _anniversary(first, whole), _anniversary(first, whole + 1)
    return whole + (after - since) / (until - since)


def _anniversary(day: date, years: int) -> date:
    """Return ``day`` some years later; 29 February becomes 1 March."""
    return date(day.year + years, day.month, 1) + timedelta(days=day.day - 1)
