"""Learns what each signal weighs and where the bands begin, from grades of people whom the readers have not seen.

The judge is a logistic regression whose slopes are not negative: its weights, scaled to add up to what is not given by policy, are the
weights of the score, and its probability is a monotone reading of the score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from matching.evaluation.written.people import CREDIBLE, RIGHT, Benchmark
from matching.evaluation.written.watching import Question, Readership
from matching.ranking.weights import Band, CalibrationCounts, Weights
from matching.signals.registry import signals_of
from models.vocabulary import RoleDimension, RoleFamily

SIDES = {dimension.value: 0.03 for dimension in RoleDimension}
POLICY = {"topical_fit": 0.03, "recency": 0.03, "verification": 0.03, "availability": 0.02, "language": 0.01, **SIDES}
"""Weights that no grade teaches, by the service's own decision: what the work is about and how old it is, what somebody else stands
behind, the hours offered, the languages, and each side of the role shown in whatever field: what it is worth in the field is learnt."""
_UNJUDGED = 0.05
_LEAST_DEVIATION = 1e-3
_FIRST_SLOPE, _FIRST_BIAS = 0.1, -3.0
WHOLE_ROLE = 0.6
"""Who fits a role shows each of its three dimensions more surely than not: of the right people out of fold none stands below."""
_POSSIBLE, _GOOD = 0.45, 0.75


@dataclass(frozen=True)
class Learning:
    """How weights are learnt.

    A credible person is to be likely by ``credible``, a right one by 1. ``ridge`` times half the squared slopes is added to the loss.
    ``least`` is what a signal weighs at least, by the service's own decision; from ``strong`` on so many of the graded are right.
    """

    credible: float
    ridge: float
    least: Mapping[str, float]
    strong: float


FOR_A_ROLE = Learning(credible=1.0, ridge=30.0, least={"must_coverage": 0.10}, strong=0.95)
"""Whom a role may fit is credible, and what is required counts whatever grades teach. Signals tell much the same of a person: a strong
ridge shares a slope among them instead of giving it to one. Strong is said of a list that a council reads first: one in twenty may err."""
FOR_A_TEXT = Learning(credible=0.3, ridge=1.0, least={}, strong=0.92)
"""A text that asks for no role: its list has to begin with the right people of both, so a credible one counts less."""
_OF_A_CURVE = Learning(credible=1.0, ridge=1.0, least={}, strong=1.0)


@dataclass(frozen=True)
class Rows:
    """Signals (rows, signals) of people before needs, with what was judged: a grade, or 0 with little weight for the unrelated.

    ``may_be_strong`` (rows,) says who shows enough of what is required.
    """

    codes: tuple[str, ...]
    people: tuple[str, ...]
    writers: np.ndarray
    values: np.ndarray
    grades: np.ndarray
    weights: np.ndarray
    may_be_strong: np.ndarray

    def whole(self, least: float) -> np.ndarray:
        """Return which rows show every dimension of the role at least so surely; all of them where no role is asked for."""
        asked = [place for place, code in enumerate(self.codes) if code in set(RoleDimension)]
        weakest: np.ndarray = self.values[:, asked].min(axis=1, initial=1.0)
        return weakest >= least

    def aims(self, credible: float) -> np.ndarray:
        """Return how likely each row is wanted to be: 1 where it was graded as right, ``credible`` where as credible, else 0."""
        aims: np.ndarray = np.select([self.grades >= RIGHT, self.grades >= CREDIBLE], [1.0, credible], 0.0)
        return aims


@dataclass(frozen=True)
class Judge:
    """``slopes`` (signals,) and ``bias`` of the logistic curve over signals."""

    slopes: np.ndarray
    bias: float

    def probability(self, values: np.ndarray) -> np.ndarray:
        """Return how likely each row fits, shape (rows,)."""
        found: np.ndarray = expit(values @ self.slopes + self.bias)
        return found


def rows_of(
    benchmark: Benchmark, readership: Readership, asked: Iterable[tuple[str, Question, Mapping[str, int]]], family: RoleFamily | None
) -> Rows:
    """Return a row for everybody before each need; ``asked`` has the product, the question and the grades of the cell.

    Somebody who was not graded for a cell counts as unfit, unless an item of theirs is about the product: then nothing is known.
    """
    codes = tuple(signal.code for signal in signals_of(family))
    people, values, grades, weights, strong = [], [], [], [], []
    for product, question, known in asked:
        for ranking in readership.ranked(question):
            for position, profile in enumerate(ranking.network.profiles):
                grade = known.get(profile.id)
                if grade is None and product and benchmark.by_id[profile.id].about(product) >= CREDIBLE:
                    continue
                people.append(profile.id)
                values.append(ranking.scores.values[position])
                grades.append(grade or 0)
                weights.append(1.0 if grade is not None else _UNJUDGED)
                strong.append(bool(ranking.may_be_strong[position]))
    writers = np.array([benchmark.by_id[person].writer for person in people])
    return Rows(codes, tuple(people), writers, np.array(values), np.array(grades), np.array(weights), np.array(strong))


def judge(rows: Rows, learning: Learning, chosen: np.ndarray | slice = slice(None)) -> Judge:
    """Learn slopes of at least zero on the ``chosen`` rows; signals of ``POLICY`` get none."""
    values, fits, weights = rows.values[chosen], rows.aims(learning.credible)[chosen], rows.weights[chosen]
    deviations = np.maximum(values.std(axis=0), _LEAST_DEVIATION)
    scaled = values / deviations
    free = np.array([code not in POLICY for code in rows.codes]) & (values.std(axis=0) >= _LEAST_DEVIATION)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        slopes, bias = parameters[:-1], parameters[-1]
        likely = expit(scaled @ slopes + bias)
        error = weights * (likely - fits)
        surprise = -(weights * (fits * np.log(likely + 1e-12) + (1.0 - fits) * np.log(1.0 - likely + 1e-12))).sum()
        return surprise + learning.ridge * (slopes @ slopes) / 2.0, np.append(scaled.T @ error + learning.ridge * slopes, error.sum())

    bounds = [(0.0, None if free_one else 0.0) for free_one in free] + [(None, None)]
    first = np.append(np.where(free, _FIRST_SLOPE, 0.0), _FIRST_BIAS)
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Judge(found[:-1] / deviations, float(found[-1]))


def out_of_fold(rows: Rows, learning: Learning) -> np.ndarray:
    """Return the score of every row under weights learnt without the row's writer, shape (rows,)."""
    scores = np.zeros(len(rows.grades))
    for writer in sorted(set(rows.writers)):
        theirs = rows.writers == writer
        learnt = weights_of(judge(rows, learning, ~theirs), rows.codes, learning)
        scores[theirs] = rows.values[theirs] @ np.array([learnt[code] for code in rows.codes])
    return scores


