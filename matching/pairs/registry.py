"""All terms of a pair's score, in the order in which their parts are added up and shown."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.pairs import acquaintance, coverage, working_together
from matching.pairs.sides import Sides

ENGINEER, ARCHITECT = "engineer", "architect"


@dataclass(frozen=True, slots=True)
class Term:
    """``measure`` gives every pair a value in [0, 1], shape (engineers, architects)."""

    code: str
    measure: Callable[[Sides], np.ndarray]


def _engineer(sides: Sides) -> np.ndarray:
    return np.repeat(sides.engineers.scores.total[sides.rows, None], sides.shape[1], axis=1)


def _architect(sides: Sides) -> np.ndarray:
    return np.repeat(sides.architects.scores.total[None, sides.columns], sides.shape[0], axis=0)


TERMS = (
    Term(ENGINEER, _engineer),
    Term(ARCHITECT, _architect),
    Term(coverage.MUST, coverage.term(coverage.groups)),
    Term(coverage.NICE, coverage.term(coverage.nice)),
    Term(coverage.DIMENSIONS, coverage.term(coverage.of_roles)),
    Term(working_together.LANGUAGE, working_together.language),
    Term(working_together.WORKING_HOURS, working_together.working_hours),
    Term(working_together.AVAILABILITY, working_together.availability),
    Term(acquaintance.EARLIER_WORK, acquaintance.earlier_work),
    Term(acquaintance.CONCENTRATION, acquaintance.concentration),
    Term(acquaintance.CONFLICT, acquaintance.conflict),
)
