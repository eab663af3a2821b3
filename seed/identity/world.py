"""Worlds of records with known truth: people once, twice, their namesakes, and colleagues who tell of the same work."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.evaluation.written.people import WrittenPerson
from matching.identity.records import Identifiers, PersonRecord, Topics, record_of
from matching.profiles import EvidenceItem, Profile, Relation
from matching.space.thesaurus import Thesaurus
from matching.text.normalise import fold
from models.vocabulary import EvidenceKind, Language, RelationKind, RelationStatus
from seed.identity.naming import OF_NAMESAKES, one_of, other_accents, other_given, renamed
from seed.identity.retelling import Retelling

_HOSTS = ("gmail.com", "yahoo.com", "vnu.edu.vn", "hust.edu.vn", "outlook.com")
_COUNTRIES = ("VN", "US", "DE", "FR", "JP", "AU", "SG", "KR")


@dataclass(frozen=True)
class World:
    """Records and, by their ids, whose they are."""

    records: tuple[PersonRecord, ...]
    owner: dict[str, str]


class Making:
    """Makes one world: ``people`` once each, and again; ``donors``, who are not in it, lend their evidence to namesakes."""

    def __init__(self, people: Sequence[WrittenPerson], donors: Sequence[WrittenPerson], thesaurus: Thesaurus, seed: int) -> None:
        self.source = random.Random(seed)  # noqa: S311 - nothing secret: the same world from the same number
        self.people = [person.profile for person in people]
        self.donors = [person.profile for person in donors]
        self.free = list(self.donors)
        self.thesaurus = thesaurus
        sentences: dict[Language, list[str]] = {language: [] for language in Language}
        for person in self.donors:
            for item in person.items:
                sentences[item.language].append(item.text or item.title)
        self.retelling = Retelling(thesaurus, {language: found or ["work"] for language, found in sentences.items()})
        self.found: list[PersonRecord] = []
        self.owner: dict[str, str] = {}

    def made(self, seconds: int, namesakes: int, colleagues: int) -> World:
        """Return a world with so many second records, namesakes and colleagues."""
        for person in self.people:
            self._add(self._employed(person, f"at-{person.id}"), self._identified(person), person.id)
        for number, person in enumerate(self.source.sample(self.people, seconds)):
            self._second(person, f"Z{number:04d}")
        for number, person in enumerate(self.source.sample(self.people, namesakes)):
            self._namesake(person, f"Y{number:04d}")
        for number, person in enumerate(self.source.sample(self.people, colleagues)):
            self._colleague(person, f"X{number:04d}")
        return World(tuple(self.found), self.owner)

    def _add(self, profile: Profile, identifiers: Identifiers, owner: str) -> None:
        self.found.append(record_of(profile, identifiers, (), self.topics))
        self.owner[profile.id] = owner

    @property
    def topics(self) -> Topics:
        """Return what finds the capabilities of a text."""
        return self.thesaurus.named

    def _identified(self, person: Profile) -> Identifiers:
        kind = random.Random(person.id).random()  # noqa: S311 - the same for the person's every record
        email = f"{_handle(person.name)}@{_HOSTS[len(person.name) % len(_HOSTS)]}" if kind < 0.6 else ""
        return Identifiers(_orcid(person.id) if kind < 0.35 else "", email)

    def _employed(self, person: Profile, organisation: str) -> Profile:
        if random.Random(person.id).random() < 0.5:  # noqa: S311
            return person
        tie = Relation(RelationKind.EMPLOYER, RelationStatus.DECLARED, organisation)
        return replace(person, relations=(*person.relations, tie))

    def _second(self, person: Profile, name: str) -> None:
        """Add another record of a person: renamed, part of the evidence told again, perhaps elsewhere, mostly without identifiers."""
        source = self.source
        count = source.randint(1, max(1, len(person.items)))
        chosen = sorted(source.sample(range(len(person.items)), count))
        items = [self.retelling.told_again(source, person.items[place], f"{name}-{place}") for place in chosen]
        if source.random() < 0.3:
            items.append(replace(source.choice(source.choice(self.donors).items), id=f"{name}-new"))
        same_place = source.random() < 0.6
        profile = replace(
            person,
            id=name,
            name=renamed(source, person.name),
            items=tuple(items),
            headlines=self._headlines(person),
            biographies=person.biographies if source.random() < 0.15 else (),
            country=person.country if source.random() < 0.75 else source.choice(_COUNTRIES),
        )
        self._add(self._employed(profile, f"at-{person.id}" if same_place else f"at-{name}"), self._second_identifiers(person), person.id)

    def _headlines(self, person: Profile) -> tuple[tuple[Language, str], ...]:
        kind = self.source.random()
        if kind < 0.3 or not person.headlines:
            return ()
        language, text = person.headlines[0]
        if kind < 0.5:
            return person.headlines
        told = EvidenceItem("", EvidenceKind.POSITION, language, text)
        changed = self.retelling.translated(self.source, told) if kind < 0.8 else self.retelling.reworded(self.source, told)
        return ((changed.language, changed.title),)

    def _second_identifiers(self, person: Profile) -> Identifiers:
        own, kind = self._identified(person), self.source.random()
        if kind < 0.12:
            return own
        if kind < 0.2:
            return Identifiers("", own.email)
        if kind < 0.27:
            return Identifiers(_orcid(person.id))
        handle = own.handle if kind < 0.37 else f"{_handle(person.name)}{self.source.randint(1, 99)}"
        return Identifiers("", f"{handle}@{self.source.choice(_HOSTS)}") if kind < 0.6 else Identifiers()

    def _namesake(self, person: Profile, name: str) -> None:
        """Add somebody else of the same or nearly the same name: any field, or the same field, employer and country with other work."""
        source = self.source
        near = source.random() < 0.5
        donor = self._lent(person, near=near)
        items = source.sample(donor.items, source.randint(1, len(donor.items)))
        profile = replace(
            donor,
            id=name,
            name=one_of(source, OF_NAMESAKES)(source, person.name),
            items=tuple(replace(item, id=f"{name}-{place}") for place, item in enumerate(items)),
            headlines=person.headlines if near and source.random() < 0.15 else donor.headlines,
            biographies=(),
            country=person.country if near or source.random() < 0.5 else donor.country,
        )
        handle = source.random()
        identifiers = Identifiers(_orcid(name) if handle < 0.3 else "", f"{_handle(person.name)}@{name}.vn" if handle > 0.8 else "")
        self._add(self._employed(profile, f"at-{person.id}" if near else f"at-{name}"), identifiers, name)

    def _colleague(self, person: Profile, name: str) -> None:
        """Add somebody else who tells of some of the same work: of the same project or publication, under another name."""
        source = self.source
        donor = self._lent(person, near=True)
        shared = source.sample(person.items, min(len(person.items), source.randint(1, 3)))
        told = [self.retelling.told_again(source, item, "") for item in shared]
        items = [*told, *source.sample(donor.items, source.randint(1, len(donor.items)))]
        change = source.choice((other_given, other_given, other_accents))
        profile = replace(
            donor,
            id=name,
            name=change(source, person.name) if source.random() < 0.5 else donor.name,
            items=tuple(replace(item, id=f"{name}-{place}") for place, item in enumerate(items)),
            biographies=(),
            country=person.country,
        )
        self._add(self._employed(profile, f"at-{person.id}"), Identifiers(), name)

    def _lent(self, person: Profile, *, near: bool) -> Profile:
        """Return a donor who has not lent before, one of those whose work is most like the person's where ``near``."""
        wanted = self._about(person) if near else frozenset()
        some = self.source.sample(self.free, min(25 if near else 1, len(self.free)))
        chosen = max(some, key=lambda donor: (len(wanted & self._about(donor)), donor.id))
        self.free.remove(chosen)
        return chosen

    def _about(self, person: Profile) -> frozenset[str]:
        known = self.__dict__.setdefault("_known", {})
        if person.id not in known:
            known[person.id] = frozenset(self.topics(" ".join(item.words for item in person.items)))
        return known[person.id]  # type: ignore[no-any-return]


def _handle(name: str) -> str:
    words = fold(name).replace("-", " ").split()
    return f"{words[-1]}.{words[0]}"


def _orcid(name: str) -> str:
    return f"orcid-{name}"
