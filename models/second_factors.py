"""What an account shows besides its password: a code of the moment, or one of ten that are kept as digests and work once."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.accounts import DIGEST_LENGTH


class SecondFactor(SQLModel, table=True):
    """The second factor of an account; the secret is made from ``salt`` and the key of the operator, and stored nowhere.

    ``last_step`` is the half minute of the code that was used last: none is used twice. ``confirmed_at`` is empty until the first code,
    ``removed_at`` set when an administrator took the factor away, which the owner is told until there is a new one.
    """

    __tablename__ = "second_factor"
    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    salt: str = Field(max_length=DIGEST_LENGTH)
    made_at: datetime
    confirmed_at: datetime | None = None
    removed_at: datetime | None = None
    last_step: int = 0

    __table_args__ = (sa.CheckConstraint("removed_at IS NULL OR confirmed_at IS NULL", name="removed"),)


class RecoveryCode(SQLModel, table=True):
    """A code for who lost the device, as the digest alone."""

    __tablename__ = "recovery_code"
    code_hash: str = Field(primary_key=True, max_length=DIGEST_LENGTH)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    used_at: datetime | None = None


class HalfSignIn(SQLModel, table=True):
    """Somebody whose password or link was right and whose code is still asked for; ``token_hash`` is of a token of the browser."""

    __tablename__ = "half_sign_in"
    token_hash: str = Field(primary_key=True, max_length=DIGEST_LENGTH)
    account_id: str = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    way: str = Field(max_length=20)
    expires_at: datetime
