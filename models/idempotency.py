"""Answers to requests that create something, kept so that a request sent twice creates it once."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from models.columns import document


class KeptAnswer(SQLModel, table=True):
    """The answer to one Idempotency-Key of one caller at one address; it goes with the person whom it shows."""

    __tablename__ = "kept_answer"
    actor: str = Field(primary_key=True, max_length=80)
    address: str = Field(primary_key=True)
    key: str = Field(primary_key=True, max_length=200)
    request_hash: str = Field(max_length=64)
    kept_at: datetime = Field(index=True)
    status: int | None = None
    headers: dict[str, Any] = document(dict)
    body: str = ""
    expert_id: str | None = Field(default=None, foreign_key="expert.id", index=True, ondelete="CASCADE")
