"""Threads that read a number and write it back one higher: none of their steps is lost."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.experts import NetworkState

THREADS, STEPS = 6, 15


def test_no_increment_is_lost(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(NetworkState())

    def count(_thread: int) -> None:
        for _ in range(STEPS):
            with writing(engine) as session:
                session.get_one(NetworkState, 1, with_for_update=True).expert_changes += 1

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(count, range(THREADS)))
    with reading(engine) as reader:
        assert reader.get_one(NetworkState, 1).expert_changes == THREADS * STEPS
