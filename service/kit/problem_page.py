"""Shows an error as a page, in the reader's language and with the way back, to whoever asked for a page."""

from urllib.parse import quote

from fastapi import Request, Response

from models.vocabulary import Language
from service.kit.addresses import address_of, page_before
from service.kit.field_words import field_name
from service.kit.forms import typed_in
from service.kit.problems import Problem, Unauthorised
from service.kit.rendering import Reader


def wants_page(request: Request) -> bool:
    """Return whether the request comes from somebody who reads pages: a browser outside the API."""
    inside_api = request.url.path.startswith(address_of(request, "/api/"))
    reads = "text/html" in request.headers.get("accept", "") or changes_a_page(request)
    return request.method in {"GET", "HEAD", "POST"} and not inside_api and reads


def changes_a_page(request: Request) -> bool:
    """Return whether htmx asks, for a part of the page that somebody looks at."""
    return request.headers.get("hx-request") == "true"


def problem_page(request: Request, problem: Problem) -> Response:
    """Return ``problem`` as a page."""
    page = Reader.of(request, _chosen(request)).render(
        "front/problem.html",
        status=problem.status,
        problem=problem,
        sign_in=sign_in_address(request, problem),
        back=page_before(request),
        typed=[(field_name(name), value) for name, value in typed_in(request).items()],
    )
    page.headers.update(dict(problem.headers))
    if changes_a_page(request) and (sign_in := sign_in_address(request, problem)):
        page.headers["HX-Redirect"] = sign_in  # the whole page is another one then
    return page


def _chosen(request: Request) -> Language | None:
    asked = request.query_params.get("lang")
    return Language(asked) if asked in set(Language) else None


def sign_in_address(request: Request, problem: Problem) -> str | None:
    """Return where to sign in, and to come back from, when that is what is missing."""
    if not isinstance(problem, Unauthorised):
        return None
    return address_of(request, f"/sign-in?next={quote(_asked_for(request), safe='')}")


def _asked_for(request: Request) -> str:
    """Return the page to come back to: what was asked for, or the page with the form or the part that asked."""
    page = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    if request.method != "GET" or changes_a_page(request):
        page = page_before(request) or (page if request.method == "GET" else "")
    return page.removeprefix(address_of(request, "")) or "/"
