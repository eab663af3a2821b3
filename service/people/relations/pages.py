"""The form of "My profile" that removes a relation; the one that adds one is part of the profile's own page."""

from typing import Annotated

from fastapi import Form, Request, Response

from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.kit.fields import RowNumber
from service.kit.late_routes import APIRouter
from service.kit.preconditions import etag, require_match
from service.kit.sessions import Writing
from service.people.profiles.guards import OwnExpertToChange
from service.people.profiles.returning import back_to_profile
from service.people.relations import operations
from service.people.relations.vouching import check_removal

router = APIRouter(prefix="/profile", include_in_schema=False)


@router.post("/relations/{relation_id}/removal")
def remove_relation(
    relation_id: RowNumber,
    expert: OwnExpertToChange,
    viewer: CurrentViewer,
    session: Writing,
    request: Request,
    by: Acting,
    version: Annotated[str, Form()] = "",
) -> Response:
    """Remove a relation that the owner declared, if the form showed the present version of the profile."""
    require_match(etag(version), expert.version)
    relation = operations.find_relation(session, expert, relation_id)
    check_removal(viewer, relation)
    operations.remove_relation(session, by, relation)
    return back_to_profile(request)
