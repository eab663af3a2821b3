"""Which version of readers is in use: the sealed readers bound to the words of the catalogue as they were when people were read."""

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.readers.readers import CatalogueReader
from matching.readers.words import MODEL as WORDS_MODEL
from models.database import WriteSession
from models.jobs import TextSpaceVersion
from service.kit.languages import Bilingual
from service.kit.settings import Clock
from service.matches.encoders.choice import NO_ENCODER, encoder_in, require
from service.matches.network.shipped import READINGS, Words, bound, sealed_for

VERSIONS_KEPT = 3
IN_USE = sa.and_(col(TextSpaceVersion.current), col(TextSpaceVersion.version).startswith(READINGS))
"""What is in use and made by readers."""


def put_in_use(session: WriteSession, words: Words, model: str, people: int, clock: Clock) -> str:
    """Make ``words`` with the readers for ``model`` the version in use, under which ``people`` were read, and return it.

    Of the versions before it the youngest stay.
    """
    version = words.version(sealed_for(model))
    session.execute(sa.update(TextSpaceVersion).where(col(TextSpaceVersion.current)).values(current=False))
    again = sa.update(TextSpaceVersion).where(col(TextSpaceVersion.version) == version).values(current=True, fitted_at=clock())
    if session.scalar(again.returning(col(TextSpaceVersion.version))) is None:
        row = TextSpaceVersion(version=version, fitted_at=clock(), documents=people, encoder=model, blob=words.as_bytes(), current=True)
        session.add(row)
        session.flush()
    _delete_old(session)
    return version


def _delete_old(session: WriteSession) -> None:
    youngest = (col(TextSpaceVersion.current).desc(), col(TextSpaceVersion.fitted_at).desc(), col(TextSpaceVersion.version))
    kept = session.scalars(sa.select(col(TextSpaceVersion.version)).order_by(*youngest).limit(VERSIONS_KEPT)).all()
    session.execute(sa.delete(TextSpaceVersion).where(col(TextSpaceVersion.version).not_in(kept)))


def current_version(session: Session) -> str | None:
    """Return the version in use, or None where nobody is read yet."""
    return session.scalar(sa.select(col(TextSpaceVersion.version)).where(IN_USE))


def current_encoder(session: Session) -> str | None:
    """Return the encoder of the version in use; None where nobody is read yet."""
    return session.scalar(sa.select(col(TextSpaceVersion.encoder)).where(IN_USE))


def current_notice(session: Session) -> Bilingual | None:
    """Return what people should know of the version in use: that it does without an encoder."""
    return NO_ENCODER if current_encoder(session) == WORDS_MODEL else None


def load_current(session: Session, encoder_setting: str) -> tuple[str, CatalogueReader] | None:
    """Return the version in use and its reader, or None where there is none.

    Raises ``Unavailable`` when it needs another encoder than the setting gives.
    """
    row = session.scalars(sa.select(TextSpaceVersion).where(IN_USE)).one_or_none()
    if row is None:
        return None
    encoder = require(row.encoder, encoder_in(session.connection().engine, encoder_setting))
    return row.version, bound(Words.from_bytes(row.blob), encoder)
