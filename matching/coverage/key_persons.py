"""Key persons: people without whom cells would lose their only or their first candidate."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matching.coverage.supply import Counted, Supply


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """``first`` cells would lose their first candidate without this person; for ``only`` of them nobody would be left to name."""

    profile_id: str
    first: int
    only: int


def key_persons(supplies: Iterable[Supply]) -> list[KeyPerson]:
    """Return everybody who is the first candidate of a cell, those with most cells first, then by id."""
    first: Counter[str] = Counter()
    only: Counter[str] = Counter()
    for supply in supplies:
        ready = supply.people[Counted.READY]
        candidates = supply.order[ready[supply.order]]
        if len(candidates):
            person = supply.network.ids[int(candidates[0])]
            first[person] += 1
            only[person] += int(np.count_nonzero(ready) == 1)
    return [KeyPerson(person, first[person], only[person]) for person in sorted(first, key=lambda one: (-first[one], -only[one], one))]
