"""What is said of two people: who covers what, what they share, what is between them, and the next pair."""

from dataclasses import replace
from datetime import date

import pytest

from matching.explanation.lines import Line, LineKind
from matching.gate.result import GateReason
from matching.pairs import phrases
from matching.pairs.explanation import PairExplanation, explain_pair
from matching.pairs.pairing import Absence, Barrier, Pairing
from matching.pairs.registry import TERMS
from matching.pairs.working_together import hours_between
from matching.profiles import Relation
from models.vocabulary import EvidenceKind, Language, RelationKind, RelationStatus
from tests.matching.examples import BATTERY, RADAR, item
from tests.matching.local_forms import english, vietnamese
from tests.matching.pairs.couples import architect, both_needs, engineer, pairing, somebody

POST = {"kind": EvidenceKind.POSITION, "organisation_id": "ORG"}


def explained(found: Pairing, engineer_id: str = "CE1", architect_id: str = "CA1") -> PairExplanation:
    return explain_pair(found, engineer_id, architect_id, {"ORG": "Institute of Radar"})


def said(found: PairExplanation, kind: LineKind) -> list[Line]:
    return [line for line in found.lines if line.kind is kind]


def test_it_says_who_covers_what() -> None:
    needs = both_needs(must=("radar", "battery", "breeding"), nice=("sensing",))
    found = explained(pairing([engineer("CE1", item("a", RADAR[1])), architect("CA1", item("b", BATTERY[0]))], needs, fits=0.01))
    assert found.must is not None
    assert (found.must.only_engineer, found.must.only_architect, found.must.neither) == (("radar",), ("battery",), ("breeding",))
    words = [english(line) for line in said(found, LineKind.COVERAGE)]
    assert "Together the two show 2 of the 3 capabilities that the two roles require." in words
    assert "Only Person CE1 shows: radar." in words
    assert "Neither shows: rice breeding." in words


def test_the_two_cover_a_group_where_either_shows_one_of_it() -> None:
    needs = both_needs(must=("battery", "breeding", "radar"), nice=(), groups=(("breeding", "radar"),))
    found = explained(pairing([engineer("CE1", item("a", RADAR[1])), architect("CA1", item("b", BATTERY[0]))], needs, fits=0.01))
    assert found.entry is not None
    assert (found.entry.groups_shown, found.entry.groups_asked) == (2, 2)
    assert {part.signal: part.value for part in found.entry.parts}["must_together"] == 1.0
    together = "Together the two show 2 of the 2 groups of capabilities that the two roles require; of each group one is enough."
    assert together in [english(line) for line in said(found, LineKind.COVERAGE)]


def test_work_together_is_said_with_dates_and_the_evidence_of_both() -> None:
    post = item("b", "Engineer", **POST, starts=date(2015, 1, 1), ends=date(2020, 6, 30))
    people = [
        engineer("CE1", item("a"), replace(post, id="CE1-2")),
        architect("CA1", item("a"), replace(post, id="CA1-2", starts=date(2018, 1, 1))),
    ]
    (line,) = [line for line in said(explained(pairing(people)), LineKind.WHY) if line.evidence]
    assert english(line) == "Both worked at Institute of Radar from 1 Jan 2018 to 30 Jun 2020."
    assert line.evidence == ("CE1-2", "CA1-2")


def test_one_employer_is_said_with_the_evidence_of_both() -> None:
    people = [engineer("CE1", item("a"), item("CE1-2", **POST)), architect("CA1", item("a"), item("CA1-2", **POST))]
    lines = said(explained(pairing(people)), LineKind.WHY_NOT)
    assert ("CE1-2", "CA1-2") in [line.evidence for line in lines if "Institute of Radar" in vietnamese(line)]


def test_a_relation_that_forbids_is_said_with_its_dates() -> None:
    tie = Relation(RelationKind.FAMILY, RelationStatus.CONFIRMED, other_expert_id="CA1", starts=date(2001, 2, 3))
    found = explained(pairing([engineer("CE1", relations=(tie,)), architect("CA1"), architect("CA2")]))
    assert found.barrier is Barrier.RELATION
    assert found.entry is not None
    assert found.entry.rank is None
    assert [english(line) for line in said(found, LineKind.CONFLICT)] == ["Forbids: declared family tie (from 3 Feb 2001 to now)."]
    assert found.following is not None
    assert found.following.entry.architect_id == "CA2"


def test_the_next_pair_costs_the_difference_of_the_parts() -> None:
    listed = pairing([engineer("CE1"), architect("CA1"), architect("CA2", country="DE")])
    found, (first, second) = explained(listed), listed.entries()
    assert found.following is not None
    assert found.following.entry == second
    assert found.following.cost == first.score - second.score
    assert sum(difference for _, difference in found.following.differences) == pytest.approx(-found.following.cost)
    assert explained(listed, "CE1", "CA2").following is None


def test_somebody_who_is_gated_is_explained_by_that_alone() -> None:
    found = explained(pairing([engineer("CE1", consents=frozenset()), architect("CA1")]))
    assert (found.entry, found.must, found.following) == (None, None, None)
    assert found.gates == (("engineer", GateReason.NO_CONSENT),)
    assert {line.kind for line in found.lines} == {LineKind.GATE, LineKind.NOTE}


def test_two_who_are_not_on_the_list_are_compared_with_its_best() -> None:
    listed = pairing([engineer("CE1"), architect("CA1"), somebody("X", item("x", BATTERY[0]))], fits=0.3)
    found = explained(listed, "X", "CA1")
    assert found.entry is not None
    assert (found.entry.rank, found.following and found.following.entry) == (None, listed.entries()[0])


def test_an_unknown_person_is_an_error() -> None:
    with pytest.raises(KeyError):
        explained(pairing([engineer("CE1"), architect("CA1")]), "CE9", "CA1")


def test_everything_has_words_in_both_languages() -> None:
    assert set(phrases.TERM) == {term.code for term in TERMS}
    assert (set(phrases.ABSENCE), set(phrases.BARRIER)) == (set(Absence), set(Barrier))
    assert phrases.languages(["vi", "en", "xx"]) == {Language.VI: "tiếng Anh, tiếng Việt, xx", Language.EN: "English, Vietnamese, xx"}


@pytest.mark.parametrize(
    ("one", "other", "hours"), [("VN", "VN", 8), ("VN", "DE", 2), ("VN", "US", 0), ("NZ", "US", 1), ("AU", "US", 0), ("VN", "", None)]
)
def test_working_days_are_compared_around_the_globe(one: str, other: str, hours: float | None) -> None:
    assert hours_between(one, other) == hours
