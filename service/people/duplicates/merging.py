"""Makes two records one, in one transaction: rows move, words that forbid win, and everything is remembered so that it can be undone."""

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditAction
from models.database import WriteSession
from models.doubles import DuplicatePair, RecordMerge
from models.experts import Consent, Expert, Relation
from models.vocabulary import ConsentPurpose, DuplicateState
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.jobs.queue import enqueue_once
from service.kit.problems import Conflict, Invalid
from service.people.duplicates.joining import join_profiles
from service.people.duplicates.moving import move_rows
from service.people.duplicates.queries import require_pair_tag
from service.people.duplicates.rows import changes_between, rows_of
from service.people.duplicates.words_of_people import join_consents, join_willingness
from service.people.hooks import on_withdrawal
from service.people.profiles.changes import READ_PEOPLE, next_change_number
from service.people.profiles.merged import merged_ids
from service.people.profiles.queries import find_expert

MERGE = "record_merge"


def merge(session: WriteSession, by: Actor, pair: DuplicatePair, keep: str, reason: str, if_match: str | None) -> RecordMerge:
    """Merge the other record of ``pair`` into ``keep``.

    Raises ``Invalid`` for a record that is not of the pair, ``Gone`` for one that was merged before, ``Forbidden`` to the person,
    ``Conflict`` where they were found to be different people, and what a change without the versions that were read raises.
    """
    leave_to_others(by, pair.first_id, pair.second_id)
    number = next_change_number(session)
    session.refresh(pair)
    kept, other = _records(session, pair, keep)
    require_pair_tag(session, pair, if_match)
    if pair.state is DuplicateState.DIFFERENT:
        raise Conflict(
            "found_different",
            en="They were found to be different people: take that back first, with a reason.",
            vi="Đã kết luận đây là hai người khác nhau: trước hết hãy gỡ kết luận đó, kèm lý do.",
        )
    ids = [kept.id, other.id, *merged_ids(session, other.id)]
    before = rows_of(session, ids)
    _join(session, by, kept, other)
    merge_row = RecordMerge(kept_id=kept.id, merged_id=other.id, merged_by=by.actor, merged_at=by.now, reason=reason)
    merge_row.changes = changes_between(before, rows_of(session, ids))
    session.add(merge_row)
    pair.state, pair.decided_by, pair.decided_at, pair.reason = DuplicateState.MERGED, by.actor, by.now, reason
    touch(session, number, ids)
    record(session, by, AuditAction.RECORDS_MERGED, AuditedObject(MERGE, str(merge_row.id)), kept=kept.id, merged=other.id)
    return merge_row


def touch(session: WriteSession, number: int, ids: list[str]) -> None:
    """Give the records, and everybody who is related to them, the change number ``number``, and let them be read again."""
    session.flush()
    enqueue_once(session, READ_PEOPLE)
    owners = sa.select(col(Relation.expert_id)).where(col(Relation.other_expert_id).in_(ids))
    for expert in session.scalars(sa.select(Expert).where(sa.or_(col(Expert.id).in_(ids), col(Expert.id).in_(owners)))):
        expert.change_number = number
    session.flush()


def _records(session: WriteSession, pair: DuplicatePair, keep: str) -> tuple[Expert, Expert]:
    if keep not in {pair.first_id, pair.second_id}:
        raise Invalid.field("keep", en="must be one of the two records", vi="phải là một trong hai hồ sơ")
    merged = pair.second_id if keep == pair.first_id else pair.first_id
    return find_expert(session, keep), find_expert(session, merged)


def _join(session: WriteSession, by: Actor, kept: Expert, other: Expert) -> None:
    """Move everything to ``kept``; whoever thereby is no longer to be matched is no candidate any more."""
    matched = {_is_matched(session, kept), _is_matched(session, other)}
    join_profiles(kept, other)
    join_consents(session, by, kept.id, other.id)
    join_willingness(session, kept.id, other.id)
    move_rows(session, by, kept.id, other.id)
    for earlier in merged_ids(session, other.id):
        session.get_one(Expert, earlier).merged_into = kept.id
    other.merged_into = kept.id
    session.flush()
    session.expire_all()
    if True in matched and not _is_matched(session, kept):
        on_withdrawal(session, by, kept.id)


def _is_matched(session: WriteSession, expert: Expert) -> bool:
    consent = session.get(Consent, (expert.id, ConsentPurpose.MATCHING))
    given = consent is not None and consent.withdrawn_at is None
    return given and expert.objected_at is None and expert.restricted_at is None
