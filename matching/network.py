"""The network as arrays: every profile's items as rows, ready to be compared with a need."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.gate.ties import organisations_of
from matching.profiles import EvidenceItem, Profile
from matching.roles.reading import DIMENSIONS, reader_of
from matching.roles.strengths import VERIFICATION, strengths
from matching.space.space import TextSpace
from matching.space.vectors import TextVectors


@dataclass(frozen=True)
class Network:
    """Profiles in the order of their ids and, row by row, their items.

    ``owners`` (items,) is the position of each item's profile; ``strengths`` (items, 6) says how much an item speaks for each role
    dimension before it is compared with a need, ``shares`` (items, subjects) how much it is about each subject of the space. Nothing here
    depends on another profile.
    """

    space: TextSpace
    profiles: tuple[Profile, ...]
    vectors: TextVectors
    strengths: np.ndarray
    shares: np.ndarray

    @classmethod
    def build(cls, space: TextSpace, profiles: Iterable[Profile]) -> "Network":
        """Return the network of ``profiles``, each vectorised by ``space``."""
        ordered = tuple(sorted(profiles, key=lambda profile: profile.id))
        items = [item for profile in ordered for item in profile.items]
        texts = [item.words for item in items]
        vectors = space.transform(texts)
        shares = space.shares(vectors, _owners(ordered), len(ordered))
        return cls(space, ordered, vectors, _strengths(items, reader_of(space.semantic).read(texts)), shares)

    def updated(self, changed: Mapping[str, Profile | None]) -> "Network":
        """Return the network with some profiles replaced, added or (None) removed; only these are vectorised again."""
        kept = [position for position, profile in enumerate(self.profiles) if profile.id not in changed]
        added = [profile for profile in changed.values() if profile is not None]
        fresh = Network.build(self.space, added)
        rows = np.flatnonzero(np.isin(self.owners, kept))
        together = TextVectors.stacked([self.vectors.rows(rows), fresh.vectors])
        strengths, shares = np.vstack([self.strengths[rows], fresh.strengths]), np.vstack([self.shares[rows], fresh.shares])
        unordered = [self.profiles[position] for position in kept] + list(fresh.profiles)
        starts = np.concatenate([[0], np.cumsum([len(profile.items) for profile in unordered])]).astype(int)
        by_id = sorted(range(len(unordered)), key=lambda position: unordered[position].id)
        spans = [np.arange(starts[position], starts[position + 1]) for position in by_id]
        order = np.concatenate(spans) if spans else np.zeros(0, dtype=int)
        profiles = tuple(unordered[position] for position in by_id)
        return Network(self.space, profiles, together.rows(order), strengths[order], shares[order])

    @cached_property
    def owners(self) -> np.ndarray:
        """Return the position of the profile that each item belongs to, shape (items,)."""
        return _owners(self.profiles)

    @cached_property
    def items(self) -> tuple[EvidenceItem, ...]:
        """Return all items in the order of the rows."""
        return tuple(item for profile in self.profiles for item in profile.items)

    @cached_property
    def position(self) -> dict[str, int]:
        """Return the position of each profile id."""
        return {profile.id: position for position, profile in enumerate(self.profiles)}

    @cached_property
    def first_row(self) -> np.ndarray:
        """Return where each profile's items begin, shape (profiles + 1,)."""
        return np.concatenate([[0], np.cumsum([len(profile.items) for profile in self.profiles])]).astype(int)

    def rows_of(self, position: int) -> range:
        """Return the rows of the items of one profile."""
        return range(int(self.first_row[position]), int(self.first_row[position + 1]))

    @cached_property
    def last_years(self) -> np.ndarray:
        """Return the last year of each item as a fraction; an open item has infinity, an undated one minus infinity."""
        return np.array([_last_year(item) for item in self.items], dtype=np.float64)

    @cached_property
    def verification(self) -> np.ndarray:
        """Return what the verification of each item is worth, shape (items,)."""
        return np.array([VERIFICATION[item.verification] for item in self.items], dtype=np.float64)

    @cached_property
    def hours(self) -> np.ndarray:
        """Return the weekly hours that each person offers, NaN where undeclared, shape (profiles,)."""
        return np.array(
            [np.nan if profile.hours_per_week is None else profile.hours_per_week for profile in self.profiles], dtype=np.float64
        )

    @cached_property
    def leaving(self) -> np.ndarray:
        """Return the last day on which each person is available as an ordinal, infinity where open, shape (profiles,)."""
        return np.array([np.inf if profile.available_until is None else profile.available_until.toordinal() for profile in self.profiles])

    @cached_property
    def capability_columns(self) -> sp.csc_array:
        """Return the capability block by columns, shape (items, capabilities)."""
        return sp.csc_array(self.vectors.capability)

    @cached_property
    def bound_to(self) -> dict[str, tuple[int, ...]]:
        """Return, for every organisation that somebody is related to or held a position at, the positions of these people."""
        return self._positions_by(organisations_of)

    @cached_property
    def bonds(self) -> dict[str, tuple[int, ...]]:
        """Return, for every expert with a recorded relation to or from somebody here, the positions of these others."""
        bound: dict[str, set[int]] = {}
        for position, profile in enumerate(self.profiles):
            for relation in profile.relations:
                if relation.other_expert_id is not None:
                    bound.setdefault(relation.other_expert_id, set()).add(position)
                    if relation.other_expert_id in self.position:
                        bound.setdefault(profile.id, set()).add(self.position[relation.other_expert_id])
        return {name: tuple(sorted(positions)) for name, positions in bound.items()}

    @cached_property
    def judged(self) -> dict[str, tuple[int, ...]]:
        """Return, for every product or project, the positions of the people with a judged conflict of interest with it."""
        return self._positions_by(lambda profile: {judgement.subject_id for judgement in profile.judgements})

    def _positions_by(self, names: Callable[[Profile], set[str]]) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for position, profile in enumerate(self.profiles):
            for name in names(profile):
                found.setdefault(name, []).append(position)
        return {name: tuple(positions) for name, positions in found.items()}


def _owners(profiles: tuple[Profile, ...]) -> np.ndarray:
    return np.repeat(np.arange(len(profiles)), [len(profile.items) for profile in profiles])


def _strengths(items: list[EvidenceItem], spoken: np.ndarray) -> np.ndarray:
    measured = [strengths(item, words) for item, words in zip(items, spoken, strict=True)]
    return np.array(measured, dtype=np.float64).reshape(len(items), len(DIMENSIONS))


def _last_year(item: EvidenceItem) -> float:
    if item.ends is not None:
        return item.ends.year + item.ends.timetuple().tm_yday / 366
    return np.inf if item.starts is not None else -np.inf
