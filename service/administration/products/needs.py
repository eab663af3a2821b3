"""What the roles for a product need: read with its groups, and replaced."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from models.capabilities import NeedGroup, ProductCapability, alternatives
from models.database import WriteSession
from models.vocabulary import NeedLevel, RoleCode
from service.administration.fields import Words
from service.administration.products.schemas import Alternatives, Needs
from service.catalogue.capabilities.queries import unknown_capabilities
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import ROLES
from service.kit.problems import Invalid

_ROLES = ROLES[SubjectKind.PRODUCT]


def read_needs(session: Session, product_id: str) -> dict[RoleCode, Needs]:
    """Return what each role needs, each list in order of ids; only groups of two or more are told."""
    of_product = col(ProductCapability.product_id) == product_id
    needs = session.scalars(sa.select(ProductCapability).where(of_product).order_by(col(ProductCapability.capability_id))).all()
    named = session.scalars(sa.select(NeedGroup).where(col(NeedGroup.product_id) == product_id))
    names = {(name.role, name.group): Words(vi=name.label_vi, en=name.label_en) for name in named}
    return {role: _needs([need for need in needs if need.role is role], names) for role in _ROLES}


def _needs(rows: list[ProductCapability], names: dict[tuple[RoleCode, str], Words]) -> Needs:
    levels = {level.value: [row.capability_id for row in rows if row.level is level] for level in NeedLevel}
    groups = [
        Alternatives(capabilities=list(members), label=names.get((role, group)))
        for (_, role, group), members in alternatives(rows).items()
        if len(members) > 1
    ]
    return Needs.model_validate({**levels, "groups": [group.model_dump() for group in groups]})


def replace_needs(session: WriteSession, product_id: str, role: RoleCode, needs: Needs) -> None:
    """Store what ``role`` needs in place of what it needed; raises ``Invalid``."""
    levels = [(capability, level) for level in NeedLevel for capability in getattr(needs, level.value)]
    _check(session, role, [capability for capability, _ in levels])
    groups = _kept(session, product_id, role, needs) if needs.groups is None else needs.groups
    _check_groups(groups, needs.must)
    group_of = {capability: _name(place) for place, group in enumerate(groups) for capability in group.capabilities}
    for table in (ProductCapability, NeedGroup):
        session.execute(sa.delete(table).where(col(table.product_id) == product_id, col(table.role) == role))
    session.add_all(
        ProductCapability(product_id=product_id, role=role, capability_id=one, level=level, group=group_of.get(one, ""))
        for one, level in levels
    )
    session.add_all(
        NeedGroup(product_id=product_id, role=role, group=_name(place), label_en=group.label.en, label_vi=group.label.vi)
        for place, group in enumerate(groups)
        if group.label
    )


def _name(place: int) -> str:
    return f"g{place + 1}"


def _kept(session: Session, product_id: str, role: RoleCode, needs: Needs) -> list[Alternatives]:
    """Return the groups that are there, with the members that are still required; a group that lost one loses its name too."""
    kept = []
    for group in read_needs(session, product_id)[role].groups or ():
        members = [one for one in group.capabilities if one in needs.must]
        if len(members) > 1:
            kept.append(group if members == group.capabilities else Alternatives(capabilities=members))
    return kept


def _check(session: Session, role: RoleCode, capabilities: list[str]) -> None:
    if role not in _ROLES:
        raise Invalid.field("needs", en=f"names {role}, which no product has", vi=f"có {role}, vai trò mà sản phẩm không có")
    _refuse_twice(capabilities)
    unknown = unknown_capabilities(session, set(capabilities))
    if unknown:
        raise Invalid.field(
            "needs", en=f"names unknown capabilities: {', '.join(unknown)}", vi=f"có năng lực không tồn tại: {', '.join(unknown)}"
        )


def _check_groups(groups: Iterable[Alternatives], must: list[str]) -> None:
    grouped = [capability for group in groups for capability in group.capabilities]
    _refuse_twice(grouped)
    others = sorted({*grouped} - {*must})
    if others:
        raise Invalid.field(
            "needs",
            en=f"groups what is not required: {', '.join(others)}",
            vi=f"xếp vào nhóm năng lực không bắt buộc: {', '.join(others)}",
        )


def _refuse_twice(capabilities: list[str]) -> None:
    twice = sorted({one for one in capabilities if capabilities.count(one) > 1})
    if twice:
        raise Invalid.field("needs", en=f"names twice: {', '.join(twice)}", vi=f"nêu hai lần: {', '.join(twice)}")
