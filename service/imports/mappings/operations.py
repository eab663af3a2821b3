"""Keeps and removes mappings."""

from collections.abc import Mapping

from models.audit import AuditAction
from models.database import WriteSession
from models.imports import ImportMapping
from service.imports.mappings.queries import find_mapping
from service.imports.reading.heading_words import HEADINGS, POSITION
from service.imports.reading.headings import MOST_LETTERS
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Invalid

FIELDS = tuple(field for field in HEADINGS if field != POSITION)
_MAPPING = "import_mapping"


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise ``Invalid`` for a heading that cannot be one, and for a field that does not exist."""
    for heading, field in columns.items():
        if not heading.strip() or len(heading) > MOST_LETTERS or "\0" in heading:
            raise Invalid.field("columns", en="has a heading that is empty or too long", vi="có tiêu đề trống hoặc quá dài")
        if field and field not in FIELDS:
            raise Invalid.field("columns", en=f"names no field that is known: {field[:40]}", vi=f"có trường không tồn tại: {field[:40]}")


def keep_mapping(session: WriteSession, by: Actor, name: str, columns: Mapping[str, str]) -> ImportMapping:
    """Keep a mapping by ``name``, in place of one that had it; raises ``Invalid``."""
    check_columns(columns)
    row = session.merge(ImportMapping(name=name, columns=dict(columns), changed_by=by.actor, changed_at=by.now))
    session.flush()
    record(session, by, AuditAction.MAPPING_KEPT, AuditedObject(_MAPPING, "mapping"), columns=len(columns))
    return row


def remove_mapping(session: WriteSession, by: Actor, name: str) -> None:
    """Remove a mapping; raises ``NotFound``."""
    session.delete(find_mapping(session, name))
    session.flush()
    record(session, by, AuditAction.MAPPING_REMOVED, AuditedObject(_MAPPING, "mapping"))
