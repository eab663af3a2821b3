"""What the API takes of a signature and shows of a check."""

from typing import Annotated, Any

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode
from service.kit.fields import Identifier, Input, Named, Reason
from service.kit.texts import Text
from service.selection.drafts.schemas import RuleId


class LeftOpen(Input):
    """A condition that the signer leaves to be judged later, and why that may be."""

    role: RoleCode
    expert_id: Identifier
    rule: RuleId = Field(examples=["R-LEGAL"])
    reason: Reason
    document: Named = Field(description="On which this rests")


class SignInput(Input):
    """A signature: a person answers for the list with a reason."""

    reason: Reason
    open_rules_seen: bool = Field(
        default=False, description="Whether the signer saw which rules nobody has judged yet; not enough where real people are listed"
    )
    left_open: Annotated[list[LeftOpen], Field(max_length=500)] = Field(
        default=[], description="Where real people are listed: each condition that nobody has judged, with reason and document"
    )


class Drift(Text):
    """One thing that has changed since the list was made."""

    role: RoleCode
    expert_id: str | None = None
    what: str = Field(examples=["weights", "score", "profile_version", "not_proposed"])
    before: Any = None
    after: Any = None


class Difference(Text):
    """One thing in which list and audit differ."""

    what: str = Field(examples=["signed_by", "sign_reason", "no_event"])


class VerificationView(BaseModel):
    """Whether a signed list is as it was signed, and whether asking again gives the same bytes."""

    fingerprint: str
    seal_version: int = Field(description="2: who signed, when and why is sealed as well; 1: the list alone")
    intact: bool = Field(description="Whether list and signatures are what was signed, and what the audit says of them")
    broken: list[str] = Field(description="Places whose content is not what was signed")
    erased: int = Field(description="Places of people who were erased since; their digests still count")
    ended: int = Field(description="Places whose content went at the end of its term, as ledger and audit say; their digests still count")
    deleted: list[str] = Field(description="Places whose content is gone without an erasure or an end in the ledger")
    differs: list[Difference] = Field(description="What of the signatures is not what the audit recorded")
    same_bytes: bool = Field(description="Whether asking again gives the same answer for everybody on the list")
    drift: list[Drift] = Field(description="What has changed since")
    reference_only: Text
