"""What the API takes of a request for people and shows of it."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import BaseModel, Field, StringConstraints

from models.selection import SelectionRequest
from models.vocabulary import RoleCode
from models.vocabulary.selection import RequestSubject, SelectionState, SelectionTrack
from service.kit.fields import Hours, Identifier, Input, LanguageTag
from service.selection.requests.machine import recordable

Notes = Annotated[str, StringConstraints(max_length=4000, pattern=r"^[^\x00]*$")]
Wanted = dict[RoleCode, list[Identifier]]


class RequestCreate(Input):
    """A request for one role, or for a pair when it names two; what is left out is taken from the catalogue."""

    subject: Identifier = Field(examples=["P01"], description="A product, a project or a technology group")
    roles: list[RoleCode] = Field(min_length=1, max_length=2, examples=[["CE_PROJECT"]])
    must: Wanted | None = Field(default=None, description="Required capabilities by role; null: as the catalogue has them")
    nice: Wanted | None = None
    excluded: Wanted | None = None
    seats: int = Field(default=1, ge=1, le=50, description="Of each role")
    starts: date | None = None
    hours_per_week: Hours | None = None
    languages: list[LanguageTag] = Field(default=[], max_length=10)
    track: SelectionTrack = SelectionTrack.OPEN_SELECTION
    notes: Notes = ""


class RequestChange(Input):
    """The fields to change; what is not named stays."""

    must: Wanted = Field(default={})
    nice: Wanted = Field(default={})
    excluded: Wanted = Field(default={})
    seats: int = Field(default=1, ge=1, le=50)
    starts: date | None = None
    hours_per_week: Hours | None = None
    languages: list[LanguageTag] = Field(default=[], max_length=10)
    notes: Notes = ""


class RequestView(BaseModel):
    """A request and the states that may follow."""

    id: str
    subject_kind: RequestSubject
    subject: str
    roles: list[RoleCode]
    must: Wanted
    nice: Wanted
    excluded: Wanted
    seats: int
    starts: date | None
    hours_per_week: int | None
    languages: list[str]
    track: SelectionTrack
    notes: str
    state: SelectionState
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None
    close_reason: str
    weight_trials: int = Field(description="How often somebody looked at what other weights would do to one of its lists")
    version: int
    next: list[SelectionState] = Field(description="The states that may follow")

    @classmethod
    def of(cls, request: SelectionRequest) -> Self:
        """Return the view of ``request``."""
        own = request.model_dump(include=set(cls.model_fields) - {"subject", "next"})
        return cls.model_validate({**own, "subject": request.subject_id, "next": list(recordable(request.track, request.state))})
