"""What a person agrees to and is tied to: consents, willingness, availability and relations, all dated."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from matching.profiles import Relation
from models.vocabulary import ConsentPurpose, RelationKind, RelationStatus, RoleCode
from seed.network.cast import Member
from seed.network.organisations import bidders, bidders_for
from seed.network.world import ROLES, WORLD_DATE, Reason, expert_id

TEXT_VERSION = "2026-01"
MATCHING_WITHDRAWN, MATCHING_ABSENT = 0.04, 0.03
TIES = (RelationKind.EMPLOYER, RelationKind.SUPPLIER, RelationKind.ADVISER, RelationKind.SHAREHOLDER, RelationKind.FAMILY)
BETWEEN_PEOPLE = (RelationKind.CO_AUTHOR, RelationKind.SUPERVISOR)
KNOWN = (RelationStatus.DECLARED, RelationStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class DatedConsent:
    """Consent to one purpose, perhaps withdrawn later."""

    purpose: ConsentPurpose
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DatedWillingness:
    """A dated word on one role."""

    role: RoleCode
    willing: bool
    declared_on: date


@dataclass(frozen=True, slots=True)
class MemberStatus:
    """Everything about a person that is no evidence."""

    consents: tuple[DatedConsent, ...]
    willingness: tuple[DatedWillingness, ...]
    available_from: date | None
    available_until: date | None
    hours_per_week: int | None
    relations: tuple[Relation, ...]
    record_complete: bool
    refreshed_on: date


def status_of_member(rng: Random, seed: int, member: Member) -> MemberStatus:
    """Return the status of a person of the plan: in order, but for the flaw that their reason names."""
    refreshed = _days_ago(rng, 10, 540)
    matching = rng.choice(("withdrawn", "absent")) if member.reason is Reason.NO_CONSENT else "given"
    willing = {member.role: member.reason is not Reason.UNWILLING}
    if rng.random() < 0.5:
        willing |= {role: True for role in ROLES if role is not member.role}
    return MemberStatus(
        consents=_consents(rng, refreshed, matching),
        willingness=tuple(DatedWillingness(role, word, refreshed) for role, word in sorted(willing.items())),
        available_from=_days_ago(rng, 0, 200) if rng.random() < 0.5 else None,
        available_until=_days_ago(rng, -2_500, -1_200) if rng.random() < 0.4 else None,
        hours_per_week=rng.choice((16, 20, 24, 32, 40)),
        relations=_ties_of_member(rng, seed, member),
        record_complete=True,
        refreshed_on=refreshed,
    )


def status_of_anybody(rng: Random, position: int) -> MemberStatus:
    """Return a status as it comes: some stale, unavailable, unwilling, without consent, or tied to somebody."""
    age = rng.random()
    refreshed = _days_ago(rng, 10, 540) if age < 0.75 else _days_ago(rng, 541, 1_100) if age < 0.9 else _days_ago(rng, 1_101, 2_400)
    word = rng.random()
    matching = "withdrawn" if word < MATCHING_WITHDRAWN else "absent" if word < MATCHING_WITHDRAWN + MATCHING_ABSENT else "given"
    declared = [role for role in ROLES if rng.random() < 0.7]
    available_from, available_until = _availability(rng, refreshed)
    return MemberStatus(
        consents=_consents(rng, refreshed, matching),
        willingness=tuple(DatedWillingness(role, rng.random() < 0.88, refreshed) for role in declared),
        available_from=available_from,
        available_until=available_until,
        hours_per_week=rng.choice((None, 4, 8, 12, 16, 20, 40)),
        relations=_ties_of_anybody(rng, position),
        record_complete=rng.random() < 0.85,
        refreshed_on=refreshed,
    )


def _days_ago(rng: Random, fewest: int, most: int) -> date:
    return WORLD_DATE - timedelta(days=rng.randint(fewest, most))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def _consents(rng: Random, refreshed: date, matching: str) -> tuple[DatedConsent, ...]:
    given = _moment(refreshed)
    consents = [DatedConsent(ConsentPurpose.MEMBERSHIP, TEXT_VERSION, given)]
    if matching != "absent":
        withdrawn = _moment(_days_ago(rng, 1, max(1, (WORLD_DATE - refreshed).days - 1))) if matching == "withdrawn" else None
        consents.append(DatedConsent(ConsentPurpose.MATCHING, TEXT_VERSION, given, withdrawn))
    if rng.random() < 0.7:
        consents.append(DatedConsent(ConsentPurpose.SHARING, TEXT_VERSION, given))
    return tuple(consents)


def _availability(rng: Random, refreshed: date) -> tuple[date | None, date | None]:
    word = rng.random()
    if word < 0.06:
        return None, refreshed - timedelta(days=rng.randint(30, 400))
    if word < 0.1:
        return _days_ago(rng, -1_200, -800), None
    return (_days_ago(rng, -90, 400) if word < 0.5 else None), (_days_ago(rng, -2_000, -400) if word < 0.3 else None)


def _ties_of_member(rng: Random, seed: int, member: Member) -> tuple[Relation, ...]:
    bidder = rng.choice(bidders_for(seed, member.product))
    if member.reason is Reason.CONFLICT:
        return (_tie(rng, bidder, rng.choice(KNOWN)),)
    return (_tie(rng, bidder, RelationStatus.DISMISSED),) if rng.random() < 0.15 else ()


def _ties_of_anybody(rng: Random, position: int) -> tuple[Relation, ...]:
    ties = []
    if rng.random() < 0.08:
        ties.append(_tie(rng, rng.choice(bidders()).id, rng.choice(tuple(RelationStatus))))
    if position and rng.random() < 0.1:
        other = expert_id(rng.randrange(position))
        starts = _days_ago(rng, 400, 3_000)
        ties.append(Relation(rng.choice(BETWEEN_PEOPLE), rng.choice(KNOWN), None, other, starts, None, "synthetic"))
    return tuple(ties)


def _tie(rng: Random, organisation_id: str, status: RelationStatus) -> Relation:
    return Relation(rng.choice(TIES), status, organisation_id, None, _days_ago(rng, 200, 2_500), None, "synthetic")
