"""The page of the five roles: the duty of each, who decides, and the conditions, with their sources."""

from fastapi import Response

from service.catalogue.rules import queries, schemas
from service.kit.late_routes import APIRouter
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(prefix="/roles", include_in_schema=False)


@router.get("")
def roles_page(session: Reading, reader: ReaderOfPage) -> Response:
    """Show the five roles in the order of the decree."""
    dimensions, sets = queries.dimensions(session), queries.rule_sets(session)
    rules = [schemas.RuleView.of(rule, id=rule.rule_id, rule_set=sets[rule.version]) for rule in queries.rules(session, sets, None)]
    roles = [schemas.RoleView.of(role, dimensions=dimensions[role.code.family]) for role in queries.roles(session)]
    return reader.render("catalogue/rules/roles.html", roles=roles, rules=rules)
