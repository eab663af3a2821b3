"""A record as it is compared with another: names, identifiers, and the marks of what it tells."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from matching.identity.names import PersonName, all_names
from matching.identity.works import WorkKey, work_keys
from matching.profiles import EvidenceItem, Profile
from matching.text.normalise import fold
from models.vocabulary import EvidenceKind, RelationKind

Mark = tuple[str, str]
Topics = Callable[[str], Iterable[str]]
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What names a person by itself; ``orcid`` and ``email`` are empty where there is none."""

    orcid: str = ""
    email: str = ""
    others: frozenset[str] = frozenset()

    @property
    def handle(self) -> str:
        """Return the address before the @, in lower case."""
        return self.email.lower().partition("@")[0].partition("+")[0]


@dataclass(frozen=True)
class PersonRecord:
    """One record. ``told`` holds the marks of each item and of headline with biography: words, pairs of words, numbers, days, topics."""

    id: str
    names: tuple[PersonName, ...]
    identifiers: Identifiers = Identifiers()
    country: str = ""
    languages: frozenset[str] = frozenset()
    employers: frozenset[str] = frozenset()
    works: frozenset[WorkKey] = frozenset()
    associates: frozenset[str] = frozenset()
    told: tuple[frozenset[Mark], ...] = ()

    @cached_property
    def marks(self) -> frozenset[Mark]:
        """Return every mark of the record."""
        return frozenset().union(*self.told)

    def marks_of(self, kinds: tuple[str, ...]) -> frozenset[Mark]:
        """Return the marks of some kinds."""
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = frozenset(mark for mark in self.marks if mark[0] in kinds)
        return self._by_kinds[kinds]

    @cached_property
    def _by_kinds(self) -> dict[tuple[str, ...], frozenset[Mark]]:
        return {}


def record_of(
    profile: Profile,
    identifiers: Identifiers = Identifiers(),
    aliases: Iterable[str] = (),
    topics: Topics = lambda _: (),
    parents: Mapping[str, Iterable[str]] | None = None,
) -> PersonRecord:
    """Return the record of ``profile``; ``topics`` finds what a text is about, ``parents`` gives the organisations above each."""
    items = [item for item in profile.items if item.title or item.text]
    about = " ".join(text for _, text in (*profile.headlines, *profile.biographies))
    told = [marks_of_item(item, topics) for item in items]
    return PersonRecord(
        id=profile.id,
        names=all_names(profile.name, aliases),
        identifiers=identifiers,
        country=profile.country,
        languages=frozenset(profile.languages),
        employers=_employers(profile, parents or {}),
        works=frozenset(key for item in profile.items for key in work_keys(item)),
        associates=frozenset(tie.other_expert_id for tie in profile.relations if tie.other_expert_id),
        told=(*told, marks_of_text(about, topics)) if about else tuple(told),
    )


def marks_of_item(item: EvidenceItem, topics: Topics) -> frozenset[Mark]:
    """Return the marks of an item: of its words, and the months in which it began and ended."""
    days = {("day", f"{name}{day.isoformat()[:7]}") for name, day in (("from ", item.starts), ("to ", item.ends)) if day}
    if item.starts and item.ends:
        days.add(("span", f"{item.starts.isoformat()[:7]}/{item.ends.isoformat()[:7]}"))
    return marks_of_text(item.words, topics) | days


def marks_of_text(text: str, topics: Topics) -> frozenset[Mark]:
    """Return words and pairs of neighbouring words without accents, numbers in one spelling, and topics."""
    found = _WORD.findall(fold(text))
    words = [word for word in found if not word[0].isdigit()]
    marks: set[Mark] = {("word", word) for word in words if len(word) > _SHORT}
    marks.update(("pair", f"{first} {second}") for first, second in pairwise(words))
    marks.update(("number", _number(word)) for word in found if word[0].isdigit() and len(word) > 1)
    marks.update(("topic", topic) for topic in topics(text))
    return frozenset(marks)


@lru_cache(maxsize=50_000)
def _number(written: str) -> str:
    """Return a number as it is written in either language: 21.400 and 21,400 are one."""
    return re.sub(r"[.,]", "", written).lstrip("0") or "0"


def _employers(profile: Profile, parents: Mapping[str, Iterable[str]]) -> frozenset[str]:
    held = {item.organisation_id for item in profile.items if item.kind is EvidenceKind.POSITION}
    held |= {tie.organisation_id for tie in profile.relations if tie.kind is RelationKind.EMPLOYER}
    named = {name for name in held if name}
    return frozenset(named | {above for name in named for above in parents.get(name, ())})
