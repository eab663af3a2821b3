"""What the API takes and shows of a request."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from models.data_requests import DataRequest
from models.vocabulary import DataRequestKind, DataRequestState
from service.kit.fields import Identifier, Input, Prose
from service.kit.texts import RowView, Sourced
from service.privacy.data_requests.queries import is_overdue
from service.privacy.data_requests.steps import next_states

ActorId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:+-]{0,79}$")]


class DataRequestCreate(Input):
    """A new request. Withdrawal, objection and restriction take effect at once; the clock runs for the rest."""

    kind: DataRequestKind
    expert_id: Identifier | None = Field(default=None, description="Whose data it is about; only a complaint may be about nobody's")
    wording: Prose = Field(default="", description="What the person wrote")
    with_processor: bool = Field(default=False, description="Whether somebody else processes the data, which lengthens the term")


class DataRequestStep(Input):
    """The next step of a request."""

    to: DataRequestState
    owner: ActorId | None = Field(default=None, description="Id of whoever answers for it; required from in_progress on")
    text: Prose = Field(default="", description="Reason of an extension or a refusal, or the result; required for these")


class DataRequestView(RowView):
    """A request with its days."""

    id: str
    kind: DataRequestKind
    expert_id: str | None = Field(description="null once the person is erased")
    state: DataRequestState
    with_processor: bool
    received_at: datetime
    acknowledge_by: date
    due_on: date
    acknowledged_at: datetime | None
    extended_at: datetime | None
    closed_at: datetime | None
    owner: str
    wording: str
    extension_reason: str
    result: str
    overdue: bool
    next: list[DataRequestState] = Field(description="The states that may follow")

    @classmethod
    def on(cls, request: DataRequest, today: date) -> Self:
        """Return the view as of ``today``."""
        return cls.of(request, overdue=is_overdue(request, today), next=list(next_states(request)))


class ClockView(Sourced):
    """How long an answer to one kind of request may take."""

    kind: DataRequestKind
    duty: str = Field(examples=["delete"])
    acknowledge: int = Field(description="Working days")
    days: int
    days_with_processor: int
    extension: int
