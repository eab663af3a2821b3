"""Routes that are built when they are first used: some hundred of them take seconds and memory that most of them never pay back."""

from collections.abc import Callable, Coroutine, Iterator
from functools import cached_property
from typing import Any, get_args, get_origin

from fastapi import APIRouter as Together
from fastapi import FastAPI, Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Form
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.routing import Match, compile_path, get_name
from starlette.types import Scope

from service.kit.problems import Invalid
from service.kit.repeated_fields import refuse_repeated

SEVERAL = (list, tuple, set, frozenset)


class LateRoute(APIRoute):
    """Knows its address and methods at once; parameters, models and handler are built when something of them is asked for.

    A mistake in them shows then too; the description of the API, which a test makes, asks for all.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **given: Any) -> None:
        self.given = given
        self.path, self.endpoint = path, endpoint
        self.name = given.get("name") or get_name(endpoint)
        self.methods = {method.upper() for method in given.get("methods") or ("GET",)}
        self.include_in_schema = given.get("include_in_schema", True)
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.beginning = path.partition("{")[0]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return whether this route answers; most are told from an address by how it begins, without a look at the rest."""
        if not scope.get("root_path") and not scope["path"].startswith(self.beginning):
            return Match.NONE, {}
        return super().matches(scope)

    def __getattr__(self, name: str) -> Any:
        """Build the route; only what is not there yet is asked for here."""
        given = self.__dict__.get("given")
        if given is None or name.startswith("__") or "dependant" in self.__dict__:
            raise AttributeError(name)
        super().__init__(self.path, self.endpoint, **given)
        return getattr(self, name)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request, after a parameter or field that is sent twice and counts once is refused."""
        answer = super().get_route_handler()

        async def answer_if_clear(request: Request) -> Response:
            refuse_repeated((name for name, _ in request.query_params.multi_items()), self.names_of_several)
            if self.takes_form:
                await self._check_form(request)
            return await answer(request)

        return answer_if_clear

    @cached_property
    def names_of_several(self) -> frozenset[str]:
        """Return the parameters that may be sent several times."""
        fields = get_flat_params(self.dependant)
        return frozenset(field.alias for field in fields if _takes_several(field.field_info.annotation))

    @cached_property
    def takes_form(self) -> bool:
        """Whether the parameters name fields of a form, which is then read before anything else."""
        return self.body_field is not None and isinstance(self.body_field.field_info, Form)

    @cached_property
    def fields_of_several(self) -> frozenset[str]:
        """Return the fields of the form that may be sent several times."""
        described = self.body_field.field_info.annotation if self.body_field else None
        return frozenset(name for name, annotation in _fields_of(described) if _takes_several(annotation))

    async def _check_form(self, request: Request) -> None:
        form = await request.form()  # kept with the request, which is asked for it again
        try:
            refuse_repeated((name for name, _ in form.multi_items()), self.fields_of_several)
        except Invalid:
            await form.close()  # files that came with it
            raise


def _fields_of(annotation: Any) -> Iterator[tuple[str, Any]]:
    """Yield the name and annotation of each field of a form, also of those with a model of their own."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield field.alias or name, field.annotation
            yield from _fields_of(field.annotation)


def _takes_several(annotation: Any) -> bool:
    """Return whether a parameter is a list, or a list or nothing."""
    return any(get_origin(one) in SEVERAL for one in (annotation, *get_args(annotation)))


class APIRouter(Together):
    """A router whose routes are built late; a router that is put into it gives it its routes."""

    def __init__(self, *, route_class: type[APIRoute] = LateRoute, **given: Any) -> None:
        super().__init__(route_class=route_class, **given)

    def include_router(self, router: Together, **given: Any) -> None:
        """Take over the routes of ``router``; nothing but a ``prefix`` can be given, TypeError for anything else."""
        put_into(self, router, **given)


def enter(app: FastAPI, router: Together, prefix: str = "") -> None:
    """Let ``app`` answer at the addresses of ``router`` below ``prefix``."""
    put_into(app.router, router, prefix)


def put_into(parent: Together, router: Together, prefix: str = "") -> None:
    """Add the routes of ``router`` to ``parent`` itself: each is built once, and looked for in one list.

    A router with routes of another make is put in as it is.
    """
    if not all(isinstance(route, LateRoute) for route in router.routes):
        Together.include_router(parent, router, prefix=prefix)
        return
    for route in router.routes:
        if isinstance(route, LateRoute):
            given = {name: value for name, value in route.given.items() if name != "dependency_overrides_provider"}
            parent.add_api_route(prefix + route.path, route.endpoint, route_class_override=type(route), **given)
