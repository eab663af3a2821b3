"""What the API takes and shows of the leads of a product or project."""

from pydantic import BaseModel, Field

from service.kit.fields import Identifier, Input


class LeadsInput(Input):
    """All leads; whoever is not named leads it no more."""

    accounts: list[Identifier] = Field(max_length=50, description="Ids of accounts with the role of lead")


class LeadView(BaseModel):
    """An account that answers for a product or project."""

    id: str
    display_name: str


class LeadsView(BaseModel):
    """Who answers for a product or project."""

    leads: list[LeadView]
