"""What the API takes of invitations and answers, and shows of them."""

from datetime import date, datetime
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

from models.vocabulary import RoleCode
from models.vocabulary.selection import InvitationState, RefusalReason
from service.kit.calendar import last_day
from service.kit.fields import Identifier, Input
from service.kit.texts import Text
from service.selection.requests.schemas import Notes


class InvitationCreate(Input):
    """Whom to invite, until when the answer is awaited."""

    role: RoleCode
    expert_id: Identifier
    answer_by: date = Field(description="Last day to answer, in Viet Nam")
    despite_refusal: Notes = Field(default="", description="Why somebody who said no to this before is asked again")


class Answerable(BaseModel):
    """What is answered until a day is over in Viet Nam."""

    deadline: datetime = Field(description="The moment from which an answer is too late: the end of `answer_by` in Viet Nam")

    @computed_field(description="Last day to answer, in Viet Nam")  # type: ignore[prop-decorator]
    @property
    def answer_by(self) -> date:
        """Return the day that letter and page name."""
        return last_day(self.deadline)


class InvitationView(Answerable):
    """An invitation. Its link stands in the message alone."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    request_id: str
    role: RoleCode
    expert_id: str
    state: InvitationState
    seat: int | None
    sent_by: str
    sent_at: datetime
    answered_at: datetime | None
    channel: str | None = Field(description="How the answer came: `account`, the person's own, or `link`, whoever held it")
    refusal: RefusalReason | None
    text: str


class AnswerInput(Input):
    """What the invited person says."""

    answer: Literal["accept", "decline", "ask"]
    reason: RefusalReason | None = Field(default=None, description="Required to decline")
    text: Notes = Field(default="", description="Required to ask")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.answer == "decline") != (self.reason is not None):
            raise ValueError("reason belongs to declining and to nothing else")
        if self.answer == "ask" and not self.text:
            raise ValueError("text is required to ask")
        return self


class InvitedView(Answerable):
    """What the invited person sees, without signing in."""

    subject: Text
    role: Text
    name: str
    state: InvitationState
    questions: list[str]
    reference_only: Text
