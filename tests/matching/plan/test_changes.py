import pytest

from matching.assignment.objective import Objective
from matching.plan.building import Field
from matching.plan.difference import Cause, Comparison, Side
from matching.plan.pricing import freed_for, prices
from matching.plan.request import Exclusion
from matching.plan.staffing import Draft, staff
from tests.matching.plan.worlds import field_of

SCORES = {"P1:CE_PROJECT": {"A": 0.9, "B": 0.7, "C": 0.1}, "P2:CE_PROJECT": {"A": 0.8, "B": 0.5, "C": 0.1}}


def side(field: Field) -> Side:
    return Side(field.request, staff(Draft.of(field)).outcome.taken)


def test_a_price_says_what_the_swap_costs_and_frees() -> None:
    field = field_of(SCORES)
    draft = Draft.of(field)
    outcome = staff(draft).outcome
    assert outcome.people("P1:CE_PROJECT") == ("B",)
    found = {one.coming: one for one in prices(draft.problem, outcome, "P1:CE_PROJECT")}
    assert found["A"].cost == pytest.approx(0.1)
    assert freed_for(found["A"]) == ("P2:CE_PROJECT",)
    assert found["C"].cost == pytest.approx(0.6)
    assert freed_for(found["C"]) == ()


def test_a_repair_moves_as_few_as_possible() -> None:
    before = side(field_of(SCORES))
    assert dict(before.taken) == {"B": "P1:CE_PROJECT", "A": "P2:CE_PROJECT"}
    declined = field_of(SCORES, exclusions=(Exclusion("B", "P1:CE_PROJECT"),), objective=Objective.FEWEST_CHANGES, earlier=before.taken)
    assert dict(side(declined).taken) == {"C": "P1:CE_PROJECT", "A": "P2:CE_PROJECT"}  # the total alone would move A to the first seat


def test_differences_name_their_cause() -> None:
    before = side(field_of(SCORES))
    after = side(field_of(SCORES, pins=(("A", "P1:CE_PROJECT"),)))
    told = {(one.person, one.seat, one.came): (one.cause, one.other) for one in Comparison(before, after).differences()}
    assert told == {
        ("B", "P1:CE_PROJECT", False): (Cause.PIN, None),
        ("A", "P1:CE_PROJECT", True): (Cause.PIN, None),
        ("A", "P2:CE_PROJECT", False): (Cause.MOVE, "P1:CE_PROJECT"),
        ("B", "P2:CE_PROJECT", True): (Cause.REPLACEMENT, "A"),
    }
    assert Comparison(before, before).differences() == ()


def test_what_is_no_rule_is_told_by_data_or_consequence() -> None:
    one, other = field_of({"P1:CE_PROJECT": {"A": 0.9, "B": 0.8}}), field_of({"P1:CE_PROJECT": {"A": 0.7, "B": 0.8}})
    left = Comparison(side(one), side(other), data_changed=True).differences()[0]
    assert (left.person, left.cause) == ("A", Cause.DATA)
    gone = Comparison(side(one), side(other), withdrawn=frozenset({"A"})).differences()[0]
    assert gone.cause is Cause.WITHDRAWN
    fewer = field_of({"P2:CE_PROJECT": {"A": 0.9}})
    assert {one.cause for one in Comparison(side(one), side(fewer)).differences()} == {Cause.SEAT}
