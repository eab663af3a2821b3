"""``vinmatch shortlist``: who fits a role, with one reason each."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from models.vocabulary import RoleCode
from service.catalogue.subjects.queries import kind_of
from service.front.command_line.databases import ready
from service.front.command_line.options import AsJson, Database, Lang, SubjectId, Tongue, settings_with
from service.front.command_line.output import console, print_json, spoken
from service.matches.recommendations.answers import whole_list
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.schemas import RecommendationList

RoleArgument = Annotated[RoleCode, typer.Argument(help="CE_PROJECT or CA_PROJECT for a product or project, CE_SYSTEM for a group")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Most people to list")]
Everybody = Annotated[bool, typer.Option("--everybody", help="Also people below the threshold for a fit")]


def shortlist(
    subject: SubjectId,
    role: RoleArgument,
    limit: Limit = 10,
    everybody: Everybody = False,
    lang: Lang = Tongue.BOTH,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """List who fits a role, best first; that nobody does is a valid answer."""
    settings = settings_with(database_url=database)
    with ready(settings) as session:
        found = Recommender(settings).recommend(session, kind_of(session, subject), subject, role)
        answer = whole_list(found, limit=limit, everybody=everybody)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        _show(answer, lang)


def _show(answer: RecommendationList, lang: Tongue) -> None:
    out = console()
    out.print(f"[bold]{answer.subject.id}[/] {escape(spoken(answer.subject.name, lang))}\n{spoken(answer.role, lang)}")
    out.print(f"[bold]{spoken(answer.verdict.reason, lang)}[/]")
    if answer.items:
        out.print(_table(answer, lang))
    out.print(spoken(answer.reference_only, lang))


def _table(answer: RecommendationList, lang: Tongue) -> Table:
    table = Table("#", "id", "name", "fit", "x/y", "score", "reason", show_lines=True)
    for entry in answer.items:
        name = f"{entry.expert.display_name}{' *' if entry.expert.synthetic else ''}"
        row = (str(entry.rank), entry.expert.id, name, spoken(entry.band, lang), f"{entry.x}/{entry.y}", f"{entry.score:.2f}")
        table.add_row(*(escape(cell) for cell in row), escape(f"{spoken(entry.reason.label, lang)}: {entry.reason.citation}"))
    if any(entry.expert.synthetic for entry in answer.items):
        table.caption = "* synthetic / hồ sơ giả định"
    return table
