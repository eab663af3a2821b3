"""Which pairs of records are worth comparing: those that share a key, so that thousands of records are never all compared with all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from matching.identity.names import PersonName
from matching.identity.records import Mark, PersonRecord

MOST_OF_A_NAME = 40
MOST_OF_A_MARK = 4
FEWEST_MARKS = 3
_SHORT_HANDLE = 4
_TELLING_KINDS = frozenset({"number", "span", "pair"})
Pair = tuple[str, str]


def candidate_pairs(records: Iterable[PersonRecord], wanted: frozenset[str] | None = None) -> list[Pair]:
    """Return pairs of ids, the lower first, in order: alike by name, identifier, work, or by several rare marks.

    A key that more than ``MOST_OF_A_NAME`` records share makes no pair by itself. With ``wanted`` only pairs of these ids.
    """
    found = sorted(records, key=lambda record: record.id)
    pairs = set(_by_keys(found)) | set(_by_marks(found))
    return sorted(pair for pair in pairs if wanted is None or not wanted.isdisjoint(pair))


def _by_keys(records: list[PersonRecord]) -> Iterator[Pair]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        for key in set(_keys(record)):
            blocks[key].append(record.id)
    for key, ids in blocks.items():
        if len(ids) <= MOST_OF_A_NAME or key.startswith("!"):
            yield from combinations(ids, 2)


def _keys(record: PersonRecord) -> Iterator[str]:
    """Return the keys of a record; one after "!" makes pairs however many share it."""
    own = record.identifiers
    yield from (f"!{name}:{value}" for name, value in (("orcid", own.orcid), ("email", own.email.lower())) if value)
    yield from (f"!other:{value}" for value in own.others)
    if len(own.handle) > _SHORT_HANDLE:
        yield f"handle:{own.handle}"
    yield from (f"work:{kind}:{value}" for kind, value in record.works)
    for name in record.names:
        yield from _name_keys(name)
        yield from (f"at:{employer}:{word.plain}" for employer in record.employers for word in name.words[-1:] + name.words[:1])


def _name_keys(name: PersonName) -> Iterator[str]:
    """Return keys that survive another order, dropped and shortened words, missing spaces, and one wrong, missing or swapped letter."""
    words = [word for word in name.ordered if len(word) > 1]
    yield f"!name:{' '.join(name.ordered)}"
    yield from (f"two:{first} {second}" for first, second in combinations(words, 2))
    first_letters = "".join(sorted(word[0] for word in name.ordered))
    yield from (f"letters:{first_letters}:{word}" for word in words)
    if len(name.words) == 1:
        yield f"one:{name.words[0].plain}"
    for whole in {"".join(name.ordered), name.plain.replace(" ", "")}:
        yield f"whole:{whole}"
        yield from (f"whole:{whole[:place]}{whole[place + 1 :]}" for place in range(len(whole)) if len(whole) > 5)


def _by_marks(records: list[PersonRecord]) -> Iterator[Pair]:
    """Return pairs that have several marks which hardly anybody else has, whatever their names are."""
    holders: defaultdict[Mark, list[str]] = defaultdict(list)
    for record in records:
        for mark in record.marks:
            if mark[0] in _TELLING_KINDS:
                holders[mark].append(record.id)
    shared: Counter[Pair] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= MOST_OF_A_MARK:
            shared.update(combinations(ids, 2))
    yield from (pair for pair, count in shared.items() if count >= FEWEST_MARKS)
