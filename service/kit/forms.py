"""What a form sent: every field by its name, those that were left empty left out; and what becomes of it when it is refused."""

from collections.abc import AsyncIterator, Callable, Collection
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import FormData

from models.database import WriteSession
from service.kit.languages import Bilingual
from service.kit.problems import PreconditionFailed, Problem
from service.kit.repeated_fields import refuse_repeated
from service.kit.validation import as_invalid

Fields = dict[str, str | list[str]]
_SECRET = ("password", "current", "token")
_UNSHOWN = (*_SECRET, "tag", "version")
ONLY_LOOK = "only_look"
"""The field of a form that is sent again to be seen in another language: nothing of it is done."""


class LanguageSwitched(Problem):
    """A form was sent to be seen in another language, and nothing was wrong with it."""

    status = HTTPStatus.OK
    code = "only_looked"
    title = Bilingual("Nothing is sent yet", "Chưa gửi")

    def __init__(self) -> None:
        super().__init__(
            en="The language has changed; nothing is sent yet. Look at what you typed, then send it.",
            vi="Đã đổi ngôn ngữ; nội dung chưa được gửi. Hãy xem lại rồi gửi.",
        )


def submitted(*several: str) -> Any:
    """Return what gives a route the form that was sent; fields other than ``several`` are refused (``Invalid``) when they come twice."""

    async def read(request: Request) -> AsyncIterator[FormData]:
        sent = await request.form()
        try:
            yield _noted(request, sent, several)
        finally:
            await sent.close()  # files that came with it

    return Depends(read)


def _noted(request: Request, sent: FormData, several: Collection[str]) -> FormData:
    """Return what was sent without what pages add, noted for a page that refuses, so that nothing typed is lost."""
    form = FormData([(name, value) for name, value in sent.multi_items() if name != ONLY_LOOK])
    request.state.typed = filled(form)
    request.state.sent = _again(form)
    request.state.only_look = ONLY_LOOK in sent
    refuse_repeated((name for name, _ in sent.multi_items()), several)
    return form


def _again(form: FormData) -> list[tuple[str, str]]:
    """Return what the same form sends in another language: all but secrets, which are on no page."""
    kept = [(name, value) for name, value in form.multi_items() if isinstance(value, str) and name not in _SECRET]
    return [*kept, (ONLY_LOOK, "true")]


Submitted = Annotated[FormData, submitted()]


def filled(form: FormData, *several: str) -> Fields:
    """Return the fields that hold something; those in ``several`` as lists."""
    fields: Fields = {name: value for name, value in form.items() if isinstance(value, str) and value and name not in several}
    return fields | {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in several}


def as_sent(stored: Fields, typed: Fields) -> Fields:
    """Return what a form shows: what is stored before it was sent, then what was typed, where an emptied field stays empty."""
    return {**dict.fromkeys(stored, ""), **typed} if typed else stored


def typed_in(request: Request) -> Fields:
    """Return what the form of ``request`` held, without secrets and what pages carry for themselves; nothing without a form."""
    typed: Fields = getattr(request.state, "typed", {})
    return {name: value for name, value in typed.items() if name not in _UNSHOWN}


def refusal(session: WriteSession, change: Callable[[], object]) -> Problem | None:
    """Do ``change`` and return None; or take back all of it and return why it was refused, to be shown above what was typed.

    A form that is only looked at in another language is always taken back.
    """
    state = session.info.get("state")
    problem = _refused(session, change, only_look=getattr(state, "only_look", False))
    if problem is not None and state is not None:
        state.repeated = getattr(state, "sent", [])
    return problem


def _refused(session: WriteSession, change: Callable[[], object], *, only_look: bool) -> Problem | None:
    try:
        with session.begin_nested():
            change()
            if only_look:
                raise LanguageSwitched
    except RequestValidationError as error:
        return as_invalid(error)
    except Problem as problem:
        return problem
    return None


def check_version(fields: Fields, version: int | None) -> None:
    """Take the version out of ``fields``; raises ``PreconditionFailed`` unless it is the one that is stored."""
    if fields.pop("version", "") != str(version):
        raise PreconditionFailed(
            en="Somebody changed this in the meantime. What you typed stands below: look again, then send it again.",
            vi="Có người vừa sửa nội dung này. Những gì bạn nhập vẫn còn bên dưới: hãy xem lại rồi gửi lại.",
        )


def both_languages(fields: Fields, name: str) -> dict[str, str | list[str]]:
    """Return what was written in ``name_vi`` and ``name_en`` as one text; a field that was left empty is left out."""
    return {language: fields[f"{name}_{language}"] for language in ("vi", "en") if f"{name}_{language}" in fields}


def lines(text: str | list[str]) -> list[str]:
    """Return the words of a field with one id a line; commas separate as well."""
    return text if isinstance(text, list) else text.replace(",", " ").split()


_MOST_FIELDS = 1000


Form = dict[str, str]


async def _form(request: Request) -> Form:
    """Return the fields of a form; raises the error of a wrong request for too many, ``Invalid`` for one that was sent twice."""
    try:
        fields = parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise RequestValidationError([{"loc": ("body",), "msg": str(error)}]) from None
    refuse_repeated((name for name, _ in fields), ())
    return dict(fields)


FormFields = Annotated[Form, Depends(_form)]
