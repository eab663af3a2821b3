"""What the matcher gets right on planted worlds: order, hard negatives, empty cells, gated people, on the products of one split."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from matching.evaluation.metrics import JudgedPairs, ndcg
from matching.evaluation.written.intervals import exact
from matching.explanation.explanation import explain
from matching.explanation.lines import LineKind
from matching.gate.result import Tier
from matching.network import Network
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import Ranking, rank
from matching.ranking.weights import Weights
from models.vocabulary import RoleCode, RoleFamily
from seed.network.tables import split
from seed.network.world import Reason
from seed.planted.needs import weights_of
from seed.planted.world import PlantedWorld

PLANTED_FROM = 2
GATED = frozenset({Reason.CONFLICT, Reason.UNWILLING, Reason.NO_CONSENT, Reason.TOO_FEW_YEARS})
RESAMPLES = 2000
WeightsOf = Callable[[RoleFamily], Weights]
_COUNTED = frozenset({"gated_right", "adds_up", "deletion_lowers"})
_PROPORTIONS = frozenset({"refused_empty", "refused_filled"})
_FIRST_OF_A_LIST = 1


@dataclass(frozen=True, slots=True)
class CellResult:
    """One product and role in one world; counts as (right, asked), nDCG only where somebody is planted."""

    seed: int
    product: str
    role: RoleCode
    empty: bool
    ndcg: float | None
    below: tuple[int, int]
    pairs: tuple[int, int]
    answered: bool
    gated_right: tuple[int, int]
    adds_up: tuple[int, int]
    deletion_lowers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95% interval over resampled worlds, and how many cases it rests on."""

    value: float
    low: float
    high: float
    cases: int


@dataclass(frozen=True, slots=True)
class PlantedFigures:
    """Shares in [0, 1]; ``refused_empty`` counts empty cells answered "nobody fits", ``refused_filled`` filled cells so answered."""

    ndcg_10: Figure
    hard_negatives_below: Figure
    hard_pairs_in_order: Figure
    refused_empty: Figure
    refused_filled: Figure
    gated_right: Figure
    adds_up: Figure
    deletion_lowers: Figure


def measure_world(world: PlantedWorld, part: str, weights: WeightsOf = weights_of) -> list[CellResult]:
    """Return the result of every cell whose product belongs to ``part`` ("tuning" or "test") of the split."""
    parts = split()
    return [_cell(world, product, role, weights) for product, role in world.needs if parts[product] == part]


def _cell(world: PlantedWorld, product: str, role: RoleCode, weights: WeightsOf) -> CellResult:
    ranking = rank(world.needs[product, role], world.network, world.gatekeeper, weights(role.family))
    order = [world.network.profiles[position].id for position in ranking.order]
    grades = world.answers.grades[product, role]
    negatives = world.answers.hard_negatives[product, role]
    empty = (product, role) in world.answers.empty
    return CellResult(
        world.answers.seed,
        product,
        role,
        empty,
        None if empty else _ndcg(order, grades),
        *_below(order, grades, negatives),
        not ranking.nobody_fits,
        _gated_right(ranking, [person for person, reason in negatives.items() if reason in GATED]),
        _adds_up(ranking),
        deletion_lowers(ranking),
    )


def _ndcg(order: Sequence[str], grades: dict[str, int]) -> float:
    """Return nDCG at 10; a planted person who is missing from the order counts as found last."""
    listed = [*order, *sorted(set(grades) - set(order))]
    graded = np.array([float(grades.get(person, 0)) for person in listed])
    value, _ = ndcg(JudgedPairs(-np.arange(len(listed), dtype=np.float64), graded, graded > 0))
    return value


