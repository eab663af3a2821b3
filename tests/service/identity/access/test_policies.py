from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import AccountRole, Scope, Sensitivity
from service.identity.access.own_case import leave_to_others
from service.identity.access.policies import (
    RULES,
    Kind,
    Operation,
    Reach,
    Refusal,
    ViewerRole,
    may,
    may_make_key,
    may_see_inside,
    may_with_all,
    may_with_expert,
    may_with_product,
    may_with_project,
    reaches,
)
from service.identity.access.viewer import Viewer
from service.kit.problems import Forbidden
from service.people.profiles.vouching import may_vouch

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
ids = st.sampled_from(["a", "b"])
viewers = st.builds(
    Viewer,
    account_id=st.none() | ids,
    roles=st.frozensets(st.sampled_from(AccountRole)),
    expert_id=st.none() | ids,
    led_products=st.frozensets(ids),
    led_projects=st.frozensets(ids),
    edits_for=st.frozensets(ids),
    cleared=st.booleans(),
    scopes=st.frozensets(st.sampled_from(Scope)),
    open_demo=st.booleans(),
)
operations = st.sampled_from(Operation)
ABOUT_ONE = (may_with_expert, may_with_product, may_with_project)


def test_every_operation_has_a_rule_and_somebody_who_may() -> None:
    assert set(RULES) == set(Operation)
    assert all(rule.reach for rule in RULES.values())


def test_visitors_change_nothing_and_auditors_neither() -> None:
    writing = [rule for operation, rule in RULES.items() if rule.scope is not Scope.READ and operation is not Operation.CHANGE_OWN_ACCOUNT]
    assert not any(rule.reach.keys() & {ViewerRole.VISITOR, ViewerRole.AUDITOR} for rule in writing)
    assert all(rule.reach.get(ViewerRole.MEMBER, Reach.DELEGATED) is Reach.DELEGATED for rule in writing)


BY_DELEGATION = {Operation.EDIT_EVIDENCE, Operation.READ_EDITED, Operation.END_DELEGATION}


@given(viewers, operations, ids)
def test_a_delegation_opens_evidence_of_that_person_and_nothing_else(viewer: Viewer, operation: Operation, person: str) -> None:
    alone = replace(viewer, edits_for=frozenset())
    now = may_with_expert(replace(viewer, edits_for=frozenset({person})), operation, person)
    if now is True and may_with_expert(alone, operation, person) is not True:
        assert operation in BY_DELEGATION
        assert viewer.signed_in
    for decide in (may_with_product, may_with_project):
        assert (decide(viewer, operation, person) is True) is (decide(alone, operation, person) is True)


def test_a_delegate_edits_for_one_person_and_not_for_another() -> None:
    delegate = Viewer(account_id="a", edits_for=frozenset({"E1"}))
    assert may_with_expert(delegate, Operation.EDIT_EVIDENCE, "E1") is True
    assert may_with_expert(delegate, Operation.EDIT_EVIDENCE, "E2") is not True
    assert may_with_expert(delegate, Operation.CHANGE_EXPERTS, "E1") is not True
    assert may_with_expert(delegate, Operation.READ_EXPERTS, "E1") is not True


@given(viewers, ids)
def test_whoever_edits_for_somebody_vouches_for_nothing_of_theirs(viewer: Viewer, person: str) -> None:
    delegate = replace(viewer, edits_for=frozenset({person}))
    assert not may_vouch(delegate, person)
    with pytest.raises(Forbidden):
        leave_to_others(delegate, person)


@given(viewers, operations)
def test_a_role_more_never_takes_anything_away(viewer: Viewer, operation: Operation) -> None:
    if viewer.signed_in:
        every = Viewer(account_id="a", roles=frozenset(AccountRole), scopes=viewer.scopes, edits_for=viewer.edits_for)
        assert reaches(viewer, operation) <= reaches(every, operation)


@given(viewers, operations)
def test_the_permission_is_named_exactly_where_the_roles_lack_it(viewer: Viewer, operation: Operation) -> None:
    for decision in (may(viewer, operation), may_with_all(viewer, operation)):
        if isinstance(decision, Refusal):
            assert decision.permission == (operation if decision.code == "forbidden" else None)


@given(viewers, operations, ids)
def test_what_may_not_be_done_at_all_is_refused_alike_for_every_object(viewer: Viewer, operation: Operation, identifier: str) -> None:
    general = may(viewer, operation)
    for decide in ABOUT_ONE:
        decision = decide(viewer, operation, identifier)
        if general is not True:
            assert decision == general
        elif isinstance(decision, Refusal):
            assert decision.kind is Kind.HIDDEN


@given(viewers, operations)
def test_whoever_reaches_a_part_may_not_do_it_to_everything(viewer: Viewer, operation: Operation) -> None:
    assert (may_with_all(viewer, operation) is True) is (Reach.ALL in reaches(viewer, operation))


@given(viewers, operations)
def test_whoever_is_not_signed_in_is_asked_to_sign_in_first(viewer: Viewer, operation: Operation) -> None:
    decision = may(viewer, operation)
    if isinstance(decision, Refusal):
        assert (decision.kind is Kind.SIGN_IN) is (viewer.account_id is None)


@given(viewers, operations)
def test_a_scope_that_is_missing_takes_everything(viewer: Viewer, operation: Operation) -> None:
    if RULES[operation].scope not in viewer.scopes:
        assert reaches(viewer, operation) == frozenset()


def test_a_lead_reaches_what_he_or_she_leads() -> None:
    lead = Viewer(account_id="a", roles=frozenset({AccountRole.LEAD}), led_products=frozenset({"P01"}), led_projects=frozenset({"PRJ"}))
    assert reaches(lead, Operation.READ_RELEASED) == {Reach.LED}
    assert may_with_product(lead, Operation.READ_RELEASED, "P01") is True
    assert may_with_project(lead, Operation.READ_RELEASED, "PRJ") is True
    for decision in (may_with_product(lead, Operation.READ_RELEASED, "P02"), may_with_project(lead, Operation.READ_RELEASED, "P01")):
        assert isinstance(decision, Refusal)
        assert decision.kind is Kind.HIDDEN


@given(viewers)
def test_clearance_and_nothing_else_opens_what_is_restricted(viewer: Viewer) -> None:
    assert (may_see_inside(viewer, Sensitivity.RESTRICTED) is True) is viewer.cleared
    assert may_see_inside(viewer, Sensitivity.OPEN) is True


@given(viewers, st.frozensets(st.sampled_from(Scope)), st.none() | st.integers(0, 100))
def test_a_key_is_made_shortly_after_signing_in_and_may_no_more_than_its_maker(
    viewer: Viewer, scopes: frozenset[Scope], age: int | None
) -> None:
    signed_in_at = None if age is None else NOON - timedelta(minutes=age)
    decision = may_make_key(replace(viewer, signed_in_at=signed_in_at), scopes, NOON, timedelta(minutes=15))
    assert (decision is True) is (scopes <= viewer.scopes and age is not None and age < 15)
