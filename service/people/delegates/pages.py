"""The pages of delegate editors: whom an expert named, and whose evidence an account edits."""

from typing import Any

from fastapi import Request, Response

from models.experts import Expert
from service.identity.access.acting import Acting
from service.identity.access.guards import permit_part, permit_with_expert
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.kit.addresses import led_to
from service.kit.forms import Submitted, filled, refusal
from service.kit.late_routes import APIRouter
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading, Writing
from service.kit.validation import validated
from service.people.delegates import operations
from service.people.delegates.queries import delegates_of, edited_for, evidence_of
from service.people.delegates.schemas import DelegateNamed
from service.people.profiles.guards import ExpertEdited, OwnExpertToRead
from service.people.profiles.queries import find_expert
from service.people.profiles.words import KINDS

own = APIRouter(prefix="/profile/delegates", include_in_schema=False)
people = APIRouter(prefix="/people/{expert_id}/delegates", include_in_schema=False)
editing = APIRouter(prefix="/editing", include_in_schema=False)


@own.get("")
def delegates_page(expert: OwnExpertToRead, session: Reading, reader: ReaderOfPage, saved: bool = False) -> Response:
    """Show whom the expert named, and the form to name somebody."""
    return _page(reader, session, expert, saved=saved)


@people.post("", dependencies=[permit_with_expert(Operation.NAME_DELEGATES)])
def name_delegate(expert_id: str, session: Writing, reader: ReaderOfPage, by: Acting, form: Submitted) -> Response:
    """Let another account edit one's own evidence; an address that will not do is told above the form."""
    expert = find_expert(session, expert_id)

    def name() -> None:
        operations.name_delegate(session, by, expert, validated(DelegateNamed, {"email": filled(form).get("email", "")}).email)

    problem = refusal(session, name)
    if problem is None:
        return led_to(reader.request, "/profile/delegates?saved=true")
    return _page(reader, session, expert, problem, typed=str(form.get("email", "")))


@people.post("/{delegation_id}/end", dependencies=[permit_with_expert(Operation.END_DELEGATION)])
def end_delegation(expert_id: str, delegation_id: int, viewer: CurrentViewer, session: Writing, request: Request, by: Acting) -> Response:
    """End it at once, from either side."""
    operations.end_delegation(session, by, expert_id, delegation_id)
    return led_to(request, "/profile/delegates?saved=true" if viewer.expert_id == expert_id else "/")


@editing.get("", dependencies=[permit_part(Operation.READ_EDITED)])
def editing_page(viewer: CurrentViewer, session: Reading, reader: ReaderOfPage) -> Response:
    """Show whose evidence the account edits."""
    return reader.render("people/delegates/editing.html", people=edited_for(session, viewer.account_id))


@editing.get("/{expert_id}")
def edited_page(expert: ExpertEdited, session: Reading, reader: ReaderOfPage, saved: bool = False) -> Response:
    """Show the evidence of a person whom the account edits for."""
    return reader.render("people/delegates/edited.html", expert=expert, evidence=evidence_of(session, expert.id), kinds=KINDS, saved=saved)


def _page(
    reader: Reader, session: Any, expert: Expert, problem: Problem | None = None, *, typed: str = "", saved: bool = False
) -> Response:
    values = {"expert": expert, "delegates": delegates_of(session, expert.id), "typed": typed, "problem": problem, "saved": saved}
    return reader.render("people/delegates/delegates.html", status=problem.status if problem else 200, **values)
