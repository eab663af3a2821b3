"""Beyond the tolerance of the solver: what it left over, computed exactly, is solved again in finer units.

After Gleixner, Steffy and Wolter, "Iterative refinement for linear programming" (2016): the duals turn costs into reduced costs, whose
sum over a solution differs from its cost by a constant. Those that are nearly 0, which the solver could not tell from 0, become the costs
of a small program, 2 ** 20 times enlarged; its duals correct the ones before. Slacks of rows are columns like others, at no cost.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from matching.assignment.highs import Matrix, Model
from matching.assignment.program import Block, Program

STEP = 20  # a round's costs are up to 1 in units of 2 ** -STEP of the round before
ROUNDS = 4
FINEST = 2.0**-90  # what the last round can tell apart


@dataclass(frozen=True, eq=False)
class _Proof:
    """A whole solution with parts of the duals of all rows, to be summed, shape (parts, rows)."""

    program: Program
    matrix: Matrix
    values: np.ndarray
    duals: np.ndarray

    @property
    def lower(self) -> np.ndarray:
        return np.concatenate([self.program.lower, self.matrix.row_lower])

    @property
    def upper(self) -> np.ndarray:
        return np.concatenate([self.program.upper, self.matrix.row_upper])

    @property
    def amounts(self) -> np.ndarray:
        """Return the values of columns, then the sums of rows."""
        return np.concatenate([self.values, self.matrix.rows(self.values)])

    def reduced(self) -> np.ndarray:
        """Return the reduced costs of columns and of rows; what is near 0 is rounded once only."""
        found = np.concatenate([self.program.cost - self.matrix.priced(self.duals.sum(axis=0)), self.duals.sum(axis=0)])
        columns = len(self.program.cost)
        near = np.flatnonzero(np.abs(found[:columns]) <= 2.0 ** (1 - STEP))
        start, row, value = self.matrix.part(near)
        terms = (-value * self.duals[:, row]).T
        for at, column in enumerate(near):
            found[column] = math.fsum([self.program.cost[column], *terms[start[at] : start[at + 1]].ravel()])
        return found


def refine(program: Program, matrix: Matrix, values: np.ndarray, duals: np.ndarray, enough: float) -> tuple[np.ndarray, float] | None:
    """Return whole values and by how much at most their cost lies above the least; that is below ``enough`` where rounds suffice.

    None for rows with other amounts than one, whose products are not exact.
    """
    if (np.abs(matrix.value) != 1).any():
        return None
    proof = _signed(_Proof(program, matrix, values, duals[None, :]))
    reduced = proof.reduced()
    excess = _excess(proof, reduced)
    for number in range(1, ROUNDS + 1):
        if excess <= enough or (better := _round(proof, reduced, number * STEP)) is None:
            break
        reduced = better.reduced()
        left = _excess(better, reduced)
        if left >= excess:
            break
        proof, excess = better, left
    return proof.values, excess


def _signed(proof: _Proof) -> _Proof:
    """Drop duals of the wrong sign for their row, which rounding may leave."""
    total = proof.duals.sum(axis=0)
    wrong = ((total > 0) & np.isinf(proof.matrix.row_lower)) | ((total < 0) & np.isinf(proof.matrix.row_upper))
    return replace(proof, duals=np.where(wrong, 0.0, proof.duals))


def _excess(proof: _Proof, reduced: np.ndarray) -> float:
    """Return the distance from the bound of the duals: how far each amount is from the end that its reduced cost wants."""
    end = np.where(reduced > 0, proof.lower, np.where(reduced < 0, proof.upper, proof.amounts))
    return math.fsum(np.where(reduced == 0, 0.0, reduced) * (proof.amounts - end))


def _round(proof: _Proof, reduced: np.ndarray, exponent: int) -> _Proof | None:
    """Return the proof after solving for what is near 0 in units of ``2 ** -exponent``; None where that gives no whole optimum."""
    residual = _residual(proof, np.ldexp(reduced, exponent))
    usable = np.flatnonzero((residual.upper > 0) | (residual.lower != residual.upper))
    model = Model(residual, Matrix.of(residual), usable, whole=False)
    model.run(None)
    values = model.values
    if not model.optimal or values is None:
        return None
    values, columns = values[: len(proof.values)], len(proof.values)
    whole = np.rint(values)
    if np.abs(whole - values[:columns]).max(initial=0.0) > 1e-6:
        return None
    return _signed(replace(proof, values=whole, duals=np.concatenate([proof.duals, np.ldexp(model.duals, -exponent)[None, :]])))


def _residual(proof: _Proof, cost: np.ndarray) -> Program:
    """Return the program of columns and of rows' sums with these costs; where they are above 1, the amounts stay as they are."""
    columns, far = len(proof.values), np.abs(cost) > 1
    lower = np.where(far, proof.amounts, proof.lower)
    upper = np.where(far, proof.amounts, proof.upper)
    blocks, first = [], columns
    for block in proof.program.blocks:
        rows = np.arange(len(block.lower))
        blocks.append(
            Block(
                np.zeros(len(rows)),
                np.zeros(len(rows)),
                np.concatenate([block.row, rows]),
                np.concatenate([block.column, first + rows]),
                np.concatenate([block.value, np.full(len(rows), -1.0)]),
            )
        )
        first += len(rows)
    return Program(proof.program.choices, np.where(far, 0.0, cost), lower, upper, tuple(blocks))
