"""The map by country, sub-network and language, and added up over the cells of a technology group."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.coverage.supply import Counted, Counts, Supply, numbers
from matching.coverage.suppression import SMALLEST_SHOWN, suppressed
from matching.profiles import Profile

LABELS: Mapping[str, Callable[[Profile], Sequence[str]]] = {
    "sub_network": lambda profile: (profile.sub_network,),
    "country": lambda profile: (profile.country,),
    "language": lambda profile: profile.languages,
}


@dataclass(frozen=True, slots=True)
class GroupSum:
    """Some cells together; ``counts`` are different people, each counted once; ``unmet`` cells have nobody, ``single`` ones one person."""

    cells: int
    unmet: int
    single: int
    counts: Counts


def total(supplies: Sequence[Supply]) -> GroupSum:
    """Add up ``supplies`` of one network."""
    ready = [int(np.count_nonzero(supply.people[Counted.READY])) for supply in supplies]
    return GroupSum(len(supplies), ready.count(0), ready.count(1), numbers(anywhere(supplies)))


def anywhere(supplies: Sequence[Supply]) -> dict[Counted, np.ndarray]:
    """Return for each count whom at least one of ``supplies`` counts, masks (profiles,)."""
    return {counted: np.logical_or.reduce([supply.people[counted] for supply in supplies]) for counted in Counted} if supplies else {}


def by_label(supplies: Sequence[Supply], dimension: str, minimum: int = SMALLEST_SHOWN) -> dict[str, dict[Counted, int | None]]:
    """Return how many different people with each label are counted in at least one cell, small numbers None.

    ``dimension`` is a key of ``LABELS``. Labels are those of people who consent, in order; somebody with several languages counts in each.
    """
    people = anywhere(supplies)
    if not people:
        return {}
    labelled = masks(supplies[0].network.profiles, LABELS[dimension])
    shown = {label: mask for label, mask in sorted(labelled.items()) if (mask & people[Counted.CONSENTING]).any()}
    columns = {
        counted: suppressed({label: int(np.count_nonzero(mask & counts)) for label, mask in shown.items()}, minimum)
        for counted, counts in people.items()
    }
    return {label: {counted: column[label] for counted, column in columns.items()} for label in shown}


def masks(profiles: Iterable[Profile], labels_of: Callable[[Profile], Sequence[str]]) -> dict[str, np.ndarray]:
    """Return for each label who has it, masks (profiles,)."""
    labels = [set(labels_of(profile)) for profile in profiles]
    return {label: np.array([label in own for own in labels], dtype=bool) for label in sorted(set().union(*labels))}
