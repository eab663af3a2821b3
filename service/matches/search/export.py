"""Gives what was found as a file."""

from fastapi import Request

from service.kit.actor import Actor
from service.kit.attachments import attachment
from service.kit.events.recording import AuditedObject, record_reading
from service.kit.services import services_of
from service.kit.tables import CSVResponse
from service.matches.recommendations.export import as_csv
from service.matches.search.answers import whole_search
from service.matches.search.queries import Search


def search_export(found: Search, request: Request, by: Actor, *, everybody: bool) -> CSVResponse:
    """Return the whole list as a file. That it was read is recorded; what was asked for is not: a text can name people."""
    entries = list(whole_search(found, everybody=everybody))
    read = [entry.expert.id for entry in entries]
    record_reading(services_of(request).engine, by, "export-search", AuditedObject("search", "file"), read)
    return CSVResponse(as_csv(entries), headers=attachment("search.csv"))
