"""Drafts a shortlist and applies what people decide about it; each decision is one transaction."""

import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.selection import SelectionRequest
from models.shortlists import EntryContent, Shortlist, ShortlistChoice, ShortlistEntry
from models.vocabulary import RoleCode
from models.vocabulary.selection import ChoiceKind, SelectionState, ShortlistStatus
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.matches.recommendations.recommending import Recommendation, Recommender
from service.selection.drafts.arranging import arrange
from service.selection.drafts.queries import Place, choices_of, places_of
from service.selection.drafts.schemas import ChoiceInput
from service.selection.drafts.snapshots import Snapshot, head_of, snapshots
from service.selection.requests.queries import asked_of, recommend_for, roles_of
from service.selection.rivals import leave_to_uninvolved

SHORTLIST = "shortlist"


def draft(session: WriteSession, by: Actor, request: SelectionRequest, recommender: Recommender, length: int) -> Shortlist:
    """Draft a shortlist from the recommender. It may be empty: nobody is an answer. Raises ``Conflict`` beside another draft."""
    _check_draftable(session, request)
    found = recommend_for(recommender, session, asked_of(request), fitting=True)
    shortlist = Shortlist(
        id=f"L{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        request_id=request.id,
        head=head_of(request, found, length),
        drafted_by=by.actor,
        drafted_at=by.now,
    )
    session.add(shortlist)
    session.flush()
    _fill(session, shortlist, found, ())
    people = {one.ranking.need.role.value: one.counts["fitting"] for one in found}
    record(session, by, AuditAction.SHORTLIST_DRAFTED, AuditedObject(SHORTLIST, shortlist.id), request=request.id, fitting=people)
    return shortlist


def choose(
    session: WriteSession, by: Actor, request: SelectionRequest, shortlist: Shortlist, choice: ChoiceInput, recommender: Recommender
) -> None:
    """Apply a decision to a draft.

    Raises ``Conflict`` for a signed list or somebody not proposed, ``Invalid`` for a stranger, ``Forbidden`` to who stands in the request.
    """
    leave_to_uninvolved(session, by, request.id, choice.expert_id)
    check_draft(shortlist)
    _check_role(request, choice.role)
    listed = {content.expert_id for entry, content in places_of(session, shortlist.id) if content and entry.role is choice.role}
    if choice.kind is ChoiceKind.ADD:
        _add(session, request, shortlist, choice, recommender, listed)
    elif choice.expert_id not in listed:
        raise Invalid.field("expert_id", en="names nobody on this draft", vi="không phải người trong dự thảo này")
    session.add(ShortlistChoice(shortlist_id=shortlist.id, made_by=by.actor, made_at=by.now, **choice.model_dump()))
    session.flush()
    rearranged(session, shortlist)
    what = {"role": choice.role.value, "expert": choice.expert_id, "kind": choice.kind.value, "place": choice.place}
    record(session, by, AuditAction.SHORTLIST_CHANGED, AuditedObject(SHORTLIST, shortlist.id), **what)


def refresh(session: WriteSession, by: Actor, request: SelectionRequest, shortlist: Shortlist, recommender: Recommender) -> None:
    """Ask the recommender again and keep every decision; raises what ``choose`` raises."""
    leave_to_uninvolved(session, by, request.id)
    check_draft(shortlist)
    entries = sa.select(col(ShortlistEntry.id)).where(col(ShortlistEntry.shortlist_id) == shortlist.id)
    session.execute(sa.delete(EntryContent).where(col(EntryContent.entry_id).in_(entries)))
    session.execute(sa.delete(ShortlistEntry).where(col(ShortlistEntry.shortlist_id) == shortlist.id))
    found = recommend_for(recommender, session, asked_of(request))
    shortlist.head = head_of(request, found, int(shortlist.head["length"]))
    _fill(session, shortlist, found, choices_of(session, shortlist.id))
    _new_version(session, shortlist)
    record(session, by, AuditAction.SHORTLIST_CHANGED, AuditedObject(SHORTLIST, shortlist.id), kind="refresh")


def check_draft(shortlist: Shortlist) -> None:
    """Raise ``Conflict`` unless ``shortlist`` may still be changed."""
    if shortlist.status is not ShortlistStatus.DRAFT:
        raise Conflict(
            "list_signed",
            en="A signed shortlist is never changed. Draft a new one.",
            vi="Danh sách đã ký không được sửa. Hãy lập dự thảo mới.",
        )


