"""The catalogue: product lists with versions, groups, products, programmes and what they aim at."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import Provenance, coded
from models.vocabulary import Sensitivity


class ProductList(Provenance, table=True):
    """One published list of strategic technology products."""

    __tablename__ = "product_list"
    code: str = Field(primary_key=True)
    instrument_en: str
    instrument_vi: str
    title_en: str
    title_vi: str
    adopted: date
    valid_from: date
    valid_until: date | None = None
    in_force: bool = False
    is_default: bool = False

    __table_args__ = (
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="validity"),
        sa.Index(
            "uq_product_list_default", "is_default", unique=True, sqlite_where=sa.text("is_default"), postgresql_where=sa.text("is_default")
        ),
    )


class TechnologyGroup(Provenance, table=True):
    """A technology group of one list."""

    __tablename__ = "technology_group"
    id: str = Field(primary_key=True)
    list_code: str = Field(foreign_key="product_list.code", index=True)
    name_en: str
    name_vi: str
    scope_en: str = ""
    scope_vi: str = ""


class Product(Provenance, table=True):
    """A strategic technology product as one list names it; the brief belongs to the list in force."""

    id: str = Field(primary_key=True)
    list_code: str = Field(foreign_key="product_list.code", index=True)
    group_id: str | None = Field(default=None, foreign_key="technology_group.id", index=True)
    group_basis_en: str = ""
    group_basis_vi: str = ""
    band: int | None = None
    name_en: str
    name_vi: str
    brief_en: str = ""
    brief_vi: str = ""
    priority: bool = False
    sensitivity: Sensitivity = Field(default=Sensitivity.OPEN, sa_type=coded(Sensitivity))

    __table_args__ = (sa.CheckConstraint("band IS NULL OR band IN (1, 2)", name="band"),)


class Crosswalk(Provenance, table=True):
    """What a product of an older list is called on the list in force; no successor means it left the list."""

    old_product_id: str = Field(primary_key=True, foreign_key="product.id")
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)


class Programme(Provenance, table=True):
    """A national programme or resolution that products are linked to."""

    code: str = Field(primary_key=True)
    instrument_en: str
    instrument_vi: str
    title_en: str
    title_vi: str
    issuer_en: str
    issuer_vi: str
    adopted: str
    horizon_en: str
    horizon_vi: str
    list_code: str | None = Field(default=None, foreign_key="product_list.code")
    note_en: str = ""
    note_vi: str = ""


class ProgrammeTarget(Provenance, table=True):
    """A measurable target of a programme."""

    __tablename__ = "programme_target"
    programme_code: str = Field(primary_key=True, foreign_key="programme.code")
    code: str = Field(primary_key=True)
    target_en: str
    target_vi: str
    metric: str
    operator: str
    value: float | None = None
    unit: str = ""
    due: str = ""
    scope: str = ""


class ProgrammeTask(Provenance, table=True):
    """A task of a programme, or a task named in public for a product (restricted ones are never loaded)."""

    __tablename__ = "programme_task"
    code: str = Field(primary_key=True)
    programme_code: str | None = Field(default=None, foreign_key="programme.code", index=True)
    owner_en: str = ""
    owner_vi: str = ""
    task_en: str
    task_vi: str


class TaskProduct(SQLModel, table=True):
    """Links a public task to a product."""

    __tablename__ = "task_product"
    task_code: str = Field(primary_key=True, foreign_key="programme_task.code")
    product_id: str = Field(primary_key=True, foreign_key="product.id")


class ProgrammeBody(Provenance, table=True):
    """A body that runs a programme, or a source of its funding."""

    __tablename__ = "programme_body"
    id: int | None = Field(default=None, primary_key=True)
    programme_code: str = Field(foreign_key="programme.code", index=True)
    kind: str
    name_en: str
    name_vi: str
    role_en: str = ""
    role_vi: str = ""

    __table_args__ = (sa.CheckConstraint("kind IN ('body', 'funding')", name="kind"),)


class ProgrammeProduct(Provenance, table=True):
    """Links a programme to a product, with the reason."""

    __tablename__ = "programme_product"
    programme_code: str = Field(primary_key=True, foreign_key="programme.code")
    product_id: str = Field(primary_key=True, foreign_key="product.id")
    why_en: str
    why_vi: str


class PrioritySector(Provenance, table=True):
    """A priority sector that a programme names."""

    __tablename__ = "priority_sector"
    programme_code: str = Field(primary_key=True, foreign_key="programme.code")
    sector_en: str = Field(primary_key=True)
    sector_vi: str
    group_id: str | None = Field(default=None, foreign_key="technology_group.id")


class ProductCriterion(Provenance, table=True):
    """A criterion for strategic technologies or products."""

    __tablename__ = "product_criterion"
    code: str = Field(primary_key=True)
    applies_to_en: str
    applies_to_vi: str
    criterion_en: str
    criterion_vi: str
