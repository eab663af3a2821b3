"""What the API takes of a nomination and shows of it."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from models.vocabulary import RoleCode
from models.vocabulary.selection import NominationState, RequestSubject
from service.kit.fields import Country, Email, Identifier, Input, Named, Reason
from service.kit.texts import RowView

Said = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]


class NominationCreate(Input):
    """A person is named: by the id of a record that one may see, or by name and e-mail address."""

    expert_id: Identifier | None = Field(default=None, examples=["E000001"])
    name: Named | None = Field(default=None, examples=["Nguyễn Văn An"])
    email: Email = Field(default="", examples=["an@mail.example"])
    country: Country = Field(default="VN", description="Where the person lives, of somebody new")
    subject: Identifier | None = Field(default=None, examples=["P01"], description="Null: for the network as a whole")
    role: RoleCode | None = None
    nominator: Named = Field(examples=["Viện Hàn lâm Khoa học và Công nghệ Việt Nam"], description="Who names the person")
    organisation_id: Identifier | None = None
    reason: Reason

    @model_validator(mode="after")
    def _names_one_person_and_a_whole_role(self) -> Self:
        if (self.expert_id is None) == (self.name is None):
            raise ValueError("name a person either by expert_id or by name and email")
        if self.name is not None and not self.email:
            raise ValueError("email is needed, so that the person can be told")
        if (self.subject is None) != (self.role is None):
            raise ValueError("subject and role belong together")
        return self


class NominationAnswer(Input):
    """What the person said; a coordinator notes how they were told in ``text``."""

    answer: Literal["accept", "decline"]
    text: Said = ""


class NominationView(RowView):
    """A nomination. To its nominator it does not say whether the person was known before."""

    id: str
    expert_id: str | None = Field(description="Null for whoever may not see the person")
    person: str
    subject_kind: RequestSubject | None
    subject_id: str | None
    role: RoleCode | None
    nominator: str
    organisation_id: str | None
    reason: str
    state: NominationState
    recorded_at: datetime
    answered_at: datetime | None
    answer: str
