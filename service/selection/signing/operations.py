"""Signs a shortlist: from the first signature on its entries stand still, from the last on nothing of it changes any more."""

from typing import Any

from models.audit import AuditAction
from models.database import WriteSession, insert_if_absent
from models.experts import NetworkState
from models.selection import Candidate, SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary.selection import SelectionState, ShortlistStatus
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict
from service.kit.settings import Settings
from service.selection.demanded import lists_real_people, needs_second_signature
from service.selection.drafts.operations import SHORTLIST, check_draft
from service.selection.drafts.queries import ShortlistContents, counting, open_rules, places_of, shown
from service.selection.drafts.schemas import ChoiceView, FindingView
from service.selection.requests.machine import check, request_steps
from service.selection.rivals import leave_to_uninvolved
from service.selection.signing.fingerprint import digest_of, fingerprint_of
from service.selection.signing.judging import check_judged, left_open_of
from service.selection.signing.schemas import SignInput
from service.selection.signing.seal import break_seal, names_of, put_seal
from service.selection.signing.signers import check_signer
from service.selection.willing import check_willing


def sign(session: WriteSession, by: Actor, request: SelectionRequest, shortlist: Shortlist, fields: SignInput, settings: Settings) -> None:
    """Sign a draft, or give the second signature where the settings ask for one.

    Raises ``Forbidden`` to who stands in the request, and ``Conflict`` for a signed list, a signer tied to a candidate or signing
    twice, a candidate who may not be proposed any more, and conditions that ``judging`` does not let pass.
    """
    _hold_people_still(session)
    now, real = shown(session, shortlist), lists_real_people(session, settings)
    listed = [content.expert_id for entry, content in now.places if content is not None and entry.position is not None]
    check_signer(session, by, listed, settings)
    leave_to_uninvolved(session, by, request.id)
    check_willing(session, listed)
    if shortlist.status is ShortlistStatus.HALF_SIGNED:
        _second(by, shortlist)
    else:
        check_draft(shortlist)
        check_judged(now, fields, real=real)
        _first(session, by, shortlist, now, fields, last=not needs_second_signature(session, settings))
    put_seal(shortlist)
    session.flush()
    if shortlist.status is ShortlistStatus.SIGNED:
        _become_candidates(session, by, request, now)
    what = {"status": shortlist.status.value, "fingerprint": shortlist.fingerprint, "people": len(listed)}
    seal = {"seal": shortlist.seal, "seal_version": shortlist.seal_version, "places": names_of(now.places)}
    record(session, by, AuditAction.SHORTLIST_SIGNED, AuditedObject(SHORTLIST, shortlist.id), **what, **seal)


def reopen(session: WriteSession, by: Actor, shortlist: Shortlist) -> None:
    """Take back the first of two signatures; raises ``Conflict`` for any other list."""
    leave_to_uninvolved(session, by, shortlist.request_id)
    if shortlist.status is not ShortlistStatus.HALF_SIGNED:
        raise Conflict(
            "list_not_half_signed",
            en="Only a list that waits for its second signature can be reopened.",
            vi="Chỉ mở lại được danh sách đang chờ chữ ký thứ hai.",
        )
    shortlist.status, shortlist.fingerprint = ShortlistStatus.DRAFT, None
    shortlist.signed_by, shortlist.signed_at, shortlist.sign_reason = None, None, ""
    break_seal(shortlist)
    session.flush()
    record(session, by, AuditAction.SHORTLIST_REOPENED, AuditedObject(SHORTLIST, shortlist.id))


def _hold_people_still(session: WriteSession) -> None:
    """Lock the counter of changes, as every change of a person does: no consent is withdrawn between check and signature."""
    session.get(NetworkState, 1, with_for_update=True)


def _first(session: WriteSession, by: Actor, shortlist: Shortlist, now: ShortlistContents, fields: SignInput, *, last: bool) -> None:
    for entry, content in now.places:
        if content is not None:
            left_open = left_open_of(fields, entry.role.value, content.expert_id)
            content.judged = {**_judged(now, entry.role, content.expert_id, content.snapshot), "left_open": left_open}
            entry.digest = digest_of(entry, content)
    session.flush()  # before the list itself: entries of a signed list do not change
    shortlist.fingerprint = fingerprint_of(shortlist, [entry for entry, _ in now.places])
    shortlist.signed_by, shortlist.signed_at, shortlist.sign_reason = by.actor, by.now, fields.reason
    shortlist.status = ShortlistStatus.SIGNED if last else ShortlistStatus.HALF_SIGNED


def _judged(now: ShortlistContents, role: Any, expert_id: str, snapshot: dict[str, Any]) -> dict[str, Any]:
    found = counting(now.findings, role, expert_id)
    choices = [one for one in now.choices if (one.role, one.expert_id) == (role, expert_id)]
    return {
        "findings": [FindingView.model_validate(one).model_dump(mode="json") for one in found.values()],
        "choices": [ChoiceView.model_validate(one).model_dump(mode="json") for one in choices],
        "open_rules": open_rules(snapshot, found),
    }


def _second(by: Actor, shortlist: Shortlist) -> None:
    if shortlist.signed_by == by.actor:
        raise Conflict("same_signer", en="The second signature is another person's.", vi="Chữ ký thứ hai phải của người khác.")
    shortlist.second_by, shortlist.second_at = by.actor, by.now
    shortlist.status = ShortlistStatus.SIGNED


def _become_candidates(session: WriteSession, by: Actor, request: SelectionRequest, now: ShortlistContents) -> None:
    if request.state is not SelectionState.SHORTLIST:
        check(request_steps(request.track, request.state), request.state, SelectionState.SHORTLIST)
        request.state = SelectionState.SHORTLIST
    request.first_signed_at = request.first_signed_at or by.now
    session.flush()
    rows = [
        {
            "request_id": request.id,
            "role": entry.role,
            "expert_id": content.expert_id,
            "state": SelectionState.SHORTLIST,
            "changed_at": by.now,
        }
        for entry, content in places_of(session, now.shortlist.id)
        if content is not None and entry.position is not None
    ]
    if rows:
        insert_if_absent(session, Candidate, rows)
