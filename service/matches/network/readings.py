"""Readings kept with people, by the version of the readers and the content that was read."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.profiles import Profile
from matching.readers.packed import pack, unpack
from matching.readers.reading import Reading
from matching.readers.records import digest_of
from models.database import WriteSession
from models.jobs import PersonReading

_AT_ONCE = 500


def kept(session: Session, version: str, profiles: Sequence[Profile], capabilities: int) -> dict[str, Reading]:
    """Return the readings of ``profiles`` that are kept under ``version`` and of the content that stands there now, by id."""
    digests = {profile.id: digest_of(profile) for profile in profiles}
    return {
        row.expert_id: unpack(row.blob, capabilities)
        for row in _rows(session, version, list(digests))
        if digests[row.expert_id] == row.digest
    }


def unread(session: Session, version: str, profiles: Sequence[Profile]) -> list[Profile]:
    """Return who of ``profiles`` has no reading under ``version`` of the content that stands there now."""
    digests = {row.expert_id: row.digest for row in _rows(session, version, [profile.id for profile in profiles], blob=False)}
    return [profile for profile in profiles if digests.get(profile.id) != digest_of(profile)]


def keep(session: WriteSession, version: str, read: Iterable[tuple[Profile, Reading]]) -> None:
    """Keep readings in place of earlier ones of the same people and version; who is gone meanwhile is left out."""
    for profile, reading in read:
        where = (col(PersonReading.expert_id) == profile.id, col(PersonReading.version) == version)
        session.execute(sa.delete(PersonReading).where(*where))
        session.add(PersonReading(expert_id=profile.id, version=version, digest=digest_of(profile), blob=pack(reading)))
    session.flush()


def forget_others(session: WriteSession, versions: Sequence[str]) -> None:
    """Delete the readings of all but these versions."""
    session.execute(sa.delete(PersonReading).where(col(PersonReading.version).not_in(versions)))


def _rows(session: Session, version: str, ids: Sequence[str], *, blob: bool = True) -> Iterable[sa.Row[tuple[str, str, bytes]]]:
    columns = (col(PersonReading.expert_id), col(PersonReading.digest), *((col(PersonReading.blob),) if blob else ()))
    of_version = sa.select(*columns).where(col(PersonReading.version) == version)
    for start in range(0, len(ids), _AT_ONCE):
        yield from session.execute(of_version.where(col(PersonReading.expert_id).in_(ids[start : start + _AT_ONCE])))
