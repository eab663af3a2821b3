from matching.assignment.relaxations import Kind
from matching.plan.building import Field
from matching.plan.diagnosis import Gate, PlanDiagnosis, explain_gaps
from matching.plan.request import Exclusion
from matching.plan.staffing import Draft, staff
from models.vocabulary import ConsentPurpose
from tests.matching.examples import person
from tests.matching.plan.worlds import field_of


def diagnosed(field: Field) -> PlanDiagnosis | None:
    draft = Draft.of(field)
    return explain_gaps(field, draft.problem, staff(draft).outcome)


def test_a_complete_plan_needs_no_diagnosis() -> None:
    assert diagnosed(field_of({"P1:CE_PROJECT": {"A": 0.9}})) is None


def test_people_are_counted_after_each_gate() -> None:
    silent = {"S": person("S", consents=frozenset({ConsentPurpose.SHARING}))}
    field = field_of({"P1:CE_PROJECT": {"A": 0.9}, "P2:CE_PROJECT": {"A": 0.8}}, silent)
    found = diagnosed(field)
    assert found
    (seat,) = found.seats
    assert (seat.seat, seat.missing) == ("P2:CE_PROJECT", 1)
    assert (seat.left[Gate.CONSIDERED], seat.left[Gate.CONSENTING]) == (2, 1)
    assert (seat.left[Gate.FITTING], seat.left[Gate.ABLE], seat.left[Gate.STILL_FREE]) == (1, 1, 0)


def test_the_smallest_relaxations_are_named() -> None:
    scores = {f"P{at}:CE_PROJECT": {"A": 0.9} for at in (1, 2, 3)}
    found = diagnosed(field_of(scores))
    assert found
    assert {one.kind: one.changes for one in found.relaxations}[Kind.CAPACITY] == {"A": 2}
    excluded = diagnosed(field_of({"P1:CE_PROJECT": {"A": 0.9, "B": 0.8}}, exclusions=(Exclusion("A"), Exclusion("B"))))
    assert excluded
    lifted = {one.kind: one for one in excluded.relaxations}[Kind.FORBIDDEN]
    assert lifted.size == 1


def test_the_fewest_people_to_ask_for_evidence_are_named() -> None:
    scores = {"P1:CE_PROJECT": {"A": 0.9}, "P2:CE_PROJECT": {"A": 0.9}, "P3:CE_PROJECT": {}}
    lacking = {"P1:CE_PROJECT": {"L": 0.3}, "P2:CE_PROJECT": {"L": 0.3, "M": 0.2}}
    found = diagnosed(field_of(scores, lacking=lacking))
    assert found
    assert found.asking
    assert (len(found.asking.people), found.asking.fills) == (1, 1)
    assert found.asking.people[0][0] in {"L", "M"}


def test_nobody_to_ask_is_said_as_nothing() -> None:
    found = diagnosed(field_of({"P1:CE_PROJECT": {}}))
    assert found
    assert found.asking is None
    assert [one.kind for one in found.relaxations] == [Kind.CANDIDATES]
