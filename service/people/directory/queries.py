"""Finds people for the directory: by name, by facets, and the nearest names where nobody is called so."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlmodel import Session, col

from models.experts import Expert
from models.search_key import folded
from service.catalogue.rules.queries import role_names
from service.kit.languages import Bilingual
from service.kit.pagination import PageOfRows, Paging, find_page_by_place
from service.kit.places import named
from service.kit.services import services_of
from service.people.directory.facets import FACETS, Chosen, faceted
from service.people.directory.words import FACET_NAMES, VALUES
from service.people.profiles.queries import Filters, asked_words, filtered_experts, nearness

NEAR_NAMES, NEAR_ENOUGH = 5, 70
OFFERED, FEWEST_LETTERS = 8, 2
Name = Callable[[str, str], Bilingual]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what it is called, and how many people it leaves."""

    value: str
    name: Bilingual
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first."""

    code: str
    name: Bilingual
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that the list is narrowed by, and the address without it."""

    name: Bilingual
    without: str


@dataclass(frozen=True, slots=True)
class Directory:
    """One page of the people who were looked for; ``everybody`` is how many the viewer may see in all."""

    found: PageOfRows[Expert]
    everybody: int
    facets: Sequence[Facet]
    chips: Sequence[Chip]
    near: Sequence[Expert]


def directory(session: Session, visible: sa.Select[Any], q: str, chosen: Chosen, paging: Paging) -> Directory:
    """Return the people among the ``visible`` whose name or headline has the words of ``q`` and whom the ``chosen`` facets leave."""
    called = filtered_experts(visible, Filters(q=q)) if q else visible
    services = services_of(paging.request)
    people = faceted(session, services.engine, services.settings.selection_day())
    everybody = session.scalar(sa.select(sa.func.count()).select_from(visible.order_by(None).subquery())) or 0
    all_of_them = not q and everybody == len(people.ids)
    among = people.everybody if all_of_them else people.among(session.scalars(called.with_only_columns(col(Expert.id)).order_by(None)))
    order = (Expert.name_key, Expert.id)
    statement = called.where(col(Expert.id).in_(people.left(chosen, among))) if chosen else called
    found = find_page_by_place(session, statement, (nearness(q), *order) if q else order, paging)
    near = near_names(session, visible, q) if q and not found.total else []
    names = _namer(session)
    numbers = people.counted(chosen, among)
    facets = [Facet(code, FACET_NAMES[code], _choices(numbers[code], chosen.get(code, ""), code, names)) for code in FACETS]
    return Directory(found, everybody, facets, _chips(q, chosen, names), near)


def offered(session: Session, visible: sa.Select[Any], q: str) -> Sequence[Expert]:
    """Return the first few ``visible`` people who are called like ``q``, a part of a name; else those with the nearest names."""
    if not asked_words(q) or len(q) < FEWEST_LETTERS:
        return []
    called = filtered_experts(visible, Filters(q=q)).order_by(nearness(q), col(Expert.name_key), col(Expert.id)).limit(OFFERED)
    return session.scalars(called).all() or near_names(session, visible, q)


def called(session: Session, visible: sa.Select[Any], q: str) -> Expert | None:
    """Return the one ``visible`` person whose whole name ``q`` is, accents or not; None where there are several, or nobody."""
    if not asked_words(q):
        return None
    found = session.scalars(filtered_experts(visible, Filters(q=q)).order_by(col(Expert.id)).limit(2)).all()
    return found[0] if len(found) == 1 and found[0].name_key == folded(" ".join(asked_words(q))) else None


def near_names(session: Session, visible: sa.Select[Any], q: str) -> Sequence[Expert]:
    """Return the few ``visible`` people whose names look most like ``q``, the likest first."""
    names = {row[0]: row[1] for row in session.execute(visible.with_only_columns(col(Expert.id), col(Expert.name_key)).order_by(None))}
    likest = process.extract(folded(" ".join(asked_words(q))), names, scorer=fuzz.WRatio, score_cutoff=NEAR_ENOUGH, limit=NEAR_NAMES)
    found = {row.id: row for row in session.scalars(visible.where(col(Expert.id).in_([key for _, _, key in likest])))}
    return [found[key] for _, _, key in sorted(likest, key=lambda one: (-one[1], one[2]))]


def _namer(session: Session) -> Name:
    roles = role_names(session)

    def name(facet: str, value: str) -> Bilingual:
        if facet in VALUES:
            return VALUES[facet].get(value, Bilingual(value, value))
        if facet == "role":
            return Bilingual(en=roles[value].en, vi=roles[value].vi) if value in roles else Bilingual(value, value)
        return named(facet, value)

    return name


def _choices(numbers: Counter[str], chosen: str, facet: str, name: Name) -> list[Choice]:
    values = sorted({*numbers, *({chosen} if chosen else set())}, key=lambda value: (-numbers[value], value))
    return [Choice(value, name(facet, value), numbers[value], value == chosen) for value in values]


def _chips(q: str, chosen: Chosen, name: Name) -> list[Chip]:
    given = {**({"q": q} if q else {}), **chosen}
    chips = [Chip(Bilingual(en=f"“{q}”", vi=f"“{q}”"), address_without(given, "q"))] if q else []
    for facet, value in chosen.items():
        about, what = FACET_NAMES[facet], name(facet, value)
        chips.append(Chip(Bilingual(en=f"{about.en}: {what.en}", vi=f"{about.vi}: {what.vi}"), address_without(given, facet)))
    return chips


def address_without(given: Chosen, name: str) -> str:
    """Return the address of the directory with everything that is ``given`` but ``name``."""
    rest = urlencode({key: value for key, value in given.items() if key != name})
    return f"/people?{rest}" if rest else "/people"
