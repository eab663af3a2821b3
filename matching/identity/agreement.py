"""How far two names agree: word by word in any order, with what was left out, shortened, mistyped or contradicts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from matching.identity.commonness import NameCounts
from matching.identity.names import NameWord, PersonName


class Likeness(StrEnum):
    """How two words of names are alike, the best first."""

    SAME = "same"
    WITHOUT_ACCENTS = "without_accents"
    MISTYPED = "mistyped"
    INITIAL = "initial"
    OTHER_ACCENTS = "other_accents"


_TOLD = {Likeness.SAME: 1.0, Likeness.WITHOUT_ACCENTS: 0.9, Likeness.MISTYPED: 0.6, Likeness.INITIAL: 1.0, Likeness.OTHER_ACCENTS: 0.4}
_RANK = {likeness: rank for rank, likeness in enumerate(Likeness)}
_LONG, _VERY_LONG = 4, 8


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """What two names say: ``information`` in nats for one person, and how many words were replaced, dropped, differ by accents, mistyped.

    ``new_family`` says that one word differs which stands first in one name and last in the other: a family name taken abroad.
    ``readable`` is False where a name is in a script that is not read: it says nothing either way.
    """

    information: float = 0.0
    replaced: int = 0
    dropped: int = 0
    other_accents: int = 0
    mistyped: int = 0
    initials: int = 0
    accents_missing: bool = False
    reordered: bool = False
    new_family: bool = False
    readable: bool = True

    @property
    def exact(self) -> bool:
        """Return whether the names are one but for the order and missing accents."""
        return not (self.replaced or self.dropped or self.other_accents or self.mistyped or self.initials) and self.readable

    @property
    def worth(self) -> float:
        """Return what the best of several pairs of names is chosen by."""
        return self.information - 5 * self.replaced - 4 * self.other_accents - 0.5 * self.dropped - self.mistyped


def best_agreement(names: Iterable[PersonName], others: Iterable[PersonName], counts: NameCounts) -> NameAgreement:
    """Return how the two agree that agree best; nothing read is unreadable."""
    second = tuple(others)
    found = [agreement(name, other, counts) for name in names for other in second]
    return max(found, key=lambda one: (one.readable, one.worth), default=NameAgreement(readable=False))


def agreement(name: PersonName, other: PersonName, counts: NameCounts) -> NameAgreement:
    """Return how two names agree; the same in either direction."""
    if not (_readable(name) and _readable(other)) and name != other:
        return NameAgreement(readable=False)
    if name.plain.replace(" ", "") == other.plain.replace(" ", "") and len(name.words) != len(other.words):
        return NameAgreement(sum(counts.word(word.plain) for word in max(name.words, other.words, key=len)))
    matched = _matched(name.words, other.words)
    left = [word for place, word in enumerate(name.words) if place not in {first for first, _, _ in matched}]
    right = [word for place, word in enumerate(other.words) if place not in {second for _, second, _ in matched}]
    return _summed(name, other, matched, (left, right), counts)


Matched = list[tuple[int, int, Likeness]]


def _summed(
    name: PersonName, other: PersonName, matched: Matched, rest: tuple[list[NameWord], list[NameWord]], counts: NameCounts
) -> NameAgreement:
    joined = _joined(*rest)
    left, right = ([], []) if joined else rest
    kinds = [likeness for _, _, likeness in matched]
    told = sum(_told(name.words[first], other.words[second], likeness, counts) for first, second, likeness in matched)
    told += sum(counts.word(word.plain) for word in max(rest, key=len)) if joined else 0.0
    replaced = min(len(left), len(right))
    contradicting = [kind for kind in kinds if kind is Likeness.OTHER_ACCENTS]
    return NameAgreement(
        information=min(told, counts.bound(name), counts.bound(other)),
        replaced=replaced,
        dropped=max(len(left), len(right)) - replaced,
        other_accents=len(contradicting) if name.accented and other.accented else 0,
        mistyped=kinds.count(Likeness.MISTYPED),
        initials=kinds.count(Likeness.INITIAL),
        accents_missing=Likeness.WITHOUT_ACCENTS in kinds,
        new_family=replaced == 1
        and _is_at_other_end(name.words.index(left[0]), other.words.index(right[0]), len(name.words), len(other.words)),
        reordered=[second for _, second, _ in sorted(matched)] != sorted(second for _, second, _ in matched),
    )


def _is_at_other_end(first: int, second: int, length: int, other_length: int) -> bool:
    return length > 1 and other_length > 1 and (first, second) in ((0, other_length - 1), (length - 1, 0))


def _told(word: NameWord, other: NameWord, likeness: Likeness, counts: NameCounts) -> float:
    return _TOLD[likeness] * min(counts.word(word.plain), counts.word(other.plain))


def _matched(words: Sequence[NameWord], others: Sequence[NameWord]) -> Matched:
    """Return which word goes with which, the most alike first, then the nearest in place."""
    accents = any(word.accented for word in words) and any(word.accented for word in others)
    found = [
        (_RANK[likeness], abs(first - second), first, second, likeness)
        for first, word in enumerate(words)
        for second, other in enumerate(others)
        if (likeness := likeness_of(word, other, accents))
    ]
    kept: Matched = []
    for _, _, first, second, likeness in sorted(found, key=lambda one: (*one[:2], min(one[2:4]), max(one[2:4]))):
        if all(first != taken and second != gone for taken, gone, _ in kept):
            kept.append((first, second, likeness))
    return kept


@lru_cache(maxsize=200_000)
def likeness_of(word: NameWord, other: NameWord, accents: bool) -> Likeness | None:
    """Return how two words are alike, None where they are not; ``accents`` says that both names are written with theirs."""
    if word.toned == other.toned:
        return Likeness.SAME
    if word.plain == other.plain:
        return Likeness.OTHER_ACCENTS if accents else Likeness.WITHOUT_ACCENTS
    if word.initial or other.initial:
        return Likeness.INITIAL if word.plain[0] == other.plain[0] else None
    return Likeness.MISTYPED if _mistyped(word.plain, other.plain) else None


def _mistyped(plain: str, other: str) -> bool:
    longest = max(len(plain), len(other))
    if longest < _LONG and len(plain) == len(other) > 2 and sorted(plain) == sorted(other):
        return OSA.distance(plain, other) <= 1  # two letters swapped
    allowed = 0 if longest < _LONG else 1 if longest < _VERY_LONG else 2
    return bool(allowed) and OSA.distance(plain, other, score_cutoff=allowed) <= allowed


def _joined(left: list[NameWord], right: list[NameWord]) -> bool:
    """Return whether one side wrote the words of the other together."""
    return bool(left and right) and "".join(word.plain for word in left) == "".join(word.plain for word in right)


def _readable(name: PersonName) -> bool:
    return all(word.plain.isascii() for word in name.words)
