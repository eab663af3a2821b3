"""What the profile of one person says when two records say it."""

from collections.abc import Iterable
from datetime import date, datetime

from models.experts import Expert
from models.search_key import search_key

_MOST = 20
_TEXTS = ("headline_vi", "headline_en", "biography_vi", "biography_en", "sub_network")


def join_profiles(kept: Expert, other: Expert) -> None:
    """Add to ``kept`` what ``other`` alone says; of two words the kept one stands, of two limits the stricter.

    An identifier that ``kept`` lacks moves; one that differs stays with the merged record, which leads to the kept one.
    """
    for name in _TEXTS:
        setattr(kept, name, getattr(kept, name) or getattr(other, name))
    for name, empty in (("email", ""), ("orcid", None)):
        if not getattr(kept, name) and getattr(other, name):
            setattr(kept, name, getattr(other, name))
            setattr(other, name, empty)
    own = {kept.display_name}
    kept.aliases = [name for name in _each([*kept.aliases, other.display_name, *other.aliases]) if name not in own][:_MOST]
    kept.themes, kept.languages = _each([*kept.themes, *other.themes])[:_MOST], _each([*kept.languages, *other.languages])[:_MOST]
    _join_limits(kept, other)
    kept.search_key = search_key(kept.display_name, *kept.aliases, kept.headline_vi, kept.headline_en)


def _join_limits(kept: Expert, other: Expert) -> None:
    starts, ends = _latest(kept.available_from, other.available_from), _earliest(kept.available_until, other.available_until)
    if starts is None or ends is None or starts <= ends:
        kept.available_from, kept.available_until = starts, ends
    hours = [one for one in (kept.hours_per_week, other.hours_per_week) if one is not None]
    kept.hours_per_week = min(hours, default=None)
    kept.record_complete = kept.record_complete and other.record_complete
    kept.refreshed_on = max(kept.refreshed_on, other.refreshed_on)
    kept.objected_at = _first(kept.objected_at, other.objected_at)
    kept.restricted_at = _first(kept.restricted_at, other.restricted_at)


def _each(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _latest(day: date | None, other: date | None) -> date | None:
    return max((one for one in (day, other) if one is not None), default=None)


def _earliest(day: date | None, other: date | None) -> date | None:
    return min((one for one in (day, other) if one is not None), default=None)


def _first(moment: datetime | None, other: datetime | None) -> datetime | None:
    return min((one for one in (moment, other) if one is not None), default=None)
