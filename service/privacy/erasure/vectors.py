"""Forgets the vectors of texts that nobody has any more: of the erased, and of items that were changed or removed."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.roles.statements import OF_DIMENSION, OF_NONE
from matching.space.encoded import digest
from matching.text.segments import paragraphs, statements
from models.jobs import TextVector
from service.catalogue.subjects.contents import every_brief
from service.matches.network.fitting import read_briefs, read_items

_AT_ONCE = 500


def forget_vectors(session: Session) -> int:
    """Delete every kept vector whose text stands nowhere any more, and return how many; one deleted too many is only encoded again."""
    kept = session.scalars(sa.select(col(TextVector.digest)).distinct()).all()
    if not kept:
        return 0
    needed = {digest(piece) for text in _texts(session) for piece in (*statements(text), *paragraphs(text))}
    needed |= {digest(statement) for statement in _statements_of_roles()}
    gone = [name for name in kept if name not in needed]
    for start in range(0, len(gone), _AT_ONCE):
        session.execute(sa.delete(TextVector).where(col(TextVector.digest).in_(gone[start : start + _AT_ONCE])))
    return len(gone)


def _texts(session: Session) -> Iterable[str]:
    yield from (words for _, words in read_items(session))
    for brief in read_briefs(session):
        yield from brief
    for asked in every_brief(session):
        yield "\n".join(text for _, text in asked)


def _statements_of_roles() -> Iterable[str]:
    for group in (*OF_DIMENSION.values(), OF_NONE):
        for of_language in group.values():
            yield from of_language
