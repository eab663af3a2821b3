"""What administrators changed of the catalogue: who, when, why, and what stood there before. The database refuses to change a row."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document


class EntryKind(StrEnum):
    """What can be changed. ``CURRENT_WEIGHTS`` is the choice between the versions of a role family."""

    WEIGHTS = "weights"
    CURRENT_WEIGHTS = "current_weights"
    RULES = "rules"
    PRODUCT = "product"
    PROJECT = "project"
    CAPABILITY = "capability"


class CatalogueChange(SQLModel, table=True):
    """One change of one entry; changes of an entry are numbered from 1. ``earlier`` is its content before, empty for a new entry."""

    __tablename__ = "catalogue_change"
    kind: EntryKind = Field(primary_key=True, sa_type=coded(EntryKind))
    entry_id: str = Field(primary_key=True, max_length=80)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    changed_by: str = Field(max_length=80)
    changed_at: datetime
    reason: str
    earlier: dict[str, Any] = document(dict)

    __table_args__ = (sa.CheckConstraint("number > 0", name="number"), sa.CheckConstraint("reason <> ''", name="reason"))


_REFUSAL = "changes of the catalogue are never rewritten"
GUARDS = {
    "sqlite": tuple(
        f"CREATE TRIGGER catalogue_change_no_{change.lower()} BEFORE {change} ON catalogue_change "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        for change in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION refuse_catalogue_rewriting() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER catalogue_change_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON catalogue_change "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_catalogue_rewriting()",
    ),
}


def guard_changes(_target: Any, connection: sa.Connection, **_options: Any) -> None:
    """Make the database refuse changes of rows; listens to the creation of the table, whoever creates it."""
    for statement in GUARDS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


sa.event.listen(CatalogueChange.__table__, "after_create", guard_changes)  # type: ignore[attr-defined]
