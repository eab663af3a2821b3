"""``vinmatch conflicts``: whether a person is in conflict with a product, project, group or another person."""

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from models.database import reading
from models.experts import Expert
from service.catalogue.rules.policy import gate_policy
from service.front.command_line.databases import migrated
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import console, print_json, spoken
from service.kit.languages import Bilingual
from service.people.conflicts.api import checked
from service.people.conflicts.queries import against_person, against_subject
from service.people.conflicts.schemas import ConflictCheck

ExpertId = Annotated[str, typer.Argument(help="Id of an expert (E000123)")]
Against = Annotated[str, typer.Argument(help="Id of a product (P01), project, technology group (G01) or another expert")]
CooledOff = Annotated[bool, typer.Option("--cooled-off", help="Also ties whose window has passed")]
NONE_FOUND = Bilingual(en="No conflict of interest was found.", vi="Không tìm thấy xung đột lợi ích.")
ALL_DISMISSED = Bilingual(en="Every conflict that was found is dismissed.", vi="Mọi xung đột tìm thấy đều đã được bác bỏ.")


def conflicts(
    expert: ExpertId,
    subject: Against,
    cooled_off: CooledOff = False,
    lang: Lang = Tongue.BOTH,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Check a person for conflicts of interest, with both facts, dates, source and status of each."""
    settings = settings_with(database_url=database)
    policy, day = gate_policy(settings).conflicts, settings.selection_day()
    with migrated(settings) as engine, reading(engine) as session:
        check = against_person if session.get(Expert, subject) else against_subject
        answer = checked(session, check(session, expert, subject, policy, day, cooled=cooled_off))
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        _show(answer, lang, console())


def _show(answer: ConflictCheck, lang: Tongue, out: Console) -> None:
    out.print(f"[bold]{escape(answer.expert_name)}[/] ({answer.expert}) – {escape(answer.subject or answer.other or '')}")
    if not answer.in_conflict:
        out.print(spoken(ALL_DISMISSED if answer.conflicts else NONE_FOUND, lang))
    for conflict in answer.conflicts:
        out.print("\n".join(f"- {getattr(conflict.text, language)}" for language in lang.languages), markup=False)
    out.print(spoken(answer.reference_only, lang))
