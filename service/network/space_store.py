"""Stores fitted text spaces in the database: everything that was learnt as bytes, without any code in them.

A blob is NumPy's ``npz`` (uncompressed, so that the same space gives the same bytes everywhere): terms in the order of their columns,
idf, components, the constants of the blend, and the concepts. The version is the beginning of its SHA-256.
"""

import hashlib
import io
import json
from dataclasses import astuple

import numpy as np
import sqlalchemy as sa
from sqlmodel import Session, col

from matching.space.blend import Blend
from matching.space.lexical import LexicalBlock
from matching.space.semantic import SemanticBlock
from matching.space.space import TextSpace
from matching.space.thesaurus import Concept, Thesaurus
from models.database import WriteSession
from models.jobs import TextSpaceVersion
from service.settings import Clock

VERSION_LENGTH = 16


def to_bytes(space: TextSpace) -> bytes:
    """Return ``space`` as bytes from which ``from_bytes`` makes one that gives the same vectors and relevance, bit by bit."""
    column = space.lexical.vocabulary
    buffer = io.BytesIO()
    np.savez(
        buffer,
        allow_pickle=False,
        terms=_text_as_array("\n".join(sorted(column, key=lambda term: column[term]))),
        idf=space.lexical.idf,
        components=space.semantic.components,
        blend=np.array([*space.blend.means, *space.blend.deviations, space.blend.full], dtype=np.float64),
        concepts=_text_as_array(json.dumps([astuple(concept) for concept in space.thesaurus.concepts], ensure_ascii=False)),
    )
    return buffer.getvalue()


def from_bytes(blob: bytes) -> TextSpace:
    """Return the text space in ``blob``; raises ValueError for bytes that would need to run code to be read."""
    with np.load(io.BytesIO(blob), allow_pickle=False) as stored:
        terms = _array_as_text(stored["terms"]).split("\n")
        concepts = json.loads(_array_as_text(stored["concepts"]))
        blend = [float(value) for value in stored["blend"]]
        return TextSpace(
            Thesaurus(Concept(identifier, vi, en, tuple(aliases), parent) for identifier, vi, en, aliases, parent in concepts),
            LexicalBlock({term: position for position, term in enumerate(terms)}, stored["idf"]),
            SemanticBlock(stored["components"]),
            Blend(tuple(blend[:3]), tuple(blend[3:6]), blend[6]),
        )


def save_space(session: WriteSession, space: TextSpace, documents: int, clock: Clock) -> str:
    """Store ``space``, learnt from ``documents`` texts, as the current version, and return the version."""
    blob = to_bytes(space)
    version = hashlib.sha256(blob).hexdigest()[:VERSION_LENGTH]
    session.execute(sa.update(TextSpaceVersion).where(col(TextSpaceVersion.current)).values(current=False))
    again = sa.update(TextSpaceVersion).where(col(TextSpaceVersion.version) == version).values(current=True)
    if session.scalar(again.returning(col(TextSpaceVersion.version))) is None:
        session.add(TextSpaceVersion(version=version, fitted_at=clock(), documents=documents, blob=blob, current=True))
        session.flush()
    return version


def current_version(session: Session) -> str | None:
    """Return the version in use, or None when no text space is fitted."""
    return session.scalar(sa.select(col(TextSpaceVersion.version)).where(col(TextSpaceVersion.current)))


def load_current(session: Session) -> tuple[str, TextSpace] | None:
    """Return the version in use and its text space, or None when none is fitted."""
    statement = sa.select(col(TextSpaceVersion.version), col(TextSpaceVersion.blob)).where(col(TextSpaceVersion.current))
    row = session.execute(statement).one_or_none()
    return (row.version, from_bytes(row.blob)) if row else None


def _text_as_array(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _array_as_text(array: np.ndarray) -> str:
    return array.tobytes().decode()
