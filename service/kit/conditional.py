"""Answers 304 to a reader who has the present version: the ETag is a hash of the answer itself, so it is never wrong."""

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response

from service.kit.late_routes import LateRoute
from service.kit.preconditions import etag, not_modified

UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "Unchanged since the version in If-None-Match"}}


class ConditionalRoute(LateRoute):
    """A route for reading whose answers carry an ETag."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's handler with the condition around it."""
        answer = super().get_route_handler()

        async def conditional(request: Request) -> Response:
            response = await answer(request)
            version = hashlib.sha256(bytes(response.body)).hexdigest()[:16]
            response.headers["ETag"] = etag(version)
            response.headers["Cache-Control"] = "private, no-cache"  # kept by its reader, who asks each time whether it is still true
            response.headers["Vary"] = "Authorization, X-API-Key, Cookie"  # some texts are for people with clearance
            return not_modified(request.headers.get("If-None-Match"), version) or response

        return conditional
