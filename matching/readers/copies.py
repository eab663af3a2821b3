"""Words that are somebody else's: an item copied from a brief tells nothing of a person, and the same work tells it once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from matching.profiles import EvidenceItem
from matching.text.normalise import fold
from matching.text.tokens import words
from models.vocabulary import EvidenceKind

_RUN = 6
_COPIED_SHARE = 0.5
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_SPLIT = re.compile(r"[^a-z0-9]+")
_PUBLISHED = {EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.STANDARD}
_TELLING_WORDS = 4


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of six words of ``text``."""
    forms = [word.form for word in words(text)]
    return frozenset(tuple(forms[start : start + _RUN]) for start in range(len(forms) - _RUN + 1))


def is_copied(text: str, briefs: frozenset[tuple[str, ...]]) -> bool:
    """Return whether at least half of the runs of ``text`` stand in the briefs of the catalogue."""
    own = runs(text)
    return bool(own) and len(own & briefs) >= _COPIED_SHARE * len(own)


def repeated(items: Sequence[EvidenceItem]) -> list[bool]:
    """Return for each item whether an earlier one tells of the same work: the same DOI, or the same kind and title."""
    return list(_repeated(items))


def tells_of(items: Sequence[EvidenceItem], works: int) -> bool:
    """Return whether the items tell of at least so many works; no more of them are looked at than that takes."""
    return sum(1 for _ in islice((again for again in _repeated(items) if not again), works)) == works


def _repeated(items: Sequence[EvidenceItem]) -> Iterator[bool]:
    seen: set[tuple[str, ...]] = set()
    for item in items:
        names = set(_names(item))
        yield bool(names & seen)
        seen |= names


def _names(item: EvidenceItem) -> Iterable[tuple[str, ...]]:
    doi = _DOI.search(item.source)
    if doi is not None:
        yield ("doi", doi.group().rstrip(".,;)").lower())
    title = _SPLIT.sub(" ", fold(item.title)).strip()
    if item.kind in _PUBLISHED and len(title.split()) >= _TELLING_WORDS:
        yield (item.kind.value, title)
    yield (item.kind.value, title, _SPLIT.sub(" ", fold(item.text)).strip(), str(item.starts))
