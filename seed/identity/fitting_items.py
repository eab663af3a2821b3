"""Fits which items of two records tell of the same work: the best of each item in pairs of one person against those in other pairs."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import matching.identity
from matching.identity.candidates import candidate_pairs
from matching.identity.features import Background
from matching.identity.items import AGAINST, FOR, NAMES, item_weights, pairs_of_items
from seed.identity.regression import Material, regressed
from seed.identity.world import World

WEIGHTS = Path(matching.identity.__file__).parent / "item_weights.csv"
ROUNDS = 4
_START = np.array([1.0] * len(FOR) + [0.0] * len(AGAINST))

Table = np.ndarray
"""What the items of two records share, shape (fewer items, more items, features)."""


def tables_of(world: World) -> tuple[list[Table], list[bool]]:
    """Return the items of each candidate pair side by side, and whether the pair is of one person."""
    by_id = {record.id: record for record in world.records}
    marks = Background.of(world.records).marks
    pairs = [(first, second) for first, second in candidate_pairs(world.records) if by_id[first].told and by_id[second].told]
    found = [np.array(pairs_of_items(by_id[first], by_id[second], marks)) for first, second in pairs]
    return found, [world.owner[first] == world.owner[second] for first, second in pairs]


def fit_items(tables: Sequence[Table], same: Sequence[bool]) -> tuple[float, dict[str, float]]:
    """Return constant and weights: which item is the best of the other record follows from the weights of the round before."""
    weights = _START
    for _ in range(ROUNDS):
        best = [table[np.arange(len(table)), (table @ weights).argmax(axis=1)] for table in tables]
        constant, found = regressed(_material(best, same), (FOR, AGAINST), np.zeros(len(NAMES)))
        weights = np.array([found[name] for name in NAMES])
    return constant, found


def _material(best: Sequence[np.ndarray], same: Sequence[bool]) -> Material:
    """Every pair counts once, and both kinds of pairs as much as each other."""
    truth = np.concatenate([[float(one)] * len(rows) for one, rows in zip(same, best, strict=True)])
    share = np.concatenate([[1 / len(rows)] * len(rows) for rows in best])
    counts = np.where(truth > 0, share / max(1, sum(same)), share / max(1, len(same) - sum(same))) / 2
    return Material(np.concatenate(best), truth, counts)


def write_items(constant: float, weights: dict[str, float]) -> None:
    """Write the weights where the comparison reads them."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "value"), ("constant", round(constant, 3)), *weights.items()])
    item_weights.cache_clear()
