"""What the API takes and shows of a breach."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, Field, StringConstraints

from models.oversight import Incident
from service.kit.fields import Count, Identifier, Input, Line, Moment
from service.kit.texts import RowView

Description = Annotated[str, StringConstraints(min_length=1, max_length=10_000, pattern=r"^[^\x00]*$")]


class IncidentCreate(Input):
    """A breach; it is described without the names of those whom it touches."""

    description: Description = Field(description="What happened, which kinds of data, what was done; no names")
    noticed_at: Moment | None = Field(default=None, description="When it was noticed; the clock runs from here; default: now")
    people: Count | None = Field(default=None, description="How many people it touches, where that is known")


class NoticeCreate(Input):
    """Word that a breach was notified."""

    notified_to: Line = Field(min_length=1, examples=["A05"], description="Which body was told")


class ConcernedInput(Input):
    """People whom a breach touches."""

    expert_ids: Annotated[frozenset[Identifier], Field(min_length=1, max_length=5000)]


class ConcernedView(BaseModel):
    """Somebody whom a breach touches, with the letter to send."""

    expert_id: str
    display_name: str
    email: str
    named_at: datetime
    told_at: datetime | None = Field(description="null until the letter is noted as sent")
    told_by: str | None
    subject: str
    body: str = Field(description="In the language of the person; the description of the breach stands in it as it was written")


class IncidentView(RowView):
    """A breach with its clock."""

    id: str
    noticed_at: datetime
    notify_by: datetime
    people: int | None
    description: str
    notified_at: datetime | None
    notified_to: str
    overdue: bool

    @classmethod
    def at(cls, incident: Incident, now: datetime) -> Self:
        """Return the view as of ``now``."""
        return cls.of(incident, overdue=incident.notified_at is None and incident.notify_by < now)
