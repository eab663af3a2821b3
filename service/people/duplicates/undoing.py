"""Takes a merge back: every row as it was before, but for what was changed since."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.database import WriteSession
from models.doubles import DuplicatePair, RecordMerge
from models.vocabulary import DuplicateState
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict
from service.people.duplicates.merging import MERGE, touch
from service.people.duplicates.queries import require_pair_tag
from service.people.duplicates.rows import take_back
from service.people.duplicates.words_of_people import keep_withdrawals
from service.people.profiles.changes import next_change_number


def undo(session: WriteSession, by: Actor, pair: DuplicatePair, reason: str, if_match: str | None) -> RecordMerge:
    """Undo the merge of ``pair``: both records as they were, but for what was changed since, and no withdrawal is lost.

    Raises ``Conflict`` where nothing is merged or a later merge of the same record must be undone first, ``Forbidden`` to the person.
    """
    leave_to_others(by, pair.first_id, pair.second_id)
    number = next_change_number(session)
    session.refresh(pair)
    require_pair_tag(session, pair, if_match)
    merge = _merge_of(session, pair)
    _refuse_later(session, merge)
    take_back(session, merge.changes)
    keep_withdrawals(session, merge.kept_id, merge.merged_id)
    merge.undone_by, merge.undone_at, merge.undo_reason = by.actor, by.now, reason
    pair.state, pair.decided_by, pair.decided_at, pair.reason = DuplicateState.OPEN, None, None, ""
    touch(session, number, [merge.kept_id, merge.merged_id])
    record(session, by, AuditAction.MERGE_UNDONE, AuditedObject(MERGE, str(merge.id)), kept=merge.kept_id, merged=merge.merged_id)
    return merge


def _merge_of(session: Session, pair: DuplicatePair) -> RecordMerge:
    people = (pair.first_id, pair.second_id)
    in_force = (col(RecordMerge.kept_id).in_(people), col(RecordMerge.merged_id).in_(people), col(RecordMerge.undone_at).is_(None))
    found: RecordMerge | None = session.scalar(sa.select(RecordMerge).where(*in_force))
    if found is None:
        raise Conflict("records_not_merged", en="These two records are not merged.", vi="Hai hồ sơ này chưa được gộp.")
    return found


def _refuse_later(session: Session, merge: RecordMerge) -> None:
    ids = (merge.kept_id, merge.merged_id)
    about = sa.or_(col(RecordMerge.kept_id).in_(ids), col(RecordMerge.merged_id).in_(ids))
    later = sa.select(RecordMerge).where(about, col(RecordMerge.undone_at).is_(None), col(RecordMerge.id) > merge.id)
    found = session.scalar(later.order_by(col(RecordMerge.id).desc()).limit(1))
    if found is not None:
        raise Conflict(
            "merged_again_later",
            en=f"{found.merged_id} was merged into {found.kept_id} later: undo that first.",
            vi=f"Sau đó {found.merged_id} đã được gộp vào {found.kept_id}: hãy gỡ lần gộp ấy trước.",
        )
