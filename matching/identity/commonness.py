"""How common names and other marks are: a Nguyễn Văn Nam says little, a rare name much."""

import csv
import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from matching.identity.names import PersonName

_UNKNOWN = 1 / 3000
_PRIOR_PEOPLE = 500
_INITIAL = 1 / 14
_COMMON, _DOUBT = 0.1, 5.0


@cache
def name_shares() -> Mapping[str, float]:
    """Return the share of people with each of the common words in their name: a small table of rounded shares, the rest is counted."""
    text = resources.files("matching.identity").joinpath("name_shares.csv").read_text(encoding="utf-8")
    return {row["word"]: float(row["share"]) for row in csv.DictReader(text.splitlines())}


@dataclass(frozen=True)
class NameCounts:
    """How many of ``people`` have each word, and each whole name, in their names."""

    people: int = 0
    words: Mapping[str, int] = field(default_factory=dict)
    whole: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    @classmethod
    def of(cls, names: Iterable[PersonName]) -> "NameCounts":
        """Count the names, one a person."""
        found = list(names)
        words = Counter(word for name in found for word in {part.plain for part in name.words})
        return cls(len(found), words, Counter(name.ordered for name in found))

    def word(self, plain: str) -> float:
        """Return what it tells, in nats, that two names have a word in common; a letter tells what a letter can."""
        if len(plain) == 1:
            return -math.log(_INITIAL)
        share = name_shares().get(plain, _UNKNOWN)
        return -math.log((share * _PRIOR_PEOPLE + self.words.get(plain, 0)) / (_PRIOR_PEOPLE + self.people))

    def bound(self, name: PersonName) -> float:
        """Return the most, in nats, that a whole name tells of two people when others bear it too; no bound where nobody does."""
        others = self.whole.get(name.ordered, 0) - 2
        return -math.log(others / (self.people + _PRIOR_PEOPLE)) if others > 0 else math.inf


class MarkWeights:
    """What a mark, such as a word, a number or a date, tells: the logarithm of how few of the counted things have it.

    Sums are exact, so that they do not depend on the order of a set.
    """

    def __init__(self, counted: Iterable[Iterable[Hashable]]) -> None:
        counts: Counter[Hashable] = Counter()
        things = 1
        for marks in counted:
            counts.update(marks)
            things += 1
        by_count = {count: math.log((things + 1) / (count + 0.5)) if count < things else _COMMON for count in {*counts.values(), 0}}
        self._unknown = by_count[0]
        self._weights = {mark: by_count[count] for mark, count in counts.items()}
        self._sums: dict[frozenset[Hashable], float] = {}
        self._lengths: dict[frozenset[Hashable], float] = {}

    def __call__(self, mark: Hashable) -> float:
        """Return the weight, above zero; a mark that nothing has weighs most."""
        return self._weights.get(mark, self._unknown)

    def sum(self, marks: frozenset[Hashable]) -> float:
        """Return the sum of the weights."""
        if marks not in self._sums:
            self._sums[marks] = math.fsum(map(self, marks))
        return self._sums[marks]

    def overlap(self, marks: frozenset[Hashable], others: frozenset[Hashable]) -> float:
        """Return how much of the smaller of two sets of marks the other has, in [0, 1); few marks tell less than the same share of many."""
        shared = math.fsum(map(self, marks & others))
        return shared / (min(self.sum(marks), self.sum(others)) + _DOUBT) if shared else 0.0

    def cosine(self, marks: frozenset[Hashable], others: frozenset[Hashable]) -> float:
        """Return how alike two sets of marks are, in [0, 1]."""
        shared = marks & others
        if not shared:
            return 0.0
        return math.fsum(self(mark) ** 2 for mark in shared) / (self._length(marks) * self._length(others))

    def _length(self, marks: frozenset[Hashable]) -> float:
        if marks not in self._lengths:
            self._lengths[marks] = math.sqrt(math.fsum(self(mark) ** 2 for mark in marks))
        return self._lengths[marks]
