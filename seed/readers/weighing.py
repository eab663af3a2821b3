"""Learns what each signal weighs and where the bands begin, from grades of people whom the readers have not seen.

The judge is a logistic regression whose slopes are not negative: its weights, scaled to add up to what is not given by policy, are the
weights of the score, and its probability is a monotone reading of the score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from matching.evaluation.written.people import CREDIBLE, RIGHT, Benchmark
from matching.evaluation.written.watching import Question, Readership
from matching.signals.registry import signals_of
from models.vocabulary import RoleFamily

POLICY = {"verification": 0.03, "availability": 0.02, "language": 0.01}
"""Weights that no grade teaches: what somebody else stands behind, the hours offered and the languages, by the service's own decision."""
_UNJUDGED = 0.05
_RIDGE = 1.0
_LEAST_DEVIATION = 1e-3
_FIRST_SLOPE, _FIRST_BIAS = 0.1, -3.0


@dataclass(frozen=True)
class Rows:
    """Signals (rows, signals) of people before needs, with what was judged: a grade, or 0 with little weight for the unrelated."""

    codes: tuple[str, ...]
    people: tuple[str, ...]
    writers: np.ndarray
    values: np.ndarray
    grades: np.ndarray
    weights: np.ndarray

    @property
    def fits(self) -> np.ndarray:
        """Return whether each row was graded as credible or right."""
        fits: np.ndarray = self.grades >= CREDIBLE
        return fits


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
    people, values, grades, weights = [], [], [], []
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
    writers = np.array([benchmark.by_id[person].writer for person in people])
    return Rows(codes, tuple(people), writers, np.array(values), np.array(grades), np.array(weights))


def judge(rows: Rows, chosen: np.ndarray | slice = slice(None)) -> Judge:
    """Learn slopes of at least zero on the ``chosen`` rows; signals of ``POLICY`` get none."""
    values, fits, weights = rows.values[chosen], rows.fits[chosen], rows.weights[chosen]
    deviations = np.maximum(values.std(axis=0), _LEAST_DEVIATION)
    scaled = values / deviations
    free = np.array([code not in POLICY for code in rows.codes]) & (values.std(axis=0) >= _LEAST_DEVIATION)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        slopes, bias = parameters[:-1], parameters[-1]
        likely = expit(scaled @ slopes + bias)
        error = weights * (likely - fits)
        surprise = -(weights * np.where(fits, np.log(likely + 1e-12), np.log(1.0 - likely + 1e-12))).sum()
        return surprise + _RIDGE * (slopes @ slopes) / 2.0, np.append(scaled.T @ error + _RIDGE * slopes, error.sum())

    bounds = [(0.0, None if free_one else 0.0) for free_one in free] + [(None, None)]
    first = np.append(np.where(free, _FIRST_SLOPE, 0.0), _FIRST_BIAS)
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Judge(found[:-1] / deviations, float(found[-1]))


def out_of_fold(rows: Rows) -> np.ndarray:
    """Return the probability of every row by a judge that has not seen the row's writer, shape (rows,)."""
    likely = np.zeros(len(rows.grades))
    for writer in sorted(set(rows.writers)):
        theirs = rows.writers == writer
        likely[theirs] = judge(rows, ~theirs).probability(rows.values[theirs])
    return likely


def weights_of(found: Judge, codes: Sequence[str]) -> tuple[dict[str, float], float]:
    """Return the weights of the signals, which add up to 1, and the sum of slopes that 1 of score stands for."""
    given = {code: POLICY[code] for code in codes if code in POLICY}
    total = float(found.slopes.sum())
    share = 1.0 - sum(given.values())
    learnt = {code: share * float(slope) / total for code, slope in zip(codes, found.slopes, strict=True) if code not in POLICY}
    return {code: round(weight, 4) for code, weight in {**learnt, **given}.items()}, total / share


@dataclass(frozen=True)
class Edge:
    """From ``probability`` on, ``right`` of ``listed`` graded rows were graded as wanted out of fold."""

    probability: float
    listed: int
    right: int


def edge(rows: Rows, likely: np.ndarray, precision: float, grade: int = RIGHT) -> Edge:
    """Return the lowest probability from which graded rows reach ``precision`` of at least ``grade``."""
    graded = rows.weights == 1.0
    order = np.argsort(-likely[graded], kind="stable")
    good = (rows.grades[graded][order] >= grade).cumsum()
    shares = good / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= precision)
    last = int(enough[-1]) if len(enough) else 0
    return Edge(float(likely[graded][order][last]), last + 1, int(good[last]))
