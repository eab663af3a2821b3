"""Renders a page in the reader's language, with headers that keep it plain: own scripts alone, nothing from outside, in no frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FunctionLoader, StrictUndefined

from models.vocabulary import Language
from service.kit.addresses import address_of, page_before
from service.kit.hooks import Hook
from service.kit.languages import preferred_language
from service.kit.local_forms import day_in, ended_once, moment_in, number_in, percent_in
from service.kit.places import named
from service.kit.stages import stage
from service.kit.words import LANGUAGE_NAMES, RESULT_SIGNS, WordsOfTheRoom, words_in

SERVICE = Path(__file__).parents[1]
COOKIE = "lang"
# What stands around every page: the menu of whoever asks, their name, notices.
surroundings: Hook[[Request], Mapping[str, Any]] = Hook("kit.surroundings")
COOKIE_SECONDS = 365 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Language, Cookie",
    "Cache-Control": "no-store",  # pages name people
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks for a page, and in which language; ``chosen`` when the address says so."""

    request: Request
    language: Language
    chosen: bool = False

    @classmethod
    def of(cls, request: Request, chosen: Language | None = None) -> "Reader":
        """Return the reader of ``request``: the address decides, then the cookie, then the browser, then Vietnamese."""
        remembered = request.cookies.get(COOKIE)
        if chosen is None and remembered in set(Language):
            return cls(request, Language(remembered))
        return cls(request, chosen or preferred_language(request.headers.get("accept-language"), default=Language.VI), chosen is not None)

    def render(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Return the page made of ``template`` and ``values``."""
        with stage("answer"):
            text = self._text(template, values)
        response = HTMLResponse(text, status, headers={**HEADERS, "Content-Language": self.language.value})
        if self.request.method != "GET":
            response.headers["HX-Push-Url"] = "false"  # the address of a form is no page to come back to
        if self.chosen:
            response.set_cookie(COOKIE, self.language.value, COOKIE_SECONDS, httponly=True, samesite="lax")
        return response

    def _text(self, template: str, values: Mapping[str, Any]) -> str:
        return (
            _templates()
            .get_template(template)
            .render(
                {**self._around(), **values},
                lang=self.language.value,
                w=words_in(self.language),
                say=partial(_said, self.language),
                day=partial(day_in, self.language),
                moment=partial(moment_in, self.language),
                decimal=partial(number_in, self.language),
                percent=partial(percent_in, self.language),
                called=named,
                prose=ended_once,
                repeated=repeated_in(self.request),
                language_links=[(language.value, LANGUAGE_NAMES[language], self._address_in(language)) for language in Language],
                signs=RESULT_SIGNS,
                root=address_of(self.request, ""),
            )
        )

    def _around(self) -> dict[str, Any]:
        return {name: value for around in surroundings(self.request) for name, value in around.items()}

    def _address_in(self, language: Language) -> str:
        others = [(name, value) for name, value in self.request.query_params.multi_items() if name != "lang"]
        asked = f"?{urlencode([*others, ('lang', language.value)])}"
        if self.request.method == "POST":
            if repeated_in(self.request):
                return f"{self.request.url.path}{asked}"  # where the page is another one's part, its address is not the form's
            before = page_before(self.request) or address_of(self.request, "/")
            return f"{before}{'&' if '?' in before else '?'}lang={language.value}"
        return asked


def repeated_in(request: Request) -> list[tuple[str, str]]:
    """Return the fields that a refused form sends again when only the language is to change; nothing elsewhere."""
    fields: list[tuple[str, str]] = getattr(request.state, "repeated", [])
    return fields


def _said(language: Language, value: Any) -> str:
    """Return a text in both languages in one of them; what was stored as JSON is a dictionary."""
    said: str = value[language.value] if isinstance(value, dict) else getattr(value, language)
    return said


def _reader(request: Request, lang: Annotated[Language | None, Query()] = None) -> Reader:
    return Reader.of(request, lang)


ReaderOfPage = Annotated[Reader, Depends(_reader)]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_read),
        extensions=[WordsOfTheRoom],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read(name: str) -> tuple[str, str, None] | None:
    """Return a template and its file: ``people/evidence/item.html`` stands in the folder ``templates`` of the room people/evidence."""
    room, _, file = name.rpartition("/")
    path = SERVICE / room / "templates" / file
    return (path.read_text(encoding="utf-8"), str(path), None) if path.is_file() else None
