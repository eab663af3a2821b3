"""Turns a request of the wrong shape into the problem that names its fields."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from service.kit.field_words import fault, field_name
from service.kit.languages import Bilingual
from service.kit.problems import FieldError, Invalid

SOURCES_OF_FIELDS = ("body", "query", "path", "header", "cookie")


def as_invalid(error: RequestValidationError) -> Invalid:
    """Return the problem for ``error``."""
    errors = tuple(FieldError(field=_field_name(item), message=item["msg"]) for item in error.errors())
    said = dict.fromkeys(_sentence(item) for item in error.errors())  # what is wrong with each of several is said once
    return Invalid("invalid", en=" ".join(one.en for one in said), vi=" ".join(one.vi for one in said), errors=errors)


def _sentence(item: Mapping[str, Any]) -> Bilingual:
    path = _field_name(item)
    name, wrong = field_name(path), fault(item.get("type", ""), path, item["msg"], item.get("ctx", {}))
    return Bilingual(en=f"{name.en} {wrong.en}.", vi=f"{name.vi} {wrong.vi}.")


def _field_name(item: Mapping[str, Any]) -> str:
    """Return the dotted name of the field, without the part of the request it came in; "body" when that is all there is."""
    path = [str(step) for step in item["loc"]]
    return ".".join(path[1:] if len(path) > 1 and path[0] in SOURCES_OF_FIELDS else path) or "body"


Model = TypeVar("Model", bound=BaseModel)


def merged(stored: Mapping[str, Any], change: BaseModel) -> dict[str, Any]:
    """Return ``stored`` with the fields that ``change`` names, within objects as well (RFC 7396, but null is a value)."""
    named = change.model_dump(exclude_unset=True)
    return {**stored, **{name: {**stored[name], **value} if isinstance(value, dict) else value for name, value in named.items()}}


def validated(model: type[Model], fields: Mapping[str, Any]) -> Model:
    """Return ``fields`` as ``model``; raises the error of a wrong request, naming the fields."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None


def validated_json(model: type[Model], text: str) -> Model:
    """Return the JSON ``text`` as ``model``; raises the error of a wrong request, naming the fields."""
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None


def check_order(first: str, start: date | None, last: str, end: date | None) -> None:
    """Raise ``Invalid`` for a period that ends before it starts."""
    if start is not None and end is not None and end < start:
        raise Invalid.field(
            last, en=f"must not be before {field_name(first).en.lower()}", vi=f"không được trước {field_name(first).vi.lower()}"
        )
