"""What a record still lacks, by what the gate and the rules look at: whom to ask for what. Nothing of it is in a score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from matching.gate.result import GatePolicy
from matching.gate.rules import judge
from matching.gate.spells import GapPolicy
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.readers.copies import tells_of
from models.vocabulary import ConsentPurpose, EvidenceKind, RoleCode, RuleKind, RuleResult

FRESH = timedelta(days=365)
_WILLINGNESS = "R-WILL"


class Lack(StrEnum):
    """What somebody can be asked for."""

    CONSENT = "consent"
    EVIDENCE = "evidence"
    RULE = "rule"
    DATES = "dates"
    ROLES = "roles"
    HOURS = "hours"
    FRESHNESS = "freshness"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask; ``rule`` and ``role`` only of a rule for which nothing is shown."""

    lack: Lack
    rule: str = ""
    role: RoleCode | None = None


def questions_to(profile: Profile, needs: Sequence[RoleNeed], on: date, policy: GatePolicy) -> tuple[Question, ...]:
    """Return what to ask of a person, as of ``on``; ``needs`` hold the rules of each role, ``policy`` what the operator decided.

    Whoever objected is asked nothing. Without consent that is the one question: the rest is not looked at.
    """
    if profile.stops:
        return ()
    if ConsentPurpose.MATCHING not in profile.consents:
        return (Question(Lack.CONSENT),)
    return tuple(_lacking(profile, needs, on, policy))


def _lacking(profile: Profile, needs: Sequence[RoleNeed], on: date, policy: GatePolicy) -> Iterator[Question]:
    if not tells_of(profile.items, policy.fewest_items):
        yield Question(Lack.EVIDENCE)
    for need in needs:
        if profile.willingness(need.role) is not False:
            yield from _rules_not_shown(profile, need, policy.gaps)
    if any(item.kind is EvidenceKind.POSITION and item.starts is None for item in profile.items):
        yield Question(Lack.DATES)
    if not profile.willing:
        yield Question(Lack.ROLES)
    if profile.hours_per_week is None:
        yield Question(Lack.HOURS)
    if profile.refreshed_on is None or on - profile.refreshed_on > FRESH:
        yield Question(Lack.FRESHNESS)


def _rules_not_shown(profile: Profile, need: RoleNeed, gaps: GapPolicy) -> Iterator[Question]:
    for outcome in judge(profile, need, gaps):
        machine = outcome.rule.kind is RuleKind.HARD and outcome.rule.id != _WILLINGNESS
        if machine and outcome.result is RuleResult.NOT_SHOWN:
            yield Question(Lack.RULE, outcome.rule.id, need.role)
