"""Tiny examples whose right answer is obvious."""

from dataclasses import replace
from datetime import date

import pytest

from matching.pairs.pairing import Absence, Barrier
from matching.profiles import EvidenceItem, Judgement, Profile, Relation
from models.vocabulary import ConsentPurpose, EvidenceKind, RelationKind, RelationStatus, RoleCode
from tests.matching.examples import BATTERY, ON, RADAR, item
from tests.matching.pairs.couples import architect, both_needs, engineer, ids, pairing, somebody, value

BOTH_FIELDS = both_needs(must=("radar", "battery"), nice=())
SINCE, UNTIL = date(2018, 1, 1), date(2021, 12, 31)


def position(identifier: str, organisation: str, **dates: date) -> Profile:
    """Return an architect who works on radars, with a position in an organisation."""
    return architect(identifier, item(f"{identifier}-1"), post(f"{identifier}-2", organisation, **dates))


def post(identifier: str, organisation: str, starts: date = SINCE, ends: date | None = None) -> EvidenceItem:
    return item(identifier, "Engineer", kind=EvidenceKind.POSITION, organisation_id=organisation, starts=starts, ends=ends)


def test_two_who_complement_each_other_beat_two_better_twins() -> None:
    radar, more_radar = item("a", RADAR[0]), item("b", RADAR[1])
    twins = [engineer("CE1", radar, more_radar), architect("CA1", radar, more_radar)]
    found = pairing([*twins, architect("CA2", item("c", BATTERY[0]))], BOTH_FIELDS, fits=0.01)
    assert ids(found) == [("CE1", "CA2"), ("CE1", "CA1")]
    assert value(found, "architect", "CE1", "CA2") < value(found, "architect")
    assert value(found, "must_together", "CE1", "CA2") == 1.0
    assert value(found, "must_together") == 0.5


def test_a_shared_employer_costs() -> None:
    people = [engineer("CE1", item("a"), post("b", "ORG")), position("CA1", "ORG"), position("CA2", "OTHER")]
    apart = [replace(people[0], items=(item("a"), post("b", "ORG", starts=ON))), replace(people[1], items=people[1].items), people[2]]
    found = pairing(apart)
    assert value(found, "concentration") == 1.0
    assert value(found, "concentration", architect_id="CA2") == 0.0
    assert ids(found)[0] == ("CE1", "CA2")


def test_an_employer_of_the_past_is_no_concentration_but_work_together() -> None:
    found = pairing([engineer("CE1", item("a"), post("b", "ORG", ends=UNTIL)), position("CA1", "ORG"), position("CA2", "OTHER")])
    assert value(found, "concentration") == 0.0
    assert value(found, "earlier_work") == pytest.approx(4 / (4 + 2), abs=0.01)
    assert ids(found)[0] == ("CE1", "CA1")


def test_work_at_one_organisation_at_other_times_is_not_work_together() -> None:
    before = position("CA1", "ORG", starts=date(2005, 1, 1), ends=date(2017, 12, 31))
    assert value(pairing([engineer("CE1", item("a"), post("b", "ORG")), before]), "earlier_work") == 0.0


def test_a_degree_of_one_university_is_not_work_together() -> None:
    degree = replace(post("d", "UNI"), kind=EvidenceKind.DEGREE)
    found = pairing([engineer("CE1", item("a"), degree), architect("CA1", item("a"), degree)])
    assert value(found, "earlier_work") == value(found, "concentration") == 0.0


@pytest.mark.parametrize("recorded_by", ["CE1", "CA1"])
@pytest.mark.parametrize("status", [RelationStatus.DETECTED, RelationStatus.DECLARED, RelationStatus.CONFIRMED])
def test_a_family_relation_forbids_whoever_records_it(recorded_by: str, status: RelationStatus) -> None:
    found = pairing(related(RelationKind.FAMILY, status, recorded_by))
    assert ids(found) == [("CE1", "CA2")]
    assert [(pair.engineer_id, pair.architect_id, pair.barrier) for pair in found.forbidden()] == [("CE1", "CA1", Barrier.RELATION)]


def related(kind: RelationKind, status: RelationStatus, recorded_by: str = "CE1", ends: date | None = None) -> list[Profile]:
    """Return an engineer and two architects, of whom the first is related to the engineer."""
    other = "CA1" if recorded_by == "CE1" else "CE1"
    relation = Relation(kind, status, other_expert_id=other, ends=ends)
    people = [engineer("CE1"), architect("CA1"), architect("CA2")]
    return [replace(one, relations=(relation,)) if one.id == recorded_by else one for one in people]


def test_a_dismissed_relation_does_nothing() -> None:
    found = pairing(related(RelationKind.FAMILY, RelationStatus.DISMISSED))
    assert ids(found) == [("CE1", "CA1"), ("CE1", "CA2")]
    assert value(found, "conflict") == 0.0
    assert found.forbidden() == []


