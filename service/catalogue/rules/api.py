"""Addresses of the roles, eligibility rules, selection states and data-protection duties."""

import sqlalchemy as sa
from sqlmodel import col

from models.rules import DataProtectionDuty, SelectionStep
from models.vocabulary import RoleCode
from service.catalogue.rules import queries, schemas
from service.kit.conditional import UNCHANGED, ConditionalRoute
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page, slice_page
from service.kit.sessions import Reading

router = APIRouter(tags=["rules"], route_class=ConditionalRoute, responses=UNCHANGED)


@router.get("/roles")
def list_roles(session: Reading, paging: Paged) -> Page[schemas.RoleView]:
    """List the five roles with what they are for."""
    dimensions = queries.dimensions(session)
    found = slice_page(queries.roles(session), paging)
    return paging.page(found, lambda role: schemas.RoleView.of(role, dimensions=dimensions[role.code.family]))


@router.get("/rules")
def list_rules(session: Reading, paging: Paged, version: str | None = None, role: RoleCode | None = None) -> Page[schemas.RuleView]:
    """List the eligibility rules, all or those of a rule set or of a role."""
    sets = queries.rule_sets(session)
    found = slice_page(queries.rules(session, queries.chosen_versions(sets, version), role), paging)
    return paging.page(found, lambda rule: schemas.RuleView.of(rule, id=rule.rule_id, rule_set=sets[rule.version]))


@router.get("/selection-states")
def list_selection_states(session: Reading, paging: Paged) -> Page[schemas.StepView]:
    """List the states of the selection procedure in their order; the service itself only proposes."""
    steps = session.scalars(sa.select(SelectionStep).order_by(col(SelectionStep.position))).all()
    return paging.page(slice_page(steps, paging), schemas.StepView.of)


@router.get("/data-protection-duties")
def list_data_protection_duties(session: Reading, paging: Paged) -> Page[schemas.DutyView]:
    """List the duties of the data-protection law and what the service does about each."""
    return paging.page(find_page(session, sa.select(DataProtectionDuty), (DataProtectionDuty.duty,), paging), schemas.DutyView.of)
