"""Reads the eligibility rules in force on a day."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import Rule
from models.rules import EligibilityRule, RuleSet
from models.vocabulary import Language, RoleCode
from service.kit.problems import Unavailable


def rule_set_in_force(session: Session, on: date) -> RuleSet:
    """Return the rule set in force on ``on``, the youngest if several are; raises ``Unavailable`` when none is."""
    in_force = (col(RuleSet.valid_from) <= on, sa.or_(col(RuleSet.valid_until).is_(None), col(RuleSet.valid_until) >= on))
    youngest = (col(RuleSet.valid_from).desc(), col(RuleSet.version).desc())
    rule_set = session.scalars(sa.select(RuleSet).where(*in_force).order_by(*youngest).limit(1)).first()
    if rule_set is None:
        raise Unavailable(
            "no_rules_in_force",
            en=f"No eligibility rules are in force on {on}: load the catalogue, or choose another selection date.",
            vi=f"Không có quy tắc điều kiện nào có hiệu lực vào ngày {on}: hãy nạp danh mục hoặc chọn ngày lựa chọn khác.",
        )
    return rule_set


def read_rules(session: Session, role: RoleCode, on: date) -> tuple[Rule, ...]:
    """Return the rules for ``role`` in force on ``on``, ordered by id; raises ``Unavailable`` when there is no rule set."""
    version = rule_set_in_force(session, on).version
    wanted = (col(EligibilityRule.version) == version, col(EligibilityRule.role) == role)
    return tuple(
        as_rule(rule) for rule in session.scalars(sa.select(EligibilityRule).where(*wanted).order_by(col(EligibilityRule.rule_id)))
    )


def as_rule(rule: EligibilityRule) -> Rule:
    """Return a stored rule as the matcher takes it."""
    return Rule(
        id=rule.rule_id,
        kind=rule.kind,
        minimum=rule.minimum,
        label=((Language.VI, rule.label_vi), (Language.EN, rule.label_en)),
        clause=((Language.VI, rule.clause_vi), (Language.EN, rule.clause_en)),
    )
