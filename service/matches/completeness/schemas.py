"""What the API shows of what records lack."""

from datetime import date

from pydantic import BaseModel, Field

from matching.gate.asking import Lack
from models.vocabulary import RoleCode


class QuestionView(BaseModel):
    """One thing to ask of somebody."""

    lack: Lack
    rule: str = Field(default="", description="The rule for which nothing is shown")
    role: RoleCode | None = None


class PersonToAsk(BaseModel):
    """Somebody whose record lacks something."""

    id: str
    display_name: str
    synthetic: bool
    refreshed_on: date | None
    questions: list[QuestionView]


class LackCount(BaseModel):
    """How many people lack something; ``rule`` only for rules."""

    lack: Lack
    rule: str = ""
    people: int


class CompletenessView(BaseModel):
    """What is lacking in the network as a whole."""

    people: int
    complete: int = Field(description="People of whom nothing is to be asked")
    lacking: list[LackCount]
