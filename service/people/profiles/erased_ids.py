"""Ids of people who are erased: known by their salted digests, and never given twice."""

import hashlib
from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import Session, col

from models.erasure import Erasure


def digest_of(salt: str, expert_id: str) -> str:
    """Return SHA-256 of the salt and the id, in hexadecimal."""
    return hashlib.sha256(f"{salt}:{expert_id}".encode()).hexdigest()


def was_erased(session: Session, expert_id: str) -> bool:
    """Return whether the id was somebody's who is erased."""
    return bool(erased_among(session, [expert_id]))


def erased_among(session: Session, expert_ids: Collection[str]) -> set[str]:
    """Return those of the ids that were of somebody who is erased."""
    salts = session.scalars(sa.select(col(Erasure.salt)).distinct()).all()
    digests = {digest_of(salt, expert_id): expert_id for salt in salts for expert_id in expert_ids}
    if not digests:
        return set()
    return {digests[digest] for digest in session.scalars(sa.select(col(Erasure.digest))) if digest in digests}
