"""What the API shows of a person's ledger."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode
from models.vocabulary.selection import RefusalReason
from service.kit.texts import Text


class Happening(StrEnum):
    """What happened to a person in a selection."""

    LISTED = "listed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    STEP = "step"


class LedgerEntry(BaseModel):
    """One line. Nothing in it is about anybody else: no rank, no count, no other person."""

    on: date
    what: Happening
    request_id: str
    subject: str
    role: RoleCode
    state: str | None = Field(default=None, description="The recorded step, of a line about one")
    refusal: RefusalReason | None = None
    reasons: list[Text] = Field(default=[], description="Why the person stood on the signed list, as it said then")


class LedgerView(BaseModel):
    """What a person was proposed for, newest first."""

    expert_id: str
    paused_until: date | None = Field(description="The first day on which the person wants to be asked again")
    entries: list[LedgerEntry]
