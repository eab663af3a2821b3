"""Addresses of imports: send a file, follow it, cancel it, take back what was refused; templates."""

from fastapi import Request, Response
from sqlmodel import col

from models.imports import ImportRefusal, ImportRun
from models.vocabulary import Language
from service.identity.access.acting import Acting
from service.identity.access.guards import permit
from service.identity.access.once import OnlyOnce
from service.identity.access.policies import Operation
from service.identity.access.viewer import CurrentViewer
from service.imports.runs import operations, queries
from service.imports.runs.receiving import SentFile, receive
from service.imports.runs.refused_files import refused_tables
from service.imports.runs.schemas import ImportView, RefusedRow
from service.imports.runs.templates_out import template
from service.imports.tables_out import MEDIA_TYPES, TableFormat, written
from service.kit.attachments import attachment
from service.kit.late_routes import APIRouter
from service.kit.pagination import Page, Paged, find_page, find_page_by_place
from service.kit.problems import responses
from service.kit.sessions import Reading, Writing
from service.kit.tables import CSVResponse

router = APIRouter(prefix="/imports", tags=["imports"], responses=responses(401, 403))
templates_router = APIRouter(prefix="/import-templates", tags=["imports"], responses=responses(401, 403))
READ, IMPORT = [permit(Operation.READ_IMPORTS)], [permit(Operation.IMPORT_PEOPLE)]


class WorkbookResponse(Response):
    """A workbook."""

    media_type = MEDIA_TYPES[TableFormat.XLSX]


@router.get("", dependencies=READ)
def list_imports(session: Reading, paging: Paged) -> Page[ImportView]:
    """List imports, the latest first."""
    order = (col(ImportRun.created_at).desc(), col(ImportRun.id))
    return paging.page(find_page_by_place(session, queries.runs(), order, paging), ImportView.of_run)


@router.post("", status_code=202, response_model=ImportView, dependencies=IMPORT, responses=responses(404, 413))
def start_import(
    viewer: CurrentViewer, sent: SentFile, request: Request, response: Response, by: Acting, once: OnlyOnce
) -> ImportView | Response:
    """Take a file of people and read it in the background; nobody who is brought in is matched before consenting to it."""
    if earlier := once.earlier(sent.asked):
        return earlier
    run = receive(once.session, viewer, by, sent)
    response.headers["Location"] = f"{request.url.path}/{run.id}"
    return once.keep(ImportView.of_run(run), response, status=202)


@router.get("/{import_id}", dependencies=READ, responses=responses(404))
def get_import(import_id: str, session: Reading) -> ImportView:
    """Show an import and how far it is."""
    return ImportView.of_run(queries.find_run(session, import_id))


@router.post("/{import_id}/cancel", dependencies=IMPORT, responses=responses(404, 409))
def cancel_import(import_id: str, session: Writing, by: Acting) -> ImportView:
    """Stop an import before its next people; who has entered stays."""
    run = queries.find_run(session, import_id)
    operations.cancel_run(session, by, run)
    return ImportView.of_run(run)


@router.get("/{import_id}/refused", dependencies=READ, responses=responses(404))
def list_refused_rows(import_id: str, session: Reading, paging: Paged) -> Page[RefusedRow]:
    """List the rows that were refused, with the reasons."""
    queries.find_run(session, import_id)
    return paging.page(find_page(session, queries.refusals(import_id), (ImportRefusal.id,), paging), RefusedRow.of)


@router.get("/{import_id}/refused.csv", dependencies=READ, response_class=CSVResponse, responses=responses(404))
def export_refused_as_csv(import_id: str, session: Reading) -> CSVResponse:
    """Give the refused rows of the first table back in the file's own columns, to be corrected and sent again."""
    return CSVResponse(_refused(session, import_id, TableFormat.CSV), headers=attachment(f"refused-{import_id}.csv"))


@router.get("/{import_id}/refused.xlsx", dependencies=READ, response_class=WorkbookResponse, responses=responses(404))
def export_refused_as_workbook(import_id: str, session: Reading) -> WorkbookResponse:
    """Give the refused rows of every table back in the file's own columns, to be corrected and sent again."""
    return WorkbookResponse(_refused(session, import_id, TableFormat.XLSX), headers=attachment(f"refused-{import_id}.xlsx"))


@templates_router.get("/{language}.csv", dependencies=READ, response_class=CSVResponse)
def get_csv_template(language: Language) -> CSVResponse:
    """Give a CSV file with the headings that are known and one example."""
    return CSVResponse(template(language, TableFormat.CSV), headers=attachment(f"people-{language.value}.csv"))


@templates_router.get("/{language}.xlsx", dependencies=READ, response_class=WorkbookResponse)
def get_workbook_template(language: Language) -> WorkbookResponse:
    """Give a workbook with the headings that are known and one example, people and their items on two sheets."""
    return WorkbookResponse(template(language, TableFormat.XLSX), headers=attachment(f"people-{language.value}.xlsx"))


def _refused(session: Reading, import_id: str, kind: TableFormat) -> bytes:
    run = queries.find_run(session, import_id)
    return written(refused_tables(run, queries.refused_in_order(session, import_id)), kind)
