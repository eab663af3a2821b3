"""What of selections waits for somebody: requests by age and whose turn, a lead's lists to answer, an expert's invitations."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product
from models.experts import Expert
from models.invitations import CandidateInvitation, OutboxMessage
from models.projects import Project
from models.selection import SelectionRequest
from models.shortlists import EntryContent, Shortlist, ShortlistEntry
from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, SelectionState, ShortlistStatus
from service.catalogue.rules.queries import role_names
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import ROLES
from service.catalogue.subjects.queries import find_subject
from service.identity.access.policies import Operation
from service.identity.access.visibility import visible_selections
from service.identity.access.waiting import MOST_LINES, PendingTask, PendingTasksQuery, StartForm, Waiting
from service.kit.calendar import last_day, local_day
from service.kit.languages import Bilingual
from service.kit.problems import NotOnListInForce
from service.selection.leading import leads_of
from service.selection.messages.links import hash_of, token_of
from service.selection.requests.choices import WHOLE_GROUPS, shelves
from service.selection.turns import TURNS, Owed, Turn, turns_of, worded
from service.selection.words import STATUSES

START = Bilingual(en="Start a list", vi="Lập danh sách mới")
IN_DETAIL = Bilingual(en="With hours, languages or a pasted text", vi="Kèm số giờ, ngôn ngữ hoặc văn bản mô tả")
REQUESTS = Bilingual(en="Requests for people", vi="Yêu cầu đề xuất nhân sự")
NO_REQUESTS = Bilingual(en="No request is open.", vi="Không có yêu cầu nào đang mở.")
ALL_REQUESTS = Bilingual(en="All requests", vi="Tất cả yêu cầu")
ANSWERS = Bilingual(en="Lists that wait for your answer", vi="Danh sách chờ ý kiến của bạn")
NO_ANSWERS = Bilingual(en="No list waits for your answer.", vi="Không có danh sách nào chờ ý kiến.")
LED = Bilingual(en="Products and projects that you lead", vi="Sản phẩm, dự án bạn phụ trách")
NOTHING_LED = Bilingual(en="Nothing yet: an administrator enters it.", vi="Chưa có; quản trị viên sẽ ghi nhận.")
INVITED = Bilingual(en="Invitations to you", vi="Thư mời gửi bạn")
NOT_INVITED = Bilingual(en="No invitation waits for your answer.", vi="Không có thư mời nào chờ trả lời.")
ANSWER_NOW = Bilingual(en="Open and answer", vi="Mở và trả lời")
LISTED = Bilingual(en="Lists on which you were proposed", vi="Danh sách có đề xuất bạn")
NOT_LISTED = Bilingual(en="You stand on no signed list.", vi="Bạn chưa có trong danh sách nào đã ký.")
PROPOSED = Bilingual(en="Ledger of proposals", vi="Sổ ghi các lần được đề xuất")
NOT_PROPOSED = Bilingual(en="Has stood on no list yet.", vi="Chưa có trong danh sách nào.")
WHOLE_LEDGER = Bilingual(en="Proposed, asked and answered: the whole ledger", vi="Toàn bộ sổ: đề xuất, mời, trả lời")
TO_VERIFY = Bilingual(en="Signed lists, the newest first", vi="Danh sách đã ký, mới nhất ở trên")
NONE_SIGNED = Bilingual(en="No list is signed yet.", vi="Chưa có danh sách nào được ký.")
SIGNED = Bilingual(en="signed; open to check that nobody changed it", vi="đã ký; mở để kiểm tra không ai sửa")


def requests_waiting(query: PendingTasksQuery) -> Waiting | None:
    """Return the open requests, the oldest first, each with whose turn it is; for whoever drafts lists."""
    if not query.may(Operation.EDIT_DRAFTS):
        return None
    open_ones = _open(query)
    turns = turns_of(query.session, open_ones, query.now)
    newest = _newest_lists(query.session, open_ones)
    first = open_ones[:MOST_LINES]
    leads = leads_of(query.session, first)
    lines = [_request_line(query.session, one, turns[one.id], leads[one.id], newest.get(one.id)) for one in first]
    return Waiting(10, REQUESTS, lines, NO_REQUESTS, len(open_ones), ("/requests", ALL_REQUESTS))


def start_a_list(query: PendingTasksQuery) -> Waiting | None:
    """Return the way from a product and a role straight to a draft, for whoever drafts lists."""
    if not query.may(Operation.EDIT_DRAFTS) or not (offered := shelves(query.session)):
        return None
    names = role_names(query.session)
    roles = [(role.value, Bilingual(en=names[role].en, vi=names[role].vi)) for role in ROLES[SubjectKind.PRODUCT] if role in names]
    subjects = [(shelf.heading, shelf.subjects) for shelf in offered if shelf.heading is not WHOLE_GROUPS]
    return Waiting(12, START, (), START, more=("/requests/new", IN_DETAIL), start=StartForm("/requests/drafts", subjects, roles))


def answers_owed(query: PendingTasksQuery) -> Waiting | None:
    """Return the released lists that the lead has not answered."""
    if not query.may(Operation.GIVE_FEEDBACK):
        return None
    open_ones = _open(query)
    turns = turns_of(query.session, open_ones, query.now)
    owed = [one for one in open_ones if turns[one.id].turn is Turn.FEEDBACK]
    lines = [
        PendingTask(_about(query.session, one), f"/requests/{one.id}/released", TURNS[Turn.FEEDBACK], since=local_day(turns[one.id].since))
        for one in owed
    ]
    return Waiting(10, ANSWERS, lines[:MOST_LINES], NO_ANSWERS, len(owed), ("/requests", ALL_REQUESTS))


def led_subjects(query: PendingTasksQuery) -> Waiting | None:
    """Return what the viewer leads, with the number of open requests for each."""
    if not query.may(Operation.GIVE_FEEDBACK):
        return None
    products = query.session.scalars(sa.select(Product).where(col(Product.id).in_(query.viewer.led_products)).order_by(col(Product.id)))
    projects = query.session.scalars(sa.select(Project).where(col(Project.id).in_(query.viewer.led_projects)).order_by(col(Project.id)))
    lines = [PendingTask(Bilingual(en=one.name_en, vi=one.name_vi), f"/products/{one.id}") for one in products]
    lines += [PendingTask(Bilingual(en=one.title_en, vi=one.title_vi), f"/projects/{one.id}") for one in projects]
    return Waiting(20, LED, lines, NOTHING_LED, len(lines), ("/requests/new", Bilingual(en="Open a request", vi="Tạo yêu cầu đề xuất")))


def invitations_of_mine(query: PendingTasksQuery) -> Waiting | None:
    """Return the open invitations of the viewer's own profile, each with its link: it is theirs."""
    if query.viewer.expert_id is None:
        return None
    mine = (col(CandidateInvitation.expert_id) == query.viewer.expert_id, col(CandidateInvitation.state) == InvitationState.OPEN)
    found = query.session.scalars(sa.select(CandidateInvitation).where(*mine).order_by(col(CandidateInvitation.deadline))).all()
    return Waiting(10, INVITED, [_invitation_line(query, one) for one in found], NOT_INVITED, len(found))


