"""Shows an error as a page, in both languages, to whoever asked for a page."""

from urllib.parse import quote

from fastapi import Request, Response

from service.kit.addresses import address_of
from service.kit.forms import typed_in
from service.kit.problems import Problem, Unauthorised
from service.kit.rendering import Reader


def wants_page(request: Request) -> bool:
    """Return whether the request comes from somebody who reads pages: a browser outside the API."""
    inside_api = request.url.path.startswith(address_of(request, "/api/"))
    return request.method in {"GET", "HEAD", "POST"} and not inside_api and "text/html" in request.headers.get("accept", "")


def problem_page(request: Request, problem: Problem) -> Response:
    """Return ``problem`` as a page."""
    typed = typed_in(request)
    page = Reader.of(request).render(
        "front/problem.html", status=problem.status, problem=problem, sign_in=sign_in_address(request, problem), typed=typed
    )
    page.headers.update(dict(problem.headers))
    return page


def sign_in_address(request: Request, problem: Problem) -> str | None:
    """Return where to sign in, and to come back from, when that is what is missing."""
    if not isinstance(problem, Unauthorised):
        return None
    back = request.url.path if request.method == "GET" else "/"
    return address_of(request, f"/sign-in?next={quote(back, safe='')}")
