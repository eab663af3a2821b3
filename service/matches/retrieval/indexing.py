"""The job that tells the engine of people: whoever was changed since it learnt of them, or everybody under new readings.

It goes on where it was broken off. While it works questions are answered from the index in use, and by comparing everybody where there is
none; whoever was changed since is added to every answer.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine as Database
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from matching.network import Network
from matching.readers.readers import CatalogueReader
from matching.retrieval.portraits import Columns, portraits
from models.database import reading, writing
from models.experts import Consent, Expert
from models.vocabulary import ConsentPurpose
from service.kit.jobs.queue import enqueue_once
from service.kit.jobs.worker import JobContext
from service.matches.network import readings
from service.matches.network.live import read_stored
from service.matches.network.versions import load_current
from service.matches.retrieval.engine import Engine, Index
from service.people.profiles.changes import INDEX_PEOPLE
from service.people.profiles.reader import read_profiles

KIND = INDEX_PEOPLE
LAYOUT = "p2"
"""The end of the name of an index: it changes with what a portrait is made of."""
_AT_ONCE = 250
log = structlog.get_logger()
_OPEN = sa.and_(
    col(Expert.merged_into).is_(None),
    col(Expert.objected_at).is_(None),
    col(Expert.restricted_at).is_(None),
    sa.exists().where(
        col(Consent.expert_id) == col(Expert.id), col(Consent.purpose) == ConsentPurpose.MATCHING, col(Consent.withdrawn_at).is_(None)
    ),
)
"""Who may be matched; of nobody else a portrait is kept."""


def index_people(context: JobContext, engine: Engine | None, encoder_setting: str) -> Mapping[str, Any]:
    """Bring the index of the readings in use up to date, answer from it, and return ``{"people", "forgotten"}``."""
    with reading(context.engine) as session:
        stored, current = read_stored(session), load_current(session, encoder_setting)
        there = {row.id: row.change_number for row in session.execute(sa.select(col(Expert.id), col(Expert.change_number)).where(_OPEN))}
    if engine is None or current is None:
        return {"people": 0, "forgotten": 0}
    name = index_name(current[0])
    engine.prepare(name, Columns(current[1]).size)
    known = engine.known(name)
    waiting = sorted(one for one, number in there.items() if known.get(one) != number)
    learnt: set[str] = set()
    for start in range(0, len(waiting), _AT_ONCE):
        learnt |= _learn(context, engine, current, waiting[start : start + _AT_ONCE])
        done = min(len(waiting), start + _AT_ONCE)
        context.report(done / len(waiting), f"Indexed {done} of {len(waiting)} people / Đã lập chỉ mục {done}/{len(waiting)} hồ sơ")
    gone = known.keys() - there.keys()
    engine.forget(name, gone)
    # Whoever is not read yet stays new to the engine: a process may read a few at once, before any job does.
    unread = [there[one] - 1 for one in waiting if one not in learnt]
    engine.put_in_use(Index(name, min([stored.expert_changes, *unread])))
    return {"people": len(learnt), "forgotten": len(gone)}


def ask_for_index(database: Database) -> None:
    """Let a worker bring the index up to date; where that is so already it does nothing."""
    try:
        with writing(database) as session:
            enqueue_once(session, KIND)
    except SQLAlchemyError as error:
        log.warning("nobody asked to be indexed", error=type(error).__name__)  # lists compare everybody until somebody does


def index_name(space_version: str) -> str:
    """Return what the index for a version of readings is called."""
    return space_version + LAYOUT


def _learn(context: JobContext, engine: Engine, current: tuple[str, CatalogueReader], ids: Sequence[str]) -> set[str]:
    """Let ``engine`` learn of those of ``ids`` who are read, and return who that is."""
    version, reader = current
    with reading(context.engine) as session:
        profiles = read_profiles(session, ids)
        kept = readings.kept(session, version, profiles, max(1, len(reader.thesaurus.ids)))
        changes = {
            row.id: row.change_number
            for row in session.execute(sa.select(col(Expert.id), col(Expert.change_number)).where(col(Expert.id).in_(ids)))
        }
    network = Network.build(reader, profiles, {profile.id: kept.get(profile.id) for profile in profiles})
    engine.learn(index_name(version), portraits(network), changes)
    return set(kept)
