"""What names a work across records: its DOI, or its title and year."""

import re
from collections.abc import Iterable

from matching.profiles import EvidenceItem
from matching.text.normalise import fold
from models.vocabulary import EvidenceKind

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_SPLIT = re.compile(r"[\W_]+")
WORKS = frozenset({EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.STANDARD})
_TELLING_WORDS, _TELLING_LETTERS = 4, 20

WorkKey = tuple[str, str]


def work_keys(item: EvidenceItem) -> frozenset[WorkKey]:
    """Return what names the work of a publication, patent or standard: ("doi", DOI) and ("title", title and year).

    A title of fewer than four words tells too little. A DOI is read in the source and in the text, in any spelling of its address.
    """
    if item.kind not in WORKS:
        return frozenset()
    keys = {("doi", doi) for doi in dois(f"{item.source} {item.title} {item.text}")}
    title = plain_title(item.title)
    if item.starts is not None and len(title.split()) >= _TELLING_WORDS and len(title) >= _TELLING_LETTERS:
        keys.add(("title", f"{title}|{item.starts.year}"))
    return frozenset(keys)


def dois(text: str) -> list[str]:
    """Return the DOIs in ``text`` in lower case, without what closes a sentence."""
    return [found.rstrip(".,;:)]}'\"").lower() for found in _DOI.findall(text)]


def plain_title(title: str) -> str:
    """Return a title as two spellings of it agree: letters and digits without accents, one space between words."""
    return _SPLIT.sub(" ", fold(title)).strip()


def works_of(items: Iterable[EvidenceItem]) -> dict[WorkKey, EvidenceItem]:
    """Return the first item of each work."""
    found: dict[WorkKey, EvidenceItem] = {}
    for item in items:
        for key in sorted(work_keys(item)):
            found.setdefault(key, item)
    return found
