"""Finds pairs of records, and the versions of both that a decision must name."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.doubles import DuplicatePair, RecordMerge
from models.experts import Expert
from models.vocabulary import DuplicateState, IdentityVerdict
from service.kit.preconditions import require_match
from service.kit.problems import NotFound

LIKELIEST = (-col(DuplicatePair.probability), col(DuplicatePair.id))
"""The order of lists of pairs."""


def pairs(state: DuplicateState | None, verdict: IdentityVerdict | None, expert: str | None) -> sa.Select[Any]:
    """Return the query for pairs; an open one with a merged record is none any more."""
    statement = sa.select(DuplicatePair)
    if state is not None:
        statement = statement.where(col(DuplicatePair.state) == state)
    if verdict is not None:
        statement = statement.where(col(DuplicatePair.verdict) == verdict)
    if expert is not None:
        statement = statement.where(sa.or_(col(DuplicatePair.first_id) == expert, col(DuplicatePair.second_id) == expert))
    merged = sa.select(col(Expert.id)).where(col(Expert.merged_into).is_not(None))
    both = sa.and_(col(DuplicatePair.first_id).not_in(merged), col(DuplicatePair.second_id).not_in(merged))
    return statement.where(sa.or_(col(DuplicatePair.state) != DuplicateState.OPEN, both))


def find_pair(session: Session, pair_id: int) -> DuplicatePair:
    """Return the pair; raises ``NotFound``."""
    pair = session.get(DuplicatePair, pair_id)
    if pair is None:
        raise NotFound.of(en="pair of records", vi="cặp hồ sơ", identifier=str(pair_id))
    return pair


def people_of(session: Session, found: Sequence[DuplicatePair]) -> dict[str, Expert]:
    """Return the records of the pairs by their ids."""
    ids = {one for pair in found for one in (pair.first_id, pair.second_id)}
    return {expert.id: expert for expert in session.scalars(sa.select(Expert).where(col(Expert.id).in_(ids)))}


def merges_of(session: Session, pair: DuplicatePair) -> list[RecordMerge]:
    """Return every merge of the two, undone ones too, oldest first."""
    people = (pair.first_id, pair.second_id)
    about = (col(RecordMerge.kept_id).in_(people), col(RecordMerge.merged_id).in_(people))
    return list(session.scalars(sa.select(RecordMerge).where(*about).order_by(col(RecordMerge.id))))


def pair_tag(session: Session, pair: DuplicatePair) -> str:
    """Return what names the state of the decision and the versions of both records."""
    versions = sa.select(col(Expert.id), col(Expert.version)).where(col(Expert.id).in_((pair.first_id, pair.second_id)))
    read = {row[0]: row[1] for row in session.execute(versions)}
    return f"{pair.state.value}-{read[pair.first_id]}-{read[pair.second_id]}"


def require_pair_tag(session: Session, pair: DuplicatePair, if_match: str | None) -> None:
    """Raise what ``require_match`` raises unless the caller read this decision and these versions of both records."""
    require_match(if_match, pair_tag(session, pair))
