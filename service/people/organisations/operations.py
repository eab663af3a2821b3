"""Adds and changes organisations."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.experts import NetworkState
from models.projects import Organisation
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match, tag_of
from service.kit.problems import Invalid
from service.kit.validation import merged, validated
from service.people.organisations.schemas import OrganisationChange, OrganisationCreate, OrganisationView
from service.people.profiles.changes import next_change_number

ORGANISATION = "organisation"


def create_organisation(session: WriteSession, by: Actor, fields: OrganisationCreate) -> Organisation:
    """Add an organisation; the service gives the id. Raises ``Invalid`` for a name or ROR id that another one has."""
    next_change_number(session)  # held until the end, so that no two organisations get one id or one name
    synthetic = bool(session.scalar(sa.select(col(NetworkState.synthetic))))
    _check(session, None, fields)
    row = Organisation(id=_next_id(session), synthetic=synthetic, **_columns(fields))
    session.add(row)
    session.flush()
    record(session, by, AuditAction.ORGANISATION_CREATED, AuditedObject(ORGANISATION, row.id))
    return row


def change_organisation(session: WriteSession, by: Actor, row: Organisation, if_match: str | None, change: OrganisationChange) -> None:
    """Change the named fields if the caller read this state; raises ``Invalid``."""
    next_change_number(session)
    session.refresh(row)
    require_match(if_match, tag(row))
    stored = {name: getattr(row, name) for name in OrganisationCreate.model_fields} | {"country": row.country or None}
    fields = validated(OrganisationCreate, merged(stored, change))
    _check(session, row.id, fields)
    for name, value in _columns(fields).items():
        setattr(row, name, value)
    if "parent_id" in change.model_fields_set:  # who is tied to the parties of a subject has changed
        session.execute(sa.update(NetworkState).values(catalogue_changes=col(NetworkState.catalogue_changes) + 1))
    session.flush()
    record(session, by, AuditAction.ORGANISATION_CHANGED, AuditedObject(ORGANISATION, row.id), fields=sorted(change.model_fields_set))


def view(row: Organisation) -> OrganisationView:
    """Return what the API shows."""
    return OrganisationView.of(row, country=row.country or None)


def tag(row: Organisation) -> str:
    """Return what names this state of the organisation."""
    return tag_of(view(row).model_dump(mode="json"))


def _columns(fields: OrganisationCreate) -> dict[str, Any]:
    return fields.model_dump() | {"country": fields.country or ""}


def _check(session: Session, own_id: str | None, fields: OrganisationCreate) -> None:
    for name in ("name", "ror_id"):
        value, column = getattr(fields, name), getattr(Organisation, name)
        others = sa.select(col(Organisation.id)).where(column == value, col(Organisation.id) != (own_id or ""))
        other = session.scalar(others) if value is not None else None
        if other is not None:
            raise Invalid.field(name, en=f"belongs to {other}", vi=f"đã thuộc {other}")
    _check_parent(session, own_id, fields.parent_id)


def _check_parent(session: Session, own_id: str | None, parent_id: str | None) -> None:
    seen: set[str] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == own_id:
            raise Invalid.field("parent_id", en="is part of the organisation itself", vi="nằm trong chính tổ chức này")
        parent = session.get(Organisation, parent_id)
        if parent is None:
            raise Invalid.field("parent_id", en="names no known organisation", vi="không phải tổ chức đã biết")
        seen.add(parent_id)
        parent_id = parent.parent_id


def _next_id(session: Session) -> str:
    last = session.scalar(sa.select(sa.func.max(col(Organisation.id))).where(col(Organisation.id).like("ORG-______")))
    return f"ORG-{int(last[4:]) + 1 if last else 1:06d}"
