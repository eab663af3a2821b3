"""The job that reads people: everybody who is not read yet, under the words of the catalogue as they are now.

It goes on where it was broken off: what was encoded and read stays. Nothing is fitted to the people who are read.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from matching.profiles import Profile
from matching.readers.readers import CatalogueReader
from matching.readers.reading import Reading
from matching.readers.words import MODEL as WORDS_MODEL
from models.database import WriteSession, reading, writing
from models.experts import Expert
from service.kit.jobs.queue import enqueue_once
from service.kit.jobs.worker import JobContext
from service.kit.problems import Unavailable
from service.kit.settings import utc_now
from service.matches.encoders.choice import NO_ENCODER, NONE, encoder_in, model_of
from service.matches.encoders.kept import Progress
from service.matches.network import readings
from service.matches.network.shipped import Words, bound, sealed_for
from service.matches.network.versions import current_version, put_in_use
from service.people.profiles.changes import READ_PEOPLE, next_change_number
from service.people.profiles.reader import read_profiles

KIND = READ_PEOPLE
_WORDS_READ = 0.1
_AT_ONCE = 25
log = structlog.get_logger()


def read_people(context: JobContext, encoder_setting: str = NONE) -> Mapping[str, Any]:
    """Read whom nobody has read, put the version in use, and return ``{"version", "people"}``."""
    context.report(0.0, "Reading the catalogue / Đang đọc danh mục")
    encoder = encoder_in(context.engine, encoder_setting, _encoding(context.report))
    if encoder.model == WORDS_MODEL:
        log.warning(NO_ENCODER.en)
    with reading(context.engine) as session:
        words = Words.read(session)
        ids = list(session.scalars(sa.select(col(Expert.id)).order_by(col(Expert.id))))
    reader, version = bound(words, encoder), words.version(sealed_for(encoder.model))
    count = _read_everybody(context, reader, version, ids)
    with writing(context.engine) as session:
        put_in_use(session, words, encoder.model, count, utc_now)
        readings.forget_others(session, [version])
    return {"version": version, "people": count}


def ask_for_reading(engine: Engine, encoder_setting: str) -> None:
    """Let a worker read everybody where the readers or the catalogue are not those under which people were read."""
    try:
        with writing(engine) as session:
            words = Words.read(session)
            if words.subjects and current_version(session) != words.version(sealed_for(model_of(encoder_setting))):
                enqueue_once(session, KIND)
    except (SQLAlchemyError, Unavailable) as error:
        log.warning("nobody asked to be read", error=type(error).__name__)  # /readyz says what is missing


def _read_everybody(context: JobContext, reader: CatalogueReader, version: str, ids: Sequence[str]) -> int:
    """Read the people with these ids who are not read yet, some at a time, and return how many that were."""
    count = 0
    for start in range(0, len(ids), _AT_ONCE):
        with reading(context.engine) as session:
            waiting = readings.unread(session, version, read_profiles(session, ids[start : start + _AT_ONCE]))
        if waiting:
            read = [(profile, reader.read(profile)) for profile in waiting]
            with writing(context.engine) as session:
                _keep(session, version, read)
        count += len(waiting)
        done = min(len(ids), start + _AT_ONCE)
        said = f"Read {done} of {len(ids)} people / Đã đọc {done}/{len(ids)} hồ sơ"
        context.report(_WORDS_READ + (1 - _WORDS_READ) * done / len(ids), said)
    return count


def _keep(session: WriteSession, version: str, read: Sequence[tuple[Profile, Reading]]) -> None:
    """Keep readings of whoever is still there, and let every process see these people anew."""
    number = next_change_number(session)
    ids = [profile.id for profile, _ in read]
    there = set(session.scalars(sa.update(Expert).where(col(Expert.id).in_(ids)).values(change_number=number).returning(col(Expert.id))))
    readings.keep(session, version, [(profile, one) for profile, one in read if profile.id in there])


def _encoding(report: Callable[[float, str], None]) -> Progress:
    def encoded(done: int, of: int) -> None:
        said = f"Encoding {done} of {of} new texts / Đang mã hóa {done}/{of} văn bản mới"
        report(_WORDS_READ * min(1.0, done / max(of, 1)), said)

    return encoded
