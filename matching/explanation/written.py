"""Fills a phrase with numbers and days as its language writes them: 2.380, 16,7 and 28/11/2026, or 2,380, 16.7 and 28 Nov 2026.

The forms are those of the Unicode locale data for Vietnamese and British English, which the pages use as well.
"""

from datetime import date
from numbers import Number
from string import Formatter
from typing import Any

from models.vocabulary import Language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
_SWAPPED = str.maketrans(".,", ",.")


def written(language: Language, phrase: str, **values: object) -> str:
    """Return ``phrase`` with ``values`` in the places that name them."""
    return _WRITERS[language].vformat(phrase, (), values)


def day_written(language: Language, day: date) -> str:
    """Return 28/11/2026 or 28 Nov 2026."""
    if language is Language.VI:
        return f"{day:%d/%m/%Y}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class _Writer(Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, date):
            return day_written(self.language, value)
        if isinstance(value, bool) or not isinstance(value, Number):
            return format(value, format_spec)
        said = format(value, format_spec or ",")
        return said.translate(_SWAPPED) if self.language is Language.VI else said


_WRITERS = {language: _Writer(language) for language in Language}
