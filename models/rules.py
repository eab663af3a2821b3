"""What the law asks: roles, their dimensions, eligibility rules, selection states and data-protection duties."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import Provenance, coded
from models.vocabulary import RoleCode, RoleDimension, RoleFamily, RuleKind


class Role(Provenance, table=True):
    """One of the five roles of Decree 231/2025/ND-CP."""

    code: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    name_en: str
    name_vi: str
    scope_en: str
    scope_vi: str
    decider_en: str
    decider_vi: str


class RoleDimensionText(Provenance, table=True):
    """One of the phrases that say what a role is for."""

    __tablename__ = "role_dimension"
    dimension: RoleDimension = Field(primary_key=True, sa_type=coded(RoleDimension))
    family: RoleFamily = Field(sa_type=coded(RoleFamily))
    label_en: str
    label_vi: str
    meaning_en: str
    meaning_vi: str


class RuleSet(Provenance, table=True):
    """A dated version of the eligibility rules."""

    __tablename__ = "rule_set"
    version: str = Field(primary_key=True)
    valid_from: date
    valid_until: date | None = None


class EligibilityRule(Provenance, table=True):
    """One rule for one role; ``minimum`` is years for R-YEARS and a count for R-LED."""

    __tablename__ = "eligibility_rule"
    version: str = Field(primary_key=True, foreign_key="rule_set.version")
    rule_id: str = Field(primary_key=True)
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    kind: RuleKind = Field(sa_type=coded(RuleKind))
    minimum: float | None = None
    label_en: str
    label_vi: str
    test_en: str
    test_vi: str
    evidence_en: str
    evidence_vi: str
    clause_en: str
    clause_vi: str

    __table_args__ = (sa.CheckConstraint("minimum IS NULL OR minimum >= 0", name="minimum"),)


class WeightSet(SQLModel, table=True):
    """A version of the weights of one role family, with the scores from which a person fits, fits well and fits strongly."""

    __tablename__ = "weight_set"
    version: str = Field(primary_key=True)
    family: RoleFamily = Field(primary_key=True, sa_type=coded(RoleFamily))
    fits: float
    good: float
    strong: float
    tie: float
    whole_role: float = Field(default=0.0, sa_column_kwargs={"server_default": sa.text("0")})
    current: bool = False
    basis_en: str
    basis_vi: str

    __table_args__ = (
        sa.CheckConstraint("0 < fits AND fits <= good AND good <= strong AND strong <= 1", name="bands"),
        sa.CheckConstraint("tie >= 0 AND tie < 1", name="tie"),
        sa.CheckConstraint("whole_role >= 0 AND whole_role <= 1", name="whole_role"),
        sa.Index("uq_weight_set_current", "family", unique=True, sqlite_where=sa.text("current"), postgresql_where=sa.text("current")),
    )


class BandCalibration(SQLModel, table=True):
    """What a band of a weight set stands on: of ``judged`` people in it ``right`` were right for the role, ``credible`` at least that."""

    __tablename__ = "band_calibration"
    version: str = Field(primary_key=True)
    family: RoleFamily = Field(primary_key=True, sa_type=coded(RoleFamily))
    band: str = Field(primary_key=True, max_length=20)
    judged: int
    credible: int
    right: int

    __table_args__ = (
        sa.ForeignKeyConstraint(["version", "family"], ["weight_set.version", "weight_set.family"], ondelete="CASCADE"),
        sa.CheckConstraint('0 <= "right" AND "right" <= credible AND credible <= judged AND judged > 0', name="counted"),
    )


class SignalWeight(SQLModel, table=True):
    """What one signal weighs in a set."""

    __tablename__ = "signal_weight"
    version: str = Field(primary_key=True)
    family: RoleFamily = Field(primary_key=True, sa_type=coded(RoleFamily))
    signal: str = Field(primary_key=True)
    weight: float

    __table_args__ = (
        sa.ForeignKeyConstraint(["version", "family"], ["weight_set.version", "weight_set.family"]),
        sa.CheckConstraint("weight >= 0 AND weight <= 1", name="weight"),
    )


class SelectionStep(Provenance, table=True):
    """A state of the administrative selection procedure."""

    __tablename__ = "selection_step"
    state: str = Field(primary_key=True)
    position: int
    what_en: str
    what_vi: str
    who_en: str
    who_vi: str


class DataProtectionDuty(Provenance, table=True):
    """A duty of the data-protection law and what the service does about it."""

    __tablename__ = "data_protection_duty"
    duty: str = Field(primary_key=True)
    name_en: str
    name_vi: str
    rule_en: str
    rule_vi: str
    need_en: str
    need_vi: str
