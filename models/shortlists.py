"""Shortlists, their entries, and what people decided, found and signed. A signed shortlist is never changed.

An entry has no personal data: position and digest stay when the person is erased, the content goes with the person.
"""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import RoleCode
from models.vocabulary.selection import ChoiceKind, FeedbackKind, FeedbackReason, Finding, ShortlistStatus

_shortlist_version = sa.Column("version", sa.Integer, nullable=False)


class Shortlist(SQLModel, table=True):
    """One list for a request; ``head`` says which need and which model made it, ``fingerprint`` seals head and entries.

    ``seal`` covers the fingerprint with who signed, when and why; lists that were signed before there were such seals have none.
    """

    id: str = Field(primary_key=True)
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    status: ShortlistStatus = Field(default=ShortlistStatus.DRAFT, sa_type=coded(ShortlistStatus))
    head: dict[str, Any] = document(dict)
    drafted_by: str = Field(max_length=80)
    drafted_at: datetime
    fingerprint: str | None = Field(default=None, max_length=64)
    signed_by: str | None = Field(default=None, max_length=80)
    signed_at: datetime | None = None
    sign_reason: str = ""
    second_by: str | None = Field(default=None, max_length=80)
    second_at: datetime | None = None
    seal: str | None = Field(default=None, max_length=64)
    seal_version: int | None = None
    version: int | None = Field(default=None, sa_column=_shortlist_version)

    __mapper_args__ = {"version_id_col": _shortlist_version}
    __table_args__ = (
        sa.CheckConstraint("(status = 'draft') = (fingerprint IS NULL)", name="fingerprint"),
        sa.CheckConstraint("(fingerprint IS NULL) = (signed_by IS NULL) AND (signed_by IS NULL) = (signed_at IS NULL)", name="signed"),
        sa.CheckConstraint("(second_by IS NULL) = (second_at IS NULL) AND (second_by IS NULL OR second_by <> signed_by)", name="second"),
        sa.Index(
            "uq_shortlist_unsigned",
            "request_id",
            unique=True,
            sqlite_where=sa.text("status <> 'signed'"),
            postgresql_where=sa.text("status <> 'signed'"),
        ),
    )


class ShortlistEntry(SQLModel, table=True):
    """A place on a list; without ``position`` the person was excluded."""

    __tablename__ = "shortlist_entry"
    id: int | None = Field(default=None, primary_key=True)
    shortlist_id: str = Field(foreign_key="shortlist.id", index=True)
    role: RoleCode = Field(sa_type=coded(RoleCode))
    position: int | None = None
    digest: str = Field(default="", max_length=64)

    __table_args__ = (
        sa.UniqueConstraint("shortlist_id", "role", "position", name="uq_shortlist_entry_position"),
        sa.CheckConstraint("position IS NULL OR position > 0", name="position"),
    )


class EntryContent(SQLModel, table=True):
    """Who stands at a place and what was known of them: score parts, evidence, rule outcomes, conflicts, profile version."""

    __tablename__ = "entry_content"
    entry_id: int = Field(primary_key=True, foreign_key="shortlist_entry.id")
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    salt: str = Field(max_length=64)
    snapshot: dict[str, Any] = document(dict)
    judged: dict[str, Any] = document(dict)


class ShortlistChoice(SQLModel, table=True):
    """One decision of a coordinator about a person on a draft, kept in the order in which they were made."""

    __tablename__ = "shortlist_choice"
    id: int | None = Field(default=None, primary_key=True)
    shortlist_id: str = Field(foreign_key="shortlist.id", index=True)
    role: RoleCode = Field(sa_type=coded(RoleCode))
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    kind: ChoiceKind = Field(sa_type=coded(ChoiceKind))
    place: int | None = None
    reason: str
    made_by: str = Field(max_length=80)
    made_at: datetime

    __table_args__ = (
        sa.CheckConstraint("reason <> ''", name="reason"),
        sa.CheckConstraint("(kind = 'move') = (place IS NOT NULL) AND (place IS NULL OR place > 0)", name="place"),
    )


class HumanFinding(SQLModel, table=True):
    """What a person found of a rule that the machine does not judge; the newest of a rule counts."""

    __tablename__ = "human_finding"
    id: int | None = Field(default=None, primary_key=True)
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    role: RoleCode = Field(sa_type=coded(RoleCode))
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    rule_id: str
    finding: Finding = Field(sa_type=coded(Finding))
    reason: str
    document: str = ""
    document_id: str | None = Field(default=None, foreign_key="document.id", ondelete="SET NULL", index=True)
    on_day: date
    found_by: str = Field(max_length=80)
    found_at: datetime

    __table_args__ = (sa.CheckConstraint("reason <> ''", name="reason"),)


