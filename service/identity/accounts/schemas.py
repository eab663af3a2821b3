"""What the API takes and shows of accounts, sessions and keys. A token is shown once, when it is made."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, model_validator

from models.vocabulary import AccountRole, Language, Scope
from service.kit.fields import Country, Identifier, Input, Named, one_line
from service.kit.texts import RowView


def normalised(email: str) -> str:
    """Return ``email`` as it is stored: the same mailbox is one account, however it is capitalised.

    A letter that only looks like one of another mailbox stays what it is: the small form of the Kelvin sign is a k.
    """
    return "".join(sign if not sign.isascii() and sign.lower().isascii() else sign.lower() for sign in email.strip())


_MAILBOX = r"^\s*[^@\s\x00\u212a]+@[^@\s\x00]+\.[^@\s\x00]+\s*$"
Address = Annotated[str, StringConstraints(max_length=254, pattern=_MAILBOX), AfterValidator(normalised), AfterValidator(one_line)]
Roles = Annotated[frozenset[AccountRole], Field(examples=[["coordinator"]])]
Ids = Annotated[frozenset[Identifier], Field(max_length=200)]


class Permissions(Input):
    """What an account may do; an expert names the profile, a lead the products and projects."""

    roles: Roles
    expert_id: Identifier | None = Field(default=None, examples=["E000001"])
    led_products: Ids = Field(default=frozenset(), examples=[["P01"]])
    led_projects: Ids = Field(default=frozenset(), examples=[["PRJ-G03-1"]])
    cleared: bool = Field(default=False, description="May see what is restricted")

    @model_validator(mode="after")
    def _roles_have_what_they_are_about(self) -> Self:
        if (AccountRole.EXPERT in self.roles) != (self.expert_id is not None):
            raise ValueError("expert_id belongs to the role of expert, and it needs one")
        if AccountRole.LEAD not in self.roles and (self.led_products or self.led_projects):
            raise ValueError("led_products and led_projects belong to the role of lead")
        return self


class AccountCreate(Permissions):
    """A person to invite."""

    email: Address = Field(examples=["an@nic.example"])
    display_name: Named = Field(examples=["Nguyễn Văn An"])
    language: Language = Language.VI
    country: Country | None = Field(default=None, description="From where its owner reads; what a lead abroad is given is recorded")


class AccountChange(Input):
    """The fields to change; the others stay. ``permissions`` replaces all roles at once."""

    display_name: Named | None = None
    language: Language | None = None
    country: Country | None = None
    disabled: bool | None = None
    permissions: Permissions | None = None


class AccountView(BaseModel):
    """An account."""

    id: str
    email: str
    display_name: str
    language: Language
    country: str | None = Field(description="From where its owner reads; null where nobody said it")
    roles: list[AccountRole]
    expert_id: str | None
    led_products: list[str]
    led_projects: list[str]
    cleared: bool
    disabled: bool
    accepted: bool = Field(description="Whether its owner has set a way to sign in")
    created_at: datetime


class InvitationView(BaseModel):
    """A link into an account; it works once and is shown this once."""

    link: str
    expires_at: datetime


class InvitedAccount(AccountView):
    """A new account with the link to send to its owner."""

    invitation: InvitationView


class Me(AccountView):
    """Who asks, and with which scopes."""

    scopes: list[Scope]
    last_link_at: datetime | None = Field(description="When an administrator last made a link into this account while it was in use")


class SessionView(RowView):
    """A browser that signed in."""

    id: str
    label: str
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime = Field(description="To the quarter of an hour")
    revoked_at: datetime | None
    current: bool = Field(description="Whether it is the one that asks")


class KeyCreate(Input):
    """A new API key."""

    label: Named = Field(examples=["nightly export"])
    scopes: frozenset[Scope] = Field(default=frozenset({Scope.READ}), min_length=1)
    days: int = Field(default=90, ge=1, le=3650, description="Days until it expires")


class KeyView(RowView):
    """An API key, without the key."""

    id: str
    label: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = Field(description="To the quarter of an hour")
    revoked_at: datetime | None


class NewKey(KeyView):
    """A new API key, shown this once."""

    key: str
