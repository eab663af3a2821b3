"""The pages of imports: send a file, see what it would do, do it, follow it, say what unknown headings mean."""

from typing import Annotated, Any

from fastapi import Form, Response
from sqlmodel import Session, col

from models.imports import ImportRefusal, ImportRun, ImportStatus
from models.vocabulary import Language
from service.identity.access.guards import permit
from service.identity.access.policies import Operation
from service.imports.mappings.operations import FIELDS, check_columns, keep_mapping
from service.imports.mappings.queries import all_mappings
from service.imports.reading.heading_words import HEADINGS
from service.imports.reading.headings import field_of
from service.imports.runs import operations, queries
from service.imports.runs.context import WithImportContext
from service.imports.runs.formats import ImportFormat
from service.imports.runs.receiving import SentFile, receive
from service.imports.runs.schemas import ImportRequest, ImportView, RefusedRow
from service.imports.tables_out import TableFormat
from service.kit.forms import Submitted, refusal
from service.kit.late_routes import APIRouter
from service.kit.pagination import Paging, ShortPaged, find_page, find_page_by_place
from service.kit.problems import Problem
from service.kit.rendering import Reader, ReaderOfPage
from service.kit.sessions import Reading

router = APIRouter(prefix="/imports", include_in_schema=False)
READ, IMPORT = [permit(Operation.READ_IMPORTS)], [permit(Operation.IMPORT_PEOPLE)]
_COLUMN = "column."
_UNDER_WAY = (ImportStatus.QUEUED, ImportStatus.RUNNING)


@router.get("", dependencies=READ)
def imports_page(session: Reading, reader: ReaderOfPage, paging: ShortPaged) -> Response:
    """Show the form, the templates and every import, the latest first."""
    return _list(session, reader, paging)


@router.post("", dependencies=IMPORT)
def send_file(context: WithImportContext, sent: SentFile, paging: ShortPaged) -> Response:
    """Take a file, and lead to where its progress stands."""
    started: list[ImportRun] = []
    problem = refusal(context.session, lambda: started.append(receive(context.session, context.viewer, context.by, sent)))
    return _list(context.session, context.reader, paging, sent.asked, problem) if problem else context.led_to(started[0])


@router.get("/{import_id}", dependencies=READ)
def import_page(import_id: str, session: Reading, reader: ReaderOfPage, paging: ShortPaged) -> Response:
    """Show how far an import is, what it did or would do, and the rows that were refused."""
    run = queries.find_run(session, import_id)
    refused = paging.page(find_page(session, queries.refusals(import_id), (ImportRefusal.id,), paging), RefusedRow.of)
    return reader.render(
        "imports/runs/run.html",
        run=ImportView.of_run(run),
        under_way=run.status in _UNDER_WAY,
        can_enter=run.dry_run and run.status is ImportStatus.DONE and _has_file(session, run),
        can_map=bool(run.headings) and run.status not in _UNDER_WAY and _has_file(session, run),
        refused=refused,
        formats=list(TableFormat),
    )


@router.post("/{import_id}/entry", dependencies=IMPORT)
def enter_page(import_id: str, context: WithImportContext) -> Response:
    """Do what a dry run showed."""
    run = queries.find_run(context.session, import_id)
    return context.led_to(
        operations.start_again(context.session, context.by, run, dry_run=False, mapping=run.mapping, vouched=context.vouches)
    )


@router.post("/{import_id}/cancel", dependencies=IMPORT)
def cancel_page(import_id: str, context: WithImportContext) -> Response:
    """Stop an import, and show where it stands."""
    run = queries.find_run(context.session, import_id)
    operations.cancel_run(context.session, context.by, run)
    return context.led_to(run)


@router.get("/{import_id}/columns", dependencies=READ)
def columns_page(import_id: str, session: Reading, reader: ReaderOfPage) -> Response:
    """Show every heading of a file with the field that it is read as."""
    return _columns(reader, queries.find_run(session, import_id), {})


@router.post("/{import_id}/columns", dependencies=IMPORT)
def map_columns(import_id: str, context: WithImportContext, form: Submitted, name: Annotated[str, Form(max_length=80)] = "") -> Response:
    """Keep what the headings mean, and try the file again with it."""
    run = queries.find_run(context.session, import_id)
    said = {heading: str(form.get(f"{_COLUMN}{at}") or "") for at, heading in enumerate(_headings(run))}
    started: list[ImportRun] = []

    def keep() -> None:
        check_columns(said)
        if name.strip():
            keep_mapping(context.session, context.by, name.strip(), said)
        started.append(operations.start_again(context.session, context.by, run, dry_run=True, mapping=said, vouched=context.vouches))

    problem = refusal(context.session, keep)
    return _columns(context.reader, run, said, problem) if problem else context.led_to(started[0])


def _list(session: Session, reader: Reader, paging: Paging, typed: ImportRequest | None = None, problem: Problem | None = None) -> Response:
    order = (col(ImportRun.created_at).desc(), col(ImportRun.id))
    return reader.render(
        "imports/runs/list.html",
        status=problem.status if problem else 200,
        found=paging.page(find_page_by_place(session, queries.runs(), order, paging), ImportView.of_run),
        mappings=[row.name for row in all_mappings(session)],
        languages=list(Language),
        formats=list(TableFormat),
        file_formats=list(ImportFormat),
        typed=typed.model_dump(mode="json") if typed else {},
        problem=problem,
        source=operations.DEFAULT_SOURCE,
    )


def _columns(reader: Reader, run: ImportRun, said: dict[str, str], problem: Problem | None = None) -> Response:
    at = 0 if reader.language is Language.VI else 1
    meant = {heading: said.get(heading, run.mapping.get(heading, field_of(heading) or "")) for heading in _headings(run)}
    values: dict[str, Any] = {"fields": [(field, HEADINGS[field][at]) for field in FIELDS], "meant": list(meant.items())}
    return reader.render(
        "imports/runs/columns.html",
        status=problem.status if problem else 200,
        run=ImportView.of_run(run),
        unknown=set(run.unknown),
        problem=problem,
        **values,
    )


def _headings(run: ImportRun) -> list[str]:
    return list(dict.fromkeys(heading for each in run.headings for heading in each["headings"]))


def _has_file(session: Session, run: ImportRun) -> bool:
    return bool(session.scalar(queries.has_file(run.id)))
