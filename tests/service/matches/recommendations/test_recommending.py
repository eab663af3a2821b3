from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy.engine import Engine

from models.database import ReadSession, make_engine, reading
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.kit.problems import Invalid, NotFound, NotOnListInForce, Unavailable
from service.kit.settings import Settings
from service.matches.recommendations.answers import explanation_of
from service.matches.recommendations.recommending import Recommendation, Recommender
from tests.service.conftest import shared_both
from tests.service.synthetic_world import let_nobody_fit, world_settings

PRODUCT, GROUP = SubjectKind.PRODUCT, SubjectKind.GROUP


def test_everybody_is_counted_once(found: Recommendation) -> None:
    counts = found.counts
    assert counts["considered"] == counts["eligible"] + counts["evidence_missing"] + counts["gated"] == 200
    assert counts["fitting"] <= counts["eligible"] + counts["evidence_missing"]
    assert str(counts["considered"]) in found.verdict_reason.vi


def test_the_same_question_gives_the_same_bytes(recommender: Recommender, session: ReadSession, found: Recommendation) -> None:
    again = recommender.recommend(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    assert again.ranking.scores.total.tobytes() == found.ranking.scores.total.tobytes()


def test_who_fits_is_kept_and_the_same_as_of_everybody(recommender: Recommender, session: ReadSession, found: Recommendation) -> None:
    kept = recommender.list_fitting(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    assert recommender.list_fitting(session, PRODUCT, "P01", RoleCode.CE_PROJECT) is kept
    assert kept.ranking.entries() == found.ranking.entries()
    assert len(kept.ranking.network.ids) == kept.counts["fitting"] == found.counts["fitting"] > 0
    assert kept.verdict_reason == found.verdict_reason


def test_an_explanation_from_a_kept_list_says_what_one_from_everybody_says(
    recommender: Recommender, session: ReadSession, found: Recommendation
) -> None:
    kept = recommender.list_fitting(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    for position in found.ranking.fitting.tolist():
        expert_id = found.ranking.network.ids[position]
        asked = recommender.explain_from(session, PRODUCT, "P01", RoleCode.CE_PROJECT, expert_id)
        assert asked is kept
        assert explanation_of(asked, expert_id) == explanation_of(found, expert_id)


def test_whoever_does_not_fit_is_explained_among_everybody(recommender: Recommender, session: ReadSession, found: Recommendation) -> None:
    recommender.list_fitting(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    last = found.ranking.network.ids[int(found.ranking.order[-1])]
    asked = recommender.explain_from(session, PRODUCT, "P01", RoleCode.CE_PROJECT, last)
    assert explanation_of(asked, last) == explanation_of(found, last)


def test_a_kept_list_is_taken_for_the_need_of_the_catalogue_alone(recommender: Recommender, session: ReadSession) -> None:
    def asked(hours: int | None) -> Recommendation:
        wording = partial(replace, hours_per_week=hours)
        (only,) = recommender.recommend_each(session, PRODUCT, "P01", (RoleCode.CE_PROJECT,), wording, fitting=True)
        return only

    kept = recommender.list_fitting(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    usual = kept.inputs.need.hours_per_week
    assert asked(usual) is kept
    assert asked((usual or 0) + 1) is not kept


def test_nobody_is_an_answer_with_a_reason(world_copy: str) -> None:
    engine = make_engine(world_copy)
    let_nobody_fit(engine)
    with reading(engine) as session:
        found = Recommender(world_settings(world_copy)).recommend(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    engine.dispose()
    assert found.verdict == "nobody"
    assert found.verdict_reason.en.startswith("No suitable candidate: of 200 people considered")


def test_changed_weights_are_seen_by_a_recommender_that_runs(world_copy: str) -> None:
    engine, recommender = make_engine(world_copy), Recommender(world_settings(world_copy))
    with reading(engine) as session:
        before = [
            ask(session, PRODUCT, "P01", RoleCode.CE_PROJECT).counts["fitting"] for ask in (recommender.recommend, recommender.list_fitting)
        ]
    let_nobody_fit(engine)
    with reading(engine) as session:
        after = [
            ask(session, PRODUCT, "P01", RoleCode.CE_PROJECT).counts["fitting"] for ask in (recommender.recommend, recommender.list_fitting)
        ]
    engine.dispose()
    assert min(before) > 0
    assert after == [0, 0]


def _fitting(recommender: Recommender, session: ReadSession) -> list[int]:
    """Return how many people fit of everybody who is ranked, and on the list of who fits."""
    asking = recommender.recommend, recommender.list_fitting
    return [ask(session, PRODUCT, "P01", RoleCode.CE_PROJECT).counts["fitting"] for ask in asking]


@pytest.mark.parametrize(
    ("kind", "identifier", "role", "problem"),
    [
        (PRODUCT, "P99", RoleCode.CE_PROJECT, NotFound),
        (SubjectKind.PROJECT, "P01", RoleCode.CE_PROJECT, NotFound),
        (GROUP, "G99", RoleCode.CE_SYSTEM, NotFound),
        (GROUP, "H01", RoleCode.CE_SYSTEM, NotOnListInForce),
        (PRODUCT, "P01", RoleCode.CE_SYSTEM, Invalid),
        (GROUP, "G01", RoleCode.CA_PROJECT, Invalid),
    ],
)
def test_questions_without_an_answer(
    recommender: Recommender, session: ReadSession, kind: SubjectKind, identifier: str, role: RoleCode, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        recommender.recommend(session, kind, identifier, role)


def test_an_older_id_is_answered_by_the_product_in_force(recommender: Recommender, session: ReadSession) -> None:
    found = recommender.recommend(session, PRODUCT, "H01-1", RoleCode.CE_PROJECT)
    assert (found.inputs.subject.asked_for, found.inputs.subject.id) == ("H01-1", "P01")


@shared_both
def test_without_a_text_space_the_cure_is_named(catalogue_url: str) -> None:
    engine: Engine = make_engine(catalogue_url)
    with reading(engine) as session, pytest.raises(Unavailable, match="vinmatch seed"):
        Recommender(Settings(database_url=catalogue_url)).recommend(session, PRODUCT, "P01", RoleCode.CE_PROJECT)
    engine.dispose()
