"""Finds products and lists, and leads from an id of an older list to the product in force."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from models.catalogue import Crosswalk, Product, ProductList, TechnologyGroup
from service.kit.problems import Invalid, NotFound, NotOnListInForce
from service.kit.texts import Text


def default_list(session: Session) -> str | None:
    """Return the code of the list that is used when none is named; None while no catalogue is loaded."""
    return session.scalar(sa.select(col(ProductList.code)).where(col(ProductList.is_default)))


def find_product(session: Session, identifier: str) -> Product:
    """Return the product ``identifier`` of any list; raises ``NotFound``."""
    product = session.get(Product, identifier)
    if product is None:
        raise NotFound.of(en="product", vi="sản phẩm", identifier=identifier)
    return product


def product_in_force(session: Session, identifier: str) -> Product:
    """Return the product on the list in force that ``identifier``, an id of any list, stands for.

    Raises ``NotFound`` for an unknown id and ``NotOnListInForce`` for a product without a successor.
    """
    product = find_product(session, identifier)
    if product.list_code == default_list(session):
        return product
    in_force = successors(session, [identifier])[identifier]
    if in_force is None:
        raise NotOnListInForce(
            en=f"{product.id} ({product.name_en}) is not on the list in force.",
            vi=f"{product.id} ({product.name_vi}) không thuộc danh mục đang có hiệu lực.",
        )
    return in_force


def product_of_filter(session: Session, identifier: str | None) -> str | None:
    """Return the id in force for the filter ``product``, None for none; raises ``Invalid`` when it leads to no product in force."""
    try:
        return product_in_force(session, identifier).id if identifier is not None else None
    except (NotFound, NotOnListInForce) as problem:
        raise Invalid.field("product", en=f"is not in force: {identifier}", vi=f"không có hiệu lực: {identifier}") from problem


def successors(session: Session, identifiers: Collection[str]) -> dict[str, Product | None]:
    """Return for each id of a product what stands for it on the list in force: itself, its successor, or None."""
    own, following = aliased(Product), aliased(Product)
    statement = (
        sa.select(own, col(ProductList.is_default), following)
        .join(ProductList, col(ProductList.code) == col(own.list_code))
        .outerjoin(Crosswalk, col(Crosswalk.old_product_id) == col(own.id))
        .outerjoin(following, col(Crosswalk.product_id) == col(following.id))
        .where(col(own.id).in_(identifiers))
    )
    return {product.id: product if is_default else successor for product, is_default, successor in session.execute(statement)}


def choose_list(session: Session, code: str | None) -> str | None:
    """Return the list that a filter names, else the default one; raises ``Invalid`` naming the filter ``catalogue``."""
    if code is not None and session.get(ProductList, code) is None:
        known = ", ".join(session.scalars(sa.select(col(ProductList.code)).order_by(col(ProductList.code))))
        raise Invalid.field("catalogue", en=f"must be one of {known}", vi=f"phải là một trong {known}")
    return code or default_list(session)


def list_names(session: Session) -> dict[str, Text]:
    """Return the decision that each list is part of, by the code of the list."""
    return {one.code: Text(vi=one.instrument_vi, en=one.instrument_en) for one in session.scalars(sa.select(ProductList))}


def find_group(session: Session, identifier: str) -> TechnologyGroup:
    """Return the technology group; raises ``NotFound``."""
    group = session.get(TechnologyGroup, identifier)
    if group is None:
        raise NotFound.of(en="technology group", vi="nhóm công nghệ", identifier=identifier)
    return group


def list_of_group(session: Session, identifier: str) -> str:
    """Return the list of the group that the filter ``group`` names; raises ``Invalid`` naming the filter."""
    group = session.get(TechnologyGroup, identifier)
    if group is None:
        raise Invalid.field("group", en=f"{identifier} is not a technology group", vi=f"{identifier} không phải nhóm công nghệ")
    return group.list_code


def filtered_products(
    session: Session, catalogue: str | None, group: str | None, band: int | None, priority: bool | None
) -> sa.Select[Product]:
    """Return the statement for the products that fit; without ``catalogue`` those of the group's list, else of the default one."""
    code = choose_list(session, catalogue)
    if group is not None:
        code = catalogue or list_of_group(session, group)
    statement = sa.select(Product).where(col(Product.list_code) == code)
    wanted = {"group_id": group, "band": band, "priority": priority}
    for column, value in wanted.items():
        if value is not None:
            statement = statement.where(col(getattr(Product, column)) == value)
    return statement
