"""What happened: an append-only chain of events, each sealed with the hash of the one before.

The database itself refuses to change or delete an event, on SQLite and PostgreSQL alike.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import document

GENESIS = "0" * 64
"""What the first event names as the hash before it."""


class AuditAction(StrEnum):
    """What can have happened."""

    EXPERT_CREATED = "expert_created"
    EXPERT_CHANGED = "expert_changed"
    EXPERT_ERASED = "expert_erased"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_CHANGED = "evidence_changed"
    EVIDENCE_REMOVED = "evidence_removed"
    DELEGATE_NAMED = "delegate_named"
    DELEGATE_ENDED = "delegate_ended"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    PROCESSING_STOPPED = "processing_stopped"
    PROCESSING_RESUMED = "processing_resumed"
    WILLINGNESS_RECORDED = "willingness_recorded"
    RELATION_ADDED = "relation_added"
    RELATION_REMOVED = "relation_removed"
    READING_JUDGED = "reading_judged"
    READING_JUDGEMENT_REMOVED = "reading_judgement_removed"
    PEOPLE_READ = "people_read"
    DATA_REQUEST_RECEIVED = "data_request_received"
    DATA_REQUEST_MOVED = "data_request_moved"
    RETENTION_STARTED = "retention_started"
    RETENTION_ENDED = "retention_ended"
    INCIDENT_RECORDED = "incident_recorded"
    INCIDENT_NOTIFIED = "incident_notified"
    INCIDENT_PEOPLE_NAMED = "incident_people_named"
    INCIDENT_PERSON_TOLD = "incident_person_told"
    PROCESSING_REVIEWED = "processing_reviewed"
    SELECTION_OPENED = "selection_opened"
    SELECTION_CHANGED = "selection_changed"
    SELECTION_STEP_RECORDED = "selection_step_recorded"
    SHORTLIST_DRAFTED = "shortlist_drafted"
    SHORTLIST_CHANGED = "shortlist_changed"
    FINDING_RECORDED = "finding_recorded"
    EVIDENCE_ASKED = "evidence_asked"
    EVIDENCE_ANSWERED = "evidence_answered"
    SHORTLIST_SIGNED = "shortlist_signed"
    SHORTLIST_REOPENED = "shortlist_reopened"
    LIST_CONTENT_ENDED = "list_content_ended"
    SHORTLIST_RELEASED = "shortlist_released"
    SENT_ABROAD = "sent_abroad"
    FEEDBACK_GIVEN = "feedback_given"
    INVITATION_SENT = "invitation_sent"
    INVITATION_ANSWERED = "invitation_answered"
    MESSAGE_SENT = "message_sent"
    MESSAGE_TRIED_AGAIN = "message_tried_again"
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_INVITED = "account_invited"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_DISABLED = "account_disabled"
    ACCOUNT_ENABLED = "account_enabled"
    ROLE_GRANTED = "role_granted"
    ROLE_REMOVED = "role_removed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - what happened, and no password
    SECOND_FACTOR_ADDED = "second_factor_added"
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    RECOVERY_CODE_USED = "recovery_code_used"
    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGNED_OUT = "signed_out"
    KEY_MADE = "key_made"
    KEY_REVOKED = "key_revoked"
    SESSION_REVOKED = "session_revoked"
    CONFLICT_JUDGED = "conflict_judged"
    CONFLICT_JUDGEMENT_LIFTED = "conflict_judgement_lifted"
    PLAN_MADE = "plan_made"
    PLAN_ADOPTED = "plan_adopted"
    PLAN_ADOPTION_UNDONE = "plan_adoption_undone"
    WEIGHTS_ADDED = "weights_added"
    WEIGHTS_MADE_CURRENT = "weights_made_current"
    RULES_ADDED = "rules_added"
    PRODUCT_CREATED = "product_created"
    PRODUCT_CHANGED = "product_changed"
    PROJECT_CREATED = "project_created"
    PROJECT_CHANGED = "project_changed"
    CAPABILITY_CREATED = "capability_created"
    CAPABILITY_CHANGED = "capability_changed"
    LEADS_CHANGED = "leads_changed"
    ORGANISATION_CREATED = "organisation_created"
    ORGANISATION_CHANGED = "organisation_changed"
    PEOPLE_IMPORTED = "people_imported"
    PERSON_NOMINATED = "person_nominated"
    NOMINATION_ANSWERED = "nomination_answered"
    WATCH_OPENED = "watch_opened"
    WATCH_SEEN = "watch_seen"
    WATCH_CLOSED = "watch_closed"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_REMOVED = "document_removed"
    NOTICE_SENT = "notice_sent"
    NOTICE_WARNED = "notice_warned"
    DUPLICATES_JUDGED = "duplicates_judged"
    DUPLICATES_REOPENED = "duplicates_reopened"
    RECORDS_MERGED = "records_merged"
    MERGE_UNDONE = "merge_undone"
    IMPORT_STARTED = "import_started"
    IMPORT_CANCELLED = "import_cancelled"
    MAPPING_KEPT = "mapping_kept"
    MAPPING_REMOVED = "mapping_removed"


class AuditHead(SQLModel, table=True):
    """One row with the end of the chain: whoever appends locks it, so that the chain never forks, and a cut-off end shows."""

    __tablename__ = "audit_head"
    id: int = Field(default=1, primary_key=True)
    sequence: int = 0
    hash: str = Field(default=GENESIS, max_length=64)

    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)


class AuditEvent(SQLModel, table=True):
    """One event: who did what to which thing, without names and free text.

    ``action`` holds an ``AuditAction``; no CHECK lists them, because a new one would make SQLite copy the table, which must not change.
    """

    __tablename__ = "audit_event"
    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    actor: str = Field(max_length=80, index=True)
    action: str = Field(max_length=40, index=True)
    object_kind: str = Field(max_length=40)
    object_id: str = Field(max_length=80)
    details: dict[str, Any] = document(dict)
    previous_hash: str = Field(max_length=64, unique=True)
    hash: str = Field(max_length=64, unique=True)

    __table_args__ = (
        sa.CheckConstraint("sequence > 0", name="sequence"),
        sa.Index("ix_audit_event_object", "object_kind", "object_id"),
    )


_REFUSAL = "audit events are never changed or deleted"
SQLITE_GUARDS = tuple(
    f"CREATE TRIGGER audit_event_no_{change.lower()} BEFORE {change} ON audit_event BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for change in ("UPDATE", "DELETE")
)
POSTGRESQL_GUARDS = (
    "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER audit_event_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
)
GUARDS = {"sqlite": SQLITE_GUARDS, "postgresql": POSTGRESQL_GUARDS}


def guard_audit(_target: Any, connection: sa.Connection, **_options: Any) -> None:
    """Make the database refuse changes of events; listens to the creation of the table, whoever creates it."""
    for statement in GUARDS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


sa.event.listen(AuditEvent.__table__, "after_create", guard_audit)  # type: ignore[attr-defined]
