"""``python -m tests.benchmarks``: what one recommendation costs over HTTP; exits with 1 when a target is missed."""

import argparse
import sys
import tempfile
from pathlib import Path

from threadpoolctl import threadpool_limits

from models.database import make_engine
from models.vocabulary import AccountRole
from seed.network.world import DEFAULT, WORLD_DATE
from service.front.command_line.options import DEFAULT_SEED
from service.front.observation import configure_log
from service.kit.settings import Settings
from service.matches.encoders.choice import model_of
from tests.accounts import add_account, add_key
from tests.benchmarks import cold, drafting, importing, pages, report, throughput
from tests.benchmarks.benchmark_queries import product_ids, project_addresses, questions
from tests.benchmarks.client import Client
from tests.benchmarks.measuring import Matcher, measure
from tests.benchmarks.processes import free_port, load, serving

DRAFTED = 60


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--size", type=int, default=DEFAULT, help="number of synthetic experts")
    parser.add_argument("--markdown", action="store_true", help="print a section for docs/benchmarks.md")
    return parser.parse_args()


def main() -> int:
    """Load a database, serve it, measure and print; the exit code says whether the targets are met."""
    asked = arguments()
    configure_log("warning")
    with tempfile.TemporaryDirectory(prefix="vinmatch-bench-") as folder, threadpool_limits(1):
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        settings = Settings(database_url=url, port=free_port(), selection_date=WORLD_DATE)
        engine = make_engine(url)
        load(engine, settings, DEFAULT_SEED, asked.size)
        wanted = list(questions(product_ids(engine)))
        matcher = Matcher(engine, settings, wanted)
        key = add_key(engine, add_account(engine, AccountRole.COORDINATOR))
        with serving(settings) as server:
            client = Client(settings.port, key)
            times = measure(matcher, client, server.pid, wanted, project_addresses(engine))
            drafts = drafting.measure_drafts(client, wanted[:DRAFTED])
            together = throughput.measure_throughput(settings.port, key, wanted)
            shown = pages.measure_pages(
                Client(settings.port, key), matcher.best(next(one for one in wanted if (one.product, one.role) == pages.ASKED))
            )
        engine.dispose()
        starts = cold.measure_starts(settings, key, wanted)
        imported = importing.measure_import(Path(folder))
    show = report.as_markdown if asked.markdown else report.as_text
    print(show(times, report.Circumstances(asked.size, len(matcher.snapshot.network.items), model_of(settings.encoder))))
    print(throughput.as_text(together))
    print(drafting.as_text(drafts))
    print(pages.as_text(shown))
    print(importing.as_text(imported))
    print(cold.as_text(starts))
    return 0 if all(report.met(times).values()) and drafts.ratio < drafting.MOST_TIMES_BARE else 1


if __name__ == "__main__":
    sys.exit(main())
