"""What every registry says of a person, in the fields of the API."""

from collections.abc import Iterable
from typing import Any

from matching.text.languages import language_of
from models.vocabulary import NameOrder
from service.imports.formats.plain_text import one_line, prose

_NAME, _TITLE, _TEXT, _MOST_ALIASES = 200, 500, 10_000, 20


def names(whole: str, given: str, family: str, others: Iterable[str], *, family_first: bool) -> dict[str, Any]:
    """Return the fields of a name; ``whole`` is as its owner writes it, empty where the source does not say.

    Without parts, the family name is the first word where it comes first, else the last one; one word is a given name.
    """
    if not (given or family):
        given, family = _divided(whole.split(), family_first=family_first)
    shown = whole or " ".join(filter(None, (family, given) if family_first else (given, family)))
    first = family_first or bool(family and given and shown.casefold().startswith(family.casefold()))
    aliases = dict.fromkeys(one_line(other, _NAME) for other in others if other and other != shown)
    return {
        "display_name": one_line(shown, _NAME),
        "family_name": one_line(family, _NAME),
        "given_name": one_line(given or shown, _NAME),
        "name_order": NameOrder.FAMILY_FIRST if first else NameOrder.GIVEN_FIRST,
        **({"aliases": list(aliases)[:_MOST_ALIASES]} if aliases else {}),
    }


def biography(text: str) -> dict[str, Any]:
    """Return the field of a biography in the language that it is written in; nothing for an empty one."""
    return {"biography": {language_of(text).value: prose(text)}} if text.strip() else {}


def titled(kind: Any, title: str, text: str, source: str) -> dict[str, Any]:
    """Return the fields that every item of evidence has; a title that is too long goes on in the text."""
    if len(title) > _TITLE:
        text = f"{title}\n{text}"
    said = f"{title}\n{text}"
    fields = {"kind": kind, "language": language_of(said), "title": one_line(title, _TITLE), "source": one_line(source, 300)}
    return fields | ({"text": text if len(text) <= _TEXT else text[: _TEXT - 1].rsplit(" ", 1)[0] + "…"} if text.strip() else {})


def _divided(words: list[str], *, family_first: bool) -> tuple[str, str]:
    if len(words) < 2:
        return " ".join(words), ""
    return (" ".join(words[1:]), words[0]) if family_first else (" ".join(words[:-1]), words[-1])
