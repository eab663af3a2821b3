"""Addresses of the notices to people who came from a file: who is to be told, the letter, and that it was sent."""

from fastapi import Request

from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, slice_page
from service.kit.problems import responses
from service.kit.services import services_of
from service.kit.sessions import Reading, Writing
from service.privacy.notices import operations
from service.privacy.notices.letters import letter_to
from service.privacy.notices.queries import NoticeState, undecided
from service.privacy.notices.schemas import LetterView, NoticeView

router = APIRouter(prefix="/import-notices", tags=["data protection"], responses=responses(401, 403))
READ, FULFIL = [permit(Operation.READ_DUTIES)], [permit(Operation.FULFIL_DUTIES)]


@router.get("", dependencies=READ)
def list_import_notices(session: Reading, paging: Paged, by: Acting, state: NoticeState | None = None) -> Page[NoticeView]:
    """List everybody who came from a file and has not agreed, by id, all or those for whom something certain is to be done."""
    people = [person for person in undecided(session) if state in {None, person.state(by.today)}]
    return paging.page(slice_page(people, paging), lambda person: NoticeView.of(person, by.today))


@router.get("/{expert_id}/letter", dependencies=FULFIL, responses=responses(404))
def get_import_notice_letter(expert_id: str, session: Reading, request: Request, by: Acting) -> LetterView:
    """Write the letter that is due, ready to copy: the first one, or the warning a week before the end."""
    letter = letter_to(operations.find_undecided(session, expert_id), by.today, services_of(request).settings)
    return LetterView(language=letter.language, subject=letter.subject, body=letter.body)


@router.post("/{expert_id}/sent", dependencies=FULFIL, responses=responses(404, 409))
def record_import_notice_sent(expert_id: str, session: Writing, request: Request, by: Acting) -> NoticeView:
    """Record that the letter was sent: the days of the setting run from today, and the record goes after them."""
    operations.record_sent(session, by, expert_id, services_of(request).settings.notice_days)
    return NoticeView.of(operations.find_undecided(session, expert_id), by.today)


@router.post("/{expert_id}/warned", dependencies=FULFIL, responses=responses(404, 409))
def record_import_notice_warned(expert_id: str, session: Writing, by: Acting) -> NoticeView:
    """Record that the warning was sent by hand."""
    operations.record_warned(session, by, expert_id)
    return NoticeView.of(operations.find_undecided(session, expert_id), by.today)
