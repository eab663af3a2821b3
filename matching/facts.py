"""What the matcher reads of everybody, as arrays: they can be kept, and put together anew where somebody changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import scipy.sparse as sp

from matching.gate.ties import organisations_of
from matching.identity.works import tellers
from matching.profiles import EvidenceItem, Profile
from matching.readers.reading import Reading
from models.vocabulary import EvidenceKind, Part, Verification

_NOT_WORK = {EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE, EvidenceKind.AWARD}
VERIFICATION = {Verification.VERIFIED: 1.0, Verification.DOCUMENTED: 0.7, Verification.DECLARED: 0.3}
_MARK_BYTES = 8
Named = tuple[tuple[int, str], ...]
"""Pairs of the position of a person and a name."""

OF_PEOPLE = ("unread", "sizes", "hours", "leaving")
OF_ITEMS = ("is_work", "led", "last_years", "verification", "vectors", "level", "stated", "strengths", "about")
OF_CAPABILITIES = ("shown", "named")
NAMED = ("bound", "judged", "related")
BY_COLUMN = frozenset({"strengths", "about"})
"""Arrays of which each column lies in one piece of memory."""


@dataclass(frozen=True, eq=False)
class Facts:
    """People in the order of their ids, and their items row by row.

    ``sizes`` (people,) counts items; ``hours`` are NaN where undeclared, ``leaving`` (ordinals of days) infinite where open; ``bound``,
    ``judged`` and ``related`` pair people with organisations, judged subjects and other people; ``told_marks`` (64-bit digests of names
    of works and projects) pair with the ``told_places`` of people who tell of them. ``last_years`` are fractions, infinite where open,
    minus infinite where undated. What was read, of rows, is that of ``Reading``.
    """

    ids: tuple[str, ...]
    languages: tuple[tuple[str, ...], ...]
    unread: np.ndarray
    sizes: np.ndarray
    hours: np.ndarray
    leaving: np.ndarray
    bound: Named
    judged: Named
    related: Named
    told_marks: np.ndarray
    told_places: np.ndarray
    is_work: np.ndarray
    led: np.ndarray
    last_years: np.ndarray
    verification: np.ndarray
    vectors: np.ndarray
    level: np.ndarray
    stated: np.ndarray
    strengths: np.ndarray
    about: np.ndarray
    shown: sp.csc_array
    named: sp.csc_array

    @property
    def first_row(self) -> np.ndarray:
        """Return where each person's items begin, shape (people + 1,)."""
        return np.concatenate([[0], np.cumsum(self.sizes)]).astype(int)


def facts_of(profiles: Sequence[Profile], readings: Sequence[Reading], unread: frozenset[str]) -> Facts:
    """Return the facts of ``profiles``, which are ordered, as they were read; for nobody, ``readings`` hold one of no item."""
    items = [item for profile in profiles for item in profile.items]
    marks = [(_mark(name), place) for name, places in tellers(profiles).items() for place in places]
    return Facts(
        ids=tuple(profile.id for profile in profiles),
        languages=tuple(profile.languages for profile in profiles),
        unread=np.array([profile.id in unread for profile in profiles], dtype=bool),
        sizes=np.array([len(profile.items) for profile in profiles], dtype=np.int64),
        hours=_floats(np.nan if profile.hours_per_week is None else profile.hours_per_week for profile in profiles),
        leaving=_floats(np.inf if profile.available_until is None else profile.available_until.toordinal() for profile in profiles),
        bound=_pairs(profiles, organisations_of),
        judged=_pairs(profiles, lambda profile: {judgement.subject_id for judgement in profile.judgements}),
        related=_pairs(profiles, lambda profile: {one.other_expert_id for one in profile.relations if one.other_expert_id is not None}),
        told_marks=np.array([mark for mark, _ in marks], dtype=np.uint64),
        told_places=np.array([place for _, place in marks], dtype=np.int64),
        is_work=np.array([item.kind not in _NOT_WORK for item in items], dtype=bool),
        led=_floats(item.part is Part.LED for item in items),
        last_years=_floats(_last_year(item) for item in items),
        verification=_floats(VERIFICATION[item.verification] for item in items),
        vectors=np.vstack([reading.vectors for reading in readings]),
        level=np.vstack([reading.level for reading in readings]),
        stated=np.concatenate([reading.stated for reading in readings]),
        strengths=np.asfortranarray(np.vstack([reading.dimensions for reading in readings]), dtype=np.float64),
        about=np.asfortranarray(np.vstack([reading.about for reading in readings]), dtype=np.float64),
        shown=_stacked([reading.credits for reading in readings]),
        named=_stacked([reading.named for reading in readings]),
    )


