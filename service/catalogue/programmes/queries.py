"""Puts a programme together with its targets, tasks, bodies, funding, products and sectors; reads the criteria of the draft resolution."""

from typing import NamedTuple, TypeVar

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col

from models.catalogue import (
    PrioritySector,
    Product,
    ProductCriterion,
    Programme,
    ProgrammeBody,
    ProgrammeProduct,
    ProgrammeTarget,
    ProgrammeTask,
)
from service.catalogue.products.schemas import ProductReference
from service.catalogue.programmes import schemas
from service.kit.problems import NotFound

Row = TypeVar("Row", bound=SQLModel)


def find_programme(session: Session, code: str) -> Programme:
    """Return the programme; raises ``NotFound``."""
    programme = session.get(Programme, code)
    if programme is None:
        raise NotFound.of(en="programme", vi="chương trình", identifier=code)
    return programme


def summary(programme: Programme) -> schemas.ProgrammeSummary:
    """Return ``programme`` as lists show it."""
    return schemas.ProgrammeSummary.of(programme, catalogue=programme.list_code)


def whole(session: Session, programme: Programme) -> schemas.ProgrammeView:
    """Return ``programme`` with everything that hangs on it."""
    code = programme.code
    bodies = _rows(session, ProgrammeBody, code, "id")
    return schemas.ProgrammeView.of(
        programme,
        catalogue=programme.list_code,
        targets=[schemas.TargetView.of(row) for row in _rows(session, ProgrammeTarget, code, "code")],
        tasks=[schemas.TaskView.of(row) for row in _rows(session, ProgrammeTask, code, "code")],
        bodies=[schemas.BodyView.of(row) for row in bodies if row.kind == "body"],
        funding=[schemas.BodyView.of(row) for row in bodies if row.kind == "funding"],
        products=_products(session, code),
        sectors=[show_sector(row) for row in _rows(session, PrioritySector, code, "sector_en")],
    )


class Counted(NamedTuple):
    """How much hangs on a programme."""

    targets: int
    tasks: int
    products: int


def counted(session: Session) -> dict[str, Counted]:
    """Return of every programme how much hangs on it, by code; its products are those of its own list where it has one."""
    code = col(Programme.code)
    numbers = [
        sa.select(sa.func.count()).where(table["programme_code"] == code).scalar_subquery()
        for table in (sa.inspect(model).columns for model in (ProgrammeTarget, ProgrammeTask, ProgrammeProduct))
    ]
    numbers.append(sa.select(sa.func.count()).where(col(Product.list_code) == col(Programme.list_code)).scalar_subquery())
    rows = session.execute(sa.select(code, *numbers))
    return {one: Counted(targets, tasks, max(linked, listed)) for one, targets, tasks, linked, listed in rows}


def show_sector(sector: PrioritySector) -> schemas.SectorView:
    """Return a priority sector as the API shows it."""
    return schemas.SectorView.of(sector, programme=sector.programme_code, group=sector.group_id)


def show_criterion(row: ProductCriterion) -> schemas.CriterionView:
    """Return a criterion as the API shows it."""
    return schemas.CriterionView.of(row)


def sectors(session: Session) -> list[PrioritySector]:
    """Return all priority sectors, by programme and name."""
    return list(session.scalars(sa.select(PrioritySector).order_by(col(PrioritySector.programme_code), col(PrioritySector.sector_en))))


def criteria(session: Session) -> list[ProductCriterion]:
    """Return the criteria that a draft resolution proposes for strategic technologies and products, by code; no programme has them."""
    return list(session.scalars(sa.select(ProductCriterion).order_by(col(ProductCriterion.code))))


def _rows(session: Session, model: type[Row], programme: str, order: str) -> list[Row]:
    table = sa.inspect(model).columns
    return list(session.scalars(sa.select(model).where(table["programme_code"] == programme).order_by(table[order])))


def _products(session: Session, code: str) -> list[schemas.ProgrammeProductView]:
    statement = sa.select(ProgrammeProduct, Product).join(Product).where(col(ProgrammeProduct.programme_code) == code)
    rows = session.execute(statement.order_by(col(Product.id)))
    return [schemas.ProgrammeProductView.of(link, product=ProductReference.of(product)) for link, product in rows]
