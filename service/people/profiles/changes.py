"""What every change to a person has in common: a number of the whole network, a new version, a check of what was read."""

import sqlalchemy as sa
from sqlmodel import col

from models.database import WriteSession
from models.experts import Expert, NetworkState
from models.projects import Organisation
from service.kit.jobs.queue import enqueue_once
from service.kit.preconditions import require_match
from service.kit.problems import Invalid
from service.people.profiles.queries import find_expert

READ_PEOPLE = "read-people"
"""The kind of the job that reads whoever was changed."""
INDEX_PEOPLE = "index-people"
"""The kind of the job that tells the engine that chooses candidates of whoever was changed or is gone."""
FIND_DUPLICATES = "find-duplicates"
"""The kind of the job that looks for records of one person."""


def next_change_number(session: WriteSession) -> int:
    """Count one more change and return its number.

    The row stays locked until the transaction ends: changes are committed in the order of their numbers, so that a process which
    has seen number n has seen all before it, and whatever is read from here on nobody else is changing.
    """
    one_more = sa.update(NetworkState).values(expert_changes=col(NetworkState.expert_changes) + 1)
    number: int | None = session.scalar(one_more.returning(col(NetworkState.expert_changes)))
    if number is None:
        session.add(NetworkState(expert_changes=1))
        session.flush()
        return 1
    return number


def expert_to_extend(session: WriteSession, expert_id: str) -> Expert:
    """Return the person, marked as changed and to be read again, for a change that overwrites nothing; raises ``NotFound``."""
    number = next_change_number(session)
    expert = find_expert(session, expert_id)
    enqueue_once(session, READ_PEOPLE)  # first: it flushes, and a person flushed with the new number has a new version already
    expert.change_number = number
    return expert


def expert_to_change(session: WriteSession, expert_id: str, if_match: str | None) -> Expert:
    """Return the person, marked as changed, if the caller read this version.

    Raises ``NotFound``, ``PreconditionRequired`` without a version and ``PreconditionFailed`` for an older one.
    """
    expert = expert_to_extend(session, expert_id)
    require_match(if_match, expert.version)
    return expert


def check_organisation(session: WriteSession, organisation_id: str | None) -> None:
    """Raise ``Invalid`` for an organisation that is not known."""
    if organisation_id is not None and session.get(Organisation, organisation_id) is None:
        raise Invalid.field("organisation_id", en="names no known organisation", vi="không phải tổ chức đã biết")
