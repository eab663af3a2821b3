"""What a form sent: every field by its name, those that were left empty left out."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData

Fields = dict[str, str | list[str]]


async def _submitted(request: Request) -> FormData:
    return await request.form()


Submitted = Annotated[FormData, Depends(_submitted)]


def filled(form: FormData, *several: str) -> Fields:
    """Return the fields that hold something; those in ``several`` as lists."""
    fields: Fields = {name: value for name, value in form.items() if isinstance(value, str) and value and name not in several}
    return fields | {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in several}
