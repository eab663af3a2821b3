"""Conflicts of interest: a fact about a person that meets a fact about the subject or about another candidate.

A fact names organisations and people by their confirmed ids, never by a name. A person's judgement of a conflict wins over what is found:
a dismissed one does not count and a confirmed one does, whatever the windows and the record say later, until the judgement is lifted.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from matching.gate.shared_works import bonds
from matching.gate.ties import ConflictPolicy, Tie, employments, last_employment, ties
from matching.needs import Party, RoleNeed
from matching.profiles import Judgement, Profile, Relation
from models.vocabulary import RelationKind, RelationStatus

Key = tuple[RelationKind, str, str, str]
Above = Mapping[str, Collection[str]]
NOTHING_ABOVE: Above = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ConflictOfInterest:
    """Both matched facts.

    ``relation`` is the person's, ``party`` the organisation's interest, None between two people. ``through`` is the other person's
    employment: at the party, or at the employer that both share. ``evidence`` holds ids of items that show the employments. ``subject_id``
    is a product, a project, or ``between`` two people the other one; ``status`` says how the conflict came to be known and what was
    decided of it.
    """

    relation: Relation
    subject_id: str
    party: Party | None = None
    through: Relation | None = None
    evidence: tuple[str, ...] = ()
    status: RelationStatus = RelationStatus.DECLARED
    judgement: Judgement | None = None
    between: bool = False

    @property
    def organisation_id(self) -> str | None:
        """Return the organisation that makes it a conflict, None for a bond between two people."""
        return self.party.organisation_id if self.party else self.relation.organisation_id

    @property
    def key(self) -> Key:
        """Return what a judgement names the conflict by: kind, organisation, other person, product or project; empty for none."""
        other, subject = (self.subject_id, "") if self.between else (self.relation.other_expert_id or "", self.subject_id)
        return self.relation.kind, self.organisation_id or "", other, subject

    @property
    def counts(self) -> bool:
        """Return whether it stands in the way."""
        return self.status is not RelationStatus.DISMISSED


@dataclass(frozen=True, slots=True)
class Insider:
    """Somebody of the network who works, or worked until lately, for an organisation with an interest."""

    profile: Profile
    employment: Tie
    party: Party


def conflicts(
    profile: Profile, need: RoleNeed, policy: ConflictPolicy | None = None, insiders: Iterable[Insider] = ()
) -> tuple[ConflictOfInterest, ...]:
    """Return the conflicts of ``profile`` that count for ``need``: recorded ties, then detected ones, then those through insiders."""
    return tuple(found for found in matches(profile, need, policy or ConflictPolicy(), insiders) if found.counts)


def matches(
    profile: Profile, need: RoleNeed, policy: ConflictPolicy, insiders: Iterable[Insider] = (), *, cooled: bool = False
) -> tuple[ConflictOfInterest, ...]:
    """Return every match of two facts, dismissed ones too; with ``cooled`` also those whose window has passed."""
    parties = counted_parties(need, policy)
    found = _with_parties(profile, parties) + _through(profile, insiders)
    pins = [pin for pin in profile.judgements if pin.subject_id in {need.subject_id, *(party.subject_id for party in need.parties)}]
    return _judged(found, pins, lambda conflict: cooled or _inside_window(conflict, policy, need.selection_date), need.parties)


def conflicts_between(profile: Profile, other: Profile, policy: ConflictPolicy, on: date) -> tuple[ConflictOfInterest, ...]:
    """Return the conflicts between two people that count: bonds that either recorded or both records show, then employers of both.

    The same in either direction but for whose relation is told first. Whoever counts a shared employer elsewhere, as the
    concentration of a pair, leaves out those whose relation is of the kind "employer".
    """
    return tuple(found for found in matches_between(profile, other, policy, on) if found.counts)


def matches_between(
    profile: Profile, other: Profile, policy: ConflictPolicy, on: date, *, cooled: bool = False, above: Above = NOTHING_ABOVE
) -> tuple[ConflictOfInterest, ...]:
    """Return every match between two people, dismissed ones too; with ``cooled`` also those whose window has passed.

    ``above`` gives the organisations that each one is part of: who works for a part and who works for the whole share the whole.
    """
    found = [
        ConflictOfInterest(tie.relation, other.id, evidence=tie.evidence, status=tie.relation.status, between=True)
        for tie in bonds(profile, other)
    ]
    found += [_shared(own, theirs, other.id) for own, theirs in _shared_employments(profile, other, above)]
    return _judged(found, _pins_between(profile, other), lambda conflict: cooled or _inside_window(conflict, policy, on))


def counted_parties(need: RoleNeed, policy: ConflictPolicy) -> list[Party]:
    """Return the parties of ``need`` whose interest conflicts, by subject and organisation."""
    counted = {party for party in need.parties if party.interest in policy.interests}
    return sorted(counted, key=lambda party: (party.subject_id, party.organisation_id, party.interest))


def insiders_of(need: RoleNeed, people: Iterable[Profile], policy: ConflictPolicy) -> list[Insider]:
    """Return those of ``people`` who work for a party of ``need`` or did inside the window; nobody is looked at against their own word."""
    parties = counted_parties(need, policy)
    return [
        Insider(profile, tie, party)
        for profile in people
        if profile.may_be_matched
        for party in parties
        if (tie := last_employment(profile, party.organisation_id)) and policy.still_counts(tie.relation, need.selection_date)
    ]


def _with_parties(profile: Profile, parties: Sequence[Party]) -> list[ConflictOfInterest]:
    return [
        ConflictOfInterest(tie.relation, party.subject_id, party, None, tie.evidence, tie.relation.status)
        for tie in ties(profile, {party.organisation_id for party in parties})
        for party in parties
        if tie.relation.organisation_id == party.organisation_id
    ]


def _through(profile: Profile, insiders: Iterable[Insider]) -> list[ConflictOfInterest]:
    return [
        ConflictOfInterest(
            tie.relation,
            insider.party.subject_id,
            insider.party,
            insider.employment.relation,
            (*insider.employment.evidence, *tie.evidence),
            tie.relation.status,
        )
        for insider in insiders
        if insider.profile.id != profile.id
        for tie in bonds(profile, insider.profile)
    ]


def _shared_employments(profile: Profile, other: Profile, above: Above) -> list[tuple[Tie, Tie]]:
    """Return the last employments of both at one organisation, then at one and at a part of it, told as of the whole."""
    own, theirs = _employers(profile), _employers(other)
    shared = [(one, one, one) for one in sorted(own & theirs)]
    shared += [(one, another, whole) for one in sorted(own) for another in sorted(theirs) if (whole := _whole(one, another, above))]
    pairs = [(last_employment(profile, one), last_employment(other, another), whole) for one, another, whole in shared]
    return [(_at(whole, mine), _at(whole, yours)) for mine, yours, whole in pairs if mine and yours]


def _whole(one: str, other: str, above: Above) -> str | None:
    """Return which of two employers the other one is a part of."""
    return other if other in above.get(one, ()) else one if one in above.get(other, ()) else None


def _at(whole: str, tie: Tie) -> Tie:
    return tie if tie.relation.organisation_id == whole else replace(tie, relation=replace(tie.relation, organisation_id=whole))


def _employers(profile: Profile) -> set[str]:
    recorded = {relation.organisation_id for relation in profile.relations if relation.kind is RelationKind.EMPLOYER}
    return {organisation for organisation in recorded if organisation is not None} | set(employments(profile.items))


def _shared(own: Tie, theirs: Tie, other_id: str) -> ConflictOfInterest:
    return ConflictOfInterest(
        own.relation,
        other_id,
        through=theirs.relation,
        evidence=(*own.evidence, *theirs.evidence),
        status=RelationStatus.DETECTED,
        between=True,
    )


def _pins_between(profile: Profile, other: Profile) -> list[Judgement]:
    """Return the judgements between two people as seen from ``profile``, whichever of them they are kept with."""
    own = [pin for pin in profile.judgements if not pin.subject_id and pin.other_expert_id == other.id]
    theirs = [pin for pin in other.judgements if not pin.subject_id and pin.other_expert_id == profile.id]
    return own + [replace(pin, other_expert_id=other.id) for pin in theirs]


def _judged(
    found: Iterable[ConflictOfInterest],
    pins: Iterable[Judgement],
    still_counts: Callable[[ConflictOfInterest], bool],
    parties: Sequence[Party] = (),
) -> tuple[ConflictOfInterest, ...]:
    """Return one conflict for each pair of facts that counts or was judged, in the order in which they were found."""
    pinned = {_key_of(pin): pin for pin in pins}
    kept: dict[Key, ConflictOfInterest] = {}
    for conflict in found:
        pin = pinned.get(conflict.key)
        if pin is None and not still_counts(conflict):
            continue
        judged = replace(conflict, status=pin.verdict, judgement=pin) if pin else conflict
        before = kept.get(conflict.key)
        if before is None or (judged.counts and not before.counts):
            kept[conflict.key] = judged
    gone = [pin for key, pin in pinned.items() if key not in kept and pin.verdict is RelationStatus.CONFIRMED]
    return (*kept.values(), *(_from_pin(pin, parties) for pin in gone))


def _inside_window(conflict: ConflictOfInterest, policy: ConflictPolicy, on: date) -> bool:
    facts = (conflict.relation, conflict.through)
    return all(policy.still_counts(fact, on) for fact in facts if fact is not None)


def _key_of(pin: Judgement) -> Key:
    return pin.kind, pin.organisation_id or "", pin.other_expert_id or "", pin.subject_id


def _from_pin(pin: Judgement, parties: Sequence[Party]) -> ConflictOfInterest:
    """Return the conflict that was confirmed although the record has lost its facts since."""
    relation = Relation(pin.kind, pin.verdict, pin.organisation_id, pin.other_expert_id)
    facts = (pin.organisation_id, pin.subject_id)
    party = next((party for party in parties if (party.organisation_id, party.subject_id) == facts), None)
    subject = pin.subject_id or pin.other_expert_id or ""
    return ConflictOfInterest(relation, subject, party, status=pin.verdict, judgement=pin, between=not pin.subject_id)
