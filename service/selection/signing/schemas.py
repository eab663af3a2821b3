"""What the API takes of a signature and shows of a check."""

from typing import Any

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode
from service.kit.fields import Input, Reason
from service.kit.texts import Text


class SignInput(Input):
    """A signature: a person answers for the list with a reason."""

    reason: Reason
    open_rules_seen: bool = Field(default=False, description="Whether the signer saw which rules nobody has judged yet")


class Drift(Text):
    """One thing that has changed since the list was made."""

    role: RoleCode
    expert_id: str | None = None
    what: str = Field(examples=["weights", "score", "profile_version", "not_proposed"])
    before: Any = None
    after: Any = None


class VerificationView(BaseModel):
    """Whether a signed list is as it was signed, and whether asking again gives the same bytes."""

    fingerprint: str
    intact: bool = Field(description="Whether head, places and contents are those that were signed")
    broken: list[str] = Field(description="Places whose content is not what was signed")
    erased: int = Field(description="Places of people who were erased since; their digests still count")
    same_bytes: bool = Field(description="Whether asking again gives the same answer for everybody on the list")
    drift: list[Drift] = Field(description="What has changed since")
    reference_only: Text
