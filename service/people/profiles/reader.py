"""Reads experts as the matcher sees them, in a few queries however many they are; contact details are never read."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.profiles import EvidenceItem, Judgement, Profile, ReadingJudgement
from matching.profiles import Relation as ProfileRelation
from models.conflicts import ConflictJudgement
from models.experts import Consent, Evidence, Expert, Relation, Willingness
from models.judgements import ReadingJudgement as JudgedReading
from models.vocabulary import ConsentPurpose, Language, ProcessingStop, RoleCode
from service.kit.calendar import local_day

_Wanted = sa.Select[str] | None
# The matcher's fields have the names of the columns.
_ITEM = tuple(getattr(Evidence, field.name) for field in fields(EvidenceItem))
_SECTORS = [field.name for field in fields(EvidenceItem)].index("sectors")
_RELATION = tuple(getattr(Relation, field.name) for field in fields(ProfileRelation))


def read_profiles(session: Session, ids: Collection[str] | None = None) -> list[Profile]:
    """Return the profiles with these ids (default: all), ordered by id; unknown ids give nothing."""
    return _read(session, None if ids is None else sa.select(col(Expert.id)).where(col(Expert.id).in_(ids)))


def read_changed(session: Session, after_change_number: int) -> list[Profile]:
    """Return the profiles that changed after the network's change number was ``after_change_number``, ordered by id."""
    return _read(session, sa.select(col(Expert.id)).where(col(Expert.change_number) > after_change_number))


def find_erased(session: Session, known: Collection[str]) -> set[str]:
    """Return who of ``known``, which holds everybody in the database, is there no more, or was merged; equal numbers say that nobody is."""
    there = col(Expert.merged_into).is_(None)
    if session.scalar(sa.select(sa.func.count()).select_from(Expert).where(there)) == len(known):
        return set()
    return set(known) - set(session.scalars(sa.select(col(Expert.id)).where(there)))


def _read(session: Session, wanted: _Wanted) -> list[Profile]:
    items = _items(session, wanted)
    relations = _relations(session, wanted)
    judgements = _judgements(session, wanted)
    judged_readings = _judged_readings(session, wanted)
    consents = _consents(session, wanted)
    willing = _willing(session, wanted)
    return [
        Profile(
            id=row.id,
            name=row.display_name,
            items=tuple(items[row.id]),
            headlines=_texts(row.headline_vi, row.headline_en),
            biographies=_texts(row.biography_vi, row.biography_en),
            country=row.country,
            sub_network=row.sub_network,
            languages=tuple(row.languages),
            available_from=row.available_from,
            available_until=row.available_until,
            hours_per_week=row.hours_per_week,
            consents=frozenset(consents[row.id]),
            stops=_stops(row.objected_at, row.restricted_at),
            willing=tuple(willing[row.id]),
            relations=tuple(relations[row.id]),
            judgements=tuple(judgements[row.id]),
            reading_judgements=tuple(judged_readings[row.id]),
            record_complete=row.record_complete,
            refreshed_on=row.refreshed_on,
            synthetic=row.synthetic,
        )
        for row in _people(session, wanted)
    ]


def _texts(vi: str, en: str) -> tuple[tuple[Language, str], ...]:
    return tuple((language, text) for language, text in ((Language.VI, vi), (Language.EN, en)) if text)


def _stops(objected_at: datetime | None, restricted_at: datetime | None) -> frozenset[ProcessingStop]:
    since = {ProcessingStop.OBJECTION: objected_at, ProcessingStop.RESTRICTION: restricted_at}
    return frozenset(stop for stop, moment in since.items() if moment is not None)


