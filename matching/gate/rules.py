"""Eligibility rules as data: each gives met, not met, not shown, or "for people", with its evidence.

Source: Decree 231/2025/ND-CP as loaded with the catalogue. Missing evidence is "not shown", a question to the person; only somebody who
has declared the record complete, or has said no, can fail a rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from matching.gate.spells import continuity
from matching.needs import RoleNeed, Rule
from matching.profiles import EvidenceItem, Profile
from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, RuleKind, RuleResult

REAL_EFFECT = frozenset({Outcome.APPLIED, Outcome.TRANSFERRED, Outcome.COMMERCIALISED})
TOLERATED_GAP = timedelta(days=183)
_HUMAN_EVIDENCE: dict[str, frozenset[EvidenceKind]] = {
    "R-SCALE": frozenset({EvidenceKind.PROGRAMME}),
    "R-NETWORK": frozenset({EvidenceKind.NETWORK}),
    "R-POLICY": frozenset({EvidenceKind.POLICY}),
    "R-QUAL": frozenset({EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE, EvidenceKind.AWARD}),
    "R-WORKS": frozenset({EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.PRODUCT}),
}


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What a rule found: ``value`` years or a count where the rule has a ``minimum``, ``gap`` where continuity broke."""

    rule: Rule
    result: RuleResult
    value: float | None = None
    evidence: tuple[str, ...] = ()
    gap: tuple[date, date] | None = None


def judge(profile: Profile, need: RoleNeed, tolerated: timedelta = TOLERATED_GAP) -> tuple[RuleOutcome, ...]:
    """Return the outcome of every rule of ``need`` for ``profile``, in the order of the rules."""
    return tuple(_judge_one(rule, profile, need, tolerated) for rule in need.rules if rule.kind is not RuleKind.NOT_A_FILTER)


def _judge_one(rule: Rule, profile: Profile, need: RoleNeed, tolerated: timedelta) -> RuleOutcome:
    if rule.id == "R-YEARS":
        return _years(rule, profile, need.selection_date, tolerated)
    if rule.id == "R-LED":
        return _led(rule, profile, need.role)
    if rule.id == "R-WILL":
        return _willing(rule, profile, need.role)
    kinds = _HUMAN_EVIDENCE.get(rule.id, frozenset())
    return RuleOutcome(rule, RuleResult.FOR_PEOPLE, evidence=_ids(profile, lambda item: item.kind in kinds))


def _years(rule: Rule, profile: Profile, on: date, tolerated: timedelta) -> RuleOutcome:
    run = continuity(profile.items, on, tolerated)
    enough = run.years >= (rule.minimum or 0) and run.reaches(on, tolerated)
    decided = profile.record_complete and not run.undated
    result = RuleResult.MET if enough else RuleResult.NOT_MET if decided else RuleResult.NOT_SHOWN
    return RuleOutcome(rule, result, run.years, run.evidence, None if enough else run.gap)


def _led(rule: Rule, profile: Profile, role: RoleCode) -> RuleOutcome:
    found = _ids(profile, _is_led_with_effect if role is not RoleCode.CA_PROVINCE else _is_main_with_effect)
    if role is RoleCode.CE_SYSTEM:
        found = _of_one_kind(profile, found)
    enough = len(found) >= (rule.minimum or 0)
    result = RuleResult.MET if enough else RuleResult.NOT_MET if profile.record_complete else RuleResult.NOT_SHOWN
    return RuleOutcome(rule, result, float(len(found)), found)


def _of_one_kind(profile: Profile, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the programmes or the products among ``found``, whichever are more: the system role asks for two of either kind."""
    products = tuple(item.id for item in profile.items if item.id in found and item.kind is EvidenceKind.PRODUCT)
    others = tuple(identifier for identifier in found if identifier not in products)
    return max(others, products, key=len)


def _willing(rule: Rule, profile: Profile, role: RoleCode) -> RuleOutcome:
    word = profile.willingness(role)
    return RuleOutcome(rule, {True: RuleResult.MET, False: RuleResult.NOT_MET, None: RuleResult.NOT_SHOWN}[word])


def _is_led_with_effect(item: EvidenceItem) -> bool:
    """Return whether ``item`` is an interdisciplinary programme, scheme or product with real effect that the person led."""
    return item.part is Part.LED and len(set(item.sectors)) > 1 and _is_work_with_effect(item)


def _is_main_with_effect(item: EvidenceItem) -> bool:
    return item.part in {Part.LED, Part.MAIN} and _is_work_with_effect(item)


def _is_work_with_effect(item: EvidenceItem) -> bool:
    return item.kind in {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT} and item.outcome in REAL_EFFECT


def _ids(profile: Profile, wanted: Callable[[EvidenceItem], bool]) -> tuple[str, ...]:
    return tuple(item.id for item in profile.items if wanted(item))
