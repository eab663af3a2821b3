"""What the API takes and shows of versions of weights."""

from typing import Annotated

from pydantic import BaseModel, Field

from models.vocabulary import RoleFamily
from service.administration.fields import Reason, VersionName, Words
from service.kit.fields import Identifier, Input
from service.kit.texts import Text

Share = Annotated[float, Field(ge=0, le=1)]
Threshold = Annotated[float, Field(gt=0, le=1)]
_EXAMPLE = {
    "topical_fit": 0.3,
    "must_coverage": 0.1,
    "coordination": 0.2,
    "resource_connection": 0.2,
    "objective_delivery": 0.2,
}


class WeightsInput(Input):
    """Weights that are tried out, or saved as a new version: they add up to 1, and the bands ascend."""

    family: RoleFamily
    weights: dict[Identifier, Share] = Field(min_length=1, examples=[_EXAMPLE], description="By signal; one that is not named weighs 0")
    fits: Threshold = Field(examples=[0.62], description="Score from which somebody fits")
    good: Threshold = Field(examples=[0.7])
    strong: Threshold = Field(examples=[0.78])
    tie: float = Field(default=0.01, ge=0, lt=1, description="Scores closer than this are tied")


class WeightsCreate(WeightsInput):
    """A new version; it answers nothing before it is made current."""

    version: VersionName = Field(examples=["W3"])
    basis: Words = Field(
        examples=[{"vi": "Hội đồng chọn ngày 1 tháng 10", "en": "Chosen by the council on 1 October"}],
        description="What the weights rest on",
    )
    reason: Reason = Field(examples=["Agreed with the council."])


class CurrentInput(Input):
    """Why a version is made current."""

    reason: Reason = Field(examples=["Agreed with the council."])


class WeightsView(BaseModel):
    """One version of the weights of a role family."""

    version: str
    family: RoleFamily
    weights: dict[str, float]
    fits: float
    good: float
    strong: float
    tie: float
    basis: Text
    current: bool
    current_version: str | None = Field(description="The version that answers for the family now; the ETag names it")
