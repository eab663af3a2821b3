"""Addresses of dossiers: of a shortlist, of one person, of a pair, of a plan, of a recruiting brief; in either language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request, Response

from matching.pairs.pairing import Question
from models.database import ReadSession
from models.vocabulary import Language, RoleCode
from service.catalogue.rules.queries import rule_sets
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import EXPERT, AuditedObject, record_reading
from service.kit.languages import preferred_language
from service.kit.late_routes import APIRouter
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.stages import stage
from service.matches.coverage.briefs import recruiting_brief
from service.matches.coverage.dependencies import Capability, NamesPeople, OfCell
from service.matches.pairs.dependencies import PairQuery
from service.matches.plans.dependencies import WithPlanContext
from service.matches.recommendations.dependencies import ExpertId, RecommendationQuery
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.services import matching_of
from service.selection.dossiers import as_docx, as_pdf, as_xlsx
from service.selection.dossiers.briefs import of_brief
from service.selection.dossiers.contents import Dossier
from service.selection.dossiers.frame import DossierFrame
from service.selection.dossiers.pairs import of_pair
from service.selection.dossiers.persons import of_person
from service.selection.dossiers.plans import of_plan, people_of
from service.selection.dossiers.shortlists import listed_people, of_shortlist
from service.selection.drafts.guards import permit_shortlist
from service.selection.drafts.operations import SHORTLIST
from service.selection.drafts.queries import find_shortlist
from service.selection.requests.guards import VisibleRequests

router = APIRouter(tags=["dossiers"], responses=responses(401, 403, 404))
MATCHES = [permit(Operation.READ_MATCHES)]
PURPOSE = "dossier"


class Form(StrEnum):
    """The kind of file."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


_WRITERS: Mapping[Form, tuple[Callable[[Dossier], bytes], str]] = {
    Form.DOCX: (as_docx.as_docx, as_docx.MEDIA_TYPE),
    Form.XLSX: (as_xlsx.as_xlsx, as_xlsx.MEDIA_TYPE),
    Form.PDF: (as_pdf.as_pdf, as_pdf.MEDIA_TYPE),
}


class DossierResponse(Response):
    """A file of one of the three kinds."""

    media_type = "application/octet-stream"


_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}} for _, media_type in _WRITERS.values()}}
}
ANSWERS = {**responses(503), **_FILES}
Lang = Annotated[Language | None, Query(description="Language of the dossier; default: what Accept-Language prefers")]
Role = Annotated[RoleCode, Query(description="For projects and products CE_PROJECT or CA_PROJECT, for groups CE_SYSTEM")]


@dataclass(frozen=True, slots=True)
class DossierContext:
    """Where a dossier is made and handed out: who asks, and in which language."""

    request: Request
    by: Actor
    made: DossierFrame

    def hand_out(self, form: Form, about: AuditedObject, people: Sequence[str], dossier: Dossier) -> DossierResponse:
        """Return the file, once it is recorded whose data leave with it."""
        write, media_type = _WRITERS[form]
        with stage("answer"):
            content = write(dossier)
        if people:
            record_reading(services_of(self.request).engine, self.by, PURPOSE, about, people)
        headers = {**attachment(f"{dossier.name}.{form}"), "X-Content-Type-Options": "nosniff", "Content-Language": dossier.language.value}
        return DossierResponse(content, media_type=media_type, headers=headers)


def _context(request: Request, by: Acting, session: Reading, lang: Lang = None) -> DossierContext:
    language = lang or preferred_language(request.headers.get("accept-language"), default=Language.VI)
    return DossierContext(request, by, DossierFrame(language, by.now, services_of(request).settings.base_url, rule_sets(session)))


WithDossierContext = Annotated[DossierContext, Depends(_context)]
Kind = Annotated[SubjectKind, Path(description="product, project or group")]
SubjectId = Annotated[str, Path(examples=["P01"])]


@dataclass(frozen=True, slots=True)
class Subject:
    """What somebody is proposed for, and who asks."""

    kind: SubjectKind
    identifier: str
    viewer: Viewer
    session: ReadSession
    dossier_context: DossierContext

    @property
    def recommender(self) -> Recommender:
        """Return the recommender of the process."""
        return matching_of(self.dossier_context.request).recommender


