"""The pages of a project: a form to add or change it, a preview, and its leads."""

from typing import Annotated, Any

from fastapi import Request, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from models.database import reading
from models.vocabulary import Sensitivity
from service.administration.dry_run.schemas import DryRunView
from service.administration.leads import operations as leads
from service.administration.projects import operations
from service.administration.projects.schemas import ProjectChange, ProjectCreate, ProjectEntry, ProjectTrial
from service.administration.projects.trial import dry_run
from service.administration.words import SENSITIVITIES
from service.catalogue.products.queries import default_list
from service.catalogue.rules.queries import role_names
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer, Viewer
from service.kit.addresses import led_to
from service.kit.forms import Fields, as_sent, both_languages, filled, submitted
from service.kit.late_routes import APIRouter
from service.kit.problems import PreconditionFailed
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.matches.recommendations.cells import products_of
from service.people.profiles.organisations import organisations_by_name

router = APIRouter(prefix="/administration/projects", include_in_schema=False)
CHANGE = [permit(Operation.CHANGE_CATALOGUE)]
_TEXTS = ("title", "brief", "source", "sureness")
_PLAIN = ("host", "starts", "ends", "sensitivity")
_LISTS = ("participants", "products")
ProjectForm = Annotated[FormData, submitted(*_LISTS)]
_NEW: Fields = {
    **dict.fromkeys((f"{name}_{language}" for name in _TEXTS for language in ("vi", "en")), ""),
    **dict.fromkeys(("id", *_PLAIN, "reason"), ""),
    "participants": [],
    "products": [],
    "sensitivity": Sensitivity.OPEN.value,
}


@router.get("/new", dependencies=CHANGE)
def new_project_page(session: Reading, reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    values: dict[str, Any] = {"id": "", "tag": "", "typed": _NEW, "sensitivities": SENSITIVITIES, "found": None, "stale": False}
    return reader.render("administration/projects/project.html", **values, **_offered(session))


def _offered(session: Session) -> dict[str, Any]:
    """Return what the form offers to choose from: all organisations, and the products on the list in force."""
    return {"organisations": organisations_by_name(session), "products": products_of(session, default_list(session) or "")}


@router.post("/new", dependencies=CHANGE)
def add_project(form: ProjectForm, request: Request, session: Writing, by: Acting) -> Response:
    """Add the project in the form and show it."""
    typed = filled(form, *_LISTS)
    added = operations.create_project(
        session, by, validated(ProjectCreate, {**_content(typed), "id": typed.get("id", ""), **_reason(typed)})
    )
    return led_to(request, f"/administration/projects/{added.id}")


@router.get("/{project_id}", dependencies=CHANGE)
def project_entry_page(project_id: str, viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show the form, filled with what is stored."""
    return _form(reader, session, viewer, project_id, {})


@router.post("/{project_id}/preview", dependencies=CHANGE)
def preview_project(
    project_id: str, form: ProjectForm, viewer: CurrentViewer, request: Request, reader: ReaderOfPage, by: Acting
) -> Response:
    """Show whose ranking the form would change, and the form as it was typed."""
    typed = filled(form, *_LISTS)
    found = dry_run(request, viewer, by, project_id, validated(ProjectTrial, _content(typed)))
    with reading(services_of(request).engine) as session:
        return _form(reader, session, viewer, project_id, typed, found)


@router.post("/{project_id}", dependencies=CHANGE)
def save_project(
    project_id: str, form: ProjectForm, viewer: CurrentViewer, request: Request, reader: ReaderOfPage, session: Writing, by: Acting
) -> Response:
    """Save the form. Where somebody was faster, it is shown as it was typed beside what is stored now."""
    typed = filled(form, *_LISTS)
    change = validated(ProjectChange, {**_content(typed), **_reason(typed)})
    try:
        operations.change_project(session, by, viewer, project_id, f'"{typed.pop("tag", "")}"', change, change.reason)
    except PreconditionFailed:
        return _form(reader, session, viewer, project_id, typed, stale=True)
    return led_to(request, f"/administration/projects/{project_id}")


def _content(typed: Fields) -> dict[str, Any]:
    texts = {name: both_languages(typed, name) for name in _TEXTS}
    return {**texts, **{name: typed.get(name, "") for name in _PLAIN}, **{name: typed.get(name, []) for name in _LISTS}}


def _reason(typed: Fields) -> Fields:
    return {"reason": typed.get("reason", "")}


def _as_typed(entry: ProjectEntry) -> Fields:
    texts: Fields = {f"{name}_{language}": getattr(getattr(entry, name), language) for name in _TEXTS for language in ("vi", "en")}
    plain: Fields = {name: str(getattr(entry, name)) for name in _PLAIN}
    return {**texts, **plain, **{name: list(getattr(entry, name)) for name in _LISTS}, "reason": ""}


def _form(
    reader: Reader,
    session: Session,
    viewer: Viewer,
    project_id: str,
    typed: Fields,
    found: DryRunView | None = None,
    *,
    stale: bool = False,
) -> Response:
    entry = operations.project_entry(session, viewer, project_id)
    leading = leads.leads_of(session, SubjectKind.PROJECT, project_id)
    return reader.render(
        "administration/projects/project.html",
        status=412 if stale else 200,
        id=project_id,
        tag=operations.tag(entry),
        typed=as_sent(_as_typed(entry), typed),
        sensitivities=SENSITIVITIES,
        accounts=leads.lead_accounts(session),
        chosen={lead.id for lead in leading.leads},
        leads_tag=leads.tag(leading),
        found=found,
        role_names=role_names(session),
        **_offered(session),
        stale=stale,
    )
