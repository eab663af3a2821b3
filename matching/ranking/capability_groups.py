"""How each required group of capabilities stands before a person's evidence, in steps that are shown apart."""

from enum import StrEnum

from matching.ranking.ranking import Ranking
from matching.signals.view import SHOWN


class GroupState(StrEnum):
    """The firmest step that a group reached: a person confirmed it, the evidence names it, shows it in other words, or does not show it."""

    CONFIRMED = "confirmed"
    NAMED = "named"
    SHOWN = "shown"
    MISSING = "missing"


def group_states(ranking: Ranking, position: int) -> tuple[GroupState, ...]:
    """Return the state of each group of the need, in their order; every state but ``MISSING`` counts in "x of y"."""
    shown, named = capability_states(ranking, position)
    return tuple(
        GroupState.NAMED if named & set(group) else GroupState.SHOWN if shown & set(group) else GroupState.MISSING
        for group in ranking.need.groups
    )


def capability_states(ranking: Ranking, position: int) -> tuple[set[str], set[str]]:
    """Return the required capabilities that are shown, and those of them that the evidence names."""
    shown = set(ranking.covered(position)[0])
    named = ranking.view.must_named[position] >= SHOWN
    return shown, {capability for capability, is_named in zip(ranking.need.must, named, strict=True) if is_named} & shown
