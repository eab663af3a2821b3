"""Reads roles, their dimensions, and rules with their rule sets."""

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import Session

from models.rules import EligibilityRule, Role, RoleDimensionText, RuleSet
from models.vocabulary import RoleCode, RoleDimension, RoleFamily
from service.catalogue.rules import schemas
from service.kit.problems import Invalid
from service.kit.texts import Text

IN_ORDER = {code: position for position, code in enumerate([*RoleCode, *RoleDimension])}


def roles(session: Session) -> list[Role]:
    """Return the roles in the order of the decree."""
    return sorted(session.scalars(sa.select(Role)), key=lambda row: IN_ORDER[row.code])


def role_names(session: Session) -> dict[str, Text]:
    """Return the names of the roles by code, in the order of the decree."""
    return {row.code.value: Text(vi=row.name_vi, en=row.name_en) for row in roles(session)}


def dimensions(session: Session) -> dict[RoleFamily, list[schemas.DimensionView]]:
    """Return the phrases that say what the roles of each family are for."""
    by_family: dict[RoleFamily, list[schemas.DimensionView]] = defaultdict(list)
    for row in sorted(session.scalars(sa.select(RoleDimensionText)), key=lambda row: IN_ORDER[row.dimension]):
        by_family[row.family].append(schemas.DimensionView.of(row))
    return by_family


def rule_sets(session: Session) -> dict[str, schemas.RuleSetView]:
    """Return the rule sets by version."""
    return {row.version: schemas.RuleSetView.of(row) for row in session.scalars(sa.select(RuleSet))}


def rules(session: Session, versions: Collection[str], role: RoleCode | None) -> list[EligibilityRule]:
    """Return the rules of ``versions``, all or those for one role, by version, rule and role."""
    rows = [row for row in session.scalars(sa.select(EligibilityRule)) if row.version in versions and role in (None, row.role)]
    return sorted(rows, key=lambda row: (row.version, row.rule_id, IN_ORDER[row.role]))


def chosen_versions(known: Collection[str], version: str | None) -> Collection[str]:
    """Return the versions that the filter ``version`` names, all for None; raises ``Invalid`` for an unknown one."""
    if version is not None and version not in known:
        listed = ", ".join(sorted(known))
        raise Invalid.field("version", en=f"must be one of {listed}", vi=f"phải là một trong {listed}")
    return known if version is None else {version}
