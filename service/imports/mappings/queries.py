"""Finds mappings."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from models.imports import ImportMapping
from service.kit.problems import NotFound


def find_mapping(session: Session, name: str) -> ImportMapping:
    """Return the mapping; raises ``NotFound``."""
    row = session.get(ImportMapping, name)
    if row is None:
        raise NotFound.of(en="mapping", vi="bảng ghép cột", identifier=name)
    return row


def all_mappings(session: Session) -> Sequence[ImportMapping]:
    """Return every mapping by name."""
    return session.scalars(sa.select(ImportMapping).order_by(col(ImportMapping.name))).all()
