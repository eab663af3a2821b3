"""What the API takes of consents, stops and willingness."""

from datetime import datetime

from pydantic import BaseModel, Field

from models.vocabulary import ProcessingStop
from service.kit.fields import Identifier, Input


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
