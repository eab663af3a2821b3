"""People, items and readings of a network as sequences that make a member when it is asked for."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

import numpy as np

from matching.columns import rows_of
from matching.facts import Facts
from matching.profiles import EvidenceItem, Profile
from matching.readers.reading import Reading

_Member = TypeVar("_Member")


class Later(Sequence[_Member]):
    """A sequence of ``count`` members whose class says how one is made; equal to any other of equal members."""

    def __init__(self, count: int) -> None:
        self._count = count

    def member(self, place: int) -> _Member:
        """Return the member at ``place``, which is there."""
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of members."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> _Member: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Member, ...]: ...
    def __getitem__(self, index: int | slice) -> _Member | tuple[_Member, ...]:
        """Return one member, or those of a slice."""
        if isinstance(index, slice):
            return tuple(self.member(place) for place in range(self._count)[index])
        return self.member(range(self._count)[index])

    def __iter__(self) -> Iterator[_Member]:
        """Make one member after another."""
        return map(self.member, range(self._count))

    def __eq__(self, other: object) -> bool:
        """Return whether ``other`` has equal members in the same order."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class SelectedProfiles(Later[Profile]):
    """Profiles of several sequences: ``places`` counts through them as if they were one. What is chosen again is looked up in one step."""

    def __init__(self, parts: tuple[Sequence[Profile], ...], places: np.ndarray) -> None:
        super().__init__(len(places))
        found = [source for part in parts for source in _sources(part)]
        self.sources = [found[place] for place in places.tolist()]

    def member(self, place: int) -> Profile:
        """Return the profile at ``place``."""
        source = self.sources[place]
        return source if isinstance(source, Profile) else source[0].member(source[1])


Source = Profile | tuple[Later[Profile], int]


def _sources(part: Sequence[Profile]) -> list[Source]:
    if isinstance(part, SelectedProfiles):
        return part.sources
    if isinstance(part, Later):
        return [(part, place) for place in range(len(part))]
    return list(part)


class ItemsOf(Later[EvidenceItem]):
    """The items of ``profiles``, one after another."""

    def __init__(self, profiles: Sequence[Profile], owners: np.ndarray, first_row: np.ndarray) -> None:
        super().__init__(len(owners))
        self._profiles, self._owners, self._first_row = profiles, owners, first_row

    def member(self, place: int) -> EvidenceItem:
        """Return the item of the row ``place``."""
        owner = int(self._owners[place])
        return self._profiles[owner].items[place - int(self._first_row[owner])]

    def __iter__(self) -> Iterator[EvidenceItem]:
        """Return the items of one person after another."""
        return (item for profile in self._profiles for item in profile.items)


class ReadingsOf(Later[Reading]):
    """What was read of each person, taken out of ``facts``."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(len(facts.ids))
        self._facts, self._first_row = facts, facts.first_row

    def member(self, place: int) -> Reading:
        """Return the reading of one person."""
        rows = slice(int(self._first_row[place]), int(self._first_row[place + 1]))
        of = self._facts
        shown, named = (rows_of(block, rows.start, rows.stop) for block in (of.shown, of.named))
        # In the order of rows, as a reader gives them.
        about, strengths = (np.ascontiguousarray(values[rows]) for values in (of.about, of.strengths))
        return Reading(about, strengths, shown, named, of.vectors[rows], of.level[rows], of.stated[rows])
