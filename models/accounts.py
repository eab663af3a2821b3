"""Accounts, what they may do, and how their owners show who they are. Of every token only the SHA-256 is stored."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import AccountRole, Language

DIGEST_LENGTH = 64  # hexadecimal digits of SHA-256

_account_version = sa.Column("version", sa.Integer, nullable=False)


def _digest() -> sa.CheckConstraint:
    return sa.CheckConstraint(f"length(token_hash) = {DIGEST_LENGTH}", name="token_hash")


class Account(SQLModel, table=True):
    """Somebody who can sign in. ``email`` is normalised; ``password_hash`` and ``openid_subject`` are empty until they are set.

    ``country`` is where its owner reads from, by ISO 3166; none: not said.
    """

    id: str = Field(primary_key=True)
    email: str = Field(unique=True)
    display_name: str
    language: Language = Field(default=Language.VI, sa_type=coded(Language))
    cleared: bool = False
    disabled: bool = False
    password_hash: str | None = None
    openid_subject: str | None = Field(default=None, unique=True)
    created_at: datetime
    country: str | None = Field(default=None, max_length=2)
    version: int | None = Field(default=None, sa_column=_account_version)

    __mapper_args__ = {"version_id_col": _account_version}
    __table_args__ = (sa.CheckConstraint("email = lower(email) AND email <> ''", name="email"),)


class RoleGrant(SQLModel, table=True):
    """A role of an account; the role of expert, and no other, names whose profile it is about. A profile has one account at most."""

    __tablename__ = "role_grant"
    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    role: AccountRole = Field(primary_key=True, sa_type=coded(AccountRole))
    expert_id: str | None = Field(default=None, foreign_key="expert.id", unique=True, ondelete="CASCADE")

    __table_args__ = (sa.CheckConstraint("(role = 'expert') = (expert_id IS NOT NULL)", name="expert"),)


class ProjectLead(SQLModel, table=True):
    """A product or a project that an account with the role of lead answers for."""

    __tablename__ = "project_lead"
    id: int | None = Field(default=None, primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", index=True)

    __table_args__ = (
        sa.CheckConstraint("(product_id IS NULL) != (project_id IS NULL)", name="one_subject"),
        sa.UniqueConstraint("account_id", "product_id", name="uq_project_lead_product"),
        sa.UniqueConstraint("account_id", "project_id", name="uq_project_lead_project"),
    )


class Invitation(SQLModel, table=True):
    """A link into an account that works once; ``sets_password`` when its holder has to choose one, ``in_use`` when somebody had entered."""

    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    sets_password: bool = True
    in_use: bool = False
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None

    __table_args__ = (_digest(), sa.CheckConstraint("expires_at > created_at", name="expiry"))


class SignInSession(SQLModel, table=True):
    """A browser that signed in; ``device_hash`` is the digest of what it keeps for longer, by which it is known again."""

    __tablename__ = "sign_in_session"
    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    label: str = ""
    device_hash: str | None = Field(default=None, max_length=DIGEST_LENGTH, index=True)
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime
    revoked_at: datetime | None = None

    __table_args__ = (_digest(), sa.CheckConstraint("expires_at > created_at", name="expiry"))


class ApiKey(SQLModel, table=True):
    """A key for programs that act for the account, within ``scopes``."""

    __tablename__ = "api_key"
    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    label: str
    scopes: list[str] = document()
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    __table_args__ = (_digest(), sa.CheckConstraint("expires_at > created_at", name="expiry"))


class SignInThrottle(SQLModel, table=True):
    """How often somebody tried to sign in since ``since``; ``key`` is a digest of the address of the account or of the caller."""

    __tablename__ = "sign_in_throttle"
    key: str = Field(primary_key=True)
    attempts: int
    since: datetime

    __table_args__ = (sa.CheckConstraint("attempts > 0", name="attempts"),)
