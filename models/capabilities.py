"""The bilingual capability thesaurus and what each product's roles need from it."""

from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import NeedLevel, RoleCode


class Capability(SQLModel, table=True):
    """A node of the thesaurus."""

    id: str = Field(primary_key=True)
    label_en: str = Field(unique=True)
    label_vi: str = Field(unique=True)
    aliases_en: list[str] = document()
    aliases_vi: list[str] = document()
    parent_id: str | None = Field(default=None, foreign_key="capability.id", index=True)


class ProductCapability(SQLModel, table=True):
    """That a role for a product needs a capability."""

    __tablename__ = "product_capability"
    product_id: str = Field(primary_key=True, foreign_key="product.id")
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    capability_id: str = Field(primary_key=True, foreign_key="capability.id", index=True)
    level: NeedLevel = Field(sa_type=coded(NeedLevel))
