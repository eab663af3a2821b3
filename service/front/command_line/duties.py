"""``vinmatch requests due``, ``retention due``, ``incidents due`` and ``reviews due``: what the law wants done, and by when."""

from collections.abc import Sequence

import typer
from rich.table import Table

from models.database import reading
from service.front.command_line.databases import migrated
from service.front.command_line.options import AsJson, Database, settings_with
from service.front.command_line.output import console, print_json, say
from service.kit.calendar import local_day
from service.kit.settings import utc_now
from service.privacy.data_requests.queries import is_overdue, open_requests
from service.privacy.incidents.operations import open_incidents
from service.privacy.retention.operations import due_deadlines
from service.privacy.reviews.operations import next_review

requests = typer.Typer(no_args_is_help=True, help="Requests of the people whose data is kept.")
retention = typer.Typer(no_args_is_help=True, help="Terms at whose end a person's data must go.")
incidents = typer.Typer(no_args_is_help=True, help="Breaches of personal data.")
reviews = typer.Typer(no_args_is_help=True, help="The yearly check of the automated processing.")
Row = dict[str, object]


@requests.callback()
@retention.callback()
@incidents.callback()
@reviews.callback()
def duties() -> None:
    """Keep ``due`` a command of its own while it is the only one."""


@requests.command(name="due")
def requests_due(database: Database = None, as_json: AsJson = False) -> None:
    """List every open request, the one due first first."""
    today = local_day(utc_now())
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        rows: list[Row] = [
            {
                "id": request.id,
                "kind": request.kind.value,
                "state": request.state.value,
                "acknowledge_by": request.acknowledge_by.isoformat(),
                "due_on": request.due_on.isoformat(),
                "owner": request.owner,
                "overdue": is_overdue(request, today),
            }
            for request in open_requests(session)
        ]
    _show(rows, as_json, "No request is open. / Không có yêu cầu nào đang mở.")


@retention.command(name="due")
def retention_due(database: Database = None, as_json: AsJson = False) -> None:
    """List people whose term is over: to be erased, unless a membership in force keeps them."""
    today = local_day(utc_now())
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        rows: list[Row] = [
            {"expert": term.expert_id, "reason": term.reason.value, "until": term.until.isoformat(), "kept_by_membership": kept}
            for term, kept in due_deadlines(session, today)
        ]
    _show(rows, as_json, "No term is over. / Chưa có thời hạn nào kết thúc.")


@incidents.command(name="due")
def incidents_due(database: Database = None, as_json: AsJson = False) -> None:
    """List breaches that are not notified yet, the most urgent first."""
    now = utc_now()
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        rows: list[Row] = [
            {"id": incident.id, "notify_by": incident.notify_by.isoformat(), "overdue": incident.notify_by < now}
            for incident in open_incidents(session)
        ]
    _show(rows, as_json, "Nothing is to be notified. / Không có gì phải thông báo.")


@reviews.command(name="due")
def reviews_due(database: Database = None, as_json: AsJson = False) -> None:
    """Say when the automated processing must be checked next."""
    today = local_day(utc_now())
    with migrated(settings_with(database_url=database)) as engine, reading(engine) as session:
        due = next_review(session) or today
    _show([{"due_on": due.isoformat(), "overdue": due <= today}], as_json, "")


def _show(rows: Sequence[Row], as_json: bool, nothing: str) -> None:
    if as_json:
        print_json(rows)
    elif not rows:
        say(nothing)
    else:
        table = Table(*rows[0])
        for row in rows:
            table.add_row(*(str(value) for value in row.values()))
        console().print(table)