@pytest.mark.parametrize("kept_with", ["CE1", "CA1"])
def test_what_a_person_judged_wins_over_the_record(kept_with: str) -> None:
    other = "CA1" if kept_with == "CE1" else "CE1"
    dismissed = Judgement(RelationKind.FAMILY, None, other, "", RelationStatus.DISMISSED)
    confirmed = replace(dismissed, verdict=RelationStatus.CONFIRMED)

    def judged(people: list[Profile], judgement: Judgement) -> list[tuple[str, str]]:
        return ids(pairing([replace(one, judgements=(judgement,)) if one.id == kept_with else one for one in people]))

    assert ("CE1", "CA1") in judged(related(RelationKind.FAMILY, RelationStatus.DECLARED), dismissed)
    assert ("CE1", "CA1") not in judged([engineer("CE1"), architect("CA1")], confirmed)


def test_a_supervisor_costs_and_a_relation_of_long_ago_does_not() -> None:
    recent = pairing(related(RelationKind.SUPERVISOR, RelationStatus.DECLARED))
    old = pairing(related(RelationKind.SUPERVISOR, RelationStatus.DECLARED, ends=date(2015, 1, 1)))
    assert value(recent, "conflict") == 1.0
    assert ids(recent) == [("CE1", "CA2"), ("CE1", "CA1")]
    assert value(old, "conflict") == 0.0


def test_co_authors_have_worked_together_and_are_no_conflict() -> None:
    found = pairing(related(RelationKind.CO_AUTHOR, RelationStatus.DETECTED))
    assert value(found, "earlier_work") == pytest.approx(1 / 3)
    assert value(found, "conflict") == 0.0
    assert ids(found)[0] == ("CE1", "CA1")


def test_one_person_holds_both_roles_only_where_it_is_allowed() -> None:
    alone = [somebody("E1")]
    assert ids(pairing(alone)) == []
    assert [pair.barrier for pair in pairing(alone).forbidden()] == [Barrier.SAME_PERSON]
    allowed = pairing(alone, same_person=True)
    assert ids(allowed) == [("E1", "E1")]
    assert (value(allowed, "concentration", "E1", "E1"), value(allowed, "earlier_work", "E1", "E1")) == (1.0, 0.0)


def test_a_shared_language_and_a_shared_day_decide_between_equals() -> None:
    others = [architect("CA1", languages=("en",)), architect("CA2"), architect("CA3", country="US"), architect("CA4", languages=())]
    found = pairing([engineer("CE1"), *others])
    assert ids(found)[0] == ("CE1", "CA2")
    assert [value(found, "shared_language", architect_id=one.id) for one in others] == [0.0, 1.0, 1.0, 0.5]
    assert [value(found, "working_hours", architect_id=one.id) for one in others] == [1.0, 1.0, 0.0, 1.0]


def test_time_that_two_do_not_share_costs() -> None:
    leaves, comes = date(2028, 4, 1), date(2028, 4, 2)
    found = pairing([engineer("CE1", available_until=leaves), architect("CA1", available_from=comes), architect("CA2")])
    assert value(found, "shared_availability") == 0.0
    assert value(found, "shared_availability", architect_id="CA2") == pytest.approx(0.5, abs=0.01)


def test_nobody_on_one_side_is_an_answer_that_says_which_side() -> None:
    found = pairing([engineer("CE1")])
    assert found.absent == {RoleCode.CA_PROJECT: Absence.NOBODY_FITS}
    assert found.entries() == []
    assert pairing([]).absent == dict.fromkeys((RoleCode.CE_PROJECT, RoleCode.CA_PROJECT), Absence.NOBODY_FITS)


def test_a_named_person_stays_in_every_pair_even_below_the_threshold() -> None:
    people = [engineer("CE1"), engineer("CE2", item("a", BATTERY[0])), architect("CA1"), architect("CA2")]
    assert "CE2" not in {who for who, _ in ids(pairing(people, fits=0.3))}
    assert ids(pairing(people, fits=0.3, chief_engineer="CE2")) == [("CE2", "CA1"), ("CE2", "CA2")]


@pytest.mark.parametrize("named", ["CA1", "NOBODY", "CE9"])
def test_who_may_not_be_proposed_cannot_be_named(named: str) -> None:
    without_consent = engineer("CE9", consents=frozenset({ConsentPurpose.MEMBERSHIP}))
    found = pairing([engineer("CE1"), without_consent, architect("CA1")], chief_engineer=named)
    assert found.absent == {RoleCode.CE_PROJECT: Absence.NOT_PROPOSED}
    assert found.entries() == []


def test_a_better_pair_stands_first_also_where_a_condition_is_not_shown() -> None:
    recent = item("a", starts=date(2024, 1, 1))
    found = pairing([engineer("CE1"), architect("CA1", languages=("en",), country="US"), architect("CA2", recent)])
    first, second = found.entries()
    assert (first.architect_id, second.architect_id) == ("CA2", "CA1")
    assert first.score > second.score
