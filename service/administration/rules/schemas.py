"""What the API takes and shows of versions of the eligibility rules."""

from datetime import date
from typing import Annotated

from pydantic import Field

from models.vocabulary import RoleCode, RuleKind
from service.administration.fields import Reason, VersionName, Words
from service.kit.fields import Identifier, Input

_SOURCE = [{"vi": "Nghị định sửa đổi", "en": "Amending decree"}]


class RuleChange(Input):
    """What differs in one rule for one role; what is not named stays."""

    rule: Identifier = Field(examples=["R-YEARS"])
    role: RoleCode = Field(examples=["CE_PROJECT"])
    minimum: Annotated[float | None, Field(ge=0, le=100, examples=[12])] = None
    kind: RuleKind | None = None
    label: Words | None = None
    test: Words | None = None
    evidence: Words | None = None
    clause: Words | None = None


class RulesInput(Input):
    """A version that is tried out or saved: the rules of an earlier one with changes."""

    based_on: VersionName = Field(examples=["ND231-2025"])
    changes: list[RuleChange] = Field(min_length=1, max_length=200)


class RulesCreate(RulesInput):
    """A new version, in force from a day on."""

    version: VersionName = Field(examples=["ND231-2027"])
    valid_from: date = Field(examples=["2027-01-01"], description="Not before today, and the latest of all versions")
    source: Words = Field(examples=_SOURCE)
    sureness: Words = Field(examples=[{"vi": "văn bản chính thức", "en": "official text"}])
    reason: Reason
