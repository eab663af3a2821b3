"""Adds and changes capabilities. Rankings follow once people are read again, which is asked for; what was there before is kept."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from matching.text.normalise import normalise
from models.audit import AuditAction
from models.capabilities import Capability
from models.catalogue_changes import EntryKind
from models.database import WriteSession
from service.administration.capabilities.schemas import CapabilityChange, CapabilityContent, CapabilityCreate, CapabilityEntry
from service.administration.changing import ask_for_readings, count_change, lock_catalogue, note_change
from service.administration.fields import tag_of
from service.catalogue.capabilities.queries import names
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match
from service.kit.problems import Conflict, Invalid, NotFound
from service.kit.validation import validated

CAPABILITY = "capability"


def capability_entry(session: Session, capability_id: str) -> CapabilityEntry:
    """Return what can be changed; raises ``NotFound``."""
    row = session.get(Capability, capability_id)
    if row is None:
        raise NotFound.of(en="capability", vi="năng lực", identifier=capability_id)
    return CapabilityEntry.model_validate(
        {
            "id": row.id,
            "label": {"vi": row.label_vi, "en": row.label_en},
            "aliases": {"vi": row.aliases_vi, "en": row.aliases_en},
            "parent": row.parent_id,
        }
    )


def create_capability(session: WriteSession, by: Actor, fields: CapabilityCreate) -> CapabilityEntry:
    """Add a capability; raises ``Conflict`` for an id that is taken, and ``Invalid``."""
    lock_catalogue(session)
    if session.get(Capability, fields.id) is not None:
        raise Conflict("capability_exists", en=f"There is a capability {fields.id} already.", vi=f"Đã có năng lực {fields.id}.")
    _check(session, fields.id, fields)
    session.add(Capability(id=fields.id, **_columns(fields)))
    _noted(session, by, AuditAction.CAPABILITY_CREATED, fields.id, fields.reason, {})
    return capability_entry(session, fields.id)


def change_capability(
    session: WriteSession, by: Actor, capability_id: str, if_match: str | None, change: CapabilityChange
) -> CapabilityEntry:
    """Change the named parts if the caller read this state; raises ``Invalid``."""
    lock_catalogue(session)
    before = capability_entry(session, capability_id)
    require_match(if_match, tag(before))
    named = change.model_dump(exclude_unset=True, exclude={"reason"})
    fields = validated(CapabilityContent, {**before.model_dump(exclude={"id"}), **named})
    if fields == CapabilityContent.model_validate(before.model_dump(exclude={"id"})):
        return before
    _check(session, capability_id, fields)
    row = session.get_one(Capability, capability_id)
    for name, value in _columns(fields).items():
        setattr(row, name, value)
    earlier = before.model_dump(mode="json", exclude={"id"})
    _noted(session, by, AuditAction.CAPABILITY_CHANGED, capability_id, change.reason, earlier, fields=sorted(named))
    return capability_entry(session, capability_id)


def tag(entry: CapabilityEntry) -> str:
    """Return what names this state of the entry."""
    return tag_of(entry.model_dump(mode="json"))


def _noted(
    session: WriteSession, by: Actor, action: AuditAction, capability_id: str, reason: str, earlier: dict[str, Any], **details: Any
) -> None:
    session.flush()
    count_change(session)
    ask_for_readings(session)
    note_change(session, by, EntryKind.CAPABILITY, capability_id, reason, earlier)
    record(session, by, action, AuditedObject(CAPABILITY, capability_id), **details)


def _columns(fields: CapabilityContent) -> dict[str, Any]:
    aliases = {"aliases_vi": fields.aliases.vi, "aliases_en": fields.aliases.en}
    return {**fields.label.columns("label"), **aliases, "parent_id": fields.parent}


def _check(session: Session, capability_id: str, fields: CapabilityContent) -> None:
    rows = {row.id: row for row in session.scalars(sa.select(Capability))}
    taken = {normalise(name): row.id for row in rows.values() if row.id != capability_id for name in names(row)}
    for field, wanted in (("label", [fields.label.vi, fields.label.en]), ("aliases", [*fields.aliases.vi, *fields.aliases.en])):
        others = sorted({f"{name} ({taken[normalise(name)]})" for name in wanted if normalise(name) in taken})
        if others:
            raise Invalid.field(field, en=f"belongs to another: {', '.join(others)}", vi=f"đã thuộc năng lực khác: {', '.join(others)}")
    above = fields.parent
    if above is not None and above not in rows:
        raise Invalid.field("parent", en="names no capability", vi="không phải năng lực nào")
    while above is not None:
        if above == capability_id:
            raise Invalid.field("parent", en="is below the capability itself", vi="nằm dưới chính năng lực này")
        above = rows[above].parent_id
