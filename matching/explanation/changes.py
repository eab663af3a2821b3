"""What would change a person's place, recomputed by the signals themselves as if one thing that is missing were shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import scipy.sparse as sp

from matching.explanation import account_phrases, phrases
from matching.explanation.lines import Line, LineKind, group_labels, line
from matching.explanation.role_in_field import RoleInField
from matching.explanation.sentences import Sentence
from matching.gate.result import GateResult
from matching.network import Network
from matching.ranking.ranking import Ranking
from matching.ranking.score import score
from matching.ranking.weights import Band
from matching.readers.reading import Reading
from matching.readers.roles import DIMENSIONS
from matching.signals.view import View
from models.vocabulary import RoleDimension

Change = Callable[[Reading], Reading]


@dataclass(frozen=True)
class Place:
    """Where somebody stands among those who fit; ``rank`` is 0 for somebody who does not fit."""

    score: float
    band: Band
    rank: int


def changes(ranking: Ranking, position: int, gate_result: GateResult) -> list[Line]:
    """Return what alone would change the band or the place of somebody who may be proposed; silent where nothing would."""
    if gate_result.reasons:
        return []
    return list(_of_readings(ranking, position))


def _of_readings(ranking: Ranking, position: int) -> Iterator[Line]:
    """Yield what the work closest to the field would change, if it also showed a missing group or dimension plainly."""
    role = RoleInField(ranking)
    row = role.closest(position)
    if row is None:
        return
    place, need, thesaurus = row - ranking.network.rows_of(position).start, ranking.need, ranking.network.reader.thesaurus
    missing: list[tuple[phrases.Phrase, phrases.Phrase, Change]] = []
    for group, shown in zip(need.groups, ranking.groups_shown(position), strict=True):
        known = [thesaurus.column[one] for one in group if one in thesaurus.column]
        if known and not shown:
            change = partial(_with_capability, place=place, column=known[0])
            missing.append((phrases.CHANGE_CAPABILITY, group_labels(need, thesaurus, [group]), change))
    for dimension in role.missing(position):
        change = partial(_with_dimension, place=place, dimension=dimension)
        missing.append((phrases.CHANGE_DIMENSION, account_phrases.DIMENSION[dimension], change))
    yield from _said(ranking, position, missing)


def _with_capability(reading: Reading, place: int, column: int) -> Reading:
    credits_shown = reading.credits.tolil()
    credits_shown[place, column] = 1.0
    return replace(reading, credits=sp.csr_array(credits_shown))


def _with_dimension(reading: Reading, place: int, dimension: RoleDimension) -> Reading:
    dimensions = reading.dimensions.copy()
    dimensions[place, DIMENSIONS.index(dimension)] = 1.0
    return replace(reading, dimensions=dimensions)


def _said(ranking: Ranking, position: int, missing: Sequence[tuple[phrases.Phrase, phrases.Phrase, Change]]) -> Iterator[Line]:
    if not missing:
        return
    reading, before = ranking.network.readings[position], present_place(ranking, position)
    places = places_with(ranking, position, [change(reading) for _, _, change in missing])
    for (phrase, named, _), after in zip(missing, places, strict=True):
        if after.rank and (after.band, after.rank) != (before.band, before.rank):
            yield line(LineKind.CHANGE, phrase, missing=named, score=after.score, earlier=before.score, place=_in_words(before, after))


def _in_words(before: Place, after: Place) -> Sentence:
    said = phrases.SAME_RANK if after.rank == before.rank else phrases.OTHER_RANK if before.rank else phrases.FIRST_RANK
    return Sentence((said,), {"band": phrases.BAND[after.band], "rank": after.rank, "before": before.rank})


def present_place(ranking: Ranking, position: int) -> Place:
    """Return where the person at ``position`` stands."""
    total = float(ranking.scores.total[position])
    return Place(total, ranking.band(position), _rank(ranking, position, total, fits=bool(ranking.fits[position])))


def places_with(ranking: Ranking, position: int, readings: Sequence[Reading]) -> list[Place]:
    """Return where the person at ``position`` would stand with each of ``readings``, everybody else as they are."""
    tried = _tried(ranking, position, readings)
    totals = tried.scores.total.tolist()
    return [
        Place(total, tried.band(place), _rank(ranking, position, total, fits=bool(tried.fits[place]))) for place, total in enumerate(totals)
    ]


def _tried(ranking: Ranking, position: int, readings: Sequence[Reading]) -> Ranking:
    """Return the ranking of one person with each of ``readings``, without anybody else: no signal depends on others."""
    rows, network, count = ranking.network.rows_of(position), ranking.network, len(readings)
    tried = Network(network.reader, (network.profiles[position],) * count, tuple(readings))
    view = View(ranking.need, tried, np.tile(ranking.view.relevance[rows.start : rows.stop], count))
    tiers = np.repeat(ranking.tiers[position], count)
    return Ranking(ranking.need, tried, ranking.gatekeeper, ranking.weights, view, score(view, ranking.weights), tiers)


def _rank(ranking: Ranking, position: int, total: float, *, fits: bool) -> int:
    """Return the rank that a score gives among everybody else who fits, 0 for who does not."""
    if not fits:
        return 0
    others = [other for other in ranking.fitting.tolist() if other != position]
    return 1 + sum((-float(ranking.scores.total[other]), other) < (-total, position) for other in others)
