"""What the API shows of roles, rules, selection states and duties."""

from datetime import date

from pydantic import Field

from models.vocabulary import Language, RoleCode, RoleDimension, RuleKind
from service.kit.languages import Bilingual
from service.kit.local_forms import day_in
from service.kit.texts import Sourced, Text

IN_FORCE = Bilingual(en="{source}, in force from {day}", vi="{source}, áp dụng từ {day}")


class DimensionView(Sourced):
    """One of the phrases that say what a role is for."""

    dimension: RoleDimension
    label: Text
    meaning: Text


class RoleView(Sourced):
    """One of the five roles."""

    code: RoleCode
    name: Text
    scope: Text
    decider: Text
    dimensions: list[DimensionView]


class RuleSetView(Sourced):
    """A dated version of the rules."""

    version: str = Field(examples=["ND231-2025"])
    valid_from: date
    valid_until: date | None

    def named(self, language: Language) -> str:
        """Return what people call it: the text that it is from, and from when it is applied."""
        name = IN_FORCE.in_language(language)
        return name.format(source=getattr(self.source, language.value), day=day_in(language, self.valid_from))


class RuleView(Sourced):
    """One rule for one role. A rule that is not shown to be met asks for evidence; it never means that somebody fails."""

    id: str = Field(examples=["R-YEARS"])
    role: RoleCode
    kind: RuleKind = Field(description="Who judges the rule, and how")
    minimum: float | None = Field(description="Years for R-YEARS, a count for R-LED", examples=[10])
    label: Text
    test: Text
    evidence: Text
    clause: Text
    rule_set: RuleSetView


class StepView(Sourced):
    """A state of the administrative selection procedure."""

    state: str = Field(examples=["SHORTLIST"])
    position: int
    what: Text
    who: Text


class DutyView(Sourced):
    """A duty of the data-protection law and what the service does about it."""

    duty: str = Field(examples=["consent"])
    name: Text
    rule: Text
    need: Text