def lists_with_me(query: PendingTasksQuery) -> Waiting | None:
    """Return for what the viewer's own profile was proposed on signed lists."""
    if query.viewer.expert_id is None:
        return None
    rows = query.session.execute(_listed(query.viewer.expert_id).where(col(Shortlist.signed_at).is_not(None))).all()
    lines = [
        PendingTask(_about(query.session, query.session.get_one(SelectionRequest, one.request_id), role.value), on=local_day(one.signed_at))
        for one, role, _ in rows
    ]
    return Waiting(40, LISTED, lines[:MOST_LINES], NOT_LISTED, len(lines))


def proposals_of(query: PendingTasksQuery, expert: Expert) -> Waiting | None:
    """Return on which lists somebody stands, the newest first, and at which place; for whoever reads lists with names."""
    if not query.may(Operation.READ_DRAFTS):
        return None
    visible = visible_selections(query.viewer).with_only_columns(col(SelectionRequest.id))
    rows = query.session.execute(_listed(expert.id).where(col(Shortlist.request_id).in_(visible))).all()
    lines = [_proposal_line(query.session, *row) for row in rows]
    return Waiting(30, PROPOSED, lines, NOT_PROPOSED, len(lines), (f"/people/{expert.id}/ledger", WHOLE_LEDGER))


def lists_to_verify(query: PendingTasksQuery) -> Waiting | None:
    """Return the signed lists, the newest first, for whoever reads names and drafts nothing."""
    if not query.may(Operation.READ_AUDIT) or not query.may(Operation.READ_DRAFTS):
        return None
    visible = visible_selections(query.viewer).with_only_columns(col(SelectionRequest.id))
    signed = sa.select(Shortlist).where(col(Shortlist.signed_at).is_not(None), col(Shortlist.request_id).in_(visible))
    found = query.session.scalars(signed.order_by(col(Shortlist.signed_at).desc(), col(Shortlist.id))).all()
    lines = [_signed_line(query.session, one) for one in found[:MOST_LINES]]
    return Waiting(20, TO_VERIFY, lines, NONE_SIGNED, len(found), ("/requests", ALL_REQUESTS))


