"""What the API takes and shows of delegate editors."""

from datetime import datetime

from pydantic import BaseModel, Field

from models.accounts import Account
from models.delegations import Delegation
from service.kit.fields import Input


class DelegateNamed(Input):
    """Whom somebody lets edit the own evidence."""

    email: str = Field(max_length=200, description="The address with which the other account signs in")


class DelegateView(BaseModel):
    """One account that edits, or edited, the evidence of a person."""

    id: int
    name: str
    email: str
    granted_at: datetime
    ended_at: datetime | None

    @classmethod
    def of(cls, delegation: Delegation, account: Account) -> "DelegateView":
        """Return what is shown of a delegation."""
        return cls(
            id=delegation.id or 0,
            name=account.display_name,
            email=account.email,
            granted_at=delegation.granted_at,
            ended_at=delegation.ended_at,
        )


class EditedView(BaseModel):
    """One person whose evidence the account edits; ``id`` is that of the delegation."""

    id: int
    expert_id: str
    name: str
    since: datetime
