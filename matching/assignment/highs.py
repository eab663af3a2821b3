"""The adapter to HiGHS: a program with some of its columns in, values, duals and bound out; columns may be added later."""

from dataclasses import dataclass
from functools import cached_property

import highspy
import numpy as np

from matching.assignment.program import Program

TOLERANCE = 1e-9


@dataclass(frozen=True, eq=False)
class Matrix:
    """The rows of a program by column: entries of column j stand from ``start[j]`` to ``start[j + 1]``."""

    start: np.ndarray
    row: np.ndarray
    value: np.ndarray
    row_lower: np.ndarray
    row_upper: np.ndarray

    @classmethod
    def of(cls, program: Program) -> "Matrix":
        """Return the matrix of all rows and columns."""
        offsets = np.cumsum([0, *(len(block.lower) for block in program.blocks)])
        row = np.concatenate([block.row + offset for block, offset in zip(program.blocks, offsets, strict=False)])
        column = np.concatenate([block.column for block in program.blocks])
        order = np.argsort(column, kind="stable")
        start = np.concatenate([[0], np.cumsum(np.bincount(column, minlength=len(program.cost)))])
        limits = [np.concatenate([getattr(block, side) for block in program.blocks]) for side in ("lower", "upper")]
        value = np.concatenate([block.value for block in program.blocks])[order]
        return cls(start, row[order].astype(np.int32), value, limits[0], limits[1])

    def part(self, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return start, row and value of these columns alone."""
        sizes = self.start[columns + 1] - self.start[columns]
        start = np.concatenate([[0], np.cumsum(sizes)])
        entries = np.repeat(self.start[columns] - start[:-1], sizes) + np.arange(start[-1])
        return start, self.row[entries], self.value[entries]

    @cached_property
    def _column(self) -> np.ndarray:
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def priced(self, duals: np.ndarray) -> np.ndarray:
        """Return for every column the sum of its entries times the duals of their rows."""
        return np.bincount(self._column, weights=self.value * duals[self.row], minlength=len(self.start) - 1)

    def rows(self, values: np.ndarray) -> np.ndarray:
        """Return for every row the sum of its entries times the values of their columns."""
        return np.bincount(self.row, weights=self.value * values[self._column], minlength=len(self.row_lower))


class _Silent(highspy.Highs):
    """HiGHS that never writes to the output, which belongs to the command's result."""

    def enableCallbacks(self) -> None:  # noqa: N802 - HiGHS's name; it is called first and would print a banner
        """Turn the output off, then do as before."""
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Model:
    """A model in HiGHS with some columns of a program: one thread and no chance, so that the same input gives the same answer."""

    def __init__(self, program: Program, matrix: Matrix, columns: np.ndarray, *, whole: bool) -> None:
        self._program, self._matrix = program, matrix
        self.columns = columns
        self._highs = _Silent()  # type: ignore[no-untyped-call]
        options = {"threads": 1, "random_seed": 0, "mip_rel_gap": 0.0, "mip_abs_gap": TOLERANCE}
        tolerances = dict.fromkeys(("primal_feasibility_tolerance", "dual_feasibility_tolerance", "mip_feasibility_tolerance"), TOLERANCE)
        for name, value in (options | tolerances).items():
            self._highs.setOptionValue(name, value)
        self._highs.passModel(self._linear_program(whole=whole))

    def _linear_program(self, *, whole: bool) -> highspy.HighsLp:
        program, columns = self._program, self.columns
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(columns), len(self._matrix.row_lower)
        model.col_cost_, model.col_lower_, model.col_upper_ = program.cost[columns], program.lower[columns], program.upper[columns]
        model.row_lower_, model.row_upper_ = self._matrix.row_lower, self._matrix.row_upper
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = self._matrix.part(columns)
        if whole:
            fractional = np.isin(columns, program.continuous)
            model.integrality_ = [highspy.HighsVarType.kContinuous if free else highspy.HighsVarType.kInteger for free in fractional]
        return model

    def add(self, columns: np.ndarray) -> None:
        """Take ``columns`` in."""
        start, row, value = self._matrix.part(columns)
        program = self._program
        bounds = program.lower[columns], program.upper[columns]
        self._highs.addCols(len(columns), program.cost[columns], *bounds, len(row), start[:-1].astype(np.int32), row, value)
        self.columns = np.concatenate([self.columns, columns])

    def hint(self, values: np.ndarray) -> None:
        """Give values of all columns to start from."""
        solution = highspy.HighsSolution()
        solution.col_value = values[self.columns].tolist()
        self._highs.setSolution(solution)

    def run(self, seconds: float | None) -> float:
        """Solve, for at most ``seconds``; return the seconds that it took."""
        if seconds is not None:
            self._highs.setOptionValue("time_limit", max(seconds, 0.0) + self._highs.getRunTime())
        before = self._highs.getRunTime()
        self._highs.run()
        return float(self._highs.getRunTime() - before)

    @property
    def optimal(self) -> bool:
        """Return whether the last run ended with an optimum."""
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    @property
    def values(self) -> np.ndarray | None:
        """Return the value of every column of the program, or None when nothing was found."""
        info = self._highs.getInfo()
        if info.primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
            return None
        found = np.zeros(len(self._program.cost))
        found[self.columns] = self._highs.getSolution().col_value
        return found

    @property
    def duals(self) -> np.ndarray:
        """Return the dual of every row of a model without whole numbers."""
        return np.array(self._highs.getSolution().row_dual)

    @property
    def bound(self) -> float:
        """Return a cost that no whole solution of these columns goes below."""
        return float(self._highs.getInfo().mip_dual_bound)
