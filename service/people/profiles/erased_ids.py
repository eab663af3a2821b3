"""Ids of people who are erased: known by their salted digests, and never given twice."""

import hashlib

import sqlalchemy as sa
from sqlmodel import Session, col

from models.erasure import Erasure


def digest_of(salt: str, expert_id: str) -> str:
    """Return SHA-256 of the salt and the id, in hexadecimal."""
    return hashlib.sha256(f"{salt}:{expert_id}".encode()).hexdigest()


def was_erased(session: Session, expert_id: str) -> bool:
    """Return whether the id was somebody's who is erased."""
    salts = session.scalars(sa.select(col(Erasure.salt)).distinct()).all()
    digests = [digest_of(salt, expert_id) for salt in salts]
    return bool(session.scalar(sa.select(sa.exists().where(col(Erasure.digest).in_(digests)))))
