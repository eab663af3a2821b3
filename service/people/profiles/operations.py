"""Adds and changes people."""

import itertools
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import Expert
from models.search_key import folded, search_key
from service.kit.actor import Actor
from service.kit.days import check_days
from service.kit.events.recording import EXPERT, AuditedObject, record
from service.kit.jobs.queue import enqueue_once
from service.kit.validation import check_order, merged, validated
from service.people.profiles.changes import FIND_DUPLICATES, READ_PEOPLE, next_change_number
from service.people.profiles.erased_ids import erased_among
from service.people.profiles.identifiers import check_identifiers
from service.people.profiles.schemas import ExpertChange, ExpertCreate

_TEXTS = ("headline", "biography")


def create_expert(session: WriteSession, by: Actor, fields: ExpertCreate) -> Expert:
    """Add a person, who counts as real, also among invented people: from then on nobody reads the database without an account."""
    number = next_change_number(session)
    check_identifiers(session, by, None, orcid=fields.orcid, email=fields.email)
    # Unique because the change number above is locked: nobody else is adding a person now.
    check_days(by.today, available_from=fields.available_from, available_until=fields.available_until)
    expert = Expert(id=next_ids(session, 1)[0], synthetic=False, change_number=number, refreshed_on=by.today, **columns_of(fields))
    session.add(expert)
    session.flush()
    enqueue_once(session, READ_PEOPLE)
    record(session, by, AuditAction.EXPERT_CREATED, AuditedObject(EXPERT, expert.id))
    return expert


def change_expert(session: WriteSession, by: Actor, expert: Expert, change: ExpertChange) -> None:
    """Change the named fields of ``expert``; what results must be valid as a whole."""
    fields = validated(ExpertCreate, merged(_stored(expert), change))
    check_days(by.today, available_from=change.available_from, available_until=change.available_until)
    shared = check_identifiers(session, by, expert.id, orcid=change.orcid, email=change.email or "")
    for name, value in columns_of(fields).items():
        setattr(expert, name, value)
    expert.refreshed_on = by.today
    session.flush()
    if shared:
        enqueue_once(session, FIND_DUPLICATES)
    record(session, by, AuditAction.EXPERT_CHANGED, AuditedObject(EXPERT, expert.id), fields=sorted(change.model_fields_set))


def columns_of(fields: ExpertCreate) -> dict[str, Any]:
    """Return the columns of a person for ``fields``; raises ``Invalid`` for dates in the wrong order."""
    check_order("available_from", fields.available_from, "available_until", fields.available_until)
    plain = fields.model_dump(exclude=set(_TEXTS))
    texts = {f"{name}_{language}": text for name in _TEXTS for language, text in getattr(fields, name).model_dump().items()}
    return {
        **plain,
        **texts,
        "sub_network": fields.sub_network or "",
        "name_key": folded(fields.display_name),
        "search_key": search_key(fields.display_name, *fields.aliases, fields.headline.vi, fields.headline.en),
    }


def _stored(expert: Expert) -> dict[str, Any]:
    plain = {name: getattr(expert, name) for name in ExpertCreate.model_fields if name not in _TEXTS}
    texts = {name: {language: getattr(expert, f"{name}_{language}") for language in ("vi", "en")} for name in _TEXTS}
    return {**plain, **texts, "sub_network": expert.sub_network or None}


def next_ids(session: Session, count: int) -> list[str]:
    """Return the next ids that nobody has or had: the id of somebody erased must not lead to somebody else.

    To be called while the change number is locked: nobody else is adding a person then.
    """
    # The longest first: as texts, E1000000 comes before E999999.
    last = session.scalar(sa.select(col(Expert.id)).order_by(sa.func.length(col(Expert.id)).desc(), col(Expert.id).desc()).limit(1))
    numbers, found = itertools.count(int(last[1:]) + 1 if last else 1), list[str]()
    while len(found) < count:
        some = [f"E{number:06d}" for number in itertools.islice(numbers, count - len(found))]
        erased = erased_among(session, some)
        found += [identifier for identifier in some if identifier not in erased]
    return found