def _below(order: Sequence[str], grades: dict[str, int], negatives: dict[str, Reason]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return how many hard negatives stand below every planted person of the cell, of how many; and the same of pairs of the two.

    Who is not listed stands last; a planted person who is not listed stands before a hard negative who is not.
    """
    place = {person: position for position, person in enumerate(order)}
    planted = [place.get(person, len(order)) for person, grade in grades.items() if grade >= PLANTED_FROM]
    if not planted:
        return (0, 0), (0, 0)
    found = [place.get(person, len(order) + 1) for person in negatives]
    under_all = sum(position > max(planted) for position in found)
    under_each = sum(position > other for position in found for other in planted)
    return (under_all, len(found)), (under_each, len(found) * len(planted))


def _gated_right(ranking: Ranking, gated: Sequence[str]) -> tuple[int, int]:
    """Return how many gated people are not proposed and are told why, and how many there are."""
    right = 0
    for person in gated:
        position = ranking.network.position[person]
        told = any(line.kind is LineKind.GATE for line in explain(ranking, person).lines)
        right += tuple(Tier)[int(ranking.tiers[position])] is Tier.GATED and position not in ranking.order and told
    return right, len(gated)


def _adds_up(ranking: Ranking) -> tuple[int, int]:
    """Return for how many of the listed people the parts add up to the score."""
    entries = ranking.entries()
    return sum(abs(sum(part.contribution for part in entry.parts) - entry.score) < 1e-9 for entry in entries), len(entries)


def deletion_lowers(ranking: Ranking) -> tuple[int, int]:
    """Return for how many of the first people of a list the score falls when the item that it rests on most leaves the record."""
    lowered = asked = 0
    for entry in ranking.entries(stop=_FIRST_OF_A_LIST):
        cited = explain(ranking, entry.profile_id).citations
        if cited:
            asked += 1
            lowered += _score_without(ranking, entry.profile_id, cited[0].item_id) < entry.score
    return lowered, asked


def _score_without(ranking: Ranking, person: str, item: str) -> float:
    profile = ranking.network.profiles[ranking.network.position[person]]
    left = replace(profile, items=tuple(one for one in profile.items if one.id != item))
    alone = Network.build(ranking.network.reader, [left])
    again = rank(ranking.need, alone, Gatekeeper(alone, ranking.gatekeeper.policy), ranking.weights)
    return float(again.scores.total[0])


def figures(results: Sequence[CellResult]) -> PlantedFigures:
    """Return the figures of all worlds together; intervals resample whole worlds, whose cells share their people, or are exact."""
    ratios = {name: [_ratio(name, result) for result in results] for name in (field.name for field in fields(PlantedFigures))}
    seeds = np.array([result.seed for result in results])
    return PlantedFigures(**{name: _figure(name, np.array(pairs, dtype=np.float64), seeds) for name, pairs in ratios.items()})


def _ratio(name: str, result: CellResult) -> tuple[float, float]:
    if name == "ndcg_10":
        return (result.ndcg, 1.0) if result.ndcg is not None else (0.0, 0.0)
    if name == "hard_negatives_below":
        return result.below
    if name == "hard_pairs_in_order":
        return result.pairs
    if name in _COUNTED:
        right, asked = getattr(result, name)
        return float(right), float(asked)
    wanted = result.empty == (name == "refused_empty")
    return (float(not result.answered), 1.0) if wanted else (0.0, 0.0)


def _figure(name: str, pairs: np.ndarray, seeds: np.ndarray) -> Figure:
    right, asked = pairs.sum(axis=0)
    if name in _PROPORTIONS and asked:
        return Figure(float(right / asked), *exact(round(right), round(asked)), round(asked))
    worlds = np.array([pairs[seeds == seed].sum(axis=0) for seed in np.unique(seeds)])
    total = worlds.sum(axis=0)
    drawn = worlds[np.random.default_rng(0).integers(len(worlds), size=(RESAMPLES, len(worlds)))].sum(axis=1)
    drawn = drawn[drawn[:, 1] > 0]
    if not total[1]:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], (2.5, 97.5))
    return Figure(float(total[0] / total[1]), float(low), float(high), int(total[1]))


def parse_seeds(text: str) -> Iterator[int]:
    """Yield the seeds of ``text``, such as ``101-120`` or ``3,5,9``; raises ValueError for anything else."""
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
