"""The forms that add a person and change one. Whatever is refused comes back as it was typed, with what is wrong above it."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response

from models.experts import Expert
from service.identity.access.acting import Acting
from service.identity.access.guards import enforce, no_expert, permit
from service.identity.access.policies import Operation, may_with_expert
from service.identity.access.viewer import CurrentViewer
from service.kit.addresses import led_to
from service.kit.forms import as_sent, check_version, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Writing
from service.kit.validation import validated
from service.people.directory.filing import PersonForm, choices_in, record_in, stored_of, typed_in
from service.people.profiles import operations
from service.people.profiles.guards import ExpertToExtend, ExpertToRead
from service.people.profiles.schemas import ExpertChange, ExpertCreate

router = APIRouter(prefix="/people", include_in_schema=False)
NEW: Mapping[str, Any] = {"name_order": "family_first", "country": "VN", "languages": ["vi"]}


@router.get("/new", dependencies=[permit(Operation.ADD_EXPERTS)])
def new_person_page(reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    return _form(reader, None, dict(NEW))


@router.post("", dependencies=[permit(Operation.ADD_EXPERTS)])
def add_person(reader: ReaderOfPage, session: Writing, by: Acting, form: PersonForm) -> Response:
    """Add a person; nothing is matched before the person consents to it."""
    typed, added = typed_in(form), []

    def add() -> None:
        added.append(operations.create_expert(session, by, validated(ExpertCreate, record_in(typed))))

    problem = refusal(session, add)
    return _form(reader, None, typed, problem) if problem else led_to(reader.request, f"/people/{added[0].id}?saved=true")


@router.get("/{expert_id}/changes")
def change_person_page(expert: ExpertToRead, viewer: CurrentViewer, reader: ReaderOfPage) -> Response:
    """Show the form with the profile in it."""
    enforce(may_with_expert(viewer, Operation.CHANGE_EXPERTS, expert.id), no_expert(expert.id))
    return _form(reader, expert, stored_of(expert))


@router.post("/{expert_id}/changes")
def change_person(expert: ExpertToExtend, reader: ReaderOfPage, session: Writing, by: Acting, form: PersonForm) -> Response:
    """Change a profile, if the form showed its present version."""
    typed, seen = typed_in(form), expert.version

    def change() -> None:
        sent = dict(typed)
        check_version(sent, seen)
        operations.change_expert(session, by, expert, validated(ExpertChange, record_in(sent)))

    problem = refusal(session, change)
    if problem is None:
        return led_to(reader.request, f"/people/{expert.id}?saved=true")
    session.rollback()  # the person was marked as changed before the form was looked at
    return _form(reader, expert, as_sent(stored_of(expert), typed), problem)


def _form(reader: Reader, expert: Expert | None, typed: Mapping[str, Any], problem: Problem | None = None) -> Response:
    return reader.render(
        "people/directory/form.html",
        status=problem.status if problem else 200,
        expert=expert,
        typed={"languages": [], **typed},
        problem=problem,
        **choices_in(reader.language, typed),
    )
