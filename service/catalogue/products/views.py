"""Puts a product together with what hangs on it: group, programmes, tasks, needs, projects, and what stands for it in force."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models.capabilities import Capability, NeedGroup, ProductCapability, alternatives
from models.catalogue import Crosswalk, Product, Programme, ProgrammeProduct, ProgrammeTask, TaskProduct, TechnologyGroup
from models.projects import Project, ProjectProduct
from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.products import schemas
from service.catalogue.products.queries import successors
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.texts import WRITTEN_FOR_THIS_SERVICE, Text

IN_FORCE = Text(vi="thuộc danh mục đang có hiệu lực", en="on the list in force")
GONE = Text(vi="không thuộc danh mục đang có hiệu lực", en="not on the list in force")


def summary(product: Product, in_force: Product | None) -> schemas.ProductSummary:
    """Return ``product`` as lists show it."""
    reference = schemas.ProductReference.of(in_force) if in_force else None
    return schemas.ProductSummary.of(product, catalogue=product.list_code, group=product.group_id, in_force=reference)


def whole(session: Session, viewer: Viewer, product: Product) -> schemas.ProductView:
    """Return ``product`` with everything that hangs on it; brief and needs of a restricted one for people with clearance only."""
    inside = may_see_inside(viewer, product.sensitivity) is True
    in_force = successors(session, [product.id])[product.id]
    crosswalk = session.get(Crosswalk, product.id)
    group = session.get(TechnologyGroup, product.group_id) if product.group_id else None
    brief = Text.of(product, "brief") if inside else None
    return schemas.ProductView.of(
        product,
        catalogue=product.list_code,
        group=schemas.GroupReference.of(group) if group else None,
        brief=brief,
        brief_source=WRITTEN_FOR_THIS_SERVICE if brief else None,
        in_force=summary(in_force, in_force) if in_force else None,
        status=_status(product, in_force),
        crosswalk_sureness=Text.of(crosswalk, "sureness") if crosswalk else None,
        programmes=_programmes(session, product.id),
        tasks=_tasks(session, product.id),
        needs=_needs(session, product.id) if inside else [],
        projects=_projects(session, product.id),
    )


def _status(product: Product, in_force: Product | None) -> Text:
    if in_force is None or in_force.id == product.id:
        return IN_FORCE if in_force else GONE
    return Text(vi=f"tương ứng với {in_force.id} trong danh mục đang có hiệu lực", en=f"corresponds to {in_force.id} on the list in force")


def _programmes(session: Session, product_id: str) -> list[schemas.ProductProgramme]:
    links = sa.select(ProgrammeProduct, Programme).join(Programme).where(col(ProgrammeProduct.product_id) == product_id)
    rows = session.execute(links.order_by(col(Programme.code)))
    return [schemas.ProductProgramme.of(link, code=programme.code, title=Text.of(programme, "title")) for link, programme in rows]


def _tasks(session: Session, product_id: str) -> list[schemas.ProductTask]:
    tasks = sa.select(ProgrammeTask).join(TaskProduct).where(col(TaskProduct.product_id) == product_id)
    return [schemas.ProductTask.of(task) for task in session.scalars(tasks.order_by(col(ProgrammeTask.code)))]


def _projects(session: Session, product_id: str) -> list[schemas.ProductProject]:
    projects = sa.select(Project).join(ProjectProduct).where(col(ProjectProduct.product_id) == product_id)
    return [schemas.ProductProject.of(project) for project in session.scalars(projects.order_by(col(Project.id)))]


def _needs(session: Session, product_id: str) -> list[schemas.RoleNeeds]:
    statement = sa.select(ProductCapability, Capability).join(Capability).where(col(ProductCapability.product_id) == product_id)
    rows = [tuple(row) for row in session.execute(statement.order_by(col(Capability.id)))]
    roles = sorted({need.role for need, _ in rows}, key=list(RoleCode).index)
    named = session.scalars(sa.select(NeedGroup).where(col(NeedGroup.product_id) == product_id))
    names = {(name.role, name.group): Text(vi=name.label_vi, en=name.label_en) for name in named}
    return [_role_needs(role, [row for row in rows if row[0].role is role], names) for role in roles]


def _role_needs(
    role: RoleCode, rows: Sequence[tuple[ProductCapability, Capability]], names: Mapping[tuple[RoleCode, str], Text]
) -> schemas.RoleNeeds:
    by_level: dict[str, list[schemas.CapabilityReference]] = {level.value: [] for level in NeedLevel}
    for need, capability in rows:
        by_level[need.level.value].append(schemas.CapabilityReference.of(capability))
    references = {reference.id: reference for reference in by_level[NeedLevel.MUST.value]}
    groups = alternatives(need for need, _ in rows)
    return schemas.RoleNeeds(
        role=role,
        groups=[_group([references[one] for one in members], names.get((role, group))) for (_, _, group), members in groups.items()],
        **by_level,
    )


def _group(members: list[schemas.CapabilityReference], name: Text | None) -> schemas.NeedGroupView:
    """Return a group under its name, or under those of its members."""
    joined = Text(vi=" hoặc ".join(one.label.vi for one in members), en=" or ".join(one.label.en for one in members))
    return schemas.NeedGroupView(capabilities=members, label=name or joined)


def group_with_products(session: Session, group: TechnologyGroup) -> schemas.GroupWithProducts:
    """Return a technology group with its products, by id."""
    members = session.scalars(sa.select(Product).where(col(Product.group_id) == group.id).order_by(col(Product.id)))
    return schemas.GroupWithProducts.of(
        group, catalogue=group.list_code, products=[schemas.ProductReference.of(product) for product in members]
    )
