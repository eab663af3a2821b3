"""What a lead sees of a released shortlist, and says of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from matching.ranking.capability_groups import GroupState
from models.vocabulary import EvidenceKind, RoleCode
from models.vocabulary.selection import FeedbackKind, FeedbackReason
from service.kit.fields import Input
from service.kit.texts import Text
from service.matches.recommendations.schemas import BandView
from service.selection.requests.schemas import Notes

Pseudonym = Annotated[str, StringConstraints(pattern=r"^UV-[A-Z2-7]{10}$")]


class Contact(BaseModel):
    """Who somebody is, shown only after they accepted the invitation."""

    display_name: str
    email: str


class ReleasedCapability(BaseModel):
    """A required group of capabilities in words of the catalogue, and the step that the evidence reaches; nothing of the evidence."""

    label: Text
    state: GroupState


class ReleasedCondition(BaseModel):
    """A condition in words of the rules, and what was found of it; nothing of what it was found on."""

    label: Text
    result: Text


class ReleasedRole(BaseModel):
    """How the network stood before one role of the lead's own request when the list was made."""

    role: RoleCode
    considered: int
    eligible: int
    fitting: int


class ReleasedPerson(BaseModel):
    """A person under a pseudonym: no quote, title, organisation, identifier, day or free text."""

    pseudonym: str
    role: RoleCode
    position: int
    band: BandView | None = Field(description="Null, as all that follows of the person, for who has withdrawn")
    x: int | None = Field(description="Required capabilities that the evidence names")
    y: int | None = Field(description="Required capabilities asked for")
    years: float | None = Field(description="Continuous years of counted work")
    kinds: dict[EvidenceKind, int] = Field(description="Items of evidence by kind")
    capabilities: list[ReleasedCapability]
    conditions: list[ReleasedCondition]
    contact: Contact | None = Field(description="Null until the person has accepted")
    withdrawn: bool = Field(description="The person has withdrawn since, or stopped the processing of their data: not to be counted on")


class ReleasedView(BaseModel):
    """What a lead sees of a signed shortlist."""

    request_id: str
    shortlist_id: str
    released_at: datetime
    roles: list[ReleasedRole]
    people: list[ReleasedPerson] = Field(description="By role as it was asked for, the best first")
    reference_only: Text


class ReleaseView(BaseModel):
    """That a shortlist was released."""

    model_config = ConfigDict(from_attributes=True)
    shortlist_id: str
    released_by: str
    released_at: datetime


class FeedbackInput(Input):
    """What a lead says of a person, or asks of the whole list."""

    kind: FeedbackKind
    person: Pseudonym | None = Field(default=None, description="Required for suitable and unsuitable")
    reason: FeedbackReason
    text: Notes = ""

    @model_validator(mode="after")
    def _about_somebody(self) -> Self:
        if (self.kind in {FeedbackKind.SUITABLE, FeedbackKind.UNSUITABLE}) != (self.person is not None):
            raise ValueError("person belongs to suitable and unsuitable and to nothing else")
        return self


class FeedbackView(BaseModel):
    """Feedback as its lead sees it."""

    kind: FeedbackKind
    person: str | None
    reason: FeedbackReason
    text: str
    given_at: datetime


class FeedbackRecord(BaseModel):
    """Feedback as a coordinator sees it."""

    model_config = ConfigDict(from_attributes=True)
    role: RoleCode | None
    expert_id: str | None
    kind: FeedbackKind
    reason: FeedbackReason
    text: str
    given_by: str
    given_at: datetime
