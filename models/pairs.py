"""What a pair of people is judged by: versions of the weights of its terms, and what a relation between the two does."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import PairEffect, RelationKind


class PairWeightSet(SQLModel, table=True):
    """A version of what counts for a pair; pairs whose scores differ by less than ``tie`` are tied."""

    __tablename__ = "pair_weight_set"
    version: str = Field(primary_key=True)
    tie: float
    current: bool = False
    basis_en: str
    basis_vi: str

    __table_args__ = (
        sa.CheckConstraint("tie >= 0 AND tie < 1", name="tie"),
        sa.Index(
            "uq_pair_weight_set_current", "current", unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current")
        ),
    )


class PairTermWeight(SQLModel, table=True):
    """What one term weighs in a version; below zero it is what the term costs."""

    __tablename__ = "pair_term_weight"
    version: str = Field(primary_key=True, foreign_key="pair_weight_set.version")
    term: str = Field(primary_key=True)
    weight: float

    __table_args__ = (sa.CheckConstraint("weight >= -1 AND weight <= 1", name="weight"),)


class PairRelation(SQLModel, table=True):
    """What a kind of relation between the two people does in a version."""

    __tablename__ = "pair_relation"
    version: str = Field(primary_key=True, foreign_key="pair_weight_set.version")
    relation: RelationKind = Field(primary_key=True, sa_type=coded(RelationKind))
    effect: PairEffect = Field(sa_type=coded(PairEffect))
