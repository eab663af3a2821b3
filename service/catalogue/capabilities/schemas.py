"""What the API shows of a capability."""

from pydantic import BaseModel, Field

from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.products.schemas import CapabilityReference, ProductReference
from service.kit.texts import Sourced, Text


class Aliases(BaseModel):
    """Other names in both languages, abbreviations included."""

    vi: list[str] = Field(examples=[["SLAM", "định vị và lập bản đồ đồng thời"]])
    en: list[str] = Field(examples=[["SLAM"]])


class CapabilitySummary(Sourced):
    """A capability in a list."""

    id: str = Field(examples=["digital-twin"])
    label: Text
    aliases: Aliases
    parent_id: str | None


class CapabilityUse(BaseModel):
    """That a role for a product needs the capability."""

    product: ProductReference
    role: RoleCode
    level: NeedLevel


class CapabilityView(CapabilitySummary):
    """A capability with its neighbours and the products whose roles need it."""

    parent: CapabilityReference | None
    children: list[CapabilityReference]
    products: list[CapabilityUse]
