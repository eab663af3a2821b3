"""What the API takes of consents, willingness and relations, and shows of relations."""

from datetime import date

from pydantic import BaseModel

from models.vocabulary import RelationKind, RelationStatus
from service.kit.fields import Identifier, Input, Line
from service.kit.texts import RowView


class RelationCreate(Input):
    """A relation to an organisation or to another expert; a family member is never named."""

    kind: RelationKind
    status: RelationStatus = RelationStatus.DECLARED
    organisation_id: Identifier | None = None
    other_expert_id: Identifier | None = None
    starts: date | None = None
    ends: date | None = None
    source: Line = ""


class RelationView(RowView):
    """A relation that can become a conflict of interest."""

    id: int
    kind: RelationKind
    status: RelationStatus
    organisation_id: str | None
    other_expert_id: str | None
    starts: date | None
    ends: date | None
    source: str


class EmployerHint(BaseModel):
    """An organisation that the address of a person suggests as an employer: to be asked, and nothing more."""

    organisation_id: str
    name: str
    domain: str
