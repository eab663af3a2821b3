"""Eligibility rules as data: each gives met, not met, not shown, or "for people", with its evidence.

Source: Decree 231/2025/ND-CP as loaded with the catalogue. Missing evidence is "not shown", a question to the person; only somebody who
has declared the record complete, or has said no, can fail a rule; a gap that a list of works leaves open, the time since the last of them
and a part that nobody stated are questions as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from matching.gate.spells import PROPOSED_GAPS, GapPolicy, continuity
from matching.needs import RoleNeed, Rule
from matching.profiles import EvidenceItem, Profile
from models.vocabulary import EvidenceKind, Outcome, Part, RoleCode, RuleKind, RuleResult

REAL_EFFECT = frozenset({Outcome.APPLIED, Outcome.TRANSFERRED, Outcome.COMMERCIALISED})


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What a rule found: ``value`` years or a count where the rule has a ``minimum``, ``gap`` where continuity broke."""

    rule: Rule
    result: RuleResult
    value: float | None = None
    evidence: tuple[str, ...] = ()
    gap: tuple[date, date] | None = None


def judge(profile: Profile, need: RoleNeed, gaps: GapPolicy = PROPOSED_GAPS) -> tuple[RuleOutcome, ...]:
    """Return the outcome of every rule of ``need`` for ``profile``, in the order of the rules."""
    rules = (rule for rule in need.rules if rule.kind is not RuleKind.NOT_A_FILTER)
    return tuple(JUDGES.get(rule.id, UNAIDED)(rule, profile, need, gaps) for rule in rules)


def _years(rule: Rule, profile: Profile, need: RoleNeed, gaps: GapPolicy) -> RuleOutcome:
    on, least = need.selection_date, rule.minimum or 0
    run = continuity(profile.items, on, gaps.tolerated)
    enough = run.years >= least and run.reaches(on, gaps.tolerated)
    bridged = continuity(profile.items, on, gaps.asked)
    may_be = bridged.reaches(on, gaps.silent) and bridged.years_until(on) >= least
    decided = profile.record_complete and not run.undated and not may_be
    result = RuleResult.MET if enough else RuleResult.NOT_MET if decided else RuleResult.NOT_SHOWN
    return RuleOutcome(rule, result, run.years, run.evidence, None if enough else run.gap)


def _led(rule: Rule, profile: Profile, need: RoleNeed, _: GapPolicy) -> RuleOutcome:
    role = need.role
    found = _ids(profile, _is_led_with_effect if role is not RoleCode.CA_PROVINCE else _is_main_with_effect)
    if role is RoleCode.CE_SYSTEM:
        found = _of_one_kind(profile, found)
    enough = len(found) >= (rule.minimum or 0)
    decided = profile.record_complete and not any(_is_of_untold_part(item) for item in profile.items)
    result = RuleResult.MET if enough else RuleResult.NOT_MET if decided else RuleResult.NOT_SHOWN
    return RuleOutcome(rule, result, float(len(found)), found)


def _of_one_kind(profile: Profile, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the programmes or the products among ``found``, whichever are more: the system role asks for two of either kind."""
    products = tuple(item.id for item in profile.items if item.id in found and item.kind is EvidenceKind.PRODUCT)
    others = tuple(identifier for identifier in found if identifier not in products)
    return max(others, products, key=len)


def _willing(rule: Rule, profile: Profile, need: RoleNeed, _: GapPolicy) -> RuleOutcome:
    word = profile.willingness(need.role)
    return RuleOutcome(rule, {True: RuleResult.MET, False: RuleResult.NOT_MET, None: RuleResult.NOT_SHOWN}[word])


def _is_led_with_effect(item: EvidenceItem) -> bool:
    """Return whether ``item`` is an interdisciplinary programme, scheme or product with real effect that the person led."""
    return item.part is Part.LED and len(set(item.sectors)) > 1 and _is_work_with_effect(item)


def _is_of_untold_part(item: EvidenceItem) -> bool:
    """Return whether ``item`` would count if it was led, and the record does not say which part the person had."""
    return item.part is None and len(set(item.sectors)) > 1 and _is_work_with_effect(item)


def _is_main_with_effect(item: EvidenceItem) -> bool:
    return item.part in {Part.LED, Part.MAIN} and _is_work_with_effect(item)


def _is_work_with_effect(item: EvidenceItem) -> bool:
    return item.kind in {EvidenceKind.PROGRAMME, EvidenceKind.PRODUCT} and item.outcome in REAL_EFFECT


def _ids(profile: Profile, wanted: Callable[[EvidenceItem], bool]) -> tuple[str, ...]:
    return tuple(item.id for item in profile.items if wanted(item))


def _for_people(*kinds: EvidenceKind) -> "Judge":
    """Return the judge of a rule that people decide: it names the items of ``kinds`` that they may want to see."""

    def judge(rule: Rule, profile: Profile, need: RoleNeed, gaps: GapPolicy) -> RuleOutcome:  # noqa: ARG001 - as every judge
        return RuleOutcome(rule, RuleResult.FOR_PEOPLE, evidence=_ids(profile, lambda item: item.kind in kinds))

    return judge


Judge = Callable[[Rule, Profile, RoleNeed, GapPolicy], RuleOutcome]
UNAIDED = _for_people()
# By the id of the rule in the catalogue; one that is not named here is for people, without a proposal of evidence.
JUDGES: Mapping[str, Judge] = {
    "R-YEARS": _years,
    "R-LED": _led,
    "R-WILL": _willing,
    "R-SCALE": _for_people(EvidenceKind.PROGRAMME),
    "R-NETWORK": _for_people(EvidenceKind.NETWORK),
    "R-POLICY": _for_people(EvidenceKind.POLICY),
    "R-QUAL": _for_people(EvidenceKind.DEGREE, EvidenceKind.CERTIFICATE, EvidenceKind.AWARD),
    "R-WORKS": _for_people(EvidenceKind.PUBLICATION, EvidenceKind.PATENT, EvidenceKind.PRODUCT),
}
