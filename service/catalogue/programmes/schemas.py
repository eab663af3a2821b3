"""What the API shows of programmes, priority sectors and product criteria."""

from pydantic import Field

from service.catalogue.products.schemas import ProductReference
from service.kit.texts import Sourced, Text


class ProgrammeSummary(Sourced):
    """A programme in a list."""

    code: str = Field(examples=["QD2815-2025"])
    instrument: Text
    title: Text
    issuer: Text
    adopted: str = Field(description="Day or month", examples=["2025-12-28", "2021-01"])
    horizon: Text
    catalogue: str | None = Field(description="The product list that it made, if any")
    note: Text | None


class TargetView(Sourced):
    """A measurable target; ``metric``, ``unit`` and ``scope`` are codes for programs, the text says the same for readers."""

    code: str
    target: Text
    metric: str = Field(examples=["domestic_demand_share"])
    operator: str = Field(description="A comparison, a range such as 3..5, or aim without a figure", examples=[">="])
    value: float | None = Field(examples=[30])
    unit: str = Field(examples=["percent"])
    due: str = Field(description="Year, empty when none is named", examples=["2030"])
    scope: str = Field(examples=["product"])


class TaskView(Sourced):
    """A task of a programme."""

    code: str = Field(examples=["QD2815-2025-T1"])
    task: Text


class BodyView(Sourced):
    """A body that runs a programme, or a source of its funding."""

    name: Text
    role: Text | None


class ProgrammeProductView(Sourced):
    """A product that a programme names, with the reason."""

    product: ProductReference
    why: Text


class SectorView(Sourced):
    """A priority sector that a programme names."""

    programme: str = Field(examples=["NQ57-2024"])
    sector: Text
    group: str | None = Field(description="Technology group of the list in force", examples=["G05"])


class CriterionView(Sourced):
    """A criterion for strategic technologies or products, as a draft resolution proposes it: it belongs to no programme."""

    code: str = Field(examples=["SP-A"])
    applies_to: Text
    criterion: Text


class ProgrammeView(ProgrammeSummary):
    """A programme with everything that hangs on it."""

    targets: list[TargetView]
    tasks: list[TaskView]
    bodies: list[BodyView]
    funding: list[BodyView]
    products: list[ProgrammeProductView]
    sectors: list[SectorView]
