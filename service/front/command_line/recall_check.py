"""``vinmatch recall-check``: what an engine finds of the lists that comparing everybody gives, and what a person costs there."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import sqlalchemy as sa
import typer
from rich.table import Table
from sqlmodel import Session, col

from models.catalogue import Product, ProductList
from service.front.command_line.databases import migrated, ready
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import console, print_json, say
from service.kit.jobs.worker import JobContext
from service.kit.settings import Settings
from service.matches.network.live import read_stored
from service.matches.recommendations.recall import FIRST, Recall, recall_of
from service.matches.recommendations.recommending import Recommender
from service.matches.retrieval.choice import MEMORY, engine_of
from service.matches.retrieval.costs import Costs, costs_of
from service.matches.retrieval.indexing import index_people

Kind = Annotated[str | None, typer.Option("--engine", help="memory, pgvector, pgvector_hnsw or qdrant; default: VINMATCH_RETRIEVAL")]


def recall_check(engine: Kind = None, database: Database = None, as_json: AsJson = False) -> None:
    """Compare the lists of an engine with those of everybody, by product and role, on the people in the database.

    The engine learns of whoever is new to it first. Ends with 1 where it finds less than .99 of the first 50.
    """
    settings = settings_with(database_url=database, retrieval=engine)
    _bring_up_to_date(settings)
    with ready(settings) as session:
        recommender = Recommender(settings)
        lists = recall_of(session, recommender, _products(session))
        costs = costs_of(session, recommender.live.snapshot(session, read_stored(session)).network)
    recall = mean_recall(lists)
    if as_json:
        print_json({"engine": settings.retrieval, "recall": recall, "costs": asdict(costs), "lists": [asdict(one) for one in lists]})
    else:
        _show(settings, lists, costs)
    if recall < LEAST:
        raise typer.Exit(1)


LEAST = 0.99


def mean_recall(lists: Sequence[Recall]) -> float:
    """Return the share of all expected places that the engine's lists have; 1 where nobody fits anything."""
    expected = sum(one.expected for one in lists)
    return sum(one.found for one in lists) / expected if expected else 1.0


def _bring_up_to_date(settings: Settings) -> None:
    if settings.retrieval == MEMORY:
        return
    with migrated(settings) as opened:
        done = index_people(JobContext({}, opened, lambda _progress, _message: None), engine_of(settings, opened), settings.encoder)
    say(f"Indexed {done['people']} people / Đã lập chỉ mục {done['people']} hồ sơ")


def _products(session: Session) -> list[str]:
    of_default = sa.select(col(Product.id)).join(ProductList, col(ProductList.code) == col(Product.list_code))
    return list(session.scalars(of_default.where(col(ProductList.is_default)).order_by(col(Product.id))))


def _show(settings: Settings, lists: Sequence[Recall], costs: Costs) -> None:
    heads = ("product / sản phẩm", "role / vai trò", f"first {FIRST} / {FIRST} người đầu", "found / tìm thấy", "compared / so sánh")
    table = Table(*heads, "ms", "ms: all / tất cả")
    for one in lists:
        row = (one.expected, one.found, one.compared, f"{one.engine_ms:.2f}", f"{one.everybody_ms:.2f}")
        table.add_row(one.product, one.role.value, *(str(cell) for cell in row))
    out = console()
    out.print(table)
    same = sum(one.same_order for one in lists)
    out.print(f"{settings.retrieval}: recall / độ phủ {mean_recall(lists):.4f}; same order / cùng thứ tự {same}/{len(lists)}")
    compared = [one.compared for one in lists] or [0]
    out.print(f"compared / so sánh: median {statistics.median(compared):g}, most / nhiều nhất {max(compared)} of / trên {costs.people}")
    for name, value in asdict(costs).items():
        out.print(f"{name}: {value:.3f}")
