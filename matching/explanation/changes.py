"""What would change a person's place, recomputed: the score as it were if one thing that is missing were shown, and nothing smaller."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matching.explanation import account_phrases, phrases
from matching.explanation.lines import Line, LineKind, group_labels, line
from matching.explanation.role_in_field import RoleInField
from matching.gate.standing import Standing, Tier
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Band
from matching.signals import coverage, dimensions, role
from matching.signals.view import SHOWN
from models.vocabulary import Language, RoleDimension, RuleKind, RuleResult

_ELIGIBLE = tuple(Tier).index(Tier.ELIGIBLE)


@dataclass(frozen=True)
class Place:
    """Where somebody stands among those who fit; ``rank`` is 0 for somebody who does not fit."""

    score: float
    band: Band
    rank: int


def changes(ranking: Ranking, position: int, standing: Standing) -> list[Line]:
    """Return what alone would change the band or the place of somebody who may be proposed; silent where nothing would."""
    if standing.reasons:
        return []
    return [*_of_rules(ranking, position, standing), *_of_groups(ranking, position), *_of_dimensions(ranking, position)]


def _of_rules(ranking: Ranking, position: int, standing: Standing) -> Iterator[Line]:
    """Yield what the hard rules that are not shown would change, all together, as one alone changes nothing where there are more."""
    unshown = [one.rule for one in standing.outcomes if one.rule.kind is RuleKind.HARD and one.result is RuleResult.NOT_SHOWN]
    before = place_of(ranking, position, float(ranking.scores.total[position]))
    after = place_of(ranking, position, before.score, _ELIGIBLE)
    if unshown and before.rank != after.rank:
        named = {language: "; ".join(dict(rule.label)[language] for rule in unshown) for language in Language}
        yield line(LineKind.CHANGE, phrases.CHANGE_RULES, labels=named, rank=after.rank, before=before.rank)


def _of_groups(ranking: Ranking, position: int) -> Iterator[Line]:
    shown = ranking.view.group_credits[position]
    weight = ranking.weights.of_signal.get(coverage.MUST, 0.0)
    for index, group in enumerate(ranking.need.groups):
        if shown[index] < SHOWN:
            gain = weight * (1.0 - float(shown[index])) / len(shown)
            named = group_labels(ranking.need, ranking.network.reader.thesaurus, [group])
            yield from _said(ranking, position, gain, phrases.CHANGE_CAPABILITY, named)


def _of_dimensions(ranking: Ranking, position: int) -> Iterator[Line]:
    if ranking.need.text_only:
        return
    for dimension in RoleInField(ranking).missing(position):
        gain = _gain_of(ranking, position, dimension)
        yield from _said(ranking, position, gain, phrases.CHANGE_DIMENSION, account_phrases.DIMENSION[dimension])


def _gain_of(ranking: Ranking, position: int, dimension: RoleDimension) -> float:
    """Return what one more item, fully in the field, that fully shows ``dimension`` adds to the signals that it is about."""
    view, weights = ranking.view, ranking.weights.of_signal
    rows = ranking.network.rows_of(position)
    here = slice(rows.start, rows.stop)
    shown = np.sort(np.append(dimensions.of(view, dimension)[here], 1.0))[::-1][: dimensions.BEST_ITEMS]
    values = dict(zip((signal.code for signal in ranking.scores.signals), ranking.scores.values[position], strict=True))
    gain = weights.get(dimension.value, 0.0) * (shown.sum() / dimensions.BEST_ITEMS - values[dimension.value])
    asked = dimensions.OF_FAMILY[ranking.need.role.family]
    best = [1.0 if one is dimension else _best(view.relevance[here] * dimensions.of(view, one)[here]) for one in asked]
    return float(gain + weights.get(role.IN_FIELD, 0.0) * (np.cbrt(np.prod(best)) - values[role.IN_FIELD]))


def _best(values: np.ndarray) -> float:
    return float(values.max(initial=0.0))


def _said(ranking: Ranking, position: int, gain: float, phrase: phrases.Phrase, missing: phrases.Phrase) -> Iterator[Line]:
    before = place_of(ranking, position, float(ranking.scores.total[position]))
    after = place_of(ranking, position, before.score + gain)
    if after.rank and (after.band, after.rank) != (before.band, before.rank):
        yield line(
            LineKind.CHANGE,
            phrase,
            missing=missing,
            score=after.score,
            earlier=before.score,
            band=phrases.BAND[after.band],
            rank=after.rank,
            before=before.rank or phrases.NO_RANK,
        )


def place_of(ranking: Ranking, position: int, score: float, tier: int | None = None) -> Place:
    """Return where the person at ``position`` would stand with ``score``, and in ``tier``, everybody else as they are."""
    band = ranking.weights.band(score)
    if score < ranking.weights.fits:
        return Place(score, band, 0)
    own = (int(ranking.tiers[position]) if tier is None else tier, -score, position)
    others = [other for other in ranking.fitting.tolist() if other != position]
    earlier = sum((int(ranking.tiers[other]), -float(ranking.scores.total[other]), other) < own for other in others)
    return Place(score, band, 1 + earlier)
