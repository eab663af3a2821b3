"""The bilingual capability thesaurus and what each product's roles need from it."""

from collections.abc import Iterable

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
    """That a role for a product needs a capability.

    Required capabilities of one ``group`` are alternatives: any one of them is enough. Without a group a capability stands for itself.
    """

    __tablename__ = "product_capability"
    product_id: str = Field(primary_key=True, foreign_key="product.id")
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    capability_id: str = Field(primary_key=True, foreign_key="capability.id", index=True)
    level: NeedLevel = Field(sa_type=coded(NeedLevel))
    group: str = ""


class NeedGroup(SQLModel, table=True):
    """What alternatives are called together, such as "aircraft or counter-aircraft"; ``group`` is an id within product and role."""

    __tablename__ = "need_group"
    product_id: str = Field(primary_key=True, foreign_key="product.id")
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    group: str = Field(primary_key=True)
    label_en: str
    label_vi: str


def alternatives(needs: Iterable[ProductCapability]) -> dict[tuple[str, RoleCode, str], tuple[str, ...]]:
    """Return the required capabilities of ``needs`` in their groups, by product, role and group, each in order of ids.

    A capability without a group is a group of its own, under its own id.
    """
    found: dict[tuple[str, RoleCode, str], list[str]] = {}
    for need in sorted(needs, key=lambda need: need.capability_id):
        if need.level is NeedLevel.MUST:
            found.setdefault((need.product_id, need.role, need.group or need.capability_id), []).append(need.capability_id)
    return {key: tuple(members) for key, members in found.items()}
