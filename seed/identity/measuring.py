"""Prints how well second records are told from namesakes, on writers who were not learnt from. ``python -m seed.identity.measuring``."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.identity.features import ComparedRecords
from matching.identity.judging import IdentityModel, shipped_model
from seed.identity.fitting import LEARNT_FROM, pairs_of, worlds
from seed.written.loading import read_written

SEEDS = (101, 102, 103, 104, 105, 106)
CURVE = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)


@dataclass(frozen=True)
class Measured:
    """Every pair of one person and every other candidate: the probability and the truth; pairs that were no candidates have none."""

    chances: np.ndarray
    same: np.ndarray

    def at(self, edge: float) -> tuple[float, float, int]:
        """Return precision, recall and the number of pairs at or above a probability."""
        chosen = self.chances >= edge
        right = int(np.sum(chosen & self.same))
        return right / max(1, int(chosen.sum())), right / max(1, int(self.same.sum())), int(chosen.sum())


def measured(compared: Sequence[ComparedRecords], same: Sequence[bool], missed: int, model: IdentityModel) -> Measured:
    """Return the measure of candidate pairs and ``missed`` pairs of one person."""
    chances = [model.probability(one) for one in compared]
    return Measured(np.array([*chances, *([0.0] * missed)]), np.array([*same, *([True] * missed)], dtype=bool))


def held_out(seeds: Sequence[int] = SEEDS) -> Measured:
    """Return the measure on worlds of the writers who were not learnt from."""
    writers = sorted({person.writer for person in read_written().people} - set(LEARNT_FROM))
    parts = [measured(*pairs_of(world), shipped_model()) for world in worlds(writers, seeds)]
    return Measured(np.concatenate([part.chances for part in parts]), np.concatenate([part.same for part in parts]))


def curve(found: Measured, model: IdentityModel) -> str:
    """Return the curve as text, the two edges marked."""
    lines = [f"{int(found.same.sum())} pairs of one person, {len(found.same) - int(found.same.sum())} other candidate pairs"]
    for edge in sorted({*CURVE, model.propose, model.unclear}):
        precision, recall, count = found.at(edge)
        mark = " <- propose" if edge == model.propose else " <- unclear" if edge == model.unclear else ""
        lines.append(f"from {edge:.3f}: precision {precision:.3f}, recall {recall:.3f}, {count} pairs{mark}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(curve(held_out(), shipped_model()) + "\n")
