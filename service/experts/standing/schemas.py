"""What the API takes of consents, willingness and relations, and shows of relations."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from models.vocabulary import ProcessingStop, RelationKind, RelationStatus
from service.experts.fields import Identifier, Input, Line
from service.texts import RowView


class ConsentInput(Input):
    """A person's word on one purpose; silence is no consent."""

    given: bool = Field(description="true gives, false withdraws")
    text_version: Identifier | None = Field(
        default=None, examples=["2026-01"], description="The text the person agreed to; required to give"
    )


class StopInput(Input):
    """A person's word on the automated processing of their data."""

    stopped: bool = Field(description="true stops it, false lets it go on")


class StopView(BaseModel):
    """Whether the matching of a person is stopped at their word."""

    stop: ProcessingStop
    stopped: bool
    since: datetime | None


class WillingnessInput(Input):
    """A person's word on a role."""

    willing: bool


class RelationCreate(Input):
    """A relation to an organisation or to another expert; a family member is never named."""

    kind: RelationKind
    status: RelationStatus = RelationStatus.DECLARED
    organisation_id: Identifier | None = None
    other_expert_id: Identifier | None = None
    starts: date | None = None
    ends: date | None = None
    source: Line = ""


class RelationView(RowView):
    """A relation that can become a conflict of interest."""

    id: int
    kind: RelationKind
    status: RelationStatus
    organisation_id: str | None
    other_expert_id: str | None
    starts: date | None
    ends: date | None
    source: str
