"""The form of the leads of a product or project, which stands on the page of either."""

from typing import Annotated, Literal

from fastapi import Request, Response
from starlette.datastructures import FormData

from service.administration.leads import operations
from service.catalogue.subjects.contents import SubjectKind
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.forms import filled, lines, submitted
from service.kit.late_routes import APIRouter
from service.kit.sessions import Writing

router = APIRouter(prefix="/administration", include_in_schema=False)
KINDS = {"products": SubjectKind.PRODUCT, "projects": SubjectKind.PROJECT}


@router.post("/{kind}/{identifier}/leads", dependencies=[permit(Operation.MANAGE_ACCOUNTS)])
def save_leads(
    kind: Literal["products", "projects"],
    identifier: str,
    form: Annotated[FormData, submitted("accounts")],
    request: Request,
    session: Writing,
    by: Acting,
) -> Response:
    """Replace the leads and show the page again."""
    chosen = lines(filled(form, "accounts")["accounts"])
    operations.replace_leads(session, by, KINDS[kind], identifier, chosen, f'"{form.get("tag")}"')
    return led_to(request, f"/administration/{kind}/{identifier}")