def stitched(before: Facts, fresh: Facts | None, origin: np.ndarray) -> Facts:
    """Return the facts of some people of ``before``, and of ``fresh`` where there are some, together in the order of ``origin``.

    ``origin`` (people,) says where each stands: at a position of ``before``, or, counted on from its end, at one of ``fresh``.
    """
    parts = [before] if fresh is None else [before, fresh]
    rows = _rows(_joined("sizes", parts), origin)
    place = np.full(sum(len(part.ids) for part in parts), -1)
    place[origin] = np.arange(len(origin))
    moved = np.split(place, [len(before.ids)])
    told = np.concatenate([where[part.told_places] for where, part in zip(moved, parts, strict=False)])
    made: dict[str, object] = {name: _chosen([getattr(part, name) for part in parts], origin) for name in ("ids", "languages")}
    made |= {name: _joined(name, parts)[origin] for name in OF_PEOPLE}
    made |= {name: _laid(name, _joined(name, parts)[rows]) for name in OF_ITEMS}
    made |= {name: _columns([getattr(part, name) for part in parts], rows) for name in OF_CAPABILITIES}
    made |= {name: _moved([getattr(part, name) for part in parts], moved) for name in NAMED}
    made |= {"told_marks": _joined("told_marks", parts)[told >= 0], "told_places": told[told >= 0]}
    return Facts(**made)  # type: ignore[arg-type]


def groups_told(facts: Facts, most: int) -> list[tuple[int, ...]]:
    """Return the positions of those who tell of each work or project, where they are at least two and at most ``most``."""
    order = np.lexsort((facts.told_places, facts.told_marks))
    marks, places = facts.told_marks[order], facts.told_places[order]
    starts = np.flatnonzero(np.concatenate([[True], marks[1:] != marks[:-1]])) if len(marks) else np.zeros(0, dtype=int)
    ends = np.append(starts[1:], len(marks))
    counted = (ends - starts > 1) & (ends - starts <= most)
    return [tuple(places[start:end].tolist()) for start, end in zip(starts[counted], ends[counted], strict=True)]


def _stacked(tables: Sequence[sp.csr_array]) -> sp.csc_array:
    """Return the rows of all ``tables`` by columns; that of SciPy costs four times as much where they are small."""
    data, indices = (np.concatenate([getattr(table, part) for table in tables]) for part in ("data", "indices"))
    ends = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(table.indptr) for table in tables]))])
    rows = sp.csr_array((data.astype(np.float64), indices, ends), shape=(len(ends) - 1, tables[0].shape[1]))
    return sp.csc_array(rows)


def _rows(sizes: np.ndarray, origin: np.ndarray) -> np.ndarray:
    """Return the rows of the items of the people at ``origin``, one after another."""
    first = np.concatenate([[0], np.cumsum(sizes)])
    taken = sizes[origin]
    ahead = np.concatenate([[0], np.cumsum(taken)])[:-1]
    rows: np.ndarray = np.arange(int(taken.sum())) + np.repeat(first[origin] - ahead, taken)
    return rows


def _joined(name: str, parts: Sequence[Facts]) -> np.ndarray:
    values = [getattr(part, name) for part in parts]
    joined: np.ndarray = np.concatenate(values) if len(values) > 1 else values[0]
    return joined


def _chosen(parts: Sequence[tuple[object, ...]], origin: np.ndarray) -> tuple[object, ...]:
    values = [value for part in parts for value in part]
    return tuple(values[place] for place in origin.tolist())


def _laid(name: str, values: np.ndarray) -> np.ndarray:
    return np.asfortranarray(values) if name in BY_COLUMN else values


def _columns(parts: Sequence[sp.csc_array], rows: np.ndarray) -> sp.csc_array:
    if len(parts) > 1:
        return sp.csc_array(sp.csr_array(sp.vstack(parts, format="csr"))[rows])
    chosen = sp.csc_array(parts[0][rows])  # a few rows of one table: it need not be turned round twice
    chosen.sort_indices()
    return chosen


def _moved(parts: Sequence[Named], moved: Sequence[np.ndarray]) -> Named:
    pairs = [(int(place[at]), name) for part, place in zip(parts, moved, strict=False) for at, name in part]
    return tuple(sorted(pair for pair in pairs if pair[0] >= 0))


def _pairs(profiles: Sequence[Profile], names: Callable[[Profile], set[str]]) -> Named:
    return tuple((position, name) for position, profile in enumerate(profiles) for name in sorted(names(profile)))


def _floats(values: Iterable[float]) -> np.ndarray:
    return np.array(list(values), dtype=np.float64)


def _mark(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=_MARK_BYTES).digest(), "little")


def _last_year(item: EvidenceItem) -> float:
    if item.ends is not None:
        return item.ends.year + item.ends.timetuple().tm_yday / 366
    return np.inf if item.starts is not None else -np.inf
