"""The one way to a dry run: the same people ranked as things are and as they would be, by the same matcher, on one snapshot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session

from matching.ranking.difference import RankingDifference
from matching.ranking.ranking import Ranking
from service.administration.dry_run.lists import ListKey
from service.matches.network.live import Snapshot, read_stored
from service.matches.recommendations.inputs import Inputs
from service.matches.recommendations.recommending import Recommender, ranked

Change = Callable[[Inputs], Inputs]


@dataclass(frozen=True, slots=True)
class ListComparison:
    """One list before and after."""

    key: ListKey
    inputs: Inputs
    difference: RankingDifference


def compare(recommender: Recommender, session: Session, keys: Iterable[ListKey], change: Change) -> Iterator[ListComparison]:
    """Yield every list of ``keys`` as it is and as ``change`` would make it; raises what the recommender raises.

    Nothing is written, and nobody else is answered with what would be.
    """
    stored, day = read_stored(session), recommender.settings.selection_day(recommender.clock)
    snapshot = recommender.live.snapshot(session, stored)
    for key in keys:
        inputs = recommender.inputs.find(session, stored, *key, day)
        before = ranked(inputs.need, snapshot, inputs.weights)
        yield ListComparison(key, inputs, RankingDifference(before, _anew(before, snapshot, change(inputs))))


def _anew(before: Ranking, snapshot: Snapshot, after: Inputs) -> Ranking:
    """Rank for ``after``; under other weights alone everybody's signals stay what they are."""
    if after.need == before.need:
        return before.reweighed(after.weights)
    return ranked(after.need, snapshot, after.weights)
