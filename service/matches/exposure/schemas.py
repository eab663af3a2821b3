"""What the API says of exposure, and of the effect of a diversity policy on one list."""

from datetime import date

from pydantic import BaseModel, Field

from service.kit.texts import Text
from service.matches.coverage.schemas import PersonReference
from service.matches.recommendations.schemas import AskedRole, SubjectView


class RateView(BaseModel):
    """A group's selection rate; all null where the group, or one that it would give away, is too small to be shown."""

    code: str = Field(examples=["DE"])
    name: Text
    people: int | None = Field(description="People who consent to matching")
    shown: int | None = Field(description="Of them, on at least one list")
    rate: float | None
    ratio: float | None = Field(description="Impact ratio: the rate over the highest rate of a group that is shown")
    below_four_fifths: bool
    low: float | None = Field(description="Lower bound of the rate, 95% (Wilson)")
    high: float | None = Field(description="Upper bound of the rate, 95% (Wilson)")
    firmly_below: bool = Field(description="Even the upper bound is below four fifths of everybody's rate: the numbers carry it")


class TopShare(BaseModel):
    """What part of all places the most shown people have."""

    of_people: float = Field(examples=[0.01])
    of_places: float


class ExposureReport(BaseModel):
    """Who is ever shown on the lists of the list in force. Reported only: nothing is corrected by it."""

    catalogue: str
    on: date
    first: int = Field(description="How many places of each list count")
    smallest_shown: int
    lists: int
    people: int = Field(description="People who consent to matching")
    shown: int = Field(description="Of them, on at least one list")
    share_shown: float
    places: int
    gini: float = Field(description="Gini coefficient of places over everybody who consents: 0 equal, towards 1 concentrated")
    top: list[TopShare]
    sub_networks: list[RateView]
    countries: list[RateView]
    residence: list[RateView]
    career_stages: list[RateView]
    yardstick: Text
    reference_only: Text


class MoveView(BaseModel):
    """Whose place a policy changes."""

    person: PersonReference
    before: int
    after: int


class PolicyView(BaseModel):
    """At least ``at_least`` of the first ``first`` places for a group of people."""

    dimension: str
    code: str
    at_least: int
    first: int


class DiversityEffect(BaseModel):
    """One list with a policy applied after its order: who moves and what it costs. No score changes, and the list itself stays as it is."""

    subject: SubjectView
    role: AskedRole
    policy: PolicyView
    met: bool = Field(description="Whether the list has enough people of the group")
    cost: float = Field(description="Sum of the scores among the first places that is given up")
    moves: list[MoveView]
    order: list[PersonReference] = Field(description="The list after the policy")
    reference_only: Text
