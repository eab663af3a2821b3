"""The unit of scores: a solver's tolerances are absolute, so the largest score that may be taken is brought to about 1 before it.

Multiplying by a power of two changes no digit, so what is compared and summed stays exact.
"""

from dataclasses import replace

import numpy as np

from matching.assignment.problem import Problem


def exponent_of(problem: Problem) -> int:
    """Return the power of two below which all scores of open choices lie, the largest at least half of it; 0 without any."""
    return int(np.frexp(np.abs(problem.score[problem.open]).max(initial=0.0))[1])


def scaled(problem: Problem, exponent: int) -> Problem:
    """Return the problem in units of ``2 ** exponent``; choices that may not be taken score 0, so that they cannot set the scale."""
    return replace(problem, score=np.where(problem.open, np.ldexp(problem.score, -exponent), 0.0))


def smallest(problem: Problem) -> float:
    """Return the smallest score of an open choice that is not 0, by its amount; infinite without any."""
    amounts = np.abs(problem.score[problem.open])
    return float(amounts[amounts > 0].min(initial=np.inf))
