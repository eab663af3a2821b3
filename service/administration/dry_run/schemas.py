"""What a dry run shows. Administrators do not read rankings, so that people are places and bands, without names and ids."""

from datetime import date

from pydantic import BaseModel, Field

from matching.gate.result import Tier
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.texts import Text
from service.matches.recommendations.schemas import BandView


class PlaceView(BaseModel):
    """Where somebody stands among all who may be proposed."""

    place: int
    score: float
    band: BandView
    tier: Tier
    fits: bool = Field(description="Whether the score reaches the threshold for a fit")


class MoveView(BaseModel):
    """One person whose place, band or tier changes; null where they may not be proposed."""

    before: PlaceView | None
    after: PlaceView | None
    expert_id: str | None = Field(description="Null for whoever may not read rankings")


class ListChangeView(BaseModel):
    """What changes on the list of one subject and role."""

    kind: SubjectKind
    subject: str = Field(examples=["P07"])
    name: Text
    role: RoleCode
    fitting_before: int
    fitting_after: int
    entered_fitting: int = Field(description="How many people come to fit")
    left_fitting: int
    entered_first: int = Field(description="How many people come among the first ten")
    left_first: int
    became_eligible: int = Field(description="How many people come to meet every hard rule")
    ceased_eligible: int
    moved: int = Field(description="How many people who fit or are among the first ten, before or after, change place, band or tier")
    moves: list[MoveView] = Field(description="Those who move farthest")


class DryRunView(BaseModel):
    """Whose ranking a change would change; nothing was changed."""

    changed: list[ListChangeView]
    unchanged: int = Field(description="Number of lists on which nothing changes")
    restricted: int = Field(description="Number of lists that only people with clearance see; they are left out")
    selection_date: date
    text_space: str | None
    note: Text
