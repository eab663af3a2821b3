"""The network as arrays: every profile's items as rows, ready to be compared with a need."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from matching.gate.ties import organisations_of
from matching.identity.works import together
from matching.profiles import EvidenceItem, Profile
from matching.readers.judged import corrected, judged
from matching.readers.reading import Reading, RecordReader, nothing_read
from matching.readers.roles import DIMENSIONS
from models.vocabulary import EvidenceKind, Part, Verification

_NOT_WORK = {EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE, EvidenceKind.AWARD}
_FAINT, SUREST = 1.5, 0.98
VERIFICATION = {Verification.VERIFIED: 1.0, Verification.DOCUMENTED: 0.7, Verification.DECLARED: 0.3}


@dataclass(frozen=True)
class Network:
    """Profiles in the order of their ids and, row by row, their items with what was read of them.

    ``strengths`` (items, 6) says how much an item shows of each role dimension, ``about`` (items, subjects) how much it is about each
    subject of the catalogue, ``shown`` and ``named`` (items, capabilities) what it shows of each capability and what of that it names.
    ``unread`` holds the ids of people who are not read yet: their items show nothing, and they are told apart from all others.
    Nothing here depends on another profile.
    """

    reader: RecordReader
    profiles: tuple[Profile, ...]
    readings: tuple[Reading, ...]
    unread: frozenset[str] = frozenset()

    @classmethod
    def build(cls, reader: RecordReader, profiles: Iterable[Profile], kept: Mapping[str, Reading | None] | None = None) -> "Network":
        """Return the network of ``profiles``; ``kept`` has readings by id, None for somebody who is to be read later.

        What people decided about readings stands over them: here, and nowhere else.
        """
        ordered = tuple(sorted(profiles, key=lambda profile: profile.id))
        known = kept or {}
        unread = frozenset(profile.id for profile in ordered if profile.id in known and known[profile.id] is None)
        readings = tuple(
            nothing_read(reader, profile) if profile.id in unread else known.get(profile.id) or reader.read(profile) for profile in ordered
        )
        decided = tuple(judged(reading, profile, reader.thesaurus) for reading, profile in zip(readings, ordered, strict=True))
        return cls(reader, tuple(corrected(profile) for profile in ordered), decided, unread)

    def updated(self, changed: Mapping[str, Profile | None], kept: Mapping[str, Reading | None] | None = None) -> "Network":
        """Return the network with some profiles replaced, added or (None) removed; only these are read again, or taken from ``kept``."""
        together = {profile.id: (profile, reading) for profile, reading in zip(self.profiles, self.readings, strict=True)}
        fresh = Network.build(self.reader, [profile for profile in changed.values() if profile is not None], kept)
        for identifier in changed:
            together.pop(identifier, None)
        together |= {profile.id: (profile, reading) for profile, reading in zip(fresh.profiles, fresh.readings, strict=True)}
        ordered = [together[identifier] for identifier in sorted(together)]
        unread = (self.unread - changed.keys()) | fresh.unread
        return Network(self.reader, tuple(profile for profile, _ in ordered), tuple(reading for _, reading in ordered), unread)

    def some(self, positions: Iterable[int]) -> "Network":
        """Return the network of the profiles at ``positions``, which ascend."""
        chosen = list(positions)
        profiles = tuple(self.profiles[position] for position in chosen)
        unread = self.unread.intersection(profile.id for profile in profiles)
        return Network(self.reader, profiles, tuple(self.readings[position] for position in chosen), unread)

    @cached_property
    def strengths(self) -> np.ndarray:
        """Return what each item shows of each role dimension, shape (items, 6)."""
        stacked = np.vstack([np.zeros((0, len(DIMENSIONS))), *(reading.dimensions for reading in self.readings)])
        return np.asfortranarray(stacked)

    @cached_property
    def counted_strengths(self) -> np.ndarray:
        """Return how much each item counts towards each role dimension, shape (items, 6): faint ones less than in proportion, none fully.

        Many faint items make no plain one, and a second plain item adds to the first.
        """
        counted: np.ndarray = np.asfortranarray(np.minimum(self.strengths, SUREST) ** _FAINT)
        return counted

    @cached_property
    def surely(self) -> np.ndarray:
        """Return how surely some item of each profile shows each role dimension, shape (profiles, 6).

        It is 1 less the product of what each item leaves open (noisy or; Pearl, 1988).
        """
        left = np.log1p(-self.counted_strengths)
        sums = [np.bincount(self.owners, weights=column, minlength=len(self.profiles)) for column in left.T]
        found: np.ndarray = np.asfortranarray(0.0 - np.expm1(np.column_stack(sums)))
        return found

    @cached_property
    def about(self) -> np.ndarray:
        """Return how much each item is about each subject, shape (items, subjects), a column in one piece of memory."""
        subjects = len(self.reader.column_of_subject)
        stacked = np.vstack([np.zeros((0, subjects)), *(reading.about for reading in self.readings)])
        return np.asfortranarray(stacked)

    @cached_property
    def shown(self) -> sp.csc_array:
        """Return what each item shows of each capability by columns, shape (items, capabilities)."""
        return self._columns([reading.credits for reading in self.readings])

    @cached_property
    def named(self) -> sp.csc_array:
        """Return what each item names and claims of each capability by columns, shape (items, capabilities)."""
        return self._columns([reading.named for reading in self.readings])

    def _columns(self, blocks: list[sp.csr_array]) -> sp.csc_array:
        empty = sp.csr_array((0, max(1, len(self.reader.thesaurus.ids))), dtype=np.float64)
        return sp.csc_array(sp.vstack([empty, *blocks], format="csc"))

    @cached_property
    def vectors(self) -> np.ndarray:
        """Return the whole-number vectors of the items, shape (items, few)."""
        if not self.readings:
            return np.zeros((0, len(self.reader.text([]).vector)), dtype=np.int8)
        return np.vstack([reading.vectors for reading in self.readings])

    @cached_property
    def level(self) -> np.ndarray:
        """Return the usual cosine of each item with a brief and its deviation, shape (items, 2)."""
        return np.vstack([np.zeros((0, 2)), *(reading.level for reading in self.readings)])

    @cached_property
    def owners(self) -> np.ndarray:
        """Return the position of the profile that each item belongs to, shape (items,)."""
        return _owners(self.profiles)

    @cached_property
    def starts_of_owners(self) -> tuple[np.ndarray, np.ndarray]:
        """Return where the items of every profile that has some begin, and these profiles' positions."""
        owners = np.unique(self.owners)
        return self.first_row[owners], owners

    @cached_property
    def lengths(self) -> np.ndarray:
        """Return the length of each item's vector, 1 for a vector of zeros, shape (items,)."""
        whole = self.vectors.astype(np.float32)
        length = np.sqrt(np.einsum("ij,ij->i", whole, whole).astype(np.float64))
        return np.where(length > 0, length, 1.0)

    @cached_property
    def is_work(self) -> np.ndarray:
        """Return which items are work rather than a degree, a certificate or an award, shape (items,)."""
        return np.array([item.kind not in _NOT_WORK for item in self.items], dtype=bool)

    @cached_property
    def led(self) -> np.ndarray:
        """Return 1 for each item whose part is ticked as led, else 0, shape (items,)."""
        return np.array([item.part is Part.LED for item in self.items], dtype=np.float64)

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
    def bound_to(self) -> dict[str, tuple[int, ...]]:
        """Return, for every organisation that somebody is related to or held a position at, the positions of these people."""
        return self._positions_by(organisations_of)

    @cached_property
    def bonds(self) -> dict[str, tuple[int, ...]]:
        """Return, for every expert with a relation to or from somebody here, recorded or by one work, the positions of the others."""
        bound: dict[str, set[int]] = {}
        for position, profile in enumerate(self.profiles):
            for relation in profile.relations:
                if relation.other_expert_id is not None:
                    bound.setdefault(relation.other_expert_id, set()).add(position)
                    if relation.other_expert_id in self.position:
                        bound.setdefault(profile.id, set()).add(self.position[relation.other_expert_id])
        for position, other in together(self.profiles):
            bound.setdefault(self.profiles[other].id, set()).add(position)
            bound.setdefault(self.profiles[position].id, set()).add(other)
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


def _last_year(item: EvidenceItem) -> float:
    if item.ends is not None:
        return item.ends.year + item.ends.timetuple().tm_yday / 366
    return np.inf if item.starts is not None else -np.inf
