"""What one person costs in memory, at an engine and in time, measured on the people who are there."""

import time
import tracemalloc
from dataclasses import dataclass

import scipy.sparse as sp
from sqlmodel import Session

from matching.network import Network
from matching.retrieval.portraits import portraits
from service.people.profiles.reader import read_profiles

_SAMPLE = 200
_BYTES_OF_VALUE = 8
"""Of a value of a sparse vector: its column and itself, four bytes each, at either engine."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Means over people: items, values and bytes of a portrait, bytes of the profile and of the arrays in memory, and milliseconds."""

    people: int
    items: float
    portrait_values: float
    portrait_bytes: float
    profile_bytes: float
    array_bytes: float
    portrait_ms: float


def costs_of(session: Session, network: Network) -> Costs:
    """Return the costs of the people in ``network``; profiles are read again, ``_SAMPLE`` of them, to see what memory they take."""
    people = max(1, len(network.profiles))
    some = network.some(range(min(_SAMPLE, len(network.profiles))))
    begun = time.perf_counter()
    shown = portraits(some)
    milliseconds = 1_000 * (time.perf_counter() - begun)
    sample = max(1, len(some.profiles))
    values = shown.rows.nnz / max(1, len(shown.ids))
    return Costs(
        people=len(network.profiles),
        items=len(network.owners) / people,
        portrait_values=values,
        portrait_bytes=values * _BYTES_OF_VALUE,
        profile_bytes=_bytes_of_profiles(session, [profile.id for profile in some.profiles]) / sample,
        array_bytes=_bytes_of_arrays(network) / people,
        portrait_ms=milliseconds / sample,
    )


def _bytes_of_profiles(session: Session, ids: list[str]) -> int:
    tracemalloc.start()
    try:
        kept = read_profiles(session, ids)
        taken, _ = tracemalloc.get_traced_memory()
        return taken if kept else 0
    finally:
        tracemalloc.stop()


def _bytes_of_arrays(network: Network) -> int:
    dense = (network.about, network.strengths, network.counted_strengths, network.vectors, network.level, network.owners)
    return sum(array.nbytes for array in dense) + sum(_bytes_of_sparse(block) for block in (network.shown, network.named))


def _bytes_of_sparse(block: sp.csc_array) -> int:
    return int(block.data.nbytes + block.indices.nbytes + block.indptr.nbytes)
