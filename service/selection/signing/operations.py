"""Signs a shortlist: from the first signature on its entries stand still, from the last on nothing of it changes any more."""

from typing import Any

from models.audit import AuditAction
from models.database import WriteSession, insert_if_absent
from models.experts import NetworkState
from models.selection import Candidate, SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary.selection import Finding, SelectionState, ShortlistStatus
from service.kit.acting import By
from service.kit.events.recording import Thing, record
from service.kit.languages import Bilingual
from service.kit.problems import Conflict
from service.kit.settings import Settings
from service.selection.drafts.operations import SHORTLIST, check_draft
from service.selection.drafts.queries import Shown, counting, open_rules, places_of, shown
from service.selection.drafts.schemas import ChoiceView, FindingView
from service.selection.requests.machine import check, request_steps
from service.selection.rivals import leave_to_uninvolved
from service.selection.signing.fingerprint import digest_of, fingerprint_of
from service.selection.signing.schemas import SignInput
from service.selection.signing.signers import check_signer
from service.selection.willing import check_willing

MOST_NAMED = 5


def sign(session: WriteSession, by: By, request: SelectionRequest, shortlist: Shortlist, fields: SignInput, settings: Settings) -> None:
    """Sign a draft, or give the second signature where the settings ask for one.

    Raises ``Forbidden`` to who stands in the request, and ``Conflict`` for a signed list, a signer tied to a candidate or signing
    twice, a candidate who may not be proposed any more, and rules that are still open unless ``fields`` says that this was seen.
    """
    _hold_people_still(session)
    now = shown(session, shortlist)
    listed = [content.expert_id for entry, content in now.places if content is not None and entry.position is not None]
    check_signer(session, by, listed, settings)
    leave_to_uninvolved(session, by, request.id)
    check_willing(session, listed)
    if shortlist.status is ShortlistStatus.HALF_SIGNED:
        _second(by, shortlist)
    else:
        check_draft(shortlist)
        _check_findings(now, seen=fields.open_rules_seen)
        _first(session, by, shortlist, now, fields, last=not settings.second_signature)
    session.flush()
    if shortlist.status is ShortlistStatus.SIGNED:
        _become_candidates(session, by, request, now)
    what = {"status": shortlist.status.value, "fingerprint": shortlist.fingerprint, "people": len(listed)}
    record(session, by, AuditAction.SHORTLIST_SIGNED, Thing(SHORTLIST, shortlist.id), **what)


def reopen(session: WriteSession, by: By, shortlist: Shortlist) -> None:
    """Take back the first of two signatures; raises ``Conflict`` for any other list."""
    leave_to_uninvolved(session, by, shortlist.request_id)
    if shortlist.status is not ShortlistStatus.HALF_SIGNED:
        raise Conflict(
            en="Only a list that waits for its second signature can be reopened.", vi="Chỉ mở lại được danh sách đang chờ chữ ký thứ hai."
        )
    shortlist.status, shortlist.fingerprint = ShortlistStatus.DRAFT, None
    shortlist.signed_by, shortlist.signed_at, shortlist.sign_reason = None, None, ""
    session.flush()
    record(session, by, AuditAction.SHORTLIST_REOPENED, Thing(SHORTLIST, shortlist.id))


def _hold_people_still(session: WriteSession) -> None:
    """Lock the counter of changes, as every change of a person does: no consent is withdrawn between check and signature."""
    session.get(NetworkState, 1, with_for_update=True)


def _check_findings(now: Shown, *, seen: bool) -> None:
    failed, unjudged = [], []
    for entry, content in now.places:
        if content is None or entry.position is None:
            continue
        found = counting(now.findings, entry.role, content.expert_id)
        failed += [_named(content.snapshot, rule) for rule, one in found.items() if one.finding is Finding.NOT_MET]
        unjudged += [_named(content.snapshot, rule) for rule in open_rules(content.snapshot, found)]
    if failed:
        raise Conflict(
            en=f"Found not met: {_list(failed).en}. Take these people off the list first.",
            vi=f"Được kết luận là không đạt: {_list(failed).vi}. Hãy đưa những người này ra khỏi danh sách trước.",
        )
    if unjudged and not seen:
        raise Conflict(
            en=f"Nobody has judged yet: {_list(unjudged).en}. Record findings, or say that you have seen what is open (open_rules_seen).",
            vi=f"Chưa có ai thẩm tra: {_list(unjudged).vi}. Hãy ghi kết quả, hoặc xác nhận đã xem các mục còn mở (open_rules_seen).",
        )


def _named(snapshot: dict[str, Any], rule: str) -> Bilingual:
    """Return a person and a condition in words; the code where the rule was not among those of the list."""
    labels = {one["rule"]: one["label"] for one in snapshot["rules"]}
    label, name = labels.get(rule, {"en": rule, "vi": rule}), snapshot["expert"]["display_name"]
    return Bilingual(en=f"{name}: {label['en']}", vi=f"{name}: {label['vi']}")


def _list(named: list[Bilingual]) -> Bilingual:
    """Return the first few of what is in the way, and how many more there are."""
    shown, more = named[:MOST_NAMED], len(named) - MOST_NAMED
    rest = Bilingual(en=f"; and {more} more", vi=f"; và {more} mục khác") if more > 0 else Bilingual(en="", vi="")
    return Bilingual(en="; ".join(one.en for one in shown) + rest.en, vi="; ".join(one.vi for one in shown) + rest.vi)


def _first(session: WriteSession, by: By, shortlist: Shortlist, now: Shown, fields: SignInput, *, last: bool) -> None:
    for entry, content in now.places:
        if content is not None:
            content.judged = _judged(now, entry.role, content.expert_id, content.snapshot)
            entry.digest = digest_of(entry, content)
    session.flush()  # before the list itself: entries of a signed list do not change
    shortlist.fingerprint = fingerprint_of(shortlist, [entry for entry, _ in now.places])
    shortlist.signed_by, shortlist.signed_at, shortlist.sign_reason = by.actor, by.now, fields.reason
    shortlist.status = ShortlistStatus.SIGNED if last else ShortlistStatus.HALF_SIGNED


def _judged(now: Shown, role: Any, expert_id: str, snapshot: dict[str, Any]) -> dict[str, Any]:
    found = counting(now.findings, role, expert_id)
    choices = [one for one in now.choices if (one.role, one.expert_id) == (role, expert_id)]
    return {
        "findings": [FindingView.model_validate(one).model_dump(mode="json") for one in found.values()],
        "choices": [ChoiceView.model_validate(one).model_dump(mode="json") for one in choices],
        "open_rules": open_rules(snapshot, found),
    }


def _second(by: By, shortlist: Shortlist) -> None:
    if shortlist.signed_by == by.actor:
        raise Conflict(en="The second signature is another person's.", vi="Chữ ký thứ hai phải của người khác.")
    shortlist.second_by, shortlist.second_at = by.actor, by.now
    shortlist.status = ShortlistStatus.SIGNED


def _become_candidates(session: WriteSession, by: By, request: SelectionRequest, now: Shown) -> None:
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
