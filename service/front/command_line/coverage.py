"""``vinmatch coverage``: the map of what is missing, or the recruiting brief of one product and role."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from models.database import ReadSession
from models.vocabulary import RoleCode
from service.catalogue.subjects.contents import SubjectKind
from service.front.command_line.databases import ready
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import console, print_json, spoken
from service.identity.access.viewer import OPERATOR
from service.kit.languages import Bilingual
from service.kit.problems import Invalid
from service.kit.words import both
from service.matches.coverage.brief_text import as_markdown
from service.matches.coverage.briefs import recruiting_brief
from service.matches.coverage.queries import Filters, coverage_map
from service.matches.coverage.schemas import CellCoverage, CoverageMap
from service.matches.recommendations.cells import SHORT_NAMES
from service.matches.recommendations.overview import Overview
from service.matches.recommendations.recommending import Recommender

ProductId = Annotated[str | None, typer.Argument(help="Product (P01): with a role, its recruiting brief is written")]
ProductRole = Annotated[RoleCode | None, typer.Argument(help="CE_PROJECT or CA_PROJECT")]
Gaps = Annotated[bool, typer.Option("--gaps", help="Only where nobody fits or one person is alone")]
Capability = Annotated[str | None, typer.Option("--capability", help="Brief for one required capability")]
ROOM = "matches/coverage"
NOBODY = Bilingual(en="nobody", vi="chưa có ai")


def coverage(
    product: ProductId = None,
    role: ProductRole = None,
    gaps: Gaps = False,
    capability: Capability = None,
    lang: Lang = Tongue.BOTH,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Show where the network has nobody; with a product and a role, write what to look for as a document."""
    if (product is None) != (role is None):
        raise Invalid.field("role", en="is given together with a product", vi="đi cùng với một sản phẩm")
    settings = settings_with(database_url=database)
    with ready(settings) as session:
        recommender = Recommender(settings)
        if product and role:
            _brief(session, recommender, (product, role), capability, lang if not as_json else None)
            return
        found = coverage_map(session, Overview(recommender), Filters(), OPERATOR)
    kept = [cell for cell in found.cells if not gaps or cell.unmet or cell.alone]
    if as_json:
        print_json(found.model_copy(update={"cells": kept}).model_dump(mode="json"))
    else:
        _show(found, kept, lang)


def _brief(
    session: ReadSession, recommender: Recommender, asked: tuple[str, RoleCode], capability: str | None, lang: Tongue | None
) -> None:
    smallest = recommender.settings.smallest_group_shown
    found = recommender.recommend(session, SubjectKind.PRODUCT, *asked)
    brief = recruiting_brief(session, found, smallest, capability=capability)
    if lang is None:
        print_json(brief.model_dump(mode="json"))
        return
    for language in lang.languages:
        typer.echo(as_markdown(brief, language, smallest))


def _show(found: CoverageMap, cells: list[CellCoverage], lang: Tongue) -> None:
    table = Table(show_lines=True, expand=True)
    table.add_column("", ratio=3)
    for name in ("ready", "depth", "unmet_groups", "alone"):
        table.add_column(escape(spoken(both(ROOM, name), lang)), ratio=1)
    for cell in cells:
        name = f"[bold]{cell.product.id}[/] {escape(spoken(cell.product.name, lang))}\n{spoken(SHORT_NAMES[cell.role], lang)}"
        bands = [spoken(band, lang) if band else "–" for band in (cell.depth.first, cell.depth.third, cell.depth.tenth)]
        number = f"✗ {spoken(NOBODY, lang)}" if cell.unmet else f"{'!' if cell.alone else '✓'} {cell.counts.ready}"
        table.add_row(name, number, "; ".join(bands), f"{cell.groups_unmet}/{cell.groups}", cell.alone.id if cell.alone else "")
    out = console()
    out.print(table)
    consenting, without = (spoken(both(ROOM, name), lang) for name in ("consenting", "without_consent"))
    out.print(f"{found.people} {consenting}; {found.without_consent} {without}")
    out.print(spoken(found.reference_only, lang))
