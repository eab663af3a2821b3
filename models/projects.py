"""National projects under the products, and the organisations that have an interest in them."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import Provenance, coded, document
from models.vocabulary import Interest, Sensitivity


class Organisation(SQLModel, table=True):
    """An organisation, invented where ``synthetic``.

    ``names`` are other names, each as {"language", "name"}; ``country`` is empty where it is not known; ``domains`` are those of its
    e-mail addresses; ``parent_id`` is the organisation that it is part of.
    """

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    names: list[dict[str, str]] = document()
    abbreviations: list[str] = document()
    domains: list[str] = document()
    country: str = Field(default="VN", max_length=2)
    parent_id: str | None = Field(default=None, foreign_key="organisation.id", index=True)
    ror_id: str | None = Field(default=None, index=True, unique=True)
    synthetic: bool = True


class Project(Provenance, table=True):
    """A national project under one or more products."""

    id: str = Field(primary_key=True)
    title_en: str
    title_vi: str
    brief_en: str
    brief_vi: str
    host_id: str = Field(foreign_key="organisation.id")
    starts: date
    ends: date
    sensitivity: Sensitivity = Field(default=Sensitivity.OPEN, sa_type=coded(Sensitivity))
    synthetic: bool = True

    __table_args__ = (sa.CheckConstraint("ends >= starts", name="dates"),)


class ProjectProduct(SQLModel, table=True):
    """Links a project to a product."""

    __tablename__ = "project_product"
    project_id: str = Field(primary_key=True, foreign_key="project.id")
    product_id: str = Field(primary_key=True, foreign_key="product.id", index=True)


class InterestedParty(SQLModel, table=True):
    """An organisation that hosts, takes part in or bids for a product or a project."""

    __tablename__ = "interested_party"
    id: int | None = Field(default=None, primary_key=True)
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", index=True)
    organisation_id: str = Field(foreign_key="organisation.id", index=True)
    interest: Interest = Field(sa_type=coded(Interest))

    __table_args__ = (sa.CheckConstraint("(product_id IS NULL) != (project_id IS NULL)", name="one_subject"),)