def _people(session: Session, wanted: _Wanted) -> Iterable[Any]:
    columns = (
        Expert.id,
        Expert.display_name,
        Expert.headline_vi,
        Expert.headline_en,
        Expert.biography_vi,
        Expert.biography_en,
        Expert.country,
        Expert.sub_network,
        Expert.languages,
        Expert.available_from,
        Expert.available_until,
        Expert.hours_per_week,
        Expert.record_complete,
        Expert.objected_at,
        Expert.restricted_at,
        Expert.refreshed_on,
        Expert.synthetic,
    )
    statement = sa.select(*map(col, columns)).where(col(Expert.merged_into).is_(None)).order_by(col(Expert.id))
    return session.execute(statement if wanted is None else statement.where(col(Expert.id).in_(wanted)))


def _items(session: Session, wanted: _Wanted) -> dict[str, list[EvidenceItem]]:
    found: defaultdict[str, list[EvidenceItem]] = defaultdict(list)
    for owner, *values in _rows(session, (Evidence.expert_id, *_ITEM), Evidence.expert_id, wanted, Evidence.id):
        values[_SECTORS] = tuple(values[_SECTORS])
        found[owner].append(EvidenceItem(*values))
    return found


def _relations(session: Session, wanted: _Wanted) -> dict[str, list[ProfileRelation]]:
    found: defaultdict[str, list[ProfileRelation]] = defaultdict(list)
    for owner, *values in _rows(session, (Relation.expert_id, *_RELATION), Relation.expert_id, wanted, Relation.id):
        found[owner].append(ProfileRelation(*values))
    return found


def _judgements(session: Session, wanted: _Wanted) -> dict[str, list[Judgement]]:
    """Return the judgements in force."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    table = ConflictJudgement
    tie = (table.kind, table.organisation_id, table.other_expert_id, table.product_id, table.project_id)
    columns = (table.expert_id, *tie, table.verdict, table.judged_by, table.judged_at, table.reason, table.lifted_at)
    for row in _rows(session, columns, table.expert_id, wanted, table.id):
        if row.lifted_at is None:
            subject = row.product_id or row.project_id or ""
            decided = (row.verdict, row.judged_by, local_day(row.judged_at), row.reason)
            found[row.expert_id].append(Judgement(row.kind, row.organisation_id, row.other_expert_id, subject, *decided))
    return found


def _judged_readings(session: Session, wanted: _Wanted) -> dict[str, list[ReadingJudgement]]:
    """Return the judgements of readings that count: not what a person asks for and nobody has decided."""
    found: defaultdict[str, list[ReadingJudgement]] = defaultdict(list)
    table = JudgedReading
    read = (table.digest, table.matter, table.capability_id)
    columns = (table.expert_id, *read, table.verdict, table.by_person, table.judged_at, table.waiting)
    for row in _rows(session, columns, table.expert_id, wanted, table.id):
        if not row.waiting:
            decided = (row.verdict, row.by_person, local_day(row.judged_at))
            found[row.expert_id].append(ReadingJudgement(row.digest, row.matter, row.capability_id, *decided))
    return found


def _consents(session: Session, wanted: _Wanted) -> dict[str, set[ConsentPurpose]]:
    found: defaultdict[str, set[ConsentPurpose]] = defaultdict(set)
    columns = (Consent.expert_id, Consent.purpose, Consent.withdrawn_at)
    for owner, purpose, withdrawn_at in _rows(session, columns, Consent.expert_id, wanted, Consent.purpose):
        if withdrawn_at is None:
            found[owner].add(purpose)
    return found


def _willing(session: Session, wanted: _Wanted) -> dict[str, list[tuple[RoleCode, bool]]]:
    found: defaultdict[str, list[tuple[RoleCode, bool]]] = defaultdict(list)
    columns = (Willingness.expert_id, Willingness.role, Willingness.willing)
    for owner, role, willing in _rows(session, columns, Willingness.expert_id, wanted, Willingness.role):
        found[owner].append((role, willing))
    return found


def _rows(session: Session, columns: Iterable[Any], owner: Any, wanted: _Wanted, order: Any) -> Iterable[Any]:
    """Return rows ordered within each person by ``order``."""
    statement = sa.select(*columns).order_by(owner, order)
    return session.execute(statement if wanted is None else statement.where(col(owner).in_(wanted)))
