"""The service with one endpoint more, the reference that a recommendation is compared with; run as a process of its own."""

from fastapi import APIRouter, FastAPI, Request

from models.database import make_engine, reading
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.front.application import create_app
from service.front.command_line.serve import run
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.pagination import Paged
from service.kit.sessions import Reading
from service.kit.settings import Settings
from service.matches.recommendations.answers import whole_list
from service.matches.recommendations.api import ProductRole
from service.matches.recommendations.cells import ROLES
from service.matches.recommendations.dependencies import ProductId
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.schemas import RecommendationList
from tests.benchmarks.benchmark_queries import LIMITS, product_ids

PREFIX = "/reference"
Prepared = dict[tuple[str, RoleCode], RecommendationList]
router = APIRouter(prefix=PREFIX, dependencies=[permit(Operation.READ_MATCHES)])


@router.get("/products/{product_id}/recommendations")
def answer_prepared(product_id: ProductId, role: ProductRole, session: Reading, paging: Paged, request: Request) -> RecommendationList:
    """Answer what was prepared: the same guard, session, parameters and response model, without matching."""
    session.connection()  # begins the transaction, as any reading does
    prepared: RecommendationList = request.app.state.prepared[product_id, role]
    return prepared.model_copy(update={"items": prepared.items[: paging.limit]})


def make_app(settings: Settings) -> FastAPI:
    """Return the service with the reference in it."""
    app = create_app(settings)
    app.state.prepared = prepare(settings)
    app.include_router(router)
    return app


def prepare(settings: Settings) -> Prepared:
    """Return the answers for every product and role, from a recommender that the service does not share."""
    engine = make_engine(settings.database_url)
    recommender = Recommender(settings)
    with reading(engine) as session:
        found = {
            (product, role): recommender.recommend(session, SubjectKind.PRODUCT, product, role)
            for product in product_ids(engine)
            for role in ROLES
        }
    engine.dispose()
    return {asked: whole_list(recommendation, limit=max(LIMITS)) for asked, recommendation in found.items()}


def main() -> None:
    """Serve until killed, as ``vinmatch serve`` does, on the address of the settings."""
    settings = Settings()
    run(make_app(settings), settings)


if __name__ == "__main__":
    main()
