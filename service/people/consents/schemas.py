"""What the API takes of consents, stops and willingness."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from models.vocabulary import ProcessingStop
from models.vocabulary.documents import ConsentMeans
from service.kit.fields import Identifier, Input, Line


class ConsentInput(Input):
    """A person's word on one purpose; silence is no consent.

    Whoever records the consent of somebody else shows it: the day, the means, and the document or where it is kept.
    """

    given: bool = Field(description="true gives, false withdraws")
    text_version: Identifier | None = Field(
        default=None, examples=["2026-01"], description="The text the person agreed to; required to give"
    )
    given_on: date | None = Field(default=None, description="The day of the person's word; default: today")
    means: ConsentMeans | None = Field(default=None, description="How the person gave their word")
    document: Line = Field(default="", examples=["Form 12, registry of 2026"], description="Where the paper or recording is kept")
    document_id: Identifier | None = Field(default=None, description="The paper, handed in as a document of the person")


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
