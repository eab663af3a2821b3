"""The forms of "My profile" for relations: add one, remove one."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from service.identity.access.acting import Acting
from service.identity.access.viewer import CurrentViewer
from service.kit.fields import RowNumber
from service.kit.forms import Submitted, filled
from service.kit.preconditions import etag, require_match
from service.kit.sessions import Writing
from service.kit.validation import validated
from service.people.profiles.guards import OwnExpertToChange
from service.people.profiles.returning import back_to_profile
from service.people.relations import operations
from service.people.relations.schemas import RelationCreate
from service.people.relations.vouching import check_removal

router = APIRouter(prefix="/profile", include_in_schema=False)
OF_A_RELATION = ("kind", "organisation_id", "starts", "ends")


@router.post("/relations")
def add_relation(expert: OwnExpertToChange, session: Writing, request: Request, by: Acting, form: Submitted) -> Response:
    """Declare a relation to an organisation; ties to other experts are recorded by coordinators."""
    sent = {name: value for name, value in filled(form).items() if name in OF_A_RELATION}
    operations.add_relation(session, by, expert, validated(RelationCreate, sent))
    return back_to_profile(request)


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
