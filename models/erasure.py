"""The trace of an erasure: no person can be read from it, and a restored backup can be erased by it again."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import ErasureReason


class Erasure(SQLModel, table=True):
    """One person who was erased; ``digest`` is SHA-256 of the salt and the id, so that whoever holds the id can recognise it."""

    digest: str = Field(primary_key=True, max_length=64)
    salt: str = Field(max_length=64)
    erased_at: datetime
    reason: ErasureReason = Field(sa_type=coded(ErasureReason))