def _open(query: PendingTasksQuery) -> Sequence[SelectionRequest]:
    visible = visible_selections(query.viewer).where(col(SelectionRequest.state) != SelectionState.ENDED)
    return query.session.scalars(visible.order_by(col(SelectionRequest.opened_at), col(SelectionRequest.id))).all()


def _listed(expert_id: str) -> sa.Select[Shortlist, RoleCode, int | None]:
    joined = sa.select(Shortlist, col(ShortlistEntry.role), col(ShortlistEntry.position))
    joined = joined.join(ShortlistEntry, col(ShortlistEntry.shortlist_id) == col(Shortlist.id))
    joined = joined.join(EntryContent, col(EntryContent.entry_id) == col(ShortlistEntry.id))
    taken = (col(EntryContent.expert_id) == expert_id, col(ShortlistEntry.position).is_not(None))
    return joined.where(*taken).order_by(col(Shortlist.drafted_at).desc(), col(Shortlist.id))


def _proposal_line(session: Session, one: Shortlist, role: RoleCode, position: int) -> PendingTask:
    state = STATUSES[one.status]
    note = Bilingual(en=f"place {position}, {state.en}", vi=f"vị trí {position}, {state.vi}")
    about = _about(session, session.get_one(SelectionRequest, one.request_id), role.value)
    return PendingTask(about, f"/shortlists/{one.id}", note, on=local_day(one.drafted_at))


def _newest_lists(session: Session, requests: Sequence[SelectionRequest]) -> dict[str, Shortlist]:
    """Return the newest shortlist of each request that has one."""
    rows = sa.select(Shortlist).where(col(Shortlist.request_id).in_([one.id for one in requests]))
    found = session.scalars(rows.order_by(col(Shortlist.drafted_at), col(Shortlist.id))).all()
    return {one.request_id: one for one in found}


def _request_line(session: Session, one: SelectionRequest, owed: Owed, leads: Sequence[str], shortlist: Shortlist | None) -> PendingTask:
    late = owed.turn is Turn.LATE_ANSWER
    file = f"/api/v1/shortlists/{shortlist.id}/dossier.pdf" if shortlist else None
    unsigned = shortlist is not None and shortlist.status is not ShortlistStatus.SIGNED
    note, since = worded(owed.turn, leads), local_day(owed.since)
    return PendingTask(_about(session, one), f"/requests/{one.id}", note, since=since, late=late, file=file, unsigned=unsigned)


def _signed_line(session: Session, one: Shortlist) -> PendingTask:
    about = _about(session, session.get_one(SelectionRequest, one.request_id))
    return PendingTask(about, f"/shortlists/{one.id}/verification", SIGNED, on=local_day(one.signed_at) if one.signed_at else None)


def _invitation_line(query: PendingTasksQuery, one: CandidateInvitation) -> PendingTask:
    about = _about(query.session, query.session.get_one(SelectionRequest, one.request_id), one.role.value)
    due = last_day(one.deadline)
    token = _token_of(query.session, one)
    path = f"/invited/{token}" if token else None
    return PendingTask(about, path, ANSWER_NOW, due=due, late=due < query.today)


def _token_of(session: Session, one: CandidateInvitation) -> str | None:
    """Return the token of an invitation, for the invited person alone: derived from the message that it was written in."""
    letters = (col(OutboxMessage.request_id) == one.request_id, col(OutboxMessage.expert_id) == one.expert_id)
    tokens = (token_of(session, letter) for letter in session.scalars(sa.select(col(OutboxMessage.id)).where(*letters)))
    return next((token for token in tokens if hash_of(token) == one.token_hash), None)


def _about(session: Session, one: SelectionRequest, role: str | None = None) -> Bilingual:
    names = role_names(session)
    roles = [names[code] for code in ([role] if role else one.roles) if code in names]
    subject = _subject(session, one)
    return Bilingual(en=f"{subject.en}: {', '.join(name.en for name in roles)}", vi=f"{subject.vi}: {', '.join(name.vi for name in roles)}")


def _subject(session: Session, one: SelectionRequest) -> Bilingual:
    try:
        return find_subject(session, SubjectKind(one.subject_kind), one.subject_id).name
    except NotOnListInForce:
        return Bilingual(en=one.subject_id, vi=one.subject_id)
