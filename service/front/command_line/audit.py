"""``vinmatch audit``: recomputes the chain of events."""

from typing import Annotated

import typer

from models.database import reading
from service.audit.verification import Verdict, verify
from service.front.command_line.databases import migrated
from service.front.command_line.options import AsJson, Database, Lang, Tongue, settings_with
from service.front.command_line.output import print_json, spoken
from service.kit.languages import Bilingual

app = typer.Typer(no_args_is_help=True, help="The audit: what happened, in a chain that cannot be changed unnoticed.")
SOUND = Bilingual(
    en="{events} events, all as they were written. Last: {last}", vi="{events} sự kiện, tất cả đúng như khi ghi. Cuối: {last}"
)
BROKEN = Bilingual(en="Event {broken} is broken: {fault}.", vi="Sự kiện {broken} bị hỏng: {fault}.")
Expected = Annotated[str | None, typer.Option("--expect", help="Hash of a last event noted earlier, which must still be in the chain")]


@app.callback()
def audit() -> None:
    """Keep ``verify`` a command of its own while it is the only one."""


@app.command(name="verify")
def verify_chain(database: Database = None, expect: Expected = None, lang: Lang = Tongue.BOTH, as_json: AsJson = False) -> None:
    """Recompute the chain of audit events and name the first that is broken."""
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        verdict = verify(session, expect)
    if as_json:
        fault = verdict.fault.en if verdict.fault else None
        print_json({"events": verdict.events, "last": verdict.last, "broken": verdict.broken, "fault": fault})
    else:
        typer.echo(spoken(_sentence(verdict), lang))
    if verdict.fault is not None:
        raise typer.Exit(1)


def _sentence(verdict: Verdict) -> Bilingual:
    if verdict.fault is None:
        return Bilingual(*(text.format(events=verdict.events, last=verdict.last) for text in SOUND))
    texts = zip(BROKEN, verdict.fault, strict=True)
    return Bilingual(*(text.format(broken=verdict.broken, fault=fault) for text, fault in texts))