class EvidenceTask(SQLModel, table=True):
    """A person is asked for evidence that a rule lacks, and answers with an item, or says why there is none."""

    __tablename__ = "evidence_task"
    id: int | None = Field(default=None, primary_key=True)
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    role: RoleCode = Field(sa_type=coded(RoleCode))
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    rule_id: str
    asked_by: str = Field(max_length=80)
    asked_at: datetime
    done_at: datetime | None = None
    answer: str = ""
    evidence_id: str | None = Field(default=None, foreign_key="evidence.id", ondelete="SET NULL", index=True)

    __table_args__ = (
        sa.UniqueConstraint("request_id", "role", "expert_id", "rule_id", name="uq_evidence_task_rule"),
        sa.CheckConstraint("done_at IS NOT NULL OR (answer = '' AND evidence_id IS NULL)", name="answer"),
    )


class Release(SQLModel, table=True):
    """A signed shortlist was opened to the leads of its subject."""

    shortlist_id: str = Field(primary_key=True, foreign_key="shortlist.id")
    released_by: str = Field(max_length=80)
    released_at: datetime


class PseudonymSecret(SQLModel, table=True):
    """One row: what the pseudonyms of released people are made with."""

    __tablename__ = "pseudonym_secret"
    id: int = Field(default=1, primary_key=True)
    secret: str = Field(max_length=64)

    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)


class Feedback(SQLModel, table=True):
    """What a lead says of a released person, or asks of the whole list."""

    id: int | None = Field(default=None, primary_key=True)
    shortlist_id: str = Field(foreign_key="shortlist.id", index=True)
    role: RoleCode | None = Field(default=None, sa_type=coded(RoleCode))
    expert_id: str | None = Field(default=None, foreign_key="expert.id", ondelete="CASCADE", index=True)
    kind: FeedbackKind = Field(sa_type=coded(FeedbackKind))
    reason: FeedbackReason = Field(sa_type=coded(FeedbackReason))
    text: str = ""
    given_by: str = Field(max_length=80)
    given_at: datetime

    __table_args__ = (
        sa.CheckConstraint("(kind IN ('suitable', 'unsuitable')) = (expert_id IS NOT NULL)", name="about"),
        sa.CheckConstraint("(role IS NULL) = (expert_id IS NULL)", name="role"),
    )


_REFUSAL = "a signed shortlist is never changed"
_SIGNED = "(SELECT status FROM shortlist WHERE id = {}) = 'signed'"
_OF_ENTRY = "(SELECT shortlist_id FROM shortlist_entry WHERE id = {}.entry_id)"
_STILL_THERE = "EXISTS (SELECT 1 FROM expert WHERE id = OLD.expert_id)"
_NOT_ENDED = "NOT EXISTS (SELECT 1 FROM ended_content WHERE entry_id = OLD.entry_id)"
# Table, change, and when it is refused. The content of an erased person may go, and that whose end is in the ledger, and nothing else.
_REFUSED = (
    ("shortlist", "UPDATE", "OLD.status = 'signed'"),
    ("shortlist", "DELETE", "OLD.status = 'signed'"),
    ("shortlist_entry", "INSERT", _SIGNED.format("NEW.shortlist_id")),
    ("shortlist_entry", "UPDATE", _SIGNED.format("OLD.shortlist_id")),
    ("shortlist_entry", "DELETE", _SIGNED.format("OLD.shortlist_id")),
    ("entry_content", "INSERT", _SIGNED.format(_OF_ENTRY.format("NEW"))),
    ("entry_content", "UPDATE", _SIGNED.format(_OF_ENTRY.format("OLD"))),
    # The content goes with the person: whoever is still there has not been erased. Or it goes at its end, of which the ledger knows.
    ("entry_content", "DELETE", f"{_SIGNED.format(_OF_ENTRY.format('OLD'))} AND {_STILL_THERE} AND {_NOT_ENDED}"),
)


def guards(dialect: str) -> list[str]:
    """Return the statements that make a database of ``dialect`` refuse changes of signed shortlists."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_signed_{change.lower()} BEFORE {change} ON {table} WHEN {refused} "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            for table, change, refused in _REFUSED
        ]
    return [_postgresql_guard(*refused) for refused in _REFUSED]


def _postgresql_guard(table: str, change: str, refused: str) -> str:
    # A condition of PostgreSQL must not ask other tables: a function decides per row instead.
    name = f"{table}_signed_{change.lower()}"
    returned = "OLD" if change == "DELETE" else "NEW"
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {refused} THEN RAISE EXCEPTION "
        f"'{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {returned}; END $$; "
        f"CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def guard_signed(_target: Any, connection: sa.Connection, **_options: Any) -> None:
    """Make the database refuse changes of signed shortlists; listens to the creation of the last of the tables, whoever creates it."""
    for statement in guards(connection.dialect.name):
        connection.exec_driver_sql(statement)


sa.event.listen(EntryContent.__table__, "after_create", guard_signed)  # type: ignore[attr-defined]
