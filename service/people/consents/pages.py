"""The forms of "My profile" for stopping the matching: object, restrict."""

from typing import Annotated

from fastapi import Form, Request, Response

from models.vocabulary import ProcessingStop
from service.identity.access.acting import Acting
from service.kit.late_routes import APIRouter
from service.kit.sessions import Writing
from service.people.consents import operations
from service.people.profiles.guards import OwnExpertToChange
from service.people.profiles.returning import back_to_profile

router = APIRouter(prefix="/profile", include_in_schema=False)


@router.post("/stops/{stop}")
def change_stop(
    stop: ProcessingStop, expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, stopped: Annotated[bool, Form()]
) -> Response:
    """Stop the matching at one's word, or let it go on; the next request sees it."""
    operations.record_stop(session, by, expert, stop, stopped=stopped)
    return back_to_profile(request)
