"""Releases a signed shortlist to the leads of its subject, and takes what they say of it."""

from collections.abc import Sequence

from sqlmodel import col

from models.accounts import Account
from models.audit import AuditAction
from models.database import WriteSession
from models.selection import SelectionRequest
from models.shortlists import Feedback, Release, Shortlist
from models.vocabulary.selection import FeedbackKind, ShortlistStatus
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record, record_reading_within
from service.kit.problems import Conflict, Invalid
from service.selection.drafts.operations import SHORTLIST
from service.selection.leading import led_by
from service.selection.releases.queries import listed, pseudonyms, withdrawn_of
from service.selection.releases.schemas import FeedbackInput
from service.selection.rivals import leave_to_uninvolved
from service.selection.secret import ensure_secret
from service.selection.words import REASONS_FOR

HOME = "VN"


def release(session: WriteSession, by: Actor, shortlist: Shortlist) -> Release:
    """Open a signed shortlist to the leads; raises ``Conflict`` for any other or one released, ``Forbidden`` to who stands in it."""
    leave_to_uninvolved(session, by, shortlist.request_id)
    if shortlist.status is not ShortlistStatus.SIGNED:
        raise Conflict("release_needs_signature", en="Only a signed shortlist is released.", vi="Chỉ phát hành danh sách đã ký.")
    if session.get(Release, shortlist.id) is not None:
        raise Conflict("list_released_already", en="The shortlist was released already.", vi="Danh sách đã được phát hành.")
    ensure_secret(session)
    released = Release(shortlist_id=shortlist.id, released_by=by.actor, released_at=by.now)
    session.add(released)
    session.flush()
    thing = AuditedObject(SHORTLIST, shortlist.id)
    people = sorted({content.expert_id for _, content in listed(session, shortlist.id)})
    record_reading_within(session, by, "release", thing, people)
    record(session, by, AuditAction.SHORTLIST_RELEASED, thing, request=shortlist.request_id)
    _record_abroad(session, by, shortlist, people)
    return released


def _record_abroad(session: WriteSession, by: Actor, shortlist: Shortlist, people: list[str]) -> None:
    """Record for each lead who reads from another country that the list was opened to them (Law 91/2025/QH15, Article 20)."""
    request = session.get_one(SelectionRequest, shortlist.request_id)
    abroad = led_by(request).where(col(Account.country).is_not(None), col(Account.country) != HOME)
    leads: Sequence[Account] = session.scalars(abroad).all()
    for lead in leads:
        what = {"reader": lead.id, "country": lead.country, "people": len(people), "experts": people}
        record(session, by, AuditAction.SENT_ABROAD, AuditedObject(SHORTLIST, shortlist.id), **what)


def give_feedback(session: WriteSession, by: Actor, shortlist: Shortlist, fields: FeedbackInput) -> Feedback:
    """Keep what a lead says.

    Raises ``Invalid`` for a pseudonym that is not on the list and for a reason that belies the opinion, ``Conflict`` for somebody who has
    withdrawn, ``Forbidden`` to a lead who stands in the request.
    """
    leave_to_uninvolved(session, by, shortlist.request_id)
    _check_reason(fields)
    known = pseudonyms(session, shortlist.id, by.actor)
    if fields.person is not None and fields.person not in known:
        raise Invalid.field("person", en="names nobody on this list", vi="không phải người trong danh sách này")
    role, expert_id = known[fields.person] if fields.person else (None, None)
    if (role, expert_id) in withdrawn_of(session, shortlist.request_id, listed(session, shortlist.id)):
        raise Conflict(
            "person_withdrawn",
            en="This person has withdrawn: nothing more is said of them. Ask for other people instead.",
            vi="Người này đã rút: không nhận xét thêm về họ. Hãy đề nghị người khác.",
        )
    own = fields.model_dump(exclude={"person"})
    feedback = Feedback(shortlist_id=shortlist.id, role=role, expert_id=expert_id, given_by=by.actor, given_at=by.now, **own)
    session.add(feedback)
    session.flush()
    what = {"kind": fields.kind.value, "reason": fields.reason.value, "expert": expert_id}
    record(session, by, AuditAction.FEEDBACK_GIVEN, AuditedObject(SHORTLIST, shortlist.id), **what)
    return feedback


def _check_reason(fields: FeedbackInput) -> None:
    """Raise ``Invalid`` where somebody is called suitable for a reason against them, or not suitable for one that speaks for them."""
    if fields.reason not in REASONS_FOR[fields.kind is FeedbackKind.SUITABLE]:
        raise Invalid(
            "reason_against_opinion",
            en="This reason contradicts the opinion: choose a reason that goes with it, or “other” with a text.",
            vi="Lý do này trái với ý kiến: hãy chọn lý do phù hợp với ý kiến, hoặc “khác” kèm nội dung.",
        )
