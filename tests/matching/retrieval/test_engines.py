import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.gate.result import GatePolicy
from matching.needs import RoleNeed
from matching.profiles import Profile
from matching.ranking.chosen import only_fitting, rank_chosen
from matching.ranking.gatekeeper import Gatekeeper
from matching.ranking.ranking import rank
from matching.retrieval.engines import Candidates, InMemory
from matching.retrieval.portraits import portraits
from matching.retrieval.questions import Question
from tests.matching.examples import RADAR_BRIEF, need, network, weights
from tests.matching.random_worlds import NEEDS, NETWORKS
from tests.matching.retrieval.by_portrait import ByPortrait
from tests.matching.retrieval.contract import assert_exact, assert_same, people, weights_of


def test_the_engine_in_memory_gives_the_ranking_of_everybody() -> None:
    found = network(people())
    gatekeeper, wanted, chosen = Gatekeeper(found, GatePolicy()), need(subjects=(RADAR_BRIEF,)), weights()
    given_, expected = rank_chosen(wanted, found, gatekeeper, chosen, InMemory()), rank(wanted, found, gatekeeper, chosen)
    assert given_.entries(everybody=True) == expected.entries(everybody=True)
    assert given_.scores.total.tobytes() == expected.scores.total.tobytes()
    assert_exact(lambda _network: InMemory())


def test_an_engine_of_portraits_keeps_the_contract() -> None:
    assert_exact(ByPortrait.of)


def test_portraits_leave_out_who_cannot_fit() -> None:
    found = network(people())
    question = Question.of(need(subjects=(RADAR_BRIEF,)), weights(fits=0.6), found.reader)
    chosen = ByPortrait.of(found).candidates(question).ids
    assert chosen is not None
    assert "E3" in chosen  # radar, two items
    assert chosen.isdisjoint({"E1", "E4", "E9", "F0"})  # batteries, batteries, declined, no consent


@given(NETWORKS, NEEDS, st.floats(0.0, 1.0))
def test_nobody_who_fits_is_left_out_of_any_world(known: list[Profile], wanted: RoleNeed, fits: float) -> None:
    found = network(known)
    assert_same(ByPortrait.of(found), wanted, found, Gatekeeper(found, GatePolicy()), weights_of(wanted, found, fits))


@given(NETWORKS, NEEDS, st.floats(0.0, 1.0))
def test_those_who_fit_alone_keep_their_entries_and_the_counts(known: list[Profile], wanted: RoleNeed, fits: float) -> None:
    found = network(known)
    everybody = rank(wanted, found, Gatekeeper(found, GatePolicy()), weights_of(wanted, found, fits))
    alone = only_fitting(everybody)
    assert alone.entries() == everybody.entries()
    assert alone.counts() == everybody.counts()
    assert alone.nobody_fits == everybody.nobody_fits


@given(NETWORKS, NEEDS)
def test_no_score_is_above_the_product_of_portrait_and_question(known: list[Profile], wanted: RoleNeed) -> None:
    found = network(known)
    chosen = weights_of(wanted, found)
    question, shown = Question.of(wanted, chosen, found.reader), portraits(found)
    reached = shown.rows @ question.vector.astype(np.float64) + (chosen.fits - question.least)
    assert (rank(wanted, found, Gatekeeper(found, GatePolicy()), chosen).scores.total <= reached).all()


def test_an_engine_that_misses_somebody_changes_no_count() -> None:
    class Forgetful:
        def candidates(self, question: Question) -> Candidates:  # noqa: ARG002
            return Candidates(frozenset({"E3"}), complete=False)

    found, wanted = network(people()), need(subjects=(RADAR_BRIEF,))
    gatekeeper = Gatekeeper(found, GatePolicy())
    few, expected = (rank_chosen(wanted, found, gatekeeper, weights(fits=0.5), engine) for engine in (Forgetful(), InMemory()))
    assert [entry.profile_id for entry in few.entries()] == ["E3"]
    assert few.counts() == expected.counts()
    assert few.counts()["fitting"] > 1
