"""Fits the comparison of records to some writers' people and measures it on others'. Run as ``python -m seed.identity.fitting``."""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import matching.identity
from matching.evaluation.written.people import WrittenPerson
from matching.identity.candidates import candidate_pairs
from matching.identity.features import AGAINST, FOR, NAMES, Background, ComparedRecords, compared
from matching.identity.judging import IdentityModel
from seed.identity.fitting_items import fit_items, tables_of, write_items
from seed.identity.regression import Material, regressed
from seed.identity.world import Making, World
from seed.readers.catalogue import shipped_thesaurus
from seed.written.loading import read_written

WEIGHTS = Path(matching.identity.__file__).parent / "weights.csv"
VERSION = "identity-2"
LEARNT_FROM = ("w01", "w02", "w03", "w04", "w05", "w06")
WORLDS = 8
# What is expected of a feature before anything is learnt: the worlds hardly have some that real records have.
EXPECTED = {
    "same_orcid": 8.0, "same_email": 6.0, "same_identifier": 6.0, "same_handle": 1.5, "shared_works": 1.5, "shared_employer": 0.7,
    "shared_associates": 0.4,
    "alike_items": 0.5, "new_family": 1.0, "dropped": -0.3, "mistyped": -0.5, "other_country": -0.3, "other_employers": -0.2,
}  # fmt: skip
PRECISION_WANTED, UNCLEAR_FROM = 0.985, 0.1


def worlds(writers: Sequence[str], seeds: Sequence[int]) -> list[World]:
    """Return a world for each seed; every other person lends evidence and is not in it."""
    people = [person for person in read_written().people if person.writer in writers]
    return [_world(people, seed) for seed in seeds]


def _world(people: Sequence[WrittenPerson], seed: int) -> World:
    donors = [person for place, person in enumerate(people) if place % 2 == seed % 2]
    others = [person for place, person in enumerate(people) if place % 2 != seed % 2]
    count = len(others)
    return Making(others, donors, shipped_thesaurus(), seed).made(count * 9 // 10, namesakes=count * 6 // 10, colleagues=count * 3 // 10)


def pairs_of(world: World) -> tuple[list[ComparedRecords], list[bool], int]:
    """Return the candidate pairs compared, whether each is of one person, and how many pairs of one person are no candidates."""
    by_id = {record.id: record for record in world.records}
    background = Background.of(world.records)
    candidates = candidate_pairs(world.records)
    found = [compared(by_id[first], by_id[second], background) for first, second in candidates]
    same = [world.owner[first] == world.owner[second] for first, second in candidates]
    counts: dict[str, int] = {}
    for owner in world.owner.values():
        counts[owner] = counts.get(owner, 0) + 1
    total = sum(count * (count - 1) // 2 for count in counts.values())
    return found, same, total - sum(same)


def fit(found: Sequence[ComparedRecords], same: Sequence[bool]) -> tuple[float, dict[str, float]]:
    """Return the constant and the weights of a logistic regression that none of them may turn round, drawn to what is expected."""
    values = np.array([[one.values[name] for name in NAMES] for one in found])
    expected = np.array([EXPECTED.get(name, 0.0) for name in NAMES])
    return regressed(Material(values, np.array(same, dtype=float), np.full(len(values), 1 / len(values))), (FOR, AGAINST), expected)


def probabilities(found: Sequence[ComparedRecords], constant: float, weights: dict[str, float]) -> np.ndarray:
    """Return the probability of each pair, shape (pairs,)."""
    model = IdentityModel("", constant, weights, 1.0, 1.0)
    return np.array([model.probability(one) for one in found])


def threshold(chances: np.ndarray, same: np.ndarray, precision: float) -> float:
    """Return the lowest probability from which on so much of what is proposed is right."""
    order = np.argsort(-chances)
    right = np.cumsum(same[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= precision)
    return float(chances[order][enough[-1]]) if len(enough) else 1.0


def main() -> None:
    """Fit, write the weights, and print the curve on the people of writers who were not learnt from."""
    found, same = list[ComparedRecords](), list[bool]()
    made = worlds(LEARNT_FROM, range(WORLDS))
    tables = [tables_of(world) for world in made]
    write_items(*fit_items([table for one, _ in tables for table in one], [truth for _, all_same in tables for truth in all_same]))
    for world in made:
        one, truth, _ = pairs_of(world)
        found, same = found + one, same + truth
    constant, weights = fit(found, same)
    propose = round(threshold(probabilities(found, constant, weights), np.array(same), PRECISION_WANTED), 3)
    rows = {"version": VERSION, "constant": round(constant, 3), "propose": propose, "unclear": UNCLEAR_FROM, **weights}
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "value"), *rows.items()])
    sys.stdout.write("".join(f"{name},{value}\n" for name, value in rows.items()))


if __name__ == "__main__":
    main()
