"""What the API takes and shows of an entry of a project."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from models.vocabulary import Sensitivity
from service.administration.fields import LongWords, Reason, Words
from service.kit.fields import Identifier, Input

ProjectId = Annotated[str, StringConstraints(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$")]
_WORDS = [{"vi": "Trạm thử nghiệm", "en": "Test site"}]


class ProjectContent(Input):
    """What can be changed of a project."""

    title: Words = Field(examples=_WORDS)
    brief: LongWords = Field(examples=_WORDS)
    host: Identifier = Field(description="Id of the organisation that hosts it")
    participants: list[Identifier] = Field(default=[], max_length=100)
    products: list[Identifier] = Field(min_length=1, max_length=30, examples=[["P07"]], description="Products on the list in force")
    starts: date
    ends: date
    sensitivity: Sensitivity = Sensitivity.OPEN
    source: Words = Field(examples=_WORDS, description="Where it is known from")
    sureness: Words = Field(examples=_WORDS, description="How sure that is")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("ends must not be before starts")
        return self


class ProjectCreate(ProjectContent):
    """A new project with its reason."""

    id: ProjectId = Field(examples=["PRJ-G03-9"])
    reason: Reason


class ProjectTrial(Input):
    """What to change; what is not named stays."""

    title: Words | None = None
    brief: LongWords | None = None
    host: Identifier | None = None
    participants: list[Identifier] | None = Field(default=None, max_length=100)
    products: list[Identifier] | None = Field(default=None, min_length=1, max_length=30)
    starts: date | None = None
    ends: date | None = None
    sensitivity: Sensitivity | None = None
    source: Words | None = None
    sureness: Words | None = None


class ProjectChange(ProjectTrial):
    """A change with its reason."""

    reason: Reason


class ProjectEntry(ProjectContent):
    """A project as it can be changed."""

    id: str
