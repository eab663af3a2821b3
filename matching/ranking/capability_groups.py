"""How each required group of capabilities stands before a person's evidence, in steps that are shown apart."""

from datetime import date
from enum import StrEnum

from matching.ranking.ranking import Ranking
from matching.readers.judged import judgements_of
from matching.signals.view import SHOWN
from models.vocabulary import ReadingMatter, ReadingVerdict


class GroupState(StrEnum):
    """The firmest step that a group reached: a person confirmed it, the evidence names it, shows it in other words, or does not show it."""

    CONFIRMED = "confirmed"
    NAMED = "named"
    SHOWN = "shown"
    MISSING = "missing"


def group_states(ranking: Ranking, position: int) -> tuple[GroupState, ...]:
    """Return the state of each group of the need, in their order; every state but ``MISSING`` counts in "x of y"."""
    shown, named = capability_states(ranking, position)
    steps = ((GroupState.CONFIRMED, set(confirmed(ranking, position))), (GroupState.NAMED, named), (GroupState.SHOWN, shown))
    return tuple(next((state for state, reached in steps if reached & set(group)), GroupState.MISSING) for group in ranking.need.groups)


def confirmed(ranking: Ranking, position: int) -> dict[str, date | None]:
    """Return the required capabilities that a coordinator confirmed in the person's work, with the day of the last decision."""
    found = [judgement for _, judgement in judgements_of(ranking.network.profiles[position])]
    return {
        one.capability: one.judged_on
        for one in found
        if one.matter is ReadingMatter.CAPABILITY and one.verdict is ReadingVerdict.CONFIRMED and one.capability in ranking.need.must
    }


def capability_states(ranking: Ranking, position: int) -> tuple[set[str], set[str]]:
    """Return the required capabilities that are shown, and those of them that the evidence names."""
    shown = set(ranking.covered(position)[0])
    named = ranking.view.must_named[position] >= SHOWN
    return shown, {capability for capability, is_named in zip(ranking.need.must, named, strict=True) if is_named} & shown
