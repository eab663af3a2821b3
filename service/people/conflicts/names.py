"""Checks a pasted list of names: who of them is known, and what ties they have among themselves or with a subject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.gate.conflicts import ConflictOfInterest, matches_between
from matching.gate.ties import ConflictPolicy
from matching.identity.agreement import best_agreement
from matching.identity.commonness import NameCounts
from matching.identity.names import PersonName, all_names, person_name
from matching.profiles import Profile
from models.experts import Expert
from service.kit.problems import Invalid
from service.people.conflicts.queries import against_subject
from service.people.profiles.organisations import organisations_above
from service.people.profiles.reader import read_profiles

MOST_NAMES = 60
_MOST_OFFERED = 10


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Somebody whom a pasted name may mean; ``exact`` when the whole name agrees, whatever its order and with accents missing."""

    id: str
    name: str
    exact: bool


@dataclass(frozen=True, slots=True)
class PastedName:
    """A pasted line, whom it may mean, and whom it is taken to mean: the only one, or the only exact one."""

    line: str
    known: tuple[NameMatch, ...]
    meant: str | None = None
    checked: bool = False


@dataclass(frozen=True)
class NamesChecked:
    """The lines, and the conflicts by the person that has them: with the subject, and with others of the list."""

    asked: tuple[PastedName, ...]
    on: date
    subject: str | None
    conflicts: dict[str, list[ConflictOfInterest]] = field(default_factory=dict)


def check_names(
    session: Session, visible: sa.Select[Any], text: str, subject: str | None, policy: ConflictPolicy, on: date
) -> NamesChecked:
    """Check the names in ``text``, one a line or between semicolons; raises ``Invalid`` for none or too many of them.

    Who has not consented to matching is recognised and not checked. A name that may mean several people is checked for none.
    """
    lines = _lines(text)
    named = _known(session, visible, lines)
    meant = {line: _meant(known) for line, known in named.items()}
    profiles = [one for one in read_profiles(session, sorted({one for one in meant.values() if one})) if one.may_be_matched]
    ids = {profile.id for profile in profiles}
    asked = tuple(PastedName(line, tuple(named[line]), meant[line], meant[line] in ids) for line in lines)
    return NamesChecked(asked, on, subject, _conflicts(session, profiles, subject, policy, on))


def _conflicts(
    session: Session, profiles: Sequence[Profile], subject: str | None, policy: ConflictPolicy, on: date
) -> dict[str, list[ConflictOfInterest]]:
    found: dict[str, list[ConflictOfInterest]] = {profile.id: [] for profile in profiles}
    for profile in profiles if subject is not None else ():
        found[profile.id] += against_subject(session, profile.id, subject or "", policy, on).conflicts
    above = organisations_above(session)
    for profile, other in combinations(profiles, 2):
        found[profile.id] += matches_between(profile, other, policy, on, above=above)
    return {expert: conflicts for expert, conflicts in found.items() if conflicts}


def _lines(text: str) -> list[str]:
    lines = list(dict.fromkeys(line.strip(" \t,.-•*") for line in text.replace(";", "\n").splitlines() if line.strip(" \t,.-•*")))
    if not lines or len(lines) > MOST_NAMES:
        raise Invalid.field(
            "names", en=f"must hold from 1 to {MOST_NAMES} lines, one name each", vi=f"phải có từ 1 đến {MOST_NAMES} dòng, mỗi dòng một tên"
        )
    return lines


def _known(session: Session, visible: sa.Select[Any], lines: Iterable[str]) -> dict[str, list[NameMatch]]:
    """Return for each line the people whom it names by id or by name, exact ones first."""
    rows = session.execute(visible.with_only_columns(col(Expert.id), col(Expert.display_name), col(Expert.aliases))).all()
    people = [(row[0], row[1], all_names(row[1], row[2])) for row in rows]
    return {line: _named(line, people) for line in lines}


def _named(line: str, people: Sequence[tuple[str, str, tuple[PersonName, ...]]]) -> list[NameMatch]:
    asked, counts = person_name(line), NameCounts()
    wanted = {word.plain for word in asked.words if not word.initial}
    found = []
    for identifier, name, names in people:
        if identifier == line:
            return [NameMatch(identifier, name, exact=True)]
        if not any(wanted & {word.plain for word in one.words} for one in names):
            continue
        agreed = best_agreement([asked], names, counts)
        if agreed.readable and not (agreed.replaced or agreed.other_accents or agreed.mistyped > 1) and _enough(asked, names):
            found.append(NameMatch(identifier, name, agreed.exact))
    return sorted(found, key=lambda one: (not one.exact, one.id))[:_MOST_OFFERED]


def _enough(asked: PersonName, names: Iterable[PersonName]) -> bool:
    """Return whether two words of a name are there, or the name has but one."""
    return len(asked.words) > 1 or any(len(name.words) == 1 for name in names)


def _meant(known: Sequence[NameMatch]) -> str | None:
    exact = [one for one in known if one.exact]
    chosen = exact or known
    return chosen[0].id if len(chosen) == 1 else None
