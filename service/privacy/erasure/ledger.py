"""The ledger of erasures: salted digests of ids, by which a restored backup is erased again and no id is given twice."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict
from sqlmodel import Session, col

from models.erasure import Erasure
from models.experts import Expert
from models.vocabulary import ErasureReason
from service.people.profiles.erased_ids import digest_of

_SALT_BYTES = 32


class LedgerEntry(BaseModel):
    """One line of a ledger file."""

    model_config = ConfigDict(from_attributes=True, extra="forbid")

    digest: str
    salt: str
    erased_at: datetime
    reason: ErasureReason


def salt_in_use(session: Session) -> str:
    """Return the salt of this database's ledger, a new one before the first erasure.

    One salt for all lets a whole network be compared with a long ledger in one pass.
    """
    return session.scalar(sa.select(col(Erasure.salt)).order_by(col(Erasure.erased_at)).limit(1)) or secrets.token_hex(_SALT_BYTES)


def read_ledger(session: Session) -> list[LedgerEntry]:
    """Return every erasure, oldest first."""
    rows = session.scalars(sa.select(Erasure).order_by(col(Erasure.erased_at), col(Erasure.digest)))
    return [LedgerEntry.model_validate(row) for row in rows]


def present_again(session: Session, entries: Iterable[LedgerEntry]) -> Mapping[str, LedgerEntry]:
    """Return, by id, the people of this database who stand in the ledger ``entries``."""
    by_digest = {entry.digest: entry for entry in entries}
    salts = {entry.salt for entry in by_digest.values()}
    ids = session.scalars(sa.select(col(Expert.id)).order_by(col(Expert.id))).all()
    found = ((expert_id, by_digest.get(digest_of(salt, expert_id))) for expert_id in ids for salt in sorted(salts))
    return {expert_id: entry for expert_id, entry in found if entry is not None}
