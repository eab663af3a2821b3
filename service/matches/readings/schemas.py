"""What the API says of readings and takes of a judgement of one."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, Field

from models.vocabulary import Part, ReadingMatter, ReadingVerdict
from service.catalogue.products.schemas import CapabilityReference
from service.kit.fields import Identifier, Input
from service.kit.texts import RowView


class ReadingState(StrEnum):
    """How a reading stands: as it was read or named in the words, or as somebody decided."""

    READ = "read"
    NAMED = "named"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class ReadingView(BaseModel):
    """One thing that was read of an item; ``capability`` is null for any other matter."""

    matter: ReadingMatter
    capability: CapabilityReference | None
    state: ReadingState
    judgement: int | None = Field(description="The judgement in force")
    by_person: bool | None = Field(description="Whether the person or a coordinator decided")
    judged_on: date | None
    waiting: int | None = Field(description="What the person asks for, until a coordinator decides")


class ItemReadings(BaseModel):
    """What was read of one item of evidence."""

    evidence: str
    title: str
    part: Part | None = Field(description="As it counts: without what was set aside")
    readings: list[ReadingView]


class PersonReadings(BaseModel):
    """What was read of a person; no items where the person's own word forbids reading, or the record waits to be read."""

    expert: str
    items: list[ItemReadings]


class ReadingJudgementInput(Input):
    """A decision on one reading: a capability of an item, that its work was led, or that it is the person's own."""

    evidence: Identifier
    matter: ReadingMatter
    verdict: ReadingVerdict
    capability: Identifier | None = None


class ReadingJudgementView(RowView):
    """A judgement of a reading; one that is waiting changes nothing until a coordinator decides."""

    id: int
    expert_id: str
    digest: str
    matter: ReadingMatter
    capability_id: str
    verdict: ReadingVerdict
    waiting: bool
    by_person: bool
    judged_by: str
    judged_at: datetime
