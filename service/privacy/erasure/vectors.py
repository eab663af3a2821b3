"""Forgets the vectors of texts that nobody has any more: of the erased, and of items that were changed or removed."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.readers.records import Record
from matching.space.encoded import digest
from matching.text.statements import statements
from models.jobs import TextVector
from service.catalogue.subjects.contents import every_brief
from service.matches.network.shipped import Words
from service.people.profiles.reader import read_profiles

_AT_ONCE = 500


def forget_vectors(session: Session) -> int:
    """Delete every kept vector whose text stands nowhere any more, and return how many; one deleted too many is only encoded again."""
    kept = session.scalars(sa.select(col(TextVector.digest)).distinct()).all()
    if not kept:
        return 0
    needed = {digest(text) for text in _texts(session)}
    gone = [name for name in kept if name not in needed]
    for start in range(0, len(gone), _AT_ONCE):
        session.execute(sa.delete(TextVector).where(col(TextVector.digest).in_(gone[start : start + _AT_ONCE])))
    return len(gone)


def _texts(session: Session) -> Iterable[str]:
    for profile in read_profiles(session):
        yield from Record.of(profile).statements()
    words = Words.read(session)
    for concept in words.concepts:
        yield from concept.names
    for subject in words.subjects:
        for brief in subject.briefs:
            yield from statements(brief)
    for asked in every_brief(session):
        for _, text in asked:
            yield from statements(text)
