"""Finds pairs that may be one person's, on demand or as a job, and keeps them without touching what people decided."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.identity.features import Background
from matching.identity.judging import JudgedPair, find_doubles, judged, shipped_model
from models.database import WriteSession, reading, writing
from models.doubles import DuplicatePair
from models.experts import Expert
from models.vocabulary import DuplicateState
from service.kit.jobs.worker import JobContext
from service.kit.settings import utc_now
from service.people.duplicates.records import read_records
from service.people.profiles.changes import FIND_DUPLICATES

KIND = FIND_DUPLICATES


def find_duplicates(context: JobContext) -> Mapping[str, Any]:
    """Compare everybody with everybody else who is alike, keep the pairs, and return ``{"records", "pairs"}``."""
    context.report(0.0, "Reading records / Đang đọc hồ sơ")
    with reading(context.engine) as session:
        records = read_records(session)
    context.report(0.3, f"Comparing {len(records)} records / Đang so {len(records)} hồ sơ")
    found = find_doubles(records, shipped_model())
    with writing(context.engine) as session:
        keep_found(session, found, utc_now(), None)
    return {"records": len(records), "pairs": len(found)}


def find_for(session: WriteSession, expert_id: str, now: datetime) -> None:
    """Compare one person with everybody, and keep the pairs."""
    keep_found(session, find_doubles(read_records(session), shipped_model(), frozenset({expert_id})), now, expert_id)


def compare_two(session: WriteSession, first: str, second: str, now: datetime) -> DuplicatePair:
    """Compare two people, however unlike, and keep the pair."""
    records = {record.id: record for record in read_records(session)}
    found = judged(records[first], records[second], Background.of(records.values()), shipped_model())
    return _keep(session, found, now)


def keep_found(session: WriteSession, found: Iterable[JudgedPair], now: datetime, about: str | None) -> None:
    """Keep pairs; an open pair that is not found any more goes, of ``about`` alone where that is named."""
    different = _different_people(session)
    kept = [_keep(session, pair, now).id for pair in found if _people(session, pair.first, pair.second) not in different]
    stale = sa.delete(DuplicatePair).where(col(DuplicatePair.state) == DuplicateState.OPEN, col(DuplicatePair.id).not_in(kept))
    if about is not None:
        stale = stale.where(sa.or_(col(DuplicatePair.first_id) == about, col(DuplicatePair.second_id) == about))
    session.execute(stale)


def _keep(session: WriteSession, found: JudgedPair, now: datetime) -> DuplicatePair:
    """Return the pair with what was found now; what people decided stays as it is."""
    same = (col(DuplicatePair.first_id) == found.first, col(DuplicatePair.second_id) == found.second)
    pair: DuplicatePair | None = session.scalar(sa.select(DuplicatePair).where(*same))
    values: dict[str, Any] = {
        "probability": found.probability,
        "verdict": found.verdict,
        "reasons": [[reason.code, round(reason.weight, 3)] for reason in found.reasons],
        "model": shipped_model().version,
        "found_at": now,
    }
    if pair is None:
        pair = DuplicatePair(first_id=found.first, second_id=found.second, **values)
        session.add(pair)
    elif pair.state is DuplicateState.OPEN:
        for name, value in values.items():
            setattr(pair, name, value)
    session.flush()
    return pair


def _different_people(session: Session) -> set[frozenset[str]]:
    """Return the pairs of people who were found to be different, also where a record was merged since."""
    decided = sa.select(DuplicatePair).where(col(DuplicatePair.state) == DuplicateState.DIFFERENT)
    return {_people(session, pair.first_id, pair.second_id) for pair in session.scalars(decided)}


def _people(session: Session, first: str, second: str) -> frozenset[str]:
    kept = sa.select(sa.func.coalesce(col(Expert.merged_into), col(Expert.id))).where(col(Expert.id).in_((first, second)))
    return frozenset(session.scalars(kept))
