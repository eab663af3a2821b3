"""Career stage, from the years of counted work that the eligibility rules also look at; never from age."""

from collections.abc import Sequence
from datetime import date, timedelta

from matching.gate.spells import continuity
from matching.profiles import Profile

# No text names stages; ten years is what the chief engineer's rule asks for. A proposal that an operator can change.
PROPOSED_BOUNDARIES = (10, 20)
NOT_SHOWN = "not_shown"


def career_stage(profile: Profile, on: date, tolerated: timedelta, boundaries: Sequence[int] = PROPOSED_BOUNDARIES) -> str:
    """Return the stage of ``profile``: ``0-10``, ``10-20`` and ``20+`` years for the boundaries 10 and 20, the lower one included.

    The years are those of the run of counted work that reaches furthest towards ``on``; without dated work it is ``not_shown``.
    """
    run = continuity(profile.items, on, tolerated)
    if run.since is None:
        return NOT_SHOWN
    edges = [0, *boundaries]
    reached = max(place for place, edge in enumerate(edges) if run.years >= edge)
    return f"{edges[reached]}-{edges[reached + 1]}" if reached + 1 < len(edges) else f"{edges[reached]}+"
