"""Every hard negative has the flaw that its reason names, and no other."""

from collections.abc import Iterator

import pytest

from matching.profiles import Profile
from models.vocabulary import ConsentPurpose, Outcome, Part, RelationStatus, RoleCode
from seed.network.organisations import bidders_for
from seed.network.world import Contribution, Reason
from tests.seed.network.careful_reader import STRONG, Reading, told_in
from tests.seed.network.worlds import SEEDS, World, world

LEADING = set(Contribution) - {Contribution.PARTICIPATION, Contribution.ADMINISTRATION}


@pytest.fixture(scope="module", params=SEEDS)
def chosen(request: pytest.FixtureRequest) -> World:
    return world(request.param)


def with_reason(chosen: World, reason: Reason) -> Iterator[tuple[str, RoleCode, Profile]]:
    for (product, role), reasons in chosen.truth.hard_negatives.items():
        for person in (person for person, found in reasons.items() if found is reason):
            yield product, role, chosen.experts[person].profile


def test_no_leadership_means_many_words_and_only_a_contributor(chosen: World) -> None:
    for product, role, profile in with_reason(chosen, Reason.NO_LEADERSHIP):
        reading = Reading(profile)
        assert reading.years >= (10 if role is RoleCode.CE_PROJECT else 5)
        assert reading.by_product[product] >= 7
        assert {item.part for item in profile.items} == {None, Part.CONTRIBUTOR}
        assert all(len(item.sectors) < 2 and item.outcome in (None, Outcome.REPORTED) for item in profile.items)
        assert not any(told_in(item) & LEADING for item in profile.items)


def test_no_leadership_comes_with_as_many_words_of_the_field_as_a_strong_candidate(chosen: World) -> None:
    colleagues = [Reading(profile).by_product[product] for product, _, profile in with_reason(chosen, Reason.NO_LEADERSHIP)]
    strong = [
        Reading(chosen.experts[person].profile).by_product[product]
        for (product, _), graded in chosen.truth.grades.items()
        for person, grade in graded.items()
        if grade == STRONG
    ]
    assert 0.8 < (sum(colleagues) / len(colleagues)) / (sum(strong) / len(strong)) < 1.25


def test_a_neighbour_is_planted_next_door_and_touches_the_field_once(chosen: World) -> None:
    for product, role, profile in with_reason(chosen, Reason.NEIGHBOURING_FIELD):
        touching = Reading(profile).on(product)
        assert len(touching) == 1
        assert touching[0].part is Part.CONTRIBUTOR
        homes = [cell for cell, graded in chosen.truth.grades.items() if graded.get(profile.id, 0) > 1]
        assert [home[1] for home in homes] == [role]
        assert homes[0][0] != product


def test_too_few_years_means_clearly_too_few_and_a_complete_record(chosen: World) -> None:
    for product, role, profile in with_reason(chosen, Reason.TOO_FEW_YEARS):
        reading = Reading(profile)
        assert reading.years < (7.6 if role is RoleCode.CE_PROJECT else 3.9)
        assert profile.record_complete
        reading.years = 99
        assert reading.verdict(product, role) == STRONG


def test_a_conflict_is_a_present_tie_to_a_bidder_that_nobody_dismissed(chosen: World) -> None:
    for product, role, profile in with_reason(chosen, Reason.CONFLICT):
        (tie,) = profile.relations
        assert tie.organisation_id in bidders_for(chosen.seed, product)
        assert tie.ends is None
        assert tie.status in (RelationStatus.DECLARED, RelationStatus.CONFIRMED)
        assert ConsentPurpose.MATCHING in profile.consents
        assert profile.willingness(role)


def test_the_unwilling_said_no_to_the_role(chosen: World) -> None:
    for _, role, profile in with_reason(chosen, Reason.UNWILLING):
        assert profile.willingness(role) is False
        assert ConsentPurpose.MATCHING in profile.consents


def test_without_consent_matching_was_withdrawn_or_never_agreed_to(chosen: World) -> None:
    kinds = set()
    for _, _, profile in with_reason(chosen, Reason.NO_CONSENT):
        assert ConsentPurpose.MATCHING not in profile.consents
        kinds.add(any(consent.purpose is ConsentPurpose.MATCHING for consent in chosen.experts[profile.id].consents))
    assert kinds == {True, False}
