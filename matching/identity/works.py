"""What names a work across records: its DOI, or its title and year."""

import re
from collections.abc import Iterable
from functools import lru_cache

from matching.profiles import EvidenceItem, Profile
from matching.text.normalise import fold
from models.vocabulary import EvidenceKind

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_SPLIT = re.compile(r"[\W_]+")
WORKS = frozenset({EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.STANDARD})
PROJECTS = frozenset({EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT})
MOST_OF_ONE_TITLE = 50
_TELLING_WORDS, _TELLING_LETTERS = 4, 20

WorkKey = tuple[str, str]


def work_keys(item: EvidenceItem) -> frozenset[WorkKey]:
    """Return what names the work of a publication, patent or standard: ("doi", DOI) and ("title", title and year).

    A title of fewer than four words tells too little. A DOI is read in the source and in the text, in any spelling of its address.
    """
    if item.kind not in WORKS:
        return frozenset()
    keys = {("doi", doi) for told in (item.source, item.title, item.text) if "10." in told for doi in dois(told)}
    title = telling_title(item.title)
    if title and item.starts is not None:
        keys.add(("title", f"{title}|{item.starts.year}"))
    return frozenset(keys)


@lru_cache(maxsize=50_000)
def dois(text: str) -> tuple[str, ...]:
    """Return the DOIs in ``text`` in lower case, without what closes a sentence."""
    return tuple(found.rstrip(".,;:)]}'\"").lower() for found in _DOI.findall(text))


@lru_cache(maxsize=50_000)
def telling_title(title: str) -> str:
    """Return a title as two spellings of it agree, letters and digits without accents; empty where it is too short to name one work."""
    plain = _SPLIT.sub(" ", fold(title)).strip()
    return plain if len(plain.split()) >= _TELLING_WORDS and len(plain) >= _TELLING_LETTERS else ""


def tellers(profiles: Iterable[Profile]) -> dict[str, set[int]]:
    """Return the places of the people who tell of each work or project, by its DOI or its title; what is one by both stands twice."""
    found: dict[str, set[int]] = {}
    for place, profile in enumerate(profiles):
        for item in profile.items:
            if item.kind in WORKS or item.kind in PROJECTS:
                for mark in (telling_title(item.title), *(doi for kind, doi in work_keys(item) if kind == "doi")):
                    if mark:
                        found.setdefault(mark, set()).add(place)
    return found


def works_of(items: Iterable[EvidenceItem]) -> dict[WorkKey, EvidenceItem]:
    """Return the first item of each work."""
    found: dict[WorkKey, EvidenceItem] = {}
    for item in items:
        for key in sorted(work_keys(item)):
            found.setdefault(key, item)
    return found
