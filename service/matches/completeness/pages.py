"""The page of what records lack, and of whom to ask for what."""

from fastapi import Response
from sqlmodel import Session

from matching.gate.asking import Lack
from models.vocabulary import Language
from service.catalogue.rules.in_force import read_rules
from service.catalogue.rules.queries import role_names
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.languages import Bilingual
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, slice_page
from service.kit.rendering import ReaderOfPage
from service.kit.sessions import Reading
from service.matches.completeness.queries import ROLES, completeness, lacking, people_to_ask
from service.matches.completeness.words import LACKS
from service.matches.recommendations.dependencies import FromRecommender
from service.matches.recommendations.recommending import Recommender

router = APIRouter(prefix="/completeness", include_in_schema=False, dependencies=[permit(Operation.READ_DRAFTS)])


@router.get("")
def completeness_page(
    session: Reading,
    recommender: FromRecommender,
    reader: ReaderOfPage,
    paging: ShortPaged,
    lack: Lack | None = None,
    rule: str | None = None,
) -> Response:
    """Show the counts, and below them whom to ask."""
    found = lacking(session, recommender)
    page = slice_page(people_to_ask(found, lack, rule), paging)
    return reader.render(
        "matches/completeness/completeness.html",
        view=completeness(found),
        people=page.rows,
        total=page.total,
        next=page.next,
        lack=lack.value if lack else "",
        rule=rule or "",
        lacks=LACKS,
        rules=_rule_names(session, recommender),
        role_names=role_names(session),
    )


def _rule_names(session: Session, recommender: Recommender) -> dict[str, Bilingual]:
    day = recommender.settings.selection_day(recommender.clock)
    labels = {rule.id: dict(rule.label) for role in ROLES for rule in read_rules(session, role, day)}
    return {rule_id: Bilingual(en=label[Language.EN], vi=label[Language.VI]) for rule_id, label in labels.items()}
