"""``python -m tests.benchmarks.large``: what many people cost: starts, memory, one list, all lists.

People are those of the demo, each written many times under other ids with what was read of them: their texts are known, so that nobody
has to be read for hours, and everything that grows with people or items grows. Runs on Linux alone, as memory is read from ``/proc``.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from threadpoolctl import threadpool_limits

from models.database import make_engine
from models.experts import Consent, Evidence, Expert, Willingness
from models.jobs import PersonReading
from models.vocabulary import AccountRole
from seed.network.world import DEFAULT, WORLD_DATE
from service.front.command_line.options import DEFAULT_SEED
from service.front.observation import configure_log
from service.kit.settings import Settings
from tests.accounts import add_account, add_key
from tests.benchmarks import cold
from tests.benchmarks.benchmark_queries import product_ids, questions
from tests.benchmarks.measuring import Matcher
from tests.benchmarks.processes import free_port, load

SIZES = (20_000, 200_000)
_PASSES = 5
_ROWS_OF_PEOPLE = (Consent, Evidence, Willingness, PersonReading)
_BLOCK = 50_000
_ENCODED = 384


def multiplied(engine: Engine, size: int) -> int:
    """Write everybody again under other ids until there are ``size`` or a few more people, and return how many there are."""
    with engine.begin() as connection:
        there = connection.scalar(sa.select(sa.func.count()).select_from(sa.table("expert"))) or 1
        turns = -(-size // there)
        for turn in range(1, turns):
            _copy(connection, Expert, f"-{turn}", {"id", "name_key"})
            for table in _ROWS_OF_PEOPLE:
                _copy(connection, table, f"-{turn}", {"id", "expert_id"})
        return there * turns


def _copy(connection: Connection, model: type, mark: str, renamed: set[str]) -> None:
    """Insert the rows of whoever was there first once more, with ``mark`` behind the columns that are ``renamed``."""
    table: sa.Table = sa.inspect(model).local_table
    owner = table.c["expert_id"] if "expert_id" in table.c else table.c["id"]
    values = [sa.type_coerce(column, sa.String) + mark if column.name in renamed else column for column in table.columns]
    first = sa.select(*values).where(owner.not_like("%-%"))
    connection.execute(table.insert().from_select([column.name for column in table.columns], first))


def seconds(do: Callable[[], object]) -> float:
    """Return the least seconds of a few turns."""
    spent = []
    for _ in range(_PASSES):
        begin = time.perf_counter()
        do()
        spent.append(time.perf_counter() - begin)
    return min(spent)


def matcher_lines(engine: Engine, settings: Settings) -> list[str]:
    """Return what one list costs beside one pass over 8-bit vectors of all items, and what the lists of the whole catalogue cost.

    The pass goes over as many whole numbers an item as the encoder gives; the network keeps fewer.
    """
    asked = list(questions(product_ids(engine)))
    matcher = Matcher(engine, settings, asked)
    needs = list({(question.product, question.role): question for question in asked}.values())
    items = len(matcher.snapshot.network.owners)
    vectors, towards = np.ones((items, _ENCODED), dtype=np.int8), np.ones(_ENCODED, dtype=np.float32)

    def one_pass() -> None:
        for start in range(0, items, _BLOCK):
            np.dot(vectors[start : start + _BLOCK].astype(np.float32), towards)

    bare = seconds(one_pass)
    for question in needs:
        matcher.seconds(question)
    spent = np.array([matcher.seconds(question) for question in needs])
    typical, slow = np.percentile(spent, [50, 95])
    return [
        f"{items:,} items; one pass over {_ENCODED} 8-bit numbers of each {1000 * bare:.1f} ms",
        f"one list: median {1000 * typical:.1f} ms, p95 {1000 * slow:.1f} ms, {slow / bare:.1f} passes",
        f"whole catalogue, {len(needs)} lists: {spent.sum():.2f} s",
    ]


def measured(size: int) -> str:
    """Load, multiply and measure a network of ``size`` people."""
    with tempfile.TemporaryDirectory(prefix="vinmatch-large-") as folder, threadpool_limits(1):
        url = f"sqlite:///{Path(folder) / 'large.sqlite3'}"
        settings = Settings(database_url=url, port=free_port(), selection_date=WORLD_DATE)
        engine = make_engine(url)
        load(engine, settings, DEFAULT_SEED, DEFAULT)
        people = multiplied(engine, size)
        key = add_key(engine, add_account(engine, AccountRole.COORDINATOR))
        starts = cold.measure_starts(settings, key, list(questions(product_ids(engine))))
        lines = matcher_lines(engine, settings)
        engine.dispose()
    return "\n".join([f"{people:,} people", *lines, cold.as_text(starts)])


def main() -> int:
    """Measure each size that was asked for, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help=f"number of people; default: {SIZES}")
    configure_log("warning")
    for size in parser.parse_args().size or SIZES:
        print(measured(size), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
