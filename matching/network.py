"""The network as arrays: every profile's items as rows, ready to be compared with a need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

import numpy as np
import scipy.sparse as sp

from matching.facts import Facts, Named, facts_of, groups_told, stitched
from matching.identity.works import MOST_OF_ONE_TITLE
from matching.profiles import EvidenceItem, Profile
from matching.readers.judged import corrected, judged
from matching.readers.reading import Reading, RecordReader, nothing_read
from matching.sequences import ItemsOf, ReadingsOf, SelectedProfiles

_FAINT, SUREST = 1.5, 0.98


@dataclass(frozen=True)
class Network:
    """Profiles in the order of their ids and, row by row, their items with what was read of them.

    ``strengths`` (items, 6) says how much an item shows of each role dimension, ``about`` (items, subjects) how much it is about each
    subject of the catalogue, ``shown`` and ``named`` (items, capabilities) what it shows of each capability and what of that it names.
    ``unread`` holds the ids of people who are not read yet: their items show nothing, and they are told apart from all others.
    Nothing here depends on another profile.
    """

    reader: RecordReader
    profiles: Sequence[Profile]
    readings: Sequence[Reading]
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

    @classmethod
    def of_facts(cls, reader: RecordReader, profiles: Sequence[Profile], facts: Facts) -> "Network":
        """Return the network of ``facts``, which were taken of ``profiles``: the same bytes, with nothing read or counted again."""
        unread = frozenset(facts.ids[position] for position in np.flatnonzero(facts.unread))
        network = cls(reader, profiles, ReadingsOf(facts), unread)
        network.__dict__["facts"] = facts
        return network

    def updated(self, changed: Mapping[str, Profile | None], kept: Mapping[str, Reading | None] | None = None) -> "Network":
        """Return the network with some profiles replaced, added or (None) removed; only these are read again, or taken from ``kept``."""
        fresh = Network.build(self.reader, [profile for profile in changed.values() if profile is not None], kept)
        count = len(self.ids)
        places = {name: place for place, name in enumerate(self.ids) if name not in changed}
        places |= {name: count + place for place, name in enumerate(fresh.ids)}
        origin = np.array([places[name] for name in sorted(places)], dtype=int)
        profiles = SelectedProfiles((self.profiles, fresh.profiles), origin)
        facts = stitched(self.facts, fresh.facts if fresh.ids else None, origin)
        network = Network.of_facts(self.reader, profiles, facts)
        network.__dict__["origin"] = (self.token, np.where(origin < count, origin, -1))
        return network

    @cached_property
    def token(self) -> object:
        """Return what tells this network from every other."""
        return object()

    @cached_property
    def origin(self) -> tuple[object, np.ndarray]:
        """Return the token of the network that this one was made of, with the position there of everybody, -1 for who was read anew."""
        return self.token, np.full(len(self.ids), -1)

    @cached_property
    def facts(self) -> Facts:
        """Return what the matcher reads of everybody."""
        readings = self.readings or [nothing_read(self.reader, Profile("", ""))]
        return facts_of(self.profiles, readings, self.unread)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the profiles."""
        return self.facts.ids

    def some(self, positions: Iterable[int]) -> "Network":
        """Return the network of the profiles at ``positions``, which ascend."""
        chosen = np.array(list(positions), dtype=int)
        return Network.of_facts(self.reader, SelectedProfiles((self.profiles,), chosen), stitched(self.facts, None, chosen))

    @property
    def strengths(self) -> np.ndarray:
        """Return what each item shows of each role dimension, shape (items, 6)."""
        return self.facts.strengths

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
        sums = [np.bincount(self.owners, weights=column, minlength=len(self.ids)) for column in left.T]
        found: np.ndarray = np.asfortranarray(0.0 - np.expm1(np.column_stack(sums)))
        return found

    @property
    def about(self) -> np.ndarray:
        """Return how much each item is about each subject, shape (items, subjects), a column in one piece of memory."""
        return self.facts.about

    @property
    def shown(self) -> sp.csc_array:
        """Return what each item shows of each capability by columns, shape (items, capabilities)."""
        return self.facts.shown

    @property
    def named(self) -> sp.csc_array:
        """Return what each item names and claims of each capability by columns, shape (items, capabilities)."""
        return self.facts.named

    @property
    def vectors(self) -> np.ndarray:
        """Return the whole-number vectors of the items, shape (items, few)."""
        return self.facts.vectors

    @property
    def level(self) -> np.ndarray:
        """Return the usual cosine of each item with a brief and its deviation, shape (items, 2)."""
        return self.facts.level

    @property
    def stated(self) -> np.ndarray:
        """Return what the statements of each item say, shape (items,) of ``STATED``."""
        return self.facts.stated

    @cached_property
    def owners(self) -> np.ndarray:
        """Return the position of the profile that each item belongs to, shape (items,)."""
        return np.repeat(np.arange(len(self.ids)), self.facts.sizes)

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

    @property
    def is_work(self) -> np.ndarray:
        """Return which items are work rather than a degree, a certificate or an award, shape (items,)."""
        return self.facts.is_work

    @property
    def led(self) -> np.ndarray:
        """Return 1 for each item whose part is ticked as led, else 0, shape (items,)."""
        return self.facts.led

    @cached_property
    def items(self) -> Sequence[EvidenceItem]:
        """Return all items in the order of the rows."""
        return ItemsOf(self.profiles, self.owners, self.first_row)

    @cached_property
    def position(self) -> dict[str, int]:
        """Return the position of each profile id."""
        return {name: position for position, name in enumerate(self.ids)}

    @cached_property
    def first_row(self) -> np.ndarray:
        """Return where each profile's items begin, shape (profiles + 1,)."""
        return self.facts.first_row

    def rows_of(self, position: int) -> range:
        """Return the rows of the items of one profile."""
        return range(int(self.first_row[position]), int(self.first_row[position + 1]))

    @property
    def last_years(self) -> np.ndarray:
        """Return the last year of each item as a fraction; an open item has infinity, an undated one minus infinity."""
        return self.facts.last_years

    @cached_property
    def fresh_on(self) -> dict[date, np.ndarray]:
        """Return what is remembered of a day: how fresh each item was, shape (items,)."""
        return {}

    @property
    def verification(self) -> np.ndarray:
        """Return what the verification of each item is worth, shape (items,)."""
        return self.facts.verification

    @property
    def hours(self) -> np.ndarray:
        """Return the weekly hours that each person offers, NaN where undeclared, shape (profiles,)."""
        return self.facts.hours

    @property
    def leaving(self) -> np.ndarray:
        """Return the last day on which each person is available as an ordinal, infinity where open, shape (profiles,)."""
        return self.facts.leaving

    @cached_property
    def bound_to(self) -> dict[str, tuple[int, ...]]:
        """Return, for every organisation that somebody is related to or held a position at, the positions of these people."""
        return _positions_by(self.facts.bound)

    @cached_property
    def bonds(self) -> dict[str, tuple[int, ...]]:
        """Return, for every expert with a relation to or from somebody here, recorded or by one work, the positions of the others."""
        bound: dict[str, set[int]] = {}
        for position, other in self.facts.related:
            bound.setdefault(other, set()).add(position)
            if other in self.position:
                bound.setdefault(self.ids[position], set()).add(self.position[other])
        for group in groups_told(self.facts, MOST_OF_ONE_TITLE):
            for one, another in combinations(group, 2):
                bound.setdefault(self.ids[another], set()).add(one)
                bound.setdefault(self.ids[one], set()).add(another)
        return {name: tuple(sorted(positions)) for name, positions in bound.items()}

    @cached_property
    def judged(self) -> dict[str, tuple[int, ...]]:
        """Return, for every product or project, the positions of the people with a judged conflict of interest with it."""
        return _positions_by(self.facts.judged)


def _positions_by(pairs: Named) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for position, name in pairs:
        found.setdefault(name, []).append(position)
    return {name: tuple(positions) for name, positions in found.items()}
