"""The routes that change something, pages included, each with the operation that its guard asks for."""

from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from service.identity.access.guards import OPERATION
from service.identity.access.policies import Operation

READING = {"GET", "HEAD", "OPTIONS"}


def changing_routes(app: FastAPI) -> dict[tuple[str, str], Operation | None]:
    """Return the operation of every method and address that may change something; None for a public one."""
    found: dict[tuple[str, str], Operation | None] = {}
    for context in iter_route_contexts(app.routes):
        if isinstance(context.original_route, APIRoute):
            operation = next(_operations(context.dependant), None)
            found |= {(method, context.path): operation for method in (context.methods or set()) - READING}
    return found


def _operations(dependant: Dependant) -> Iterator[Operation]:
    for dependency in dependant.dependencies:
        if hasattr(dependency.call, OPERATION):
            yield getattr(dependency.call, OPERATION)
        yield from _operations(dependency)
