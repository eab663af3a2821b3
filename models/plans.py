"""Saved plans, of which several stand side by side, and the history of which one was adopted."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import document


class Plan(SQLModel, table=True):
    """A plan as it was solved; never changed. People stand in it by id alone: names are read when it is shown.

    ``inputs`` are the versions of data, catalogue, rules and weights that it rests on, ``fingerprint`` the SHA-256 of them and of the
    request; ``derived_from`` is the plan that a repair began with.
    """

    id: str = Field(primary_key=True, max_length=40)
    created_at: datetime = Field(index=True)
    actor: str = Field(max_length=80)
    objective: str = Field(max_length=40)
    fingerprint: str = Field(max_length=64, index=True)
    inputs: dict[str, Any] = document(dict)
    request: dict[str, Any] = document(dict)
    result: dict[str, Any] = document(dict)
    derived_from: str | None = Field(default=None, foreign_key="plan.id", index=True)


class PlanAdoption(SQLModel, table=True):
    """That a plan was adopted; it is in force while ``current``, and at most one is.

    ``instead_of`` is the plan that it took the place of, which is in force again when the adoption is undone.
    """

    __tablename__ = "plan_adoption"
    id: int | None = Field(default=None, primary_key=True)
    plan_id: str = Field(foreign_key="plan.id", index=True)
    instead_of: str | None = Field(default=None, foreign_key="plan.id", index=True)
    adopted_at: datetime
    adopted_by: str = Field(max_length=80)
    ended_at: datetime | None = None
    ended_by: str | None = Field(default=None, max_length=80)
    current: bool = True

    __table_args__ = (
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
        sa.Index("uq_plan_adoption_current", "current", unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current")),
    )
