"""Builds the web application: engine, worker, routes, errors, log and the description of the API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from models.database import engine_warnings, make_engine
from service.administration import pages as administration_pages
from service.administration.capabilities import api as capability_entries
from service.administration.history import api as catalogue_changes
from service.administration.leads import api as leads
from service.administration.leads import pages as lead_pages
from service.administration.products import api as product_entries
from service.administration.products import pages as product_entry_pages
from service.administration.projects import api as project_entries
from service.administration.projects import pages as project_entry_pages
from service.administration.rules import api as rule_sets
from service.administration.rules import pages as rule_pages
from service.administration.weights import api as weights
from service.administration.weights import pages as weight_pages
from service.audit import api as audit
from service.catalogue.capabilities import api as capabilities
from service.catalogue.products import api as catalogue
from service.catalogue.programmes import api as programmes
from service.catalogue.projects import api as projects
from service.catalogue.rules import api as rules
from service.front import api_reference
from service.front.answering import HeadLikeGet, KeptByNobody
from service.front.body_limit import BodyLimit
from service.front.health import api as health
from service.front.health.metrics import Metrics
from service.front.jobs import api as jobs
from service.front.jobs.kinds import kinds_for
from service.front.observation import Observation, configure_log
from service.front.warm_up import WarmUp
from service.identity.access.cross_site import CrossSiteGuard
from service.identity.accounts import administration_pages as account_administration_pages
from service.identity.accounts import api as accounts
from service.identity.accounts import pages as account_pages
from service.kit.jobs.worker import background_worker
from service.kit.problem_answers import problem_response, register_problem_answers
from service.kit.problems import MEDIA_TYPE, responses
from service.kit.settings import Settings
from service.matches.coverage import api as coverage
from service.matches.coverage import pages as coverage_pages
from service.matches.exposure import api as exposure
from service.matches.exposure import pages as exposure_pages
from service.matches.pairs import api as pairs
from service.matches.pairs import pages as pair_pages
from service.matches.plans import api as plans
from service.matches.plans import pages as plan_pages
from service.matches.recommendations import api as recommendations
from service.matches.recommendations import overview_pages as pages
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommender
from service.matches.search import api as search
from service.matches.search import pages as search_pages
from service.people.conflicts import api as conflicts
from service.people.consents import api as consents
from service.people.evidence import api as evidence
from service.people.evidence import pages as own_evidence_pages
from service.people.own_profile import pages as profile_pages
from service.people.profiles import api as experts
from service.people.relations import api as standing
from service.people.relations import pages as standing_pages
from service.privacy.access_export import api as access_export
from service.privacy.data_requests import api as data_requests
from service.privacy.erasure import api as erasure
from service.privacy.incidents import api as incidents
from service.privacy.retention import api as retention
from service.privacy.reviews import api as reviews
from service.selection import pages as shortlist_pages
from service.selection.drafts import api as drafts
from service.selection.drafts import evidence_pages
from service.selection.drafts import pages as draft_pages
from service.selection.figures import api as figures
from service.selection.invitations import api as invitations
from service.selection.invitations import pages as invitation_pages
from service.selection.messages import api as outbox
from service.selection.releases import api as releases
from service.selection.releases import pages as release_pages
from service.selection.requests import api as requests
from service.selection.requests import pages as request_pages
from service.selection.signing import api as signing
from service.selection.signing import pages as signing_pages
from service.selection.steps import api as steps

API = "/api/v1"
CATALOGUE_ROUTERS = (catalogue.router, programmes.router, projects.router, capabilities.router, rules.router)
LAW_ROUTERS = (
    access_export.router,
    audit.router,
    consents.texts_router,
    consents.router,
    data_requests.router,
    erasure.router,
    retention.router,
    incidents.router,
    reviews.router,
)
ADMINISTRATION_ROUTERS = (
    weights.router,
    rule_sets.router,
    product_entries.router,
    project_entries.router,
    capability_entries.router,
    leads.router,
    catalogue_changes.router,
)
EXPERT_ROUTERS = (experts.router, evidence.router, standing.router, conflicts.router)
SHORTLIST_ROUTERS = (
    requests.router,
    drafts.router,
    drafts.tasks_router,
    signing.router,
    releases.router,
    releases.lead_router,
    invitations.router,
    invitations.answer_router,
    steps.router,
    outbox.router,
    figures.router,
)
ROUTERS: tuple[APIRouter, ...] = (
    *CATALOGUE_ROUTERS,
    *ADMINISTRATION_ROUTERS,
    *EXPERT_ROUTERS,
    *LAW_ROUTERS,
    accounts.router,
    jobs.router,
    recommendations.router,
    pairs.router,
    plans.router,
    coverage.router,
    exposure.router,
    search.router,
    *SHORTLIST_ROUTERS,
)  # below API
# The pages of pairs stand before those of a subject, whose addresses would take "pairs" for a role.
PAGE_ROUTERS = (
    account_pages.router,
    account_administration_pages.router,
    profile_pages.router,
    own_evidence_pages.router,
    standing_pages.router,
    pair_pages.router,
    plan_pages.router,
    pages.router,
    coverage_pages.router,
    exposure_pages.router,
    search_pages.router,
    request_pages.router,
    shortlist_pages.router,
    draft_pages.router,
    evidence_pages.router,
    signing_pages.router,
    release_pages.release_router,
    release_pages.router,
    invitation_pages.router,
    administration_pages.router,
    weight_pages.router,
    rule_pages.router,
    product_entry_pages.router,
    project_entry_pages.router,
    lead_pages.router,
)
PLAIN_ROUTERS: tuple[APIRouter, ...] = (health.router, api_reference.router, *PAGE_ROUTERS)  # at the root
DESCRIPTION = (
    "Recommends chief engineers and chief architects for Viet Nam's strategic technology products, with reasons. "
    "For reference only: people decide.\n\n"
    "Đề xuất tổng công trình sư và kiến trúc sư trưởng cho các sản phẩm công nghệ chiến lược của Việt Nam, kèm lý do. "
    "Chỉ để tham khảo: con người quyết định."
)
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/ProblemDetails"}
log = structlog.get_logger()


class Application(FastAPI):
    """FastAPI whose description tells the media type that errors really have, and where signing in is a choice."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API."""
        description = super().openapi()
        for operations in description["paths"].values():
            for operation in operations.values():
                _name_problem_media_type(operation["responses"])
                _say_where_signing_in_is_a_choice(operation)
        return description


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application for ``settings``, by default those of the environment. Its engine lives as long as it runs."""
    settings = settings or Settings()
    app = Application(
        title="VIN match",
        version="1",
        description=DESCRIPTION,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        generate_unique_id_function=_operation_id,
        responses=responses(422, 500),
    )
    configure(app, settings)
    register_problem_answers(app)
    app.add_middleware(CrossSiteGuard, answer=problem_response)
    app.add_middleware(BodyLimit)
    app.add_middleware(HeadLikeGet)
    app.add_middleware(KeptByNobody)
    app.add_middleware(Observation)
    for router in ROUTERS:
        app.include_router(router, prefix=API)
    for router in PLAIN_ROUTERS:
        app.include_router(router)
    return app


def configure(app: FastAPI, settings: Settings) -> None:
    """Give ``app``, which must not be running, what it holds for ``settings``; its routes are the same for all."""
    configure_log(settings.log_level)
    app.state.settings = settings
    app.state.metrics = Metrics()
    app.state.recommender = Recommender(settings)
    app.state.overview = Overview(app.state.recommender)
    app.state.openid_transport = None  # the network; tests put a provider in its place
    app.state.warm_up = WarmUp(app.state.overview, wanted=settings.warm_up)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    build_routes(app)
    settings: Settings = app.state.settings
    engine = app.state.engine = make_engine(settings.database_url)
    for warning in engine_warnings(engine):
        log.warning(warning)
    try:
        with background_worker(engine, settings, kinds_for(settings)), app.state.warm_up.beside(engine):
            yield
    finally:
        engine.dispose()


def build_routes(app: FastAPI) -> None:
    """Build every route now: FastAPI would leave it to the first request, which would wait the better part of a second for it."""
    for _ in iter_route_contexts(app.routes):
        pass


def _operation_id(route: APIRoute) -> str:
    return route.name


def _say_where_signing_in_is_a_choice(operation: dict[str, Any]) -> None:
    choices = operation.get("security", [])
    if choices and "401" not in operation["responses"] and {} not in choices:
        choices.append({})  # it answers everybody, and those with clearance with more


def _name_problem_media_type(answers: dict[str, Any]) -> None:
    for answer in answers.values():
        # FastAPI gives an error the media type of the route's own answer.
        if any(body.get("schema") == PROBLEM_SCHEMA for body in answer.get("content", {}).values()):
            answer["content"] = {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}
