"""What the API takes and shows of an entry of a product."""

from typing import Literal

from pydantic import BaseModel, Field

from models.vocabulary import RoleCode, Sensitivity
from service.administration.fields import LongWords, Reason, VersionName, Words
from service.kit.fields import Identifier, Input
from service.kit.texts import Text

_WORDS = [{"vi": "Cảm biến lượng tử", "en": "Quantum sensors"}]


class Alternatives(Input):
    """Required capabilities of which any one is enough, with what they are called together."""

    capabilities: list[Identifier] = Field(min_length=2, max_length=20)
    label: Words | None = Field(default=None, examples=_WORDS)


class Needs(Input):
    """Capability ids that a role needs, by level; one id stands at one level.

    A required capability that stands in no group is needed itself. Where no groups are sent, those that are there stay with the members
    that are still required.
    """

    must: list[Identifier] = Field(default=[], max_length=100)
    nice: list[Identifier] = Field(default=[], max_length=100)
    excluded: list[Identifier] = Field(default=[], max_length=100)
    groups: list[Alternatives] | None = Field(default=None, max_length=50)


class ProductTrial(Input):
    """What to change; what is not named stays, and so do the needs of a role that is not named."""

    name: Words | None = None
    brief: LongWords | None = None
    sensitivity: Sensitivity | None = None
    needs: dict[RoleCode, Needs] = Field(default={})


class ProductChange(ProductTrial):
    """A change with its reason."""

    reason: Reason


class ProductCreate(Input):
    """A new product of the list in force, as the decision that adds it says, with its reason."""

    id: VersionName = Field(examples=["P31"])
    group: Identifier = Field(examples=["G01"], description="Technology group of the list in force")
    band: Literal[1, 2] | None = Field(default=None, description="1: has a market today; 2: for new growth and security")
    name: Words = Field(examples=_WORDS)
    brief: LongWords = Field(examples=_WORDS)
    sensitivity: Sensitivity = Sensitivity.OPEN
    needs: dict[RoleCode, Needs] = Field(default={})
    source: Words = Field(examples=_WORDS, description="The decision that adds it")
    sureness: Words = Field(examples=_WORDS, description="How sure that is")
    reason: Reason


class ProductEntry(BaseModel):
    """What can be changed of a product on the list in force."""

    id: str
    name: Text
    brief: Text
    sensitivity: Sensitivity
    needs: dict[RoleCode, Needs]
