"""Addresses of versions of the eligibility rules."""

import sqlalchemy as sa
from fastapi import Request, Response

from models.rules import RuleSet
from service.administration.dry_run.schemas import DryRunView
from service.administration.dry_run.views import AskingDryRun
from service.administration.rules import operations
from service.administration.rules.schemas import RulesCreate, RulesInput
from service.administration.rules.trial import dry_run
from service.catalogue.rules.schemas import RuleSetView
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page
from service.kit.problems import NotFound, responses
from service.kit.services import services_of
from service.kit.sessions import Reading

router = APIRouter(prefix="/rule-sets", tags=["administration"], responses=responses(401, 403))
READ, CHANGE = [permit(Operation.READ_CATALOGUE_HISTORY)], [permit(Operation.CHANGE_CATALOGUE)]


@router.get("", dependencies=READ)
def list_rule_sets(session: Reading, paging: Paged) -> Page[RuleSetView]:
    """List the versions of the rules; the rules themselves stand under /rules."""
    return paging.page(find_page(session, sa.select(RuleSet), (RuleSet.version,), paging), RuleSetView.of)


@router.post("", status_code=201, response_model=RuleSetView, dependencies=CHANGE, responses=responses(409))
def add_rules(fields: RulesCreate, request: Request, response: Response, by: Acting, once: OnlyOnce) -> RuleSetView | Response:
    """Add a version that is in force from its day on; shortlists made earlier keep their answers."""
    if earlier := once.earlier(fields):
        return earlier
    today = services_of(request).settings.selection_day(lambda: by.now)
    added = RuleSetView.of(operations.add_rules(once.session, by, fields, today))
    response.headers["Location"] = f"/api/v1/rules?version={added.version}"
    return once.keep(added, response)


@router.post("/dry-run", dependencies=CHANGE, responses=responses(503))
def dry_run_of_rules(fields: RulesInput, asking: AskingDryRun) -> DryRunView:
    """Show who would become eligible or cease to be, list by list, if the rules were in force today; nothing is changed."""
    return dry_run(asking, operations.by_role(operations.changed_rules(asking.session, fields)))


@router.post("/{version}/dry-run", dependencies=CHANGE, responses=responses(404, 503))
def dry_run_of_rule_set(version: str, asking: AskingDryRun) -> DryRunView:
    """Show what a version that is saved changes, as if it were in force today; nothing is changed."""
    rows = operations.stored_rules(asking.session, version)
    if not rows:
        raise NotFound.of(en="version of the rules", vi="phiên bản quy tắc", identifier=version)
    return dry_run(asking, operations.by_role(rows))
