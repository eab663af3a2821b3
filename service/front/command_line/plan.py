"""``vinmatch plan``: staffs every product of the list in force, or the ones that are named; printed, and saved if wanted."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from matching.assignment.objective import Objective
from models.database import make_engine, writing
from models.plans import Plan
from service.front.command_line.databases import ready
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import console, print_json, say, spoken
from service.kit.actor import COMMAND_LINE, Actor
from service.kit.settings import Settings, utc_now
from service.kit.words import both
from service.matches.plans.drafting import draft_of
from service.matches.plans.operations import new_id, plan_row, save
from service.matches.plans.questions import ask
from service.matches.plans.requests import PlanInput, PlanRole, SeatInput
from service.matches.plans.results import result
from service.matches.plans.schemas import DiagnosisView, PlacedView, PlanView, SeatView, SubjectPlanView
from service.matches.plans.solving import solve_here
from service.matches.plans.views import Showing
from service.matches.plans.written import read_exclusions, read_pins
from service.matches.recommendations.cells import SHORT_NAMES
from service.matches.recommendations.recommending import Recommender

Subjects = Annotated[list[str] | None, typer.Argument(help="Products (P01) or projects (PRJ-G03-1); default: the whole list in force")]
Aim = Annotated[Objective, typer.Option("--objective", help="All objectives fill every place first")]
Pins = Annotated[list[str] | None, typer.Option("--pin", help="PERSON:PRODUCT:ROLE: somebody who must hold a seat; may be repeated")]
Excluded = Annotated[
    list[str] | None, typer.Option("--exclude", help="PERSON or PERSON:PRODUCT:ROLE: somebody who must not; may be repeated")
]
SeatsPerPerson = Annotated[int, typer.Option("--seats-per-person", min=0, max=20, help="Most seats of one person")]
Pairs = Annotated[int, typer.Option("--pairs", min=1, max=5, help="Pairs per product")]
Alternates = Annotated[int, typer.Option("--alternates", min=0, max=10, help="Alternates per seat")]
Earlier = Annotated[str | None, typer.Option("--earlier", help="Saved plan that fewest-changes counts from")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, max=600, help="Time of the solver; after it the best found, with its gap")]
Save = Annotated[bool, typer.Option("--save", help="Save the plan; without it, it is only printed")]

ROOM = "matches/plans"


def plan(
    subjects: Subjects = None,
    objective: Aim = Objective.TOTAL,
    pin: Pins = None,
    exclude: Excluded = None,
    seats_per_person: SeatsPerPerson = 1,
    pairs: Pairs = 1,
    alternates: Alternates = 2,
    earlier: Earlier = None,
    seconds: Seconds = 60.0,
    save_it: Save = False,
    lang: Lang = Tongue.BOTH,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Plan chief engineers and chief architects for many products at once; empty places are told with their reasons."""
    fields = PlanInput(
        seats=[SeatInput(subject=subject, role=role) for subject in subjects for role in PlanRole] if subjects else None,
        objective=objective,
        pins=read_pins(pin or []),
        exclusions=read_exclusions(exclude or []),
        seats_per_person=seats_per_person,
        pairs=pairs,
        alternates=alternates,
        earlier=earlier,
        time_limit=seconds,
    )
    settings = settings_with(database_url=database)
    shown, diagnosis = _planned(settings, fields, save_it=save_it)
    if as_json:
        print_json({"plan": shown.model_dump(mode="json"), "saved": save_it, "diagnosis": diagnosis.model_dump(mode="json")})
    else:
        _show(shown, diagnosis, lang)
        say(f"Saved as {shown.id}." if save_it else "Not saved; --save keeps it.")


def _planned(settings: Settings, fields: PlanInput, *, save_it: bool) -> tuple[PlanView, DiagnosisView]:
    by, recommender = Actor(COMMAND_LINE, utc_now()), Recommender(settings)
    with ready(settings) as session:
        question = ask(session, recommender, fields)
        draft = draft_of(question)
        row = plan_row(new_id(by), by, question, result(question, draft.problem, solve_here(draft, fields.time_limit)))
        showing = Showing.of(session, recommender)
        answers = showing.plan(row), showing.diagnosis(row)
    if save_it:
        _save(settings, by, row)
    return answers


def _save(settings: Settings, by: Actor, row: Plan) -> None:
    engine = make_engine(settings.database_url)
    with writing(engine) as session:
        save(session, by, row)
    engine.dispose()


def _show(shown: PlanView, diagnosis: DiagnosisView, lang: Tongue) -> None:
    out = console()
    proven = both(ROOM, "plan_proven" if shown.proven else "plan_not_proven")
    filled = spoken(both(ROOM, "plan_filled"), lang)
    out.print(f"[bold]{filled}: {shown.filled}/{shown.places}[/]; {shown.value:.3f}, {spoken(proven, lang)}")
    table = Table("id", *(spoken(SHORT_NAMES[role], lang) for role in SHORT_NAMES), show_lines=True)
    for subject in shown.subjects:
        table.add_row(subject.id, *(_cell(subject, role.value, lang) for role in SHORT_NAMES))
    out.print(table)
    if not diagnosis.complete:
        out.print(f"[bold]{spoken(both(ROOM, 'plan_improve'), lang)}[/]")
        for one in diagnosis.relaxations:
            out.print(f"- {escape(spoken(one.words, lang))}")
        for asked in diagnosis.ask:
            out.print(f"- {escape(spoken(both(ROOM, 'plan_ask'), lang))} {asked.person.display_name} ({asked.seat})")
    out.print(spoken(shown.reference_only, lang))


def _cell(subject: SubjectPlanView, role: str, lang: Tongue) -> str:
    return "\n".join(line for seat in subject.seats if seat.role.code == role for line in _lines(seat, lang))


def _lines(seat: SeatView, lang: Tongue) -> list[str]:
    empty = [f"[yellow]{spoken(both(ROOM, 'plan_empty'), lang)}[/]"] * seat.empty
    return [f"[bold]{_person(one)}[/]" for one in seat.people] + empty + [f"[dim]{_person(one)}[/]" for one in seat.alternates]


def _person(one: PlacedView) -> str:
    mark = " *" if one.person.synthetic else ""
    return f"{one.person.id} {escape(one.person.display_name or '')}{mark} {one.score or 0.0:.3f}"
