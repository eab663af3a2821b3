"""Conflicts of interest: recorded and detected, through somebody else, between two people, and judged."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from matching.gate.conflicts import ConflictOfInterest, conflicts, conflicts_between, insiders_of, matches, matches_between
from matching.gate.ties import COOLING_OFF, ConflictPolicy
from matching.needs import RoleNeed
from matching.profiles import EvidenceItem, Judgement, Profile, Relation
from models.vocabulary import EvidenceKind, Interest, RelationKind, RelationStatus
from tests.matching.examples import ON, item, need, party, person
from tests.matching.random_worlds import NEEDS, people

TIE = Relation(RelationKind.EMPLOYER, RelationStatus.DECLARED, organisation_id="B1", starts=date(2020, 1, 1))
NEED = need(bidders=frozenset({"B1", "B2"}))
TWO_YEARS = timedelta(days=730)
YEAR = timedelta(days=365)
THREE_YEARS = ConflictPolicy(dict.fromkeys(RelationKind, 3 * YEAR))
BOND = Relation(RelationKind.CO_AUTHOR, RelationStatus.DECLARED, other_expert_id="E2", starts=date(2025, 1, 1))


def found(*relations: Relation) -> tuple[ConflictOfInterest, ...]:
    return conflicts(person("E1", relations=relations), NEED)


def position(organisation: str = "B1", ended: timedelta | None = None, identifier: str = "p") -> EvidenceItem:
    ends = None if ended is None else ON - ended
    return item(identifier, kind=EvidenceKind.POSITION, organisation_id=organisation, starts=date(2005, 1, 1), ends=ends)


def test_a_conflict_names_both_facts() -> None:
    assert found(TIE) == (ConflictOfInterest(TIE, "P1", party("B1"), status=RelationStatus.DECLARED),)


@pytest.mark.parametrize("kind", RelationKind)
def test_every_kind_of_tie_to_a_bidder_counts(kind: RelationKind) -> None:
    assert len(found(replace(TIE, kind=kind))) == 1


@pytest.mark.parametrize("status", RelationStatus)
def test_only_a_dismissed_tie_does_not_count(status: RelationStatus) -> None:
    assert bool(found(replace(TIE, status=status))) is (status is not RelationStatus.DISMISSED)


@pytest.mark.parametrize(("organisation", "other"), [("C1", None), (None, "E2"), (None, "B1")])
def test_a_tie_to_somebody_who_does_not_bid_is_none(organisation: str | None, other: str | None) -> None:
    assert found(replace(TIE, organisation_id=organisation, other_expert_id=other)) == ()


@pytest.mark.parametrize(
    ("ended", "counts"),
    [
        (None, True),
        (ON, True),
        (ON + timedelta(days=400), True),
        (date.max, True),
        (ON - TWO_YEARS, True),
        (ON - TWO_YEARS - timedelta(days=1), False),
        (date.min, False),
    ],
)
def test_a_tie_cools_off_on_the_day_after_the_window(ended: date | None, counts: bool) -> None:
    assert bool(found(replace(TIE, starts=None, ends=ended))) is counts


def test_a_tie_that_is_about_to_begin_counts() -> None:
    assert len(found(replace(TIE, starts=ON + timedelta(days=30)))) == 1


def test_the_window_is_a_setting_of_each_kind() -> None:
    recent = person("E1", relations=(replace(TIE, ends=ON - timedelta(days=10)),))
    short = {**COOLING_OFF, RelationKind.EMPLOYER: timedelta(days=9)}
    assert conflicts(recent, NEED, ConflictPolicy(short)) == ()
    assert len(conflicts(recent, NEED, ConflictPolicy({**short, RelationKind.EMPLOYER: timedelta(days=10)}))) == 1


def test_all_conflicts_are_given_in_the_order_of_the_record() -> None:
    ties = (replace(TIE, organisation_id="B2"), replace(TIE, organisation_id="C1"), TIE)
    assert [conflict.organisation_id for conflict in found(*ties)] == ["B2", "B1"]


def test_without_parties_there_is_no_conflict() -> None:
    assert conflicts(person("E1", position(), relations=(TIE,)), need()) == ()


@pytest.mark.parametrize(("ended", "counts"), [(None, True), (2 * YEAR, True), (4 * YEAR, False)])
def test_a_position_at_a_bidder_is_detected_inside_the_window(ended: timedelta | None, counts: bool) -> None:
    detected = conflicts(person("E1", position(ended=ended)), NEED, THREE_YEARS)
    assert [(one.status, one.evidence, one.organisation_id) for one in detected] == [(RelationStatus.DETECTED, ("p",), "B1")] * counts


def test_an_organisation_that_is_only_called_the_same_is_none() -> None:
    namesake = replace(position(), organisation_id=None, title="Engineer at Company B1", text="Company B1")
    assert conflicts(person("E1", namesake), NEED) == ()


def test_a_dismissed_relation_covers_the_position_that_shows_it() -> None:
    dismissed = person("E1", position(), relations=(replace(TIE, status=RelationStatus.DISMISSED),))
    assert conflicts(dismissed, NEED) == ()
    assert [one.status for one in matches(dismissed, NEED, THREE_YEARS)] == [RelationStatus.DISMISSED]


def test_which_interests_conflict_is_a_setting() -> None:
    hosted = need(parties=(party("B1", Interest.HOST), party("B1", Interest.PARTICIPANT)))
    assert conflicts(person("E1", position()), hosted) == ()
    policy = ConflictPolicy(interests=frozenset(Interest))
    (one,) = conflicts(person("E1", position()), hosted, policy)
    assert one.party == party("B1", Interest.HOST)


# Through somebody of the bidding side.
INSIDER = person("E2", position())


def through(profile: Profile, *others: Profile, policy: ConflictPolicy = THREE_YEARS) -> tuple[ConflictOfInterest, ...]:
    return conflicts(profile, NEED, policy, insiders_of(NEED, others, policy))


@pytest.mark.parametrize("kind", [RelationKind.CO_AUTHOR, RelationKind.SUPERVISOR])
def test_a_bond_with_somebody_of_the_bidding_side_counts_whoever_recorded_it(kind: RelationKind) -> None:
    bond = replace(BOND, kind=kind)
    (own,) = through(person("E1", relations=(bond,)), INSIDER)
    assert (own.relation, own.party, own.evidence) == (bond, party("B1"), ("p",))
    assert own.through is not None
    assert own.through.organisation_id == "B1"
    (theirs,) = through(person("E1"), replace(INSIDER, relations=(replace(bond, other_expert_id="E1"),)))
    assert theirs == own


def test_no_bond_no_window_no_consent_is_no_conflict() -> None:
    bonded = person("E1", relations=(BOND,))
    assert through(person("E1"), INSIDER) == ()
    assert through(bonded, person("E2", position(ended=4 * YEAR))) == ()
    assert through(bonded, person("E2", position("C1"))) == ()
    assert through(bonded, replace(INSIDER, consents=frozenset())) == ()
    assert through(person("E1", relations=(replace(BOND, ends=ON - 4 * YEAR),)), INSIDER) == ()


# Between two people.


def test_bonds_and_shared_employers_are_conflicts_between_two_people() -> None:
    first = person("E1", position("X", 2 * YEAR, "a"), relations=(BOND,))
    second = person("E2", position("X", None, "b"))
    bond, shared = conflicts_between(first, second, THREE_YEARS, ON)
    assert (bond.relation, bond.subject_id, bond.party) == (BOND, "E2", None)
    assert (shared.organisation_id, shared.evidence, shared.status) == ("X", ("a", "b"), RelationStatus.DETECTED)
    assert shared.through is not None
    assert shared.through.ends is None


def test_an_employer_that_one_of_them_left_long_ago_is_not_shared() -> None:
    first, second = person("E1", position("X", 4 * YEAR)), person("E2", position("X"))
    assert conflicts_between(first, second, THREE_YEARS, ON) == ()
    assert len(matches_between(first, second, THREE_YEARS, ON, cooled=True)) == 1


def test_who_works_for_a_part_and_who_works_for_the_whole_share_the_whole() -> None:
    above = {"PART": ["WHOLE"], "OTHER PART": ["WHOLE"]}
    first, second, third = (person(f"E{at}", position(at_one)) for at, at_one in enumerate(("PART", "WHOLE", "OTHER PART")))
    for one, other in ((first, second), (second, first)):
        [shared] = matches_between(one, other, THREE_YEARS, ON, above=above)
        assert (shared.organisation_id, shared.status) == ("WHOLE", RelationStatus.DETECTED)
    assert matches_between(first, third, THREE_YEARS, ON, above=above) == ()  # two parts are two employers
    assert matches_between(first, second, THREE_YEARS, ON) == ()


def test_a_judgement_of_a_shared_whole_holds_from_either_side() -> None:
    pin = Judgement(RelationKind.EMPLOYER, "WHOLE", "E2", "", RelationStatus.DISMISSED)
    first, second = replace(person("E1", position("PART")), judgements=(pin,)), person("E2", position("WHOLE"))
    for one, other in ((first, second), (second, first)):
        assert [found.counts for found in matches_between(one, other, THREE_YEARS, ON, above={"PART": ["WHOLE"]})] == [False]


@given(people("E1"), people("E2"))
def test_between_two_people_both_directions_agree(first: Profile, second: Profile) -> None:
    forwards, backwards = (conflicts_between(*pair, THREE_YEARS, ON) for pair in ((first, second), (second, first)))
    facts = [sorted((one.relation.kind, one.organisation_id or "") for one in found) for found in (forwards, backwards)]
    assert facts[0] == facts[1]


# Judged by a person.


def judged(verdict: RelationStatus, **changes: object) -> Judgement:
    usual = {"kind": RelationKind.EMPLOYER, "organisation_id": "B1", "other_expert_id": None, "subject_id": "P1", "verdict": verdict}
    return Judgement(**(usual | changes))  # type: ignore[arg-type]


DISMISSED, CONFIRMED = judged(RelationStatus.DISMISSED), judged(RelationStatus.CONFIRMED)


def test_a_dismissed_conflict_does_not_count_and_is_still_shown() -> None:
    somebody = person("E1", position(), judgements=(DISMISSED,))
    assert conflicts(somebody, NEED) == ()
    assert [one.judgement for one in matches(somebody, NEED, THREE_YEARS)] == [DISMISSED]


def test_a_confirmed_conflict_outlasts_its_window_and_the_record() -> None:
    for somebody in (person("E1", position(ended=4 * YEAR), judgements=(CONFIRMED,)), person("E1", judgements=(CONFIRMED,))):
        (one,) = conflicts(somebody, NEED)
        assert (one.status, one.judgement, one.party) == (RelationStatus.CONFIRMED, CONFIRMED, party("B1"))


def test_a_judgement_is_about_its_two_facts_alone() -> None:
    for other in (
        judged(RelationStatus.DISMISSED, organisation_id="B2"),
        judged(RelationStatus.DISMISSED, subject_id="P2"),
        judged(RelationStatus.DISMISSED, kind=RelationKind.ADVISER),
    ):
        assert len(conflicts(person("E1", position(), judgements=(other,)), NEED)) == 1


def test_a_judgement_between_two_people_holds_for_both() -> None:
    pin = judged(RelationStatus.DISMISSED, kind=RelationKind.CO_AUTHOR, organisation_id=None, other_expert_id="E2", subject_id="")
    first, second = person("E1", relations=(BOND,), judgements=(pin,)), person("E2")
    assert conflicts_between(first, second, THREE_YEARS, ON) == conflicts_between(second, first, THREE_YEARS, ON) == ()
    assert conflicts_between(second, replace(first, judgements=()), THREE_YEARS, ON) != ()


@given(people("E1"), NEEDS)
def test_a_dismissal_of_everything_leaves_nothing_and_a_confirmation_everything(profile: Profile, wanted: RoleNeed) -> None:
    everything = matches(profile, wanted, THREE_YEARS, cooled=True)
    for verdict, left in ((RelationStatus.DISMISSED, 0), (RelationStatus.CONFIRMED, len(everything))):
        pins = tuple(Judgement(one.key[0], one.key[1] or None, one.key[2] or None, one.key[3], verdict) for one in everything)
        assert len(conflicts(replace(profile, judgements=pins), wanted)) == left
