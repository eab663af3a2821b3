"""The figures of written people, each with its interval, what is wanted of it, and whether that is reached."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matching.evaluation.written import cases
from matching.evaluation.written.cases import Case
from matching.evaluation.written.intervals import Statistic, exact, resampled
from matching.evaluation.written.people import Benchmark
from matching.evaluation.written.results import BenchmarkResult

Asking = Callable[[Benchmark, BenchmarkResult], Iterator[Case]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a figure comes from its cases: ``statistic`` of their counts (cases, counts); ``of`` is how many things it rests on."""

    statistic: Statistic
    of: Statistic
    exact: bool = False


def _share(counts: np.ndarray) -> float:
    return float(counts[:, 0].sum() / counts[:, 1].sum()) if len(counts) else float("nan")


def _ratio(counts: np.ndarray, right: Sequence[int], of: Sequence[int]) -> float:
    total = counts[:, list(of)].sum()
    return float(counts[:, list(right)].sum() / total) if total else float("nan")


def _f1(counts: np.ndarray) -> float:
    """Return 2 found / (2 found + made up + lost)."""
    found, made_up, lost = counts.sum(axis=0)
    return float(2 * found / max(1.0, 2 * found + made_up + lost))


def _auc(counts: np.ndarray) -> float:
    """Return the mean over the dimensions of the area under the ROC curve: how often who shows it has the higher value, ties by half."""
    areas = [area for number in range(len(cases.DIMENSIONS)) if not np.isnan(area := _area(counts[counts[:, 2] == number]))]
    return float(np.mean(areas)) if areas else float("nan")


def _area(rows: np.ndarray) -> float:
    shown, others = rows[rows[:, 1] > 0, 0], np.sort(rows[rows[:, 1] <= 0, 0])
    if not len(shown) or not len(others):
        return float("nan")
    below = np.searchsorted(others, shown, side="left") + np.searchsorted(others, shown, side="right")
    return float(below.sum()) / (2.0 * len(shown) * len(others))


def _asked(counts: np.ndarray) -> float:
    return float(counts[:, 1].sum())


PROPORTION = Kind(_share, _asked, exact=True)
PAIRS = Kind(_share, _asked)
PRECISION = Kind(lambda counts: _ratio(counts, (0,), (0, 1)), lambda counts: float(counts[:, :2].sum()))
RECALL = Kind(lambda counts: _ratio(counts, (0,), (0, 2)), lambda counts: float(counts[:, [0, 2]].sum()))
F1 = Kind(_f1, lambda counts: float(counts[:, [0, 2]].sum()))
AREA = Kind(_auc, lambda counts: float(len(np.unique(counts[:, 2]))))


@dataclass(frozen=True, slots=True)
class MetricDefinition:
    """One figure: where its cases come from, how they are counted, and the value that is wanted, at most or at least."""

    asking: Asking
    kind: Kind
    meaning: str
    wanted: float | None = None
    at_most: bool = False


