"""Stores fitted text spaces in the database and reads the one in use."""

import hashlib

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.space.space import TextSpace
from models.database import WriteSession
from models.jobs import TextSpaceVersion
from service.kit.languages import Bilingual
from service.kit.settings import Clock
from service.matches.encoders.choice import NO_ENCODER, kept_in
from service.matches.network.space_bytes import from_bytes, model_in, to_bytes

VERSION_LENGTH = 16
VERSIONS_KEPT = 3


def save_space(session: WriteSession, space: TextSpace, documents: int, clock: Clock) -> str:
    """Store ``space``, learnt from ``documents`` texts, as the current version, and return the version: the beginning of its SHA-256.

    Of the versions before it the youngest stay.
    """
    blob = to_bytes(space)
    version = hashlib.sha256(blob).hexdigest()[:VERSION_LENGTH]
    session.execute(sa.update(TextSpaceVersion).where(col(TextSpaceVersion.current)).values(current=False))
    again = sa.update(TextSpaceVersion).where(col(TextSpaceVersion.version) == version).values(current=True, fitted_at=clock())
    if session.scalar(again.returning(col(TextSpaceVersion.version))) is None:
        model = model_in(space)
        session.add(TextSpaceVersion(version=version, fitted_at=clock(), documents=documents, encoder=model, blob=blob, current=True))
        session.flush()
    _delete_old(session)
    return version


def _delete_old(session: WriteSession) -> None:
    youngest = (col(TextSpaceVersion.current).desc(), col(TextSpaceVersion.fitted_at).desc(), col(TextSpaceVersion.version))
    kept = session.scalars(sa.select(col(TextSpaceVersion.version)).order_by(*youngest).limit(VERSIONS_KEPT)).all()
    session.execute(sa.delete(TextSpaceVersion).where(col(TextSpaceVersion.version).not_in(kept)))


def current_version(session: Session) -> str | None:
    """Return the version in use, or None when no text space is fitted."""
    return session.scalar(sa.select(col(TextSpaceVersion.version)).where(col(TextSpaceVersion.current)))


def current_encoder(session: Session) -> str | None:
    """Return the model that the version in use was fitted on, empty for latent semantic analysis; None when none is fitted."""
    return session.scalar(sa.select(col(TextSpaceVersion.encoder)).where(col(TextSpaceVersion.current)))


def current_notice(session: Session) -> Bilingual | None:
    """Return what people should know of the version in use: that it does without an encoder."""
    return NO_ENCODER if current_encoder(session) == "" else None


def load_current(session: Session, encoder_setting: str) -> tuple[str, TextSpace] | None:
    """Return the version in use and its text space, or None when none is fitted.

    Raises ``Unavailable`` when it needs another encoder than the setting gives.
    """
    statement = sa.select(TextSpaceVersion).where(col(TextSpaceVersion.current))
    row = session.scalars(statement).one_or_none()
    if row is None:
        return None
    encoder = kept_in(session.connection().engine, encoder_setting) if row.encoder else None
    return row.version, from_bytes(row.blob, encoder)
