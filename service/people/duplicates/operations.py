"""What people decide of a pair: different people, and taking that back."""

from models.audit import AuditAction
from models.database import WriteSession
from models.doubles import DuplicatePair
from models.vocabulary import DuplicateState
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict, Invalid
from service.people.duplicates.finding import compare_two
from service.people.duplicates.queries import require_pair_tag
from service.people.profiles.changes import next_change_number
from service.people.profiles.queries import find_expert

PAIR = "duplicate_pair"


def add_pair(session: WriteSession, by: Actor, first: str, second: str) -> DuplicatePair:
    """Compare two records and keep the pair, whatever the comparison says; raises ``NotFound``, ``Gone``, ``Invalid`` for one twice."""
    leave_to_others(by, first, second)
    if first == second:
        raise Invalid.field("other", en="must be another record", vi="phải là hồ sơ khác")
    next_change_number(session)
    for one in (first, second):
        find_expert(session, one)
    return compare_two(session, first, second, by.now)


def judge_different(session: WriteSession, by: Actor, pair: DuplicatePair, reason: str, if_match: str | None) -> None:
    """Remember that the two are different people; raises ``Conflict`` for a pair that is decided."""
    _to_decide(session, by, pair, if_match)
    if pair.state is not DuplicateState.OPEN:
        raise Conflict("pair_decided_already", en="This pair is decided already.", vi="Cặp này đã được quyết định.")
    pair.state, pair.decided_by, pair.decided_at, pair.reason = DuplicateState.DIFFERENT, by.actor, by.now, reason
    session.flush()
    _record(session, by, AuditAction.DUPLICATES_JUDGED, pair)


def reopen(session: WriteSession, by: Actor, pair: DuplicatePair, if_match: str | None) -> None:
    """Take back that the two are different people; raises ``Conflict`` where nobody said so."""
    _to_decide(session, by, pair, if_match)
    if pair.state is not DuplicateState.DIFFERENT:
        raise Conflict(
            "pair_not_found_different", en="Nobody found these to be different people.", vi="Chưa có kết luận đây là hai người khác nhau."
        )
    pair.state, pair.decided_by, pair.decided_at, pair.reason = DuplicateState.OPEN, None, None, ""
    session.flush()
    _record(session, by, AuditAction.DUPLICATES_REOPENED, pair)


def _to_decide(session: WriteSession, by: Actor, pair: DuplicatePair, if_match: str | None) -> None:
    leave_to_others(by, pair.first_id, pair.second_id)
    next_change_number(session)
    session.refresh(pair)
    require_pair_tag(session, pair, if_match)


def _record(session: WriteSession, by: Actor, action: AuditAction, pair: DuplicatePair) -> None:
    record(session, by, action, AuditedObject(PAIR, str(pair.id)), first=pair.first_id, second=pair.second_id)
