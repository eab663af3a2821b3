"""The page on which a list of names is pasted: who of them is known, and what ties they have."""

from fastapi import Request, Response

from service.catalogue.rules.policy import gate_policy
from service.catalogue.subjects.queries import find_subject, kind_of
from service.identity.access.guards import enforce, permit
from service.identity.access.policies import Operation, may_see_inside
from service.identity.access.viewer import CurrentViewer
from service.identity.access.visibility import visible_experts
from service.kit.forms import Submitted, filled
from service.kit.late_routes import APIRouter
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading
from service.kit.settings import utc_now
from service.kit.validation import validated
from service.people.conflicts.names import check_names
from service.people.conflicts.schemas import NamesCheck, NamesInput
from service.people.conflicts.views import names_view

router = APIRouter(prefix="/conflicts", include_in_schema=False)
READ = [permit(Operation.READ_MATCHES)]


@router.get("/names", dependencies=READ)
def names_page(reader: ReaderOfPage) -> Response:
    """Show the empty form."""
    return _page(reader, "", "", None)


@router.post("/names", dependencies=READ)
def check_pasted_names(form: Submitted, viewer: CurrentViewer, session: Reading, request: Request, reader: ReaderOfPage) -> Response:
    """Show who of the pasted names is known and their ties, with the form as it was sent. Nothing is stored."""
    sent = {name: str(value).strip() for name, value in filled(form).items() if name in {"names", "subject"} and str(value).strip()}
    fields = validated(NamesInput, sent)
    if fields.subject is not None:
        subject = find_subject(session, kind_of(session, fields.subject), fields.subject)
        enforce(may_see_inside(viewer, subject.sensitivity))
    settings = services_of(request).settings
    policy, day = gate_policy(settings).conflicts, settings.selection_day(utc_now)
    found = check_names(session, visible_experts(viewer), fields.names, fields.subject, policy, day)
    return _page(reader, fields.names, fields.subject or "", names_view(session, found))


def _page(reader: Reader, names: str, subject: str, check: NamesCheck | None) -> Response:
    return reader.render("people/conflicts/names.html", names=names, subject=subject, check=check)
