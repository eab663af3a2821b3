"""Portraits in PostgreSQL, of the people of the contract."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine as Database
from sqlmodel import col

from matching.retrieval.questions import Question
from models.database import make_engine, reading, writing
from models.experts import Consent, Expert
from service.matches.retrieval.engine import Index
from service.matches.retrieval.pgvector import PgVector
from tests.matching.examples import RADAR_BRIEF, need, network, weights
from tests.matching.retrieval.contract import assert_exact, people
from tests.service.matches.retrieval.stored import VERSION, StoredIndex, learnt, store

ASKED = need(subjects=(RADAR_BRIEF,))


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Database]:
    database = make_engine(postgresql_url)
    store(database, people())
    yield database
    database.dispose()


@pytest.fixture
def asked(database: Database) -> StoredIndex:
    return StoredIndex(learnt(PgVector(database), network(people())), database)


def chosen(asked: StoredIndex, fits: float = 0.6) -> frozenset[str]:
    ids = asked.candidates(Question.of(ASKED, weights(fits=fits), network(people()).reader)).ids
    assert ids is not None
    return ids


def test_it_keeps_the_contract(asked: StoredIndex) -> None:
    assert_exact(lambda _network: asked)


def test_a_graph_of_so_few_misses_nobody_and_does_not_say_so(database: Database) -> None:
    graph = StoredIndex(learnt(PgVector(database, nearest=50), network(people())), database)
    assert_exact(lambda _network: graph)
    assert not graph.candidates(Question.of(ASKED, weights(fits=0.6), network(people()).reader)).complete


def test_who_declined_the_role_and_who_does_not_consent_is_not_chosen(asked: StoredIndex) -> None:
    assert {"E0", "E3", "E6"} <= chosen(asked)
    assert chosen(asked).isdisjoint({"E9", "F0"})


def test_a_consent_that_is_withdrawn_counts_at_once(asked: StoredIndex) -> None:
    with writing(asked.database) as session:
        session.execute(sa.update(Consent).where(col(Consent.expert_id) == "E3").values(withdrawn_at=datetime(2026, 2, 1, tzinfo=UTC)))
    assert "E3" not in chosen(asked)


def test_an_erased_person_takes_the_portrait_along(asked: StoredIndex) -> None:
    with writing(asked.database) as session:
        session.execute(sa.delete(Expert).where(col(Expert.id) == "E3"))
    assert "E3" not in asked.engine.known(VERSION)
    assert "E6" in asked.engine.known(VERSION)


def test_who_was_erased_meanwhile_is_not_learnt(asked: StoredIndex) -> None:
    with writing(asked.database) as session:
        session.execute(sa.delete(Expert).where(col(Expert.id) == "E3"))
    learnt(asked.engine, network(people()))
    assert "E3" not in asked.engine.known(VERSION)


def test_a_new_index_answers_once_it_is_put_in_use_and_the_one_before_stays_for_questions_on_their_way(asked: StoredIndex) -> None:
    with reading(asked.database) as on_its_way:
        before = asked.engine.in_use(on_its_way)
        learnt(asked.engine, network(people()[:4]), "r2p2", changes=5)
        assert before is not None
        question = Question.of(ASKED, weights(fits=0.6), network(people()).reader)
        assert "E6" in asked.engine.choose(on_its_way, before, question).ids
    with reading(asked.database) as later:
        assert asked.engine.in_use(later) == Index("r2p2", 5)
    assert chosen(asked) == {"E0", "E3"}


def test_the_index_before_the_last_one_is_gone(asked: StoredIndex) -> None:
    for version in ("r2p2", "r3p1"):
        learnt(asked.engine, network(people()[:4]), version)
    with asked.database.connect() as connection:
        tables = sa.inspect(connection).get_table_names("retrieval")
    assert sorted(tables) == ["portrait_r2p2", "portrait_r3p1", "version"]


def test_a_version_that_is_no_name_is_refused(asked: StoredIndex) -> None:
    with pytest.raises(ValueError, match="no version"):
        asked.engine.known('x"; DROP TABLE expert')
