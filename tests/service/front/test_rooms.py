"""The addresses of the rooms, walked in any order, stand beside one another."""

import re

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts

from service.front.application import create_app


def hidden(app: FastAPI) -> list[tuple[str, str]]:
    """Every address that one before it answers in its place, with that one."""
    found, before = [], list[tuple[str, str, re.Pattern[str]]]()
    for context in iter_route_contexts(app.routes):
        path = context.path or ""
        example = re.sub(r"{\w+}", "~", path)
        pattern = re.compile(re.sub(r"{\w+}", "[^/]+", re.sub(r"[.]", r"\\.", path)))
        for method in getattr(context.original_route, "methods", None) or ():
            found += [(path, other) for verb, other, taken in before if verb == method and taken.fullmatch(example)]
            before.append((method, path, pattern))
    return found


def test_no_address_is_hidden_by_another() -> None:
    assert hidden(create_app()) == []


def test_a_hidden_address_is_seen() -> None:
    router = APIRouter()
    router.get("/things/{name}")(lambda name: name)
    router.get("/things/all")(lambda: "all")
    app = FastAPI(openapi_url=None)
    app.include_router(router)
    assert hidden(app) == [("/things/all", "/things/{name}")]
