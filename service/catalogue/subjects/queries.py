"""What somebody can be recommended for, found by the id that was asked for: a product, a project or a technology group."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product, ProductList, TechnologyGroup
from models.projects import Project, ProjectProduct
from models.vocabulary import Sensitivity
from service.catalogue.products.queries import product_in_force
from service.catalogue.subjects.contents import SubjectKind
from service.kit.languages import Bilingual
from service.kit.problems import NotFound, NotOnListInForce


@dataclass(frozen=True, slots=True)
class NamedSubject:
    """``asked_for`` is the id that was asked for; ``id`` the one in force, different for a product of an older list.

    What rests on the brief or the needs of a restricted product is as restricted as that product.
    """

    kind: SubjectKind
    id: str
    asked_for: str
    name: Bilingual
    synthetic: bool = False
    sensitivity: Sensitivity = Sensitivity.OPEN


def find_subject(session: Session, kind: SubjectKind, identifier: str) -> NamedSubject:
    """Return what ``identifier`` names; raises ``NotFound``, or ``NotOnListInForce`` for what left the list."""
    find = {SubjectKind.PRODUCT: _product, SubjectKind.PROJECT: _project, SubjectKind.GROUP: _group}
    return find[kind](session, identifier)


def kind_of(session: Session, identifier: str) -> SubjectKind:
    """Return what kind of subject ``identifier`` names; raises ``NotFound``."""
    if session.get(Product, identifier):
        return SubjectKind.PRODUCT
    if session.get(Project, identifier):
        return SubjectKind.PROJECT
    if session.get(TechnologyGroup, identifier):
        return SubjectKind.GROUP
    raise NotFound.of(en="product, project or group", vi="sản phẩm, dự án hay nhóm", identifier=identifier)


def _product(session: Session, product_id: str) -> NamedSubject:
    product = product_in_force(session, product_id)
    name = Bilingual(en=product.name_en, vi=product.name_vi)
    sensitivity = _strictest(session, col(Product.id).in_([product.id, product_id]))
    return NamedSubject(SubjectKind.PRODUCT, product.id, product_id, name, sensitivity=sensitivity)


def _project(session: Session, project_id: str) -> NamedSubject:
    project = session.get(Project, project_id)
    if project is None:
        raise NotFound.of(en="project", vi="dự án", identifier=project_id)
    name = Bilingual(en=project.title_en, vi=project.title_vi)
    links = sa.select(col(ProjectProduct.product_id)).where(col(ProjectProduct.project_id) == project_id)
    sensitivity = _strictest(session, col(Product.id).in_(links), project.sensitivity)
    return NamedSubject(SubjectKind.PROJECT, project.id, project_id, name, project.synthetic, sensitivity)


def _group(session: Session, group_id: str) -> NamedSubject:
    group = session.get(TechnologyGroup, group_id)
    if group is None:
        raise NotFound.of(en="technology group", vi="nhóm công nghệ", identifier=group_id)
    of_list = session.get_one(ProductList, group.list_code)
    if not of_list.in_force:
        raise NotOnListInForce(
            en=f"Group {group_id} belongs to an older list and has no successor.",
            vi=f"Nhóm {group_id} thuộc danh mục cũ và không có nhóm kế thừa.",
        )
    name = Bilingual(en=group.name_en, vi=group.name_vi)
    sensitivity = _strictest(session, col(Product.group_id) == group_id)
    return NamedSubject(SubjectKind.GROUP, group.id, group_id, name, sensitivity=sensitivity)


def _strictest(session: Session, products: sa.ColumnElement[bool], own: Sensitivity = Sensitivity.OPEN) -> Sensitivity:
    if own is Sensitivity.RESTRICTED:
        return own
    restricted = sa.exists().where(products, col(Product.sensitivity) == Sensitivity.RESTRICTED)
    return Sensitivity.RESTRICTED if session.scalar(sa.select(restricted)) else Sensitivity.OPEN
