"""The job that tells PostgreSQL of the people of the small world, and what is asked of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine as Database
from sqlmodel import col

from matching.gate.result import GatePolicy
from matching.ranking.chosen import rank_chosen
from matching.ranking.ranking import rank
from matching.ranking.weights import Weights
from matching.retrieval.engines import Candidates
from matching.retrieval.questions import Question
from matching.signals.registry import signals_of
from models.capabilities import Capability
from models.database import make_engine, reading, writing
from models.experts import Expert, NetworkState
from models.vocabulary import RoleCode, RoleFamily
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.needs import read_need
from service.kit.jobs.worker import JobContext
from service.matches.encoders.choice import NONE
from service.matches.network.live import LiveNetwork, read_stored
from service.matches.retrieval import indexing
from service.matches.retrieval.asking import RetrievalOfRequest
from service.matches.retrieval.indexing import index_people
from service.matches.retrieval.pgvector import PgVector
from tests.service.matches.network.conftest import read_everybody, store
from tests.service.matches.network.small_world import catalogue, people

CODES = [signal.code for signal in signals_of(RoleFamily.CHIEF_ENGINEER)]
WEIGHTS = Weights("test", dict.fromkeys(CODES, 1 / len(CODES)), fits=0.45, good=0.6, strong=0.8)
CONSENTING = {"E1", "E2", "E3", "E4", "E5"}


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Database]:
    database = make_engine(postgresql_url)
    store(database, [*catalogue(), *people()])
    read_everybody(database)
    yield database
    database.dispose()


def index(database: Database) -> Mapping[str, Any]:
    return index_people(JobContext({}, database, lambda _progress, _message: None), PgVector(database), NONE)


def ask(database: Database, weights: Weights = WEIGHTS) -> Candidates:
    """Ask as a request does; the list that follows is checked against the ranking of everybody."""
    with reading(database) as session:
        stored = read_stored(session)
        snapshot = LiveNetwork(GatePolicy()).snapshot(session, stored)
        need = read_need(session, SubjectKind.PRODUCT, "P1", RoleCode.CE_PROJECT, date(2026, 10, 1))
        asking = RetrievalOfRequest(PgVector(database), session, stored, snapshot)
        given = rank_chosen(need, snapshot.network, snapshot.gatekeeper, weights, asking)
        expected = rank(need, snapshot.network, snapshot.gatekeeper, weights)
        assert [entry.profile_id for entry in given.entries()] == [entry.profile_id for entry in expected.entries()]
        assert given.counts() == expected.counts()
        return asking.candidates(Question.of(need, weights, snapshot.network.reader))


def change(database: Database, identifier: str) -> None:
    with writing(database) as session:
        one_more = sa.update(NetworkState).values(expert_changes=NetworkState.expert_changes + 1)
        number = session.scalar(one_more.returning(col(NetworkState.expert_changes)))
        session.execute(sa.update(Expert).where(col(Expert.id) == identifier).values(change_number=number))


def test_everybody_who_may_be_matched_is_indexed_once(database: Database) -> None:
    assert index(database) == {"people": 5, "forgotten": 0}
    assert index(database) == {"people": 0, "forgotten": 0}


def test_everybody_is_compared_until_there_is_an_index(database: Database) -> None:
    assert ask(database).ids is None
    index(database)
    assert ask(database).ids is not None


def test_who_was_changed_since_is_among_the_candidates(database: Database) -> None:
    index(database)
    nobody = Weights("test", WEIGHTS.of_signal, fits=2.0, good=2.0, strong=2.0)
    assert ask(database, nobody).ids == frozenset()
    change(database, "E4")
    assert ask(database, nobody).ids == {"E4"}
    index(database)
    assert ask(database, nobody).ids == frozenset()


def test_a_job_that_was_broken_off_goes_on(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_engine: PgVector, *_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(indexing, "_AT_ONCE", 3)
    with monkeypatch.context() as patched:
        patched.setattr(PgVector, "put_in_use", stop)
        with pytest.raises(KeyboardInterrupt):
            index(database)
    assert ask(database).ids is None
    change(database, "E4")
    assert index(database)["people"] == 1
    assert ask(database).ids is not None


def test_other_readings_get_an_index_of_their_own(database: Database) -> None:
    index(database)
    with writing(database) as session:
        session.add(Capability(id="robots", label_en="robots", label_vi="rô bốt"))
    read_everybody(database)
    assert ask(database).ids is None
    assert index(database)["people"] == 5
    assert ask(database).ids is not None


def test_who_is_erased_or_withdraws_is_forgotten(database: Database) -> None:
    index(database)
    with writing(database) as session:
        session.execute(sa.text("UPDATE consent SET withdrawn_at = given_at WHERE expert_id = 'E2'"))
        session.execute(sa.delete(Expert).where(col(Expert.id) == "E3"))
    change(database, "E2")
    assert index(database) == {"people": 0, "forgotten": 1}
    with reading(database) as session:
        in_use = PgVector(database).in_use(session)
    assert in_use is not None
    assert PgVector(database).known(in_use.version).keys() == CONSENTING - {"E2", "E3"}


def test_who_is_changed_and_not_read_yet_stays_among_the_candidates(database: Database) -> None:
    index(database)
    with writing(database) as session:
        session.execute(sa.text("UPDATE evidence SET text = 'Built quantum sensors.' WHERE id = 'E4-01'"))
    change(database, "E4")
    assert index(database)["people"] == 0
    nobody = Weights("test", WEIGHTS.of_signal, fits=2.0, good=2.0, strong=2.0)
    assert ask(database, nobody).ids == {"E4"}
