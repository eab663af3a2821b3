"""What people decided about conflicts of interest; a judgement that was lifted stays as history."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import RelationKind, RelationStatus


class ConflictJudgement(SQLModel, table=True):
    """A conflict, named by its two facts, was confirmed or dismissed, by which account and why.

    The person's fact is a tie of ``kind`` to an organisation, or to another expert. The other fact is that this organisation, or the
    employer of that expert, has an interest in a product or project; without either, it is a conflict between the two people.
    ``facts`` spells the two out, so that only one judgement of them is in force at a time.
    """

    __tablename__ = "conflict_judgement"
    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    kind: RelationKind = Field(sa_type=coded(RelationKind))
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id", ondelete="CASCADE", index=True)
    other_expert_id: str | None = Field(default=None, foreign_key="expert.id", ondelete="CASCADE", index=True)
    product_id: str | None = Field(default=None, foreign_key="product.id", ondelete="CASCADE", index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", ondelete="CASCADE", index=True)
    facts: str
    verdict: RelationStatus = Field(sa_type=coded(RelationStatus))
    reason: str
    judged_by: str = Field(max_length=80)
    judged_at: datetime
    lifted_by: str | None = Field(default=None, max_length=80)
    lifted_at: datetime | None = None

    __table_args__ = (
        sa.CheckConstraint("verdict IN ('confirmed', 'dismissed')", name="verdict"),
        sa.CheckConstraint("reason <> '' AND judged_by <> ''", name="accounted_for"),
        sa.CheckConstraint("product_id IS NULL OR project_id IS NULL", name="one_subject"),
        sa.CheckConstraint("organisation_id IS NOT NULL OR other_expert_id IS NOT NULL", name="some_tie"),
        sa.CheckConstraint("product_id IS NOT NULL OR project_id IS NOT NULL OR other_expert_id IS NOT NULL", name="two_facts"),
        sa.CheckConstraint("other_expert_id IS NULL OR other_expert_id <> expert_id", name="two_people"),
        sa.CheckConstraint("(lifted_by IS NULL) = (lifted_at IS NULL)", name="lifted"),
        sa.Index(
            "uq_conflict_judgement_in_force",
            "expert_id",
            "facts",
            unique=True,
            sqlite_where=sa.text("lifted_at IS NULL"),
            postgresql_where=sa.text("lifted_at IS NULL"),
        ),
    )