def of_machine(found: Recommendation, length: int) -> list[str]:
    """Return whom the recommender proposes, best first, at most ``length``; the list is never filled up."""
    profiles = found.ranking.network.profiles
    return [profiles[position].id for position in found.ranking.fitting[:length].tolist()]


def _check_draftable(session: Session, request: SelectionRequest) -> None:
    if request.state is SelectionState.ENDED:
        raise Conflict("request_closed_to_drafts", en="The request is closed.", vi="Yêu cầu đã đóng.")
    unsigned = (col(Shortlist.request_id) == request.id, col(Shortlist.status) != ShortlistStatus.SIGNED)
    other = session.scalar(sa.select(col(Shortlist.id)).where(*unsigned))
    if other is not None:
        raise Conflict("draft_exists", en=f"There is a draft already: {other}.", vi=f"Đã có dự thảo {other}.")


def _check_role(request: SelectionRequest, role: RoleCode) -> None:
    if role not in roles_of(request):
        raise Invalid.field("role", en="is not asked for by this request", vi="không thuộc yêu cầu này")


def _fill(session: WriteSession, shortlist: Shortlist, found: Iterable[Recommendation], choices: Sequence[ShortlistChoice]) -> None:
    length = int(shortlist.head["length"])
    for one in found:
        role = one.ranking.need.role
        of_role = [choice for choice in choices if choice.role is role]
        added = [choice.expert_id for choice in of_role if choice.kind is ChoiceKind.ADD]
        people = list(dict.fromkeys([*of_machine(one, length), *added]))
        _enter(session, shortlist, role, snapshots(session, one, people), arrange(people, of_role).listed)


def _add(
    session: WriteSession, request: SelectionRequest, shortlist: Shortlist, choice: ChoiceInput, recommender: Recommender, listed: set[str]
) -> None:
    if choice.expert_id in listed:
        raise Conflict("person_on_draft_already", en="The person is on this draft already.", vi="Người này đã có trong dự thảo.")
    (found,) = (one for one in recommend_for(recommender, session, asked_of(request)) if one.ranking.need.role is choice.role)
    _enter(session, shortlist, choice.role, snapshots(session, found, [choice.expert_id]), [])


def _enter(session: WriteSession, shortlist: Shortlist, role: RoleCode, people: Mapping[str, Snapshot], listed: list[str]) -> None:
    """Add ``people``, each at the place that they have in ``listed``; entries get ids in this order, which stands for the machine's."""
    entries = {expert_id: ShortlistEntry(shortlist_id=shortlist.id, role=role) for expert_id in people}
    _place(entries, listed)
    session.add_all(entries.values())
    session.flush()
    for expert_id, entry in entries.items():
        salt, snapshot = secrets.token_hex(32), people[expert_id]
        session.add(EntryContent(entry_id=entry.id or 0, expert_id=expert_id, salt=salt, snapshot=snapshot))
    session.flush()


def rearranged(session: WriteSession, shortlist: Shortlist) -> None:
    """Give every entry of a draft its position anew, as a new version; the machine's order is that of the entries' ids."""
    choices, places = choices_of(session, shortlist.id), places_of(session, shortlist.id)
    session.execute(sa.update(ShortlistEntry).where(col(ShortlistEntry.shortlist_id) == shortlist.id).values(position=None))
    for role in {entry.role for entry, _ in places}:
        of_role = {content.expert_id: entry for entry, content in sorted(places, key=_by_id) if content and entry.role is role}
        _place(of_role, arrange(list(of_role), [choice for choice in choices if choice.role is role]).listed)
    session.flush()
    _new_version(session, shortlist)


def _by_id(place: Place) -> int:
    return place[0].id or 0


def _place(entries: Mapping[str, ShortlistEntry], listed: list[str]) -> None:
    places = {expert_id: number for number, expert_id in enumerate(listed, start=1)}
    for expert_id, entry in entries.items():
        entry.position = places.get(expert_id)


def _new_version(session: WriteSession, shortlist: Shortlist) -> None:
    flag_modified(shortlist, "status")
    session.flush()
