"""``vinmatch pair``: chief engineer and chief architect together, and why two people are a pair or not."""

from itertools import groupby
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from matching.pairs.pairing import Question
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import kind_of
from service.front.command_line.databases import ready
from service.front.command_line.explain import HEADINGS
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import console, print_json, spoken
from service.kit.problems import Invalid
from service.matches.pairs.answers import explanation_of, whole_list
from service.matches.pairs.pairing import recommend_pairs
from service.matches.pairs.schemas import PairExplanationView, PairList, PairView
from service.matches.recommendations.recommending import Recommender

PairedId = Annotated[str, typer.Argument(help="Id of a product (P01) or project (PRJ-G03-1)")]
Engineer = Annotated[str | None, typer.Option("--engineer", help="Only pairs with this chief engineer")]
Architect = Annotated[str | None, typer.Option("--architect", help="Only pairs with this chief architect; both: explained")]
SamePerson = Annotated[bool, typer.Option("--same-person", help="Allow one person to hold both roles")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Most pairs to list")]


def pair(
    subject: PairedId,
    engineer: Engineer = None,
    architect: Architect = None,
    same_person: SamePerson = False,
    limit: Limit = 10,
    lang: Lang = Tongue.BOTH,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """List the best pairs, or explain two people; that there is no pair is a valid answer."""
    settings = settings_with(database_url=database)
    with ready(settings) as session:
        kind, recommender = _paired(kind_of(session, subject)), Recommender(settings)
        answer: PairList | PairExplanationView
        if engineer and architect:
            found = recommend_pairs(recommender, session, kind, subject, Question(same_person=same_person))
            answer = explanation_of(found, engineer, architect, session)
        else:
            answer = whole_list(recommend_pairs(recommender, session, kind, subject, Question(engineer, architect, same_person)), limit)
    if as_json:
        print_json(answer.model_dump(mode="json"))
    elif isinstance(answer, PairList):
        _show_list(answer, lang)
    else:
        _show_explanation(answer, lang)


def _paired(kind: SubjectKind) -> SubjectKind:
    if kind is SubjectKind.GROUP:
        raise Invalid.field("subject", en="must be a product or a project", vi="phải là sản phẩm hoặc dự án")
    return kind


def _show_list(answer: PairList, lang: Tongue) -> None:
    out = console()
    out.print(f"[bold]{answer.subject.id}[/] {escape(spoken(answer.subject.name, lang))}")
    out.print(f"[bold]{escape(spoken(answer.verdict.reason, lang))}[/]")
    if answer.items:
        table = Table("#", "id", spoken(answer.engineers.role, lang), "id", spoken(answer.architects.role, lang), "x/y", "score")
        for found in answer.items:
            table.add_row(*(escape(cell) for cell in _row(found)))
        out.print(table)
    out.print(spoken(answer.reference_only, lang))


def _row(found: PairView) -> tuple[str, ...]:
    engineer, architect = (
        (member.expert.id, f"{member.expert.display_name}{' *' if member.expert.synthetic else ''}")
        for member in (found.engineer, found.architect)
    )
    return (str(found.rank), *engineer, *architect, f"{found.x}/{found.y}", f"{found.score:.3f}")


def _show_explanation(answer: PairExplanationView, lang: Tongue) -> None:
    out = console()
    out.print(f"[bold]{escape(answer.engineer.display_name)} – {escape(answer.architect.display_name)}[/]", f"({answer.subject.id})")
    if answer.pair:
        out.print(f"#{answer.pair.rank or '–'}, {answer.pair.score:.4f}")
    for kind, lines in groupby(sorted(answer.lines, key=lambda line: list(HEADINGS).index(line.kind)), key=lambda line: line.kind):
        out.print(f"\n[bold]{spoken(HEADINGS[kind], lang)}[/]")
        for line in lines:
            out.print("\n".join(f"- {getattr(line, language)}" for language in lang.languages), markup=False)