FIGURES: dict[str, MetricDefinition] = {
    "right_first": MetricDefinition(cases.right_first, PROPORTION, "the first judged person of a cell is a right one", 0.86),
    "right_top3": MetricDefinition(cases.right_top3, PROPORTION, "right people among the first three of their cell", 0.92),
    "trap_below": MetricDefinition(cases.trap_below, PAIRS, "a trap stands below the right person, or is held back", 0.95),
    "right_fits": MetricDefinition(cases.right_fits, PROPORTION, "right people answered as a fit", 0.85),
    "right_strong": MetricDefinition(cases.right_strong, PROPORTION, "right people answered as a strong fit", 0.40),
    "traps_fit": MetricDefinition(cases.traps_fit, PROPORTION, "traps answered as a fit", 0.07, at_most=True),
    "fit_precision": MetricDefinition(cases.fit_precision, PROPORTION, "of those answered as a fit, at least credible", 0.80),
    "strong_precision": MetricDefinition(cases.strong_precision, PROPORTION, "of those answered as a strong fit, right", 0.88),
    "outsiders_fit": MetricDefinition(
        cases.outsiders_fit, PROPORTION, "people of a field outside the catalogue answered as a fit", 0.05, at_most=True
    ),
    "capability_precision": MetricDefinition(
        cases.capabilities, PRECISION, "required capabilities that are named and shown, of those named"
    ),
    "capability_recall": MetricDefinition(cases.capabilities, RECALL, "required capabilities that are named, of those shown"),
    "capability_f1": MetricDefinition(cases.capabilities, F1, "the harmonic mean of the two", 0.70),
    "dimension_auc": MetricDefinition(cases.dimensions, AREA, "role dimensions: who shows one has the higher value", 0.92),
    "brief_first": MetricDefinition(cases.brief_first, PROPORTION, "a pasted text finds a right person first", 0.82),
    "brief_both": MetricDefinition(cases.brief_both, PROPORTION, "a pasted text finds all right people first", 0.45),
    "brief_trap": MetricDefinition(cases.brief_trap, PROPORTION, "a pasted text puts all traps below all right people", 0.45),
    "brief_fits": MetricDefinition(cases.brief_fits, PROPORTION, "a pasted text answers a right person as a fit", 0.80),
    "brief_outside": MetricDefinition(cases.brief_outside, PROPORTION, "a pasted text outside the catalogue finds nobody"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95% interval, how many things it rests on, and the failures in words."""

    name: str
    value: float
    low: float
    high: float
    of: int
    failures: tuple[str, ...] = ()

    @property
    def reached(self) -> bool | None:
        """Return whether the end of the interval that is worse reaches what is wanted; None where nothing is wanted or measured."""
        asked = FIGURES[self.name]
        if asked.wanted is None or not self.of:
            return None
        return self.high <= asked.wanted if asked.at_most else self.low >= asked.wanted


@dataclass(frozen=True)
class Measured:
    """The cases of every figure, from which it is counted, for all people or for some."""

    benchmark: Benchmark
    cases: dict[str, tuple[Case, ...]]

    @classmethod
    def of(cls, benchmark: Benchmark, result: BenchmarkResult) -> "Measured":
        """Ask every question about what was seen."""
        return cls(benchmark, {name: tuple(asked.asking(benchmark, result)) for name, asked in FIGURES.items()})

    def figures(self, keep: Callable[[Case], bool] = lambda _: True) -> dict[str, Figure]:
        """Return every figure of the cases that are kept."""
        return {name: _figure(name, [case for case in found if keep(case)]) for name, found in self.cases.items()}

    def by_writer(self) -> dict[str, dict[str, Figure]]:
        """Return the figures of each writer's people and briefs; a case that concerns two writers counts for both."""
        writers = sorted({person.writer for person in self.benchmark.people})
        return {writer: self.figures(lambda case, writer=writer: writer in case.writers) for writer in writers}  # type: ignore[misc]

    def by_style(self) -> dict[str, dict[str, Figure]]:
        """Return the figures of the people of each manner of writing; a case of two people counts for both of theirs."""
        style = {person.profile.id: person.style for person in self.benchmark.people}
        return self._grouped(sorted(set(style.values())), lambda case: {style[person] for person in case.people if person in style})

    def by_product(self) -> dict[str, dict[str, Figure]]:
        """Return the figures of each product."""
        return self._grouped(sorted({product for product, _ in self.benchmark.grades}), lambda case: {case.product})

    def _grouped(self, names: Iterable[str], groups: Callable[[Case], set[str]]) -> dict[str, dict[str, Figure]]:
        return {name: self.figures(lambda case, name=name: name in groups(case)) for name in names}  # type: ignore[misc]


def _figure(name: str, found: Sequence[Case]) -> Figure:
    kind = FIGURES[name].kind
    counts = np.array([case.counts for case in found], dtype=np.float64).reshape(len(found), -1) if found else np.zeros((0, 3))
    failures = tuple(case.failure for case in found if case.failure)
    if not found:
        return Figure(name, float("nan"), float("nan"), float("nan"), 0)
    low, high = _interval(kind, counts, found)
    return Figure(name, kind.statistic(counts), low, high, round(kind.of(counts)), failures)


def _interval(kind: Kind, counts: np.ndarray, found: Sequence[Case]) -> tuple[float, float]:
    if kind.exact:
        return exact(round(counts[:, 0].sum()), round(counts[:, 1].sum()))
    clusters = [case.people[0] for case in found], [case.product for case in found]
    return resampled(counts, clusters, kind.statistic)