def _subject(kind: Kind, subject_id: SubjectId, viewer: CurrentViewer, session: Reading, dossier_context: WithDossierContext) -> Subject:
    return Subject(kind, subject_id, viewer, session, dossier_context)


OfSubject = Annotated[Subject, Depends(_subject)]


@router.get(
    "/shortlists/{shortlist_id}/dossier.{form}",
    response_class=DossierResponse,
    dependencies=[permit_shortlist(Operation.READ_DRAFTS)],
    responses=_FILES,
)
def get_dossier_of_shortlist(
    shortlist_id: str, form: Form, visible: VisibleRequests, session: Reading, dossier_context: WithDossierContext
) -> DossierResponse:
    """Give a shortlist, draft or signed, as a dossier for a council."""
    shortlist = find_shortlist(session, visible, shortlist_id)
    people = listed_people(session, shortlist)
    return dossier_context.hand_out(
        form, AuditedObject(SHORTLIST, shortlist_id), people, of_shortlist(session, dossier_context.made, shortlist)
    )


@router.get(
    "/dossiers/{kind}/{subject_id}/people/{expert_id}.{form}", response_class=DossierResponse, dependencies=MATCHES, responses=ANSWERS
)
def get_dossier_of_person(of: OfSubject, expert_id: ExpertId, form: Form, role: Role = RoleCode.CE_PROJECT) -> DossierResponse:
    """Give one person before a role as a dossier."""
    found = RecommendationQuery(of.recommender, of.session, of.viewer, of.kind, of.identifier, role).recommend()
    dossier = of_person(of.session, of.dossier_context.made, found, expert_id)
    return of.dossier_context.hand_out(form, AuditedObject(EXPERT, expert_id), [expert_id], dossier)


@router.get(
    "/dossiers/{kind}/{subject_id}/pairs/{engineer_id}/{architect_id}.{form}",
    response_class=DossierResponse,
    dependencies=MATCHES,
    responses=ANSWERS,
)
def get_dossier_of_pair(of: OfSubject, engineer_id: ExpertId, architect_id: ExpertId, form: Form) -> DossierResponse:
    """Give a chief engineer and a chief architect together as a dossier."""
    same = Question(same_person=engineer_id == architect_id)
    found = PairQuery(of.recommender, of.session, of.viewer, of.kind, of.identifier, same).recommend()
    dossier = of_pair(of.session, of.dossier_context.made, found, engineer_id, architect_id)
    return of.dossier_context.hand_out(form, AuditedObject(of.kind.value, of.identifier), sorted({engineer_id, architect_id}), dossier)


@router.get("/plans/{plan_id}/dossier.{form}", response_class=DossierResponse, dependencies=MATCHES, responses=ANSWERS)
def get_dossier_of_plan(plan_id: str, form: Form, context: WithPlanContext, dossier_context: WithDossierContext) -> DossierResponse:
    """Give a plan as a dossier."""
    found, showing = context.plan(plan_id), context.showing()
    plan = showing.plan(found)
    dossier = of_plan(dossier_context.made, plan, showing.diagnosis(found))
    return dossier_context.hand_out(form, AuditedObject("plan", plan_id), people_of(plan), dossier)


@router.get(
    "/coverage/{product_id}/{role}/recruiting-brief/dossier.{form}", response_class=DossierResponse, dependencies=MATCHES, responses=ANSWERS
)
def get_dossier_of_brief(
    form: Form, found: OfCell, session: Reading, people: NamesPeople, dossier_context: WithDossierContext, capability: Capability = None
) -> DossierResponse:
    """Give the recruiting brief for a role or one of its required capabilities as a dossier."""
    smallest = services_of(dossier_context.request).settings.smallest_group_shown
    brief = recruiting_brief(session, found, smallest, capability=capability, people=people)
    named = sorted(near.person.id for near in brief.nearest)
    return dossier_context.hand_out(
        form, AuditedObject("coverage", brief.subject.id), named, of_brief(dossier_context.made, brief, smallest)
    )
