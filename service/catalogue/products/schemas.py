"""What the API shows of lists, groups and products."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode, Sensitivity
from service.kit.texts import RowView, Sourced, Text

PRODUCT_ID = Field(examples=["P07"])
PRODUCT_NAME = Field(
    examples=[{"vi": "Robot di động tự hành và robot công nghiệp", "en": "Autonomous mobile robots and industrial robots"}]
)


class ListView(Sourced):
    """A published list of strategic technology products."""

    code: str = Field(examples=["QD21-2026"])
    instrument: Text
    title: Text
    adopted: date
    valid_from: date
    valid_until: date | None
    in_force: bool
    is_default: bool = Field(description="Whether it is used when a request names no list")
    groups: int = Field(description="Number of its technology groups", examples=[10])
    products: int = Field(description="Number of its products", examples=[30])


class GroupReference(RowView):
    """A technology group by id and name."""

    id: str = Field(examples=["G03"])
    name: Text


class ProductReference(RowView):
    """A product by id and name."""

    id: str = PRODUCT_ID
    name: Text = PRODUCT_NAME


class GroupView(Sourced):
    """A technology group."""

    id: str = Field(examples=["G03"])
    catalogue: str = Field(examples=["QD21-2026"])
    name: Text
    scope: Text | None


class GroupWithProducts(GroupView):
    """A technology group with its products."""

    products: list[ProductReference]


class ProductSummary(Sourced):
    """A product in a list."""

    id: str = PRODUCT_ID
    catalogue: str = Field(examples=["QD21-2026"])
    name: Text = PRODUCT_NAME
    group: str | None = Field(examples=["G03"])
    band: Literal[1, 2] | None = Field(description="1: has a market today; 2: for new growth and security")
    priority: bool = Field(description="One of the six products to master by 2030")
    sensitivity: Sensitivity
    in_force: ProductReference | None = Field(description="What stands for it on the list in force; null when nothing does")


class CapabilityReference(RowView):
    """A capability by id and label."""

    id: str = Field(examples=["simultaneous-localisation-and-mapping"])
    label: Text


class NeedGroupView(BaseModel):
    """Required capabilities of which any one is enough."""

    capabilities: list[CapabilityReference]
    label: Text = Field(examples=[{"vi": "máy bay hoặc chống máy bay không người lái", "en": "unmanned aircraft or counter-drone systems"}])


class RoleNeeds(RowView):
    """What one role for the product needs to know."""

    role: RoleCode
    must: list[CapabilityReference]
    groups: list[NeedGroupView] = Field(description="The same required capabilities in their groups: of each group any one is enough")
    nice: list[CapabilityReference]
    excluded: list[CapabilityReference]


class ProductProgramme(Sourced):
    """A programme that names the product, with the reason."""

    code: str = Field(examples=["QD2815-2025"])
    title: Text
    why: Text


class ProductTask(Sourced):
    """A task named in public for the product."""

    code: str = Field(examples=["T-JUNE-3"])
    owner: Text | None
    task: Text


class ProductProject(RowView):
    """A project under the product, marked when it is invented."""

    id: str = Field(examples=["PRJ-G03-1"])
    title: Text
    synthetic: bool


class ProductView(Sourced):
    """A product with everything that hangs on it."""

    id: str = PRODUCT_ID
    catalogue: str = Field(examples=["QD21-2026"])
    name: Text = PRODUCT_NAME
    group: GroupReference | None
    group_basis: Text | None = Field(description="How sure its place in the group is: the decision gives no such map")
    band: Literal[1, 2] | None = Field(description="1: has a market today; 2: for new growth and security")
    priority: bool = Field(description="One of the six products to master by 2030")
    sensitivity: Sensitivity
    brief: Text | None = Field(description="Not shown for a restricted product")
    brief_source: Text | None
    in_force: ProductSummary | None = Field(description="What stands for it on the list in force; null when nothing does")
    status: Text = Field(examples=[{"vi": "thuộc danh mục đang có hiệu lực", "en": "on the list in force"}])
    crosswalk_sureness: Text | None = Field(description="How sure the way to the list in force is; null for a product on that list")
    programmes: list[ProductProgramme]
    tasks: list[ProductTask]
    needs: list[RoleNeeds]
    projects: list[ProductProject]
