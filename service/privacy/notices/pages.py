"""The page of people who came from a file: the letter to copy, and the button that says it was sent."""

from fastapi import Request, Response

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.addresses import led_to
from service.kit.late_routes import APIRouter
from service.kit.pagination import ShortPaged, slice_page
from service.kit.rendering import ReaderOfPage
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.privacy.notices import operations
from service.privacy.notices.letters import letter_to
from service.privacy.notices.queries import undecided
from service.privacy.notices.words import STATES

router = APIRouter(prefix="/import-notices", include_in_schema=False)
FULFIL = [permit(Operation.FULFIL_DUTIES)]


@router.get("", dependencies=FULFIL)
def notices_page(session: Reading, paging: ShortPaged, reader: ReaderOfPage, by: Acting) -> Response:
    """List everybody who came from a file and has not agreed, with the letter that is due."""
    settings = services_of(reader.request).settings
    people = slice_page(undecided(session), paging)
    shown = [(person, person.state(by.today), letter_to(person, by.today, settings)) for person in people.rows]
    return reader.render(
        "privacy/notices/notices.html",
        people=shown,
        following=people.next,
        states=STATES,
        days=settings.notice_days,
    )


@router.post("/{expert_id}/sent", dependencies=FULFIL)
def record_sent(expert_id: str, session: Writing, request: Request, by: Acting) -> Response:
    """Record that the letter was sent."""
    operations.record_sent(session, by, expert_id, services_of(request).settings.notice_days)
    return led_to(request, f"/import-notices#{expert_id}")


@router.post("/{expert_id}/warned", dependencies=FULFIL)
def record_warned(expert_id: str, session: Writing, request: Request, by: Acting) -> Response:
    """Record that the warning was sent."""
    operations.record_warned(session, by, expert_id)
    return led_to(request, f"/import-notices#{expert_id}")
