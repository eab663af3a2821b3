"""What the API takes of a watch and shows of it."""

from datetime import datetime

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode
from models.vocabulary.selection import RequestSubject
from service.kit.fields import Identifier, Input
from service.kit.texts import Text


class WatchCreate(Input):
    """A role to watch. Whoever fits it now is no news."""

    subject: Identifier = Field(examples=["P01"], description="A product, a project or a technology group")
    role: RoleCode = Field(examples=["CE_PROJECT"])


class FittingPerson(BaseModel):
    """Somebody who fits."""

    id: str
    display_name: str
    synthetic: bool


class WatchView(BaseModel):
    """A watch, and who fits now and was not seen to fit before, best first."""

    id: str
    subject_kind: RequestSubject
    subject: str
    name: Text
    role: RoleCode
    opened_by: str
    opened_at: datetime
    fitting: int = Field(description="How many fit now")
    news: list[FittingPerson]
