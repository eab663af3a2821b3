"""An explicit, reversible choice about one list: at least so many of the first places for a group, with what it costs.

It comes after the order and before pins and exclusions. No score changes, nobody joins or leaves the list, and without a policy the list
is the ranking's own. Whoever is moved up fits as everybody on the list does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class DiversityPolicy:
    """At least ``at_least`` of the first ``first`` places go to the group."""

    at_least: int
    first: int


@dataclass(frozen=True, slots=True)
class Move:
    """Whose place changed; places count from 1."""

    position: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class DiversifiedList:
    """The list after the policy.

    ``met`` says whether the group has as many places as wanted; ``cost`` is the sum of the scores among the first that was given up.
    """

    order: np.ndarray
    met: bool
    moves: tuple[Move, ...]
    cost: float


def apply(policy: DiversityPolicy, order: np.ndarray, belongs: np.ndarray, total: np.ndarray) -> DiversifiedList:
    """Apply ``policy`` to ``order``, the positions on the list, best first; ``belongs`` and ``total`` are (profiles,).

    The best of the group after the first places change with the last of the others among them; both parts then keep the list's order.
    """
    members = [place for place in range(len(order)) if belongs[order[place]]]
    inside = [place for place in members if place < policy.first]
    wanted = max(min(policy.at_least, policy.first) - len(inside), 0)
    rising = [place for place in members if place >= policy.first][:wanted]
    others = [place for place in range(min(policy.first, len(order))) if place not in inside]
    falling = others[len(others) - len(rising) :]
    first = sorted({*range(min(policy.first, len(order))), *rising} - set(falling))
    after = [*first, *(place for place in range(len(order)) if place not in set(first))]
    cost = float(sum(total[order[place]] for place in falling) - sum(total[order[place]] for place in rising))
    return DiversifiedList(order[after], len(inside) + len(rising) >= policy.at_least, _moves(order, after), cost)


def _moves(order: np.ndarray, after: Sequence[int]) -> tuple[Move, ...]:
    return tuple(Move(int(order[before]), before + 1, place + 1) for place, before in enumerate(after) if before != place)
