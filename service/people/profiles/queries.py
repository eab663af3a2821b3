"""Finds people: by id, by what they are, and by words of their names and headlines."""

import json
from dataclasses import dataclass
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import Query
from sqlmodel import Session, col

from matching.identity.names import without_titles
from models.experts import Consent, Expert, Willingness
from models.search_key import folded, search_words, toned
from models.vocabulary import RoleCode
from service.kit.fields import Code, Country, LanguageTag, Orcid
from service.kit.problems import NotFound
from service.people.profiles.merged import gone


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people can be narrowed by; all that are given must hold."""

    q: Annotated[
        str | None,
        Query(
            max_length=200,
            description="Words of a name in any order, some left out or as initials, or of a headline. A word without accents finds all "
            "accents; one with accents finds these, or none, and no others. The same accents come first. "
            "Titles before a name are passed over",
        ),
    ] = None
    country: Country | None = None
    sub_network: Code | None = None
    theme: Code | None = None
    language: Annotated[LanguageTag | None, Query(description="A language the person speaks")] = None
    role: Annotated[RoleCode | None, Query(description="A role the person is willing to take")] = None
    synthetic: bool | None = None
    orcid: Annotated[Orcid | None, Query(description="Whose ORCID iD it is; for those who may compare records")] = None
    email: Annotated[str | None, Query(max_length=200, description="Whose e-mail address it is; for those who may compare records")] = None

    @property
    def identifies(self) -> bool:
        """Return whether an identifier is looked up, which tells that somebody is in the network."""
        return self.orcid is not None or self.email is not None


def find_expert(session: Session, expert_id: str) -> Expert:
    """Return the person; raises ``NotFound``, and ``Gone`` for a record that was merged into another."""
    expert = session.get(Expert, expert_id)
    if expert is None:
        raise NotFound.of(en="expert", vi="chuyên gia", identifier=expert_id)
    if expert.merged_into is not None:
        raise gone(expert_id, expert.merged_into)
    return expert


def filtered_experts(visible: sa.Select[Any], filters: Filters) -> sa.Select[Any]:
    """Return the query for those of the ``visible`` people whom ``filters`` let through."""
    conditions = []
    if filters.q is not None:
        conditions += _found_by(filters.q)
    plain = {"country": filters.country, "sub_network": filters.sub_network, "synthetic": filters.synthetic, "orcid": filters.orcid}
    conditions += [col(getattr(Expert, name)) == value for name, value in plain.items() if value is not None]
    if filters.theme is not None:
        conditions.append(_lists(Expert.themes, filters.theme))
    if filters.language is not None:
        conditions.append(_lists(Expert.languages, filters.language))
    if filters.role is not None:
        conditions.append(_is_willing(filters.role))
    if filters.email is not None:
        conditions.append(sa.func.lower(col(Expert.email)) == filters.email.strip().lower())
    return visible.where(*conditions)


def consents_of(session: Session, expert_id: str) -> list[Consent]:
    """Return what the person was asked for, given or withdrawn, ordered by purpose."""
    statement = sa.select(Consent).where(col(Consent.expert_id) == expert_id).order_by(col(Consent.purpose))
    return list(session.scalars(statement))


def willingness_of(session: Session, expert_id: str) -> list[Willingness]:
    """Return the person's words on roles, ordered by role."""
    statement = sa.select(Willingness).where(col(Willingness.expert_id) == expert_id).order_by(col(Willingness.role))
    return list(session.scalars(statement))


def nearness(q: str) -> sa.ColumnElement[int]:
    """Return the order of a search: first who has every word whole with the same accents, then with any, then beginnings and initials."""
    return sum((_distance(word) for word in asked_words(q)), sa.literal(0))


def asked_words(q: str) -> list[str]:
    """Return the words of a search; titles in front, such as "GS.TS." or "Dr", are passed over."""
    return without_titles(search_words(q))


def _distance(word: str) -> sa.ColumnElement[int]:
    return sa.case((_holds(f" ={toned(word)} "), 0), (_holds(f" {folded(word)} "), 1), else_=2)


def _found_by(q: str) -> list[sa.ColumnElement[bool]]:
    """Return that every word of ``q`` begins a word of the key, or is meant by an initial there, but not all of them by initials.

    A search without a word finds nobody.
    """
    words = asked_words(q)
    if not words:
        return [sa.false()]
    written = [_written(word) for word in words]
    meant = [_holds(f" +{folded(word)[:1]} ") for word in words]
    return [sa.or_(*written), *(sa.or_(*ways) for ways in zip(written, meant, strict=True))]


def _written(word: str) -> sa.ColumnElement[bool]:
    """Return that a word of the key begins so: with the same accents, or without any; a single letter and a plain word with any."""
    plain = folded(word)
    if plain == word or len(plain) == 1:
        return _holds(f" {plain}")
    return sa.or_(_holds(f" ={toned(word)}"), _holds(f" ={toned(plain)}"))


def _holds(part: str) -> sa.ColumnElement[bool]:
    return col(Expert.search_key).contains(part, autoescape=True)


def _lists(column: Any, code: str) -> sa.ColumnElement[bool]:
    # The stored JSON text is the same on both databases, and a code has no character that it would escape.
    return sa.cast(col(column), sa.Text).contains(json.dumps(code), autoescape=True)


def _is_willing(role: RoleCode) -> sa.ColumnElement[bool]:
    word = (col(Willingness.expert_id) == col(Expert.id), col(Willingness.role) == role, col(Willingness.willing))
    return sa.exists().where(*word)
