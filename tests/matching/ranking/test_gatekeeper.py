"""The gatekeeper remembers what ``judge_gate`` said and never says anything else."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.gate.conflicts import insiders_of
from matching.gate.result import GatePolicy, GateReason, Tier, judge_gate
from matching.gate.spells import GapPolicy
from matching.needs import RoleNeed
from matching.network import Network
from matching.profiles import Judgement, Profile, Relation
from matching.ranking.gatekeeper import Gatekeeper
from models.vocabulary import EvidenceKind, RelationKind, RelationStatus, RoleCode
from tests.matching.examples import ON, item, need, network, person, reader
from tests.matching.random_worlds import NEEDS, NETWORKS, people

POLICY = GatePolicy()
TIE = Relation(RelationKind.EMPLOYER, RelationStatus.CONFIRMED, organisation_id="B1")


def decided(built: Network, wanted: RoleNeed, policy: GatePolicy = POLICY) -> list[Tier]:
    insiders = insiders_of(wanted, built.profiles, policy.conflicts)
    return [judge_gate(profile, wanted, policy, insiders).tier for profile in built.profiles]


def said(gatekeeper: Gatekeeper, wanted: RoleNeed) -> list[Tier]:
    return [tuple(Tier)[int(code)] for code in gatekeeper.tiers(wanted)]


@given(NETWORKS, st.lists(NEEDS, min_size=1, max_size=4))
def test_memory_is_what_the_gate_says(found: list[Profile], several: list[RoleNeed]) -> None:
    built = network(found)
    gatekeeper = Gatekeeper(built, POLICY)
    for wanted in [*several, *several]:
        assert said(gatekeeper, wanted) == decided(built, wanted)


@given(NETWORKS, people("E1"), NEEDS)
def test_memory_carried_over_an_edit_is_what_the_gate_says(found: list[Profile], changed: Profile, wanted: RoleNeed) -> None:
    built = network(found)
    before = Gatekeeper(built, POLICY)
    before.tiers(wanted)
    edited = built.updated({"E1": changed, "E0": None})
    assert said(Gatekeeper(edited, POLICY, before), wanted) == decided(edited, wanted)
    assert said(before, wanted) == decided(built, wanted)


@given(NETWORKS, NEEDS, st.sets(st.sampled_from(GateReason)))
def test_who_is_free_of_some_reasons_is_what_the_gate_says(found: list[Profile], wanted: RoleNeed, reasons: set[GateReason]) -> None:
    free = Gatekeeper(network(found), POLICY).free_of(wanted, *sorted(reasons))
    assert free.tolist() == [reasons.isdisjoint(judge_gate(profile, wanted, POLICY).reasons) for profile in found]


@given(NETWORKS, NEEDS)
def test_what_holds_everybody_back_is_what_the_gate_says_of_each(found: list[Profile], wanted: RoleNeed) -> None:
    built = network(found)
    gatekeeper = Gatekeeper(built, POLICY)
    of_each = [gatekeeper.gate_result(wanted, position).reasons for position in range(len(built.ids))]
    assert gatekeeper.held(wanted).tolist() == [[reason in reasons for reason in GateReason] for reasons in of_each]


def test_a_bidder_gates_only_for_its_own_need() -> None:
    built = network([person("E1", item(), relations=(TIE,)), person("E2", item())])
    gatekeeper = Gatekeeper(built, POLICY)
    tied, free = need(bidders=frozenset({"B1"})), need(bidders=frozenset({"B2"}))
    assert said(gatekeeper, tied) == [Tier.GATED, Tier.ELIGIBLE]
    assert said(gatekeeper, free) == said(gatekeeper, need()) == [Tier.ELIGIBLE, Tier.ELIGIBLE]


def test_a_detected_employer_a_bond_with_an_insider_and_a_judgement_gate_as_well() -> None:
    position = item("p", kind=EvidenceKind.POSITION, organisation_id="B1")
    bond = Relation(RelationKind.CO_AUTHOR, RelationStatus.DECLARED, other_expert_id="E1")
    pin = Judgement(RelationKind.ADVISER, "B9", None, "P1", RelationStatus.CONFIRMED)
    people = [
        person("E1", item(), position),
        person("E2", item(), relations=(bond,)),
        person("E3", item(), judgements=(pin,)),
        person("E4", item()),
    ]
    built = network(people)
    expected = [Tier.GATED, Tier.GATED, Tier.GATED, Tier.ELIGIBLE]
    assert said(Gatekeeper(built, POLICY), need(bidders={"B1"})) == decided(built, need(bidders={"B1"})) == expected
    assert said(Gatekeeper(built, POLICY), need()) == [Tier.ELIGIBLE, Tier.ELIGIBLE, Tier.GATED, Tier.ELIGIBLE]
    assert said(Gatekeeper(built, POLICY), need(subject_id="P2")) == [Tier.ELIGIBLE] * 4


def test_a_late_start_gates_who_leaves_before_and_an_early_one_nobody_more() -> None:
    leaving = person("E1", item(), available_until=ON + timedelta(days=30))
    left = person("E2", item(), available_until=ON - timedelta(days=30))
    gatekeeper = Gatekeeper(network([leaving, left]), POLICY)
    for starts, expected in ((None, Tier.ELIGIBLE), (ON + timedelta(days=60), Tier.GATED), (ON - timedelta(days=60), Tier.ELIGIBLE)):
        assert said(gatekeeper, need(starts=starts)) == [expected, Tier.GATED]


def test_each_role_is_remembered_for_itself() -> None:
    unwilling = person("E1", item(), willing=((RoleCode.CA_PROJECT, False),))
    gatekeeper = Gatekeeper(network([unwilling]), POLICY)
    assert said(gatekeeper, need()) == [Tier.ELIGIBLE]
    assert said(gatekeeper, need(role=RoleCode.CA_PROJECT)) == [Tier.GATED]


def test_another_policy_forgets() -> None:
    built = network([person("E1", item(ends=ON - timedelta(days=100)))])
    before = Gatekeeper(built, POLICY)
    assert said(before, need()) == [Tier.ELIGIBLE]
    strict = GatePolicy(gaps=GapPolicy(tolerated=timedelta(days=10)))
    assert said(Gatekeeper(built, strict, before), need()) == decided(built, need(), strict) == [Tier.EVIDENCE_MISSING]


def test_what_is_long_ago_is_forgotten_and_judged_again() -> None:
    built = network([person("E1", item(), available_until=ON)])
    gatekeeper = Gatekeeper(built, POLICY)
    days = [ON + timedelta(days=number) for number in range(-40, 40)]
    for day in [*days, *days]:
        assert said(gatekeeper, need(selection_date=day)) == [Tier.ELIGIBLE if day <= ON else Tier.GATED]
    assert len(gatekeeper.remembered()) < len(days)


def test_the_gate_result_of_one_person_is_told_in_full() -> None:
    built = network([person("E1", item(), relations=(TIE,))])
    wanted = need(bidders=frozenset({"B1"}))
    assert Gatekeeper(built, POLICY).gate_result(wanted, 0) == judge_gate(built.profiles[0], wanted, POLICY)


def test_who_waits_to_be_read_is_gated_for_that_reason_alone() -> None:
    built = Network.build(
        reader(), [person("E1", item()), person("E2", item()), person("E3", item(), consents=frozenset())], {"E1": None, "E3": None}
    )
    gatekeeper = Gatekeeper(built, POLICY)
    assert said(gatekeeper, need()) == [Tier.GATED, Tier.ELIGIBLE, Tier.GATED]
    assert gatekeeper.gate_result(need(), 0).reasons == (GateReason.NOT_READ,)
    assert gatekeeper.gate_result(need(), 2).reasons == (GateReason.NO_CONSENT,)
    assert gatekeeper.free_of(need(), GateReason.NOT_READ).tolist() == [False, True, False]
    assert Gatekeeper(built.updated({"E1": built.profiles[0]}), POLICY, gatekeeper).gate_result(need(), 0).reasons == ()
