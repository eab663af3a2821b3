"""Column shapes that several tables share: enumerations by value, documents, provenance."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING_CONVENTION


def coded(vocabulary: type[StrEnum]) -> Any:
    """Return a column type that stores the value of ``vocabulary`` and refuses any other by a CHECK."""
    return sa.Enum(
        vocabulary,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=40,
        name=vocabulary.__name__.lower(),
    )


def document(default: type[list[Any]] | type[dict[str, Any]] = list) -> Any:
    """Return a JSON column that is never null and starts empty."""

    def empty() -> Any:  # a function of Python's own: pydantic looks at the signature for every row, and that of a built-in takes long
        return default()

    return Field(default_factory=empty, sa_type=sa.JSON, nullable=False)


class Provenance(SQLModel):
    """Where a row comes from and how sure we are of it, in both languages."""

    source_en: str
    source_vi: str
    sureness_en: str
    sureness_vi: str
