"""What the API takes of a step of the procedure and shows of steps and candidates."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from models.vocabulary import RoleCode
from models.vocabulary.selection import SelectionState
from service.kit.fields import Identifier, Input, Line
from service.kit.texts import Text
from service.selection.requests.schemas import Notes


class StepInput(Input):
    """A step that was taken elsewhere: of the whole request, or of the candidate who is named."""

    to: SelectionState
    role: RoleCode | None = Field(default=None, description="With expert_id: a step of this candidate")
    expert_id: Identifier | None = None
    on_day: date = Field(description="When it happened")
    body: Line = Field(default="", description="Which body announced, advised, decided or signed")
    document: Line = Field(default="", description="Reference of the document")
    note: Notes = ""
    conflicts_stated: Notes = Field(
        default="",
        description="For COUNCIL: what each member said of conflicts of interest; required where real people are listed",
    )
    delegation: Line = Field(default="", description="Document by which another body than the one named for the role decides")


class StepView(BaseModel):
    """A recorded step."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    role: RoleCode | None
    expert_id: str | None
    state: SelectionState
    on_day: date
    body: str
    document: str
    note: str
    conflicts_stated: str
    delegation: str
    entered_by: str
    entered_at: datetime
    warning: Text | None = Field(default=None, description="What of its order somebody should know")


class CandidateView(BaseModel):
    """How far the procedure has come with a candidate."""

    role: RoleCode
    expert_id: str
    state: SelectionState
    changed_at: datetime
    next: list[SelectionState] = Field(description="The states that may follow")
