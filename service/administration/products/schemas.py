"""What the API takes and shows of an entry of a product."""

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode, Sensitivity
from service.administration.fields import LongWords, Reason, Words
from service.experts.fields import Identifier, Input
from service.texts import Text


class Needs(Input):
    """Capability ids that a role needs, by level; one id stands at one level."""

    must: list[Identifier] = Field(default=[], max_length=100)
    nice: list[Identifier] = Field(default=[], max_length=100)
    excluded: list[Identifier] = Field(default=[], max_length=100)


class ProductTrial(Input):
    """What to change; what is not named stays, and so do the needs of a role that is not named."""

    name: Words | None = None
    brief: LongWords | None = None
    sensitivity: Sensitivity | None = None
    needs: dict[RoleCode, Needs] = Field(default={})


class ProductChange(ProductTrial):
    """A change with its reason."""

    reason: Reason


class ProductEntry(BaseModel):
    """What can be changed of a product on the list in force."""

    id: str
    name: Text
    brief: Text
    sensitivity: Sensitivity
    needs: dict[RoleCode, Needs]
