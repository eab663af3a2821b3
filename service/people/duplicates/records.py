"""Reads records as they are compared: profile, contact identifiers, employers with those above them, topics by the thesaurus."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.identity.records import Identifiers, PersonRecord, Topics, record_of
from matching.space.thesaurus import Concept, Thesaurus
from models.capabilities import Capability
from models.experts import Expert
from service.people.profiles.organisations import organisations_above
from service.people.profiles.reader import read_profiles


def read_records(session: Session, ids: Collection[str] | None = None) -> list[PersonRecord]:
    """Return the records with these ids (default: all), merged ones left out, ordered by id."""
    profiles = read_profiles(session, ids)
    known = _identifiers(session)
    topics, parents = topics_of(session), organisations_above(session)
    return [record_of(profile, *known[profile.id], topics, parents) for profile in profiles]


def topics_of(session: Session) -> Topics:
    """Return a function that finds the capabilities that a text names, in either language."""
    rows = session.scalars(sa.select(Capability))
    names = [Concept(row.id, row.label_vi, row.label_en, (*row.aliases_vi, *row.aliases_en), row.parent_id) for row in rows]
    return Thesaurus(names).named


def _identifiers(session: Session) -> dict[str, tuple[Identifiers, list[str]]]:
    """Return the identifiers and the other names of everybody; those of merged records belong to the kept one."""
    columns = (Expert.id, Expert.merged_into, Expert.orcid, Expert.email, Expert.aliases)
    found: dict[str, tuple[Identifiers, list[str]]] = {}
    for row in session.execute(sa.select(*map(col, columns)).order_by(col(Expert.merged_into).is_not(None), col(Expert.id))):
        if row.merged_into is None:
            found[row.id] = (Identifiers(row.orcid or "", row.email), row.aliases)
        else:
            own, aliases = found[row.merged_into]
            more = {value for value in (row.orcid, row.email.lower()) if value}
            found[row.merged_into] = (Identifiers(own.orcid, own.email, own.others | more), aliases)
    return found
