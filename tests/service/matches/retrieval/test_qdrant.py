"""Portraits in Qdrant's local mode, which has the calls of a server and compares in Python."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine as Database

from matching.retrieval.questions import Question
from models.database import reading
from service.kit.problems import Unavailable
from service.matches.retrieval import qdrant
from service.matches.retrieval.engine import EngineSilent, Index
from service.matches.retrieval.qdrant import Qdrant, client_at
from tests.matching.examples import RADAR_BRIEF, need, network, weights
from tests.matching.retrieval.contract import assert_exact, people
from tests.service.matches.retrieval.stored import VERSION, StoredIndex, learnt

REASON = "the extra vinmatch[qdrant] is not installed"


@pytest.fixture
def asked(sqlite_engine: Database) -> Iterator[StoredIndex]:
    pytest.importorskip("qdrant_client", reason=REASON)
    client_at.cache_clear()
    client = client_at(":memory:", None)
    yield StoredIndex(learnt(Qdrant(client), network(people())), sqlite_engine)
    client.close()
    client_at.cache_clear()


def chosen(asked: StoredIndex) -> frozenset[str] | None:
    question = Question.of(need(subjects=(RADAR_BRIEF,)), weights(fits=0.6), network(people()).reader)
    return asked.candidates(question).ids


def test_it_keeps_the_contract(asked: StoredIndex) -> None:
    assert_exact(lambda _network: asked)


def test_who_declined_the_role_is_not_chosen_and_who_does_not_consent_not_even_known(asked: StoredIndex) -> None:
    assert chosen(asked) == {"E0", "E3", "E6", "F1"}
    assert "E9" in asked.engine.known(VERSION)
    assert "F0" not in asked.engine.known(VERSION)


def test_who_is_forgotten_is_gone(asked: StoredIndex) -> None:
    asked.engine.forget(VERSION, ["E3"])
    assert "E3" not in asked.engine.known(VERSION)
    assert chosen(asked) == {"E0", "E6", "F1"}


def test_a_new_index_answers_once_it_is_put_in_use_and_the_one_before_stays(asked: StoredIndex) -> None:
    asked.engine.prepare("r2p2", 1)
    assert asked.engine.known("r2p2") == {}
    assert chosen(asked) == {"E0", "E3", "E6", "F1"}
    learnt(asked.engine, network(people()[:4]), "r2p2", changes=5)
    with reading(asked.database) as session:
        assert asked.engine.in_use(session) == Index("r2p2", 5)
    assert chosen(asked) == {"E0", "E3"}
    assert asked.engine.known(VERSION)


def test_a_missing_package_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "qdrant_client", None)
    with pytest.raises(Unavailable, match="vinmatch\\[qdrant\\]"):
        qdrant.client_at("http://localhost:1", "")


def test_a_server_that_nobody_reaches_is_told_from_one_without_an_index(sqlite_engine: Database) -> None:
    pytest.importorskip("qdrant_client", reason=REASON)
    client_at.cache_clear()
    unreachable = Qdrant(client_at("http://127.0.0.1:9", None))
    with reading(sqlite_engine) as session, pytest.raises(EngineSilent):
        unreachable.in_use(session)
    client_at.cache_clear()
