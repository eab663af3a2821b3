"""The gate: whether a person may be proposed for a need, and if not, why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from matching.gate.conflicts import ConflictOfInterest, Insider, conflicts
from matching.gate.rules import RuleOutcome, judge
from matching.gate.spells import PROPOSED_GAPS, GapPolicy
from matching.gate.ties import ConflictPolicy
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.readers.copies import tells_of
from models.vocabulary import ConsentPurpose, ProcessingStop, RuleKind, RuleResult


class GateReason(StrEnum):
    """Why somebody is not proposed."""

    NO_CONSENT = "no_consent"
    NOT_READ = "not_read"
    OBJECTED = "objected"
    RESTRICTED = "restricted"
    NO_EVIDENCE = "no_evidence"
    UNWILLING = "unwilling"
    UNAVAILABLE = "unavailable"
    RULE_NOT_MET = "rule_not_met"
    CONFLICT = "conflict"


MAY_NOT_PROCESS = frozenset({GateReason.NO_CONSENT, GateReason.OBJECTED, GateReason.RESTRICTED})
"""Reasons under which nothing of a person may be judged (Law 91/2025/QH15, Articles 9 and 30)."""


class Tier(StrEnum):
    """What the hard rules say: all met, some not shown, or gated."""

    ELIGIBLE = "eligible"
    EVIDENCE_MISSING = "evidence_missing"
    GATED = "gated"


@dataclass(frozen=True, slots=True)
class GatePolicy:
    """The settings that the law leaves open; a record of less than ``fewest_items`` is too thin to be judged."""

    gaps: GapPolicy = PROPOSED_GAPS
    conflicts: ConflictPolicy = field(default_factory=ConflictPolicy)
    fewest_items: int = 1


@dataclass(frozen=True, slots=True)
class GateResult:
    """A person before the gate; nothing else is looked at where the person's own word forbids it."""

    reasons: tuple[GateReason, ...]
    outcomes: tuple[RuleOutcome, ...] = ()
    conflicts: tuple[ConflictOfInterest, ...] = ()

    @property
    def tier(self) -> Tier:
        """Return where the person stands."""
        if self.reasons:
            return Tier.GATED
        hard = [outcome.result for outcome in self.outcomes if outcome.rule.kind is RuleKind.HARD]
        return Tier.ELIGIBLE if all(result is RuleResult.MET for result in hard) else Tier.EVIDENCE_MISSING


def judge_gate(profile: Profile, need: RoleNeed, policy: GatePolicy, insiders: Iterable[Insider] = ()) -> GateResult:
    """Return how ``profile`` stands for ``need``: the person's own word first, then willingness, availability, rules and conflicts."""
    forbidden = _forbidden(profile)
    if forbidden:
        return GateResult(forbidden)
    outcomes = judge(profile, need, policy.gaps)
    found = conflicts(profile, need, policy.conflicts, insiders)
    checks = {
        GateReason.NO_EVIDENCE: not tells_of(profile.items, policy.fewest_items),
        GateReason.UNWILLING: not need.text_only and profile.willingness(need.role) is False,
        GateReason.UNAVAILABLE: _leaves_before(profile, need),
        GateReason.RULE_NOT_MET: any(o.rule.kind is RuleKind.HARD and o.result is RuleResult.NOT_MET for o in outcomes),
        GateReason.CONFLICT: bool(found),
    }
    return GateResult(tuple(reason for reason, holds in checks.items() if holds), outcomes, found)


def _forbidden(profile: Profile) -> tuple[GateReason, ...]:
    checks = {
        GateReason.NO_CONSENT: ConsentPurpose.MATCHING not in profile.consents,
        GateReason.OBJECTED: ProcessingStop.OBJECTION in profile.stops,
        GateReason.RESTRICTED: ProcessingStop.RESTRICTION in profile.stops,
    }
    return tuple(reason for reason, holds in checks.items() if holds)


def gated_by_subject(profile: Profile, need: RoleNeed, policy: GatePolicy, insiders: Iterable[Insider] = ()) -> bool:
    """Return whether the need's own subject, parties or start gate ``profile``: what may differ between needs of one role and date."""
    return _leaves_before(profile, need) or bool(conflicts(profile, need, policy.conflicts, insiders))


def _leaves_before(profile: Profile, need: RoleNeed) -> bool:
    return profile.available_until is not None and profile.available_until < _first_day(need)


def _first_day(need: RoleNeed) -> date:
    """Return the day on which somebody must be there: the start, or the selection where the work has begun before it."""
    return max(need.selection_date, need.starts or need.selection_date)