def weights_of(found: Judge, codes: Sequence[str], learning: Learning) -> dict[str, float]:
    """Return the weights of the signals, which add up to 1: those of ``POLICY`` as given, then what each weighs at least.

    What is left is shared in proportion to the slopes.
    """
    given = {code: POLICY.get(code, learning.least.get(code, 0.0)) for code in codes}
    share, total = 1.0 - sum(given.values()), float(found.slopes.sum())
    weights = {code: round(given[code] + share * float(slope) / total, 4) for code, slope in zip(codes, found.slopes, strict=True)}
    heaviest = max(weights, key=lambda code: (weights[code], code))
    return {**weights, heaviest: round(weights[heaviest] + 1.0 - sum(weights.values()), 4)}


@dataclass(frozen=True)
class Edge:
    """From ``score`` on, ``right`` of ``judged`` graded people were graded as the band promises, out of fold."""

    name: str
    score: float
    judged: int
    right: int


def edges_of(rows: Rows, scores: np.ndarray, strong: float) -> tuple[Edge, Edge, Edge]:
    """Return where possible, good and strong begin.

    A logistic curve over the out-of-fold score says how likely a person is credible; possible begins at ``_POSSIBLE``. Good and strong
    begin where of the graded people above so many were right for the role: ``_GOOD`` and ``strong``.
    """
    curve = judge(replace(rows, codes=("score",), values=scores[:, None]), _OF_A_CURVE)
    likely = float((np.log(_POSSIBLE / (1.0 - _POSSIBLE)) - curve.bias) / curve.slopes[0])
    possible = _above("possible", rows, scores, round(likely, 3), CREDIBLE)
    good = _above("good", rows, scores, max(possible.score, _edge(rows, scores, _GOOD)), RIGHT)
    return possible, good, _above("strong", rows, scores, max(good.score, _edge(rows, scores, strong)), RIGHT)


def within(rows: Rows, scores: np.ndarray, weights: Weights) -> dict[Band, CalibrationCounts]:
    """Return what the graded people of each band of ``weights`` were graded as; bands without anybody are left out."""
    bands = [
        weights.band(score, may_be_strong=strong, may_fit=may)
        for score, strong, may in zip(scores, rows.may_be_strong, rows.whole(weights.whole_role), strict=True)
    ]
    found = {band: rows.grades[[graded == 1.0 and one is band for one, graded in zip(bands, rows.weights, strict=True)]] for band in Band}
    return {
        band: CalibrationCounts(len(grades), int((grades >= CREDIBLE).sum()), int((grades >= RIGHT).sum()))
        for band, grades in found.items()
        if len(grades)
    }


def _above(name: str, rows: Rows, scores: np.ndarray, score: float, grade: int) -> Edge:
    above = (rows.weights == 1.0) & (scores >= score)
    return Edge(name, score, int(above.sum()), int((rows.grades[above] >= grade).sum()))


def _edge(rows: Rows, scores: np.ndarray, precision: float) -> float:
    """Return the lowest score from which graded rows reach ``precision`` of people right for the role."""
    graded = rows.weights == 1.0
    order = np.argsort(-scores[graded], kind="stable")
    shares = (rows.grades[graded][order] >= RIGHT).cumsum() / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= precision)
    return round(float(scores[graded][order][enough[-1] if len(enough) else 0]), 3)
