"""``vinmatch demo``: from nothing to a shortlist for every strategic product, then the service itself."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table
from sqlalchemy.engine import Engine

from models.database import reading
from models.migrations.state import Version, state_of
from models.migrations.upgrade import NotUpgradable, upgrade
from seed.network.world import DEFAULT
from service.catalogue.products.queries import choose_list
from service.front.command_line.databases import opened
from service.front.command_line.demo_accounts import demo_links, show_links
from service.front.command_line.loading import Loader, holds_invented_people_only
from service.front.command_line.options import DEFAULT_SEED, AsJson, Database, Host, Lang, Port, Seed, Size, Tongue, settings_with
from service.front.command_line.output import console, print_json, progress_bars, say, spoken
from service.front.command_line.serve import listen
from service.front.health.api import notices
from service.front.observation import configure_log
from service.kit.languages import Bilingual
from service.kit.settings import Settings
from service.matches.recommendations.cells import ROLES, SHORT_NAMES, Cell, cells, products_of
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.schemas import EntryView

Catalogue = Annotated[str | None, typer.Option("--catalogue", help="Product list: QD21-2026 (in force), QD1131-2025 or QD2815-2025")]
NoServe = Annotated[bool, typer.Option("--no-serve", help="Stop after the table")]
ROLE_NAMES = {
    ROLES[0]: Bilingual(en="Chief engineer", vi="Tổng công trình sư"),
    ROLES[1]: Bilingual(en="Chief architect", vi="Kiến trúc sư trưởng"),
}
HEADINGS = (
    Bilingual(en="Product, role", vi="Sản phẩm, vai trò"),
    Bilingual(en="Top three: fit, required capabilities, reason", vi="Ba người đứng đầu: mức phù hợp, năng lực bắt buộc, lý do"),
)
STANDS_IN = Bilingual(en="answered as {product}", vi="trả lời theo {product}")
UPGRADED = Bilingual(
    en="The demo's database is of an older version; it holds invented people only and is upgraded.",
    vi="Cơ sở dữ liệu của bản chạy thử thuộc phiên bản cũ hơn, chỉ chứa người giả định và đang được nâng cấp.",
)
NOTE = Bilingual(en="* synthetic. For reference only; people decide.", vi="* hồ sơ giả định. Chỉ để tham khảo; con người quyết định.")


def demo(
    no_serve: NoServe = False,
    catalogue: Catalogue = None,
    size: Size = DEFAULT,
    seed: Seed = DEFAULT_SEED,
    host: Host = None,
    port: Port = None,
    database: Database = None,
    lang: Lang = Tongue.BOTH,
    as_json: AsJson = False,
) -> None:
    """Load an empty database, compute every shortlist, print them, and serve."""
    configure_log("warning")
    settings = settings_with(database_url=database, host=host, port=port)
    with opened(settings) as engine:
        with progress_bars() as bars:
            made = _prepare(Loader(engine, settings, bars), seed, size)
            recommender = Recommender(settings)
            found = _shortlists(engine, recommender, catalogue, bars)
        if as_json:
            print_json([_as_numbers(cell) for cell in found])
        else:
            console().print(_table(found, lang))
        show_links(demo_links(engine, settings, recommender, made=made), lang)
        for notice in notices(engine) if no_serve else ():  # the server tells it itself
            say(spoken(notice, lang))
    if not no_serve:
        listen(_quiet(settings))


def _quiet(settings: Settings) -> Settings:
    """Return ``settings`` that log errors alone unless they name a level: what is to be read are the links."""
    return settings if "log_level" in settings.model_fields_set else settings.model_copy(update={"log_level": "error"})


def _prepare(loader: Loader, seed: int, size: int) -> bool:
    """Load what is missing and return whether the people were loaded now."""
    _upgrade(loader.engine)
    changed = loader.catalogue()
    loaded = 0 if loader.holds_people() else loader.network(seed, size)
    if changed or loaded or not loader.is_fitted():
        loader.read_everybody()
    return loaded > 0


def _upgrade(engine: Engine) -> None:
    """Bring the database to the newest migration; an older one only if it holds invented people, because nobody asked for a backup."""
    found = state_of(engine)
    if found.version is Version.OLDER:
        if not holds_invented_people_only(engine):
            raise NotUpgradable(found)
        say(spoken(UPGRADED, Tongue.BOTH))
    upgrade(engine)


def _shortlists(engine: Engine, recommender: Recommender, catalogue: str | None, bars: Progress) -> list[Cell]:
    with reading(engine) as session:
        products = products_of(session, choose_list(session, catalogue) or "")
        wanted = cells(session, recommender, products)
        return list(bars.track(wanted, total=len(products) * len(ROLES), description="Shortlists / Danh sách đề xuất"))


def _table(found: Sequence[Cell], lang: Tongue) -> Table:
    table = Table(show_lines=True, expand=True, caption=spoken(NOTE, lang))
    for heading, ratio in zip(HEADINGS, (3, 7), strict=True):
        table.add_column(spoken(heading, lang), ratio=ratio)
    for cell in found:
        table.add_row(_asked(cell, lang), _top(cell, lang))
    return table


def _asked(cell: Cell, lang: Tongue) -> str:
    name = Bilingual(en=cell.product.name_en, vi=cell.product.name_vi)
    return (
        f"[bold]{cell.product.id}[/] {escape(spoken(name, lang))}{_stands_in(cell, lang)}\n[bold]{spoken(SHORT_NAMES[cell.role], lang)}[/]"
    )


def _stands_in(cell: Cell, lang: Tongue) -> str:
    if cell.answer is None or cell.answer.subject.id == cell.product.id:
        return ""
    texts = (text.format(product=cell.answer.subject.id) for text in STANDS_IN)
    return f" [dim]({spoken(Bilingual(*texts), lang)})[/]"


def _top(cell: Cell, lang: Tongue) -> str:
    if cell.answer is None:
        return f"[dim]{escape(spoken(cell.gone, lang))}[/]" if cell.gone else ""
    if cell.nobody_fits:
        return f"[yellow]{spoken(cell.answer.verdict.reason, lang)}[/]"
    return "\n".join(_person(entry, lang) for entry in cell.answer.items)


def _person(entry: EntryView, lang: Tongue) -> str:
    mark = " *" if entry.expert.synthetic else ""
    who = f"{entry.rank}. [bold]{escape(entry.expert.display_name)}[/]{mark}, {spoken(entry.band, lang)}, {entry.x}/{entry.y}"
    reason = f"{spoken(entry.reason.label, lang)}: {entry.reason.citation}"
    return f"{who}\n   [dim]{escape(reason)}[/]"


def _as_numbers(cell: Cell) -> dict[str, object]:
    answer = cell.answer.model_dump(mode="json") if cell.answer else None
    return {"product": cell.product.id, "role": cell.role.value, "answer": answer, "gone": cell.gone.en if cell.gone else None}
