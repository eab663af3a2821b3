"""Turns a request of the wrong shape into the problem that names its fields."""

from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError

from service.problems import FieldError, Invalid

SOURCES_OF_FIELDS = ("body", "query", "path", "header", "cookie")


def as_invalid(error: RequestValidationError) -> Invalid:
    """Return the problem for ``error``."""
    errors = tuple(FieldError(field=_field_name(item), message=item["msg"]) for item in error.errors())
    names = ", ".join(item.field for item in errors)
    return Invalid(en=f"Not valid: {names}.", vi=f"Không hợp lệ: {names}.", errors=errors)


def _field_name(item: Mapping[str, Any]) -> str:
    """Return the dotted name of the field, without the part of the request it came in; "body" when that is all there is."""
    path = [str(step) for step in item["loc"]]
    return ".".join(path[1:] if len(path) > 1 and path[0] in SOURCES_OF_FIELDS else path) or "body"
