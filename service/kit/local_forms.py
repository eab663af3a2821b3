"""How days, moments, numbers and the names of countries and languages are written for a reader, by the Unicode locale data (CLDR)."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from models.vocabulary import Language
from service.kit.calendar import VIET_NAM, local_day
from service.kit.languages import Bilingual

LOCALES = {Language.VI: Locale("vi"), Language.EN: Locale("en", "GB")}
DAY = {Language.VI: "dd/MM/yyyy", Language.EN: "d MMM yyyy"}
OFFICIAL = {"VN": Bilingual(en="Viet Nam", vi="Việt Nam")}
"""What a country calls itself officially, where the locale data says something else."""


_STOPPED_TWICE = re.compile(r"(?<!\.)([.!?…;])\.(?!\.)(?=\s|[”\"»)]|$)")


def ended_once(text: str) -> str:
    """Return ``text`` as it is shown: where sentences that ended already were joined by full stops, one sign ends each.

    What is stored stays as it is: it was read, signed and sealed like that.
    """
    return _STOPPED_TWICE.sub(r"\1", text)


def day_in(language: Language, day: date) -> str:
    """Return 28/11/2026 or 28 Nov 2026; of a moment its day in Viet Nam."""
    return format_date(local_day(day) if isinstance(day, datetime) else day, DAY[language], LOCALES[language])


def moment_in(language: Language, moment: datetime) -> str:
    """Return day and time of ``moment`` (aware) on the clocks of Viet Nam."""
    time = format_time(moment.astimezone(VIET_NAM), "HH:mm", locale=LOCALES[language])
    return f"{day_in(language, moment)}, {time}"


def number_in(language: Language, number: float, places: int | None = None, *, signed: bool = False) -> str:
    """Return ``number`` with exactly ``places`` decimals (default: as many as it has, at most three): 42,8 or 42.8.

    ``signed`` puts a plus before what is above zero.
    """
    decimals = "###" if places is None else "0" * places
    pattern = f"#,##0.{decimals}" if decimals else "#,##0"
    return _written(language, str(number), f"+{pattern};-{pattern}" if signed else pattern)


@lru_cache(maxsize=4096)
def _written(language: Language, number: str, pattern: str) -> str:
    """Return a number as written by ``pattern``; weights and round numbers stand again and again on a page."""
    return format_decimal(Decimal(number), pattern, LOCALES[language])


def percent_in(language: Language, share: float, places: int = 0) -> str:
    """Return ``share`` of 1 as a percentage: 59% of 0.59."""
    return f"{number_in(language, 100 * share, places)}%"


def country_name(code: str) -> Bilingual:
    """Return what the country ``code`` (ISO 3166) is called; the code itself where there is no such country."""
    return OFFICIAL.get(code) or Bilingual(**{language.value: LOCALES[language].territories.get(code, code) for language in Language})


def language_name(code: str) -> Bilingual:
    """Return what the language ``code`` (ISO 639) is called; the code itself where there is no such language."""
    return Bilingual(**{language.value: LOCALES[language].languages.get(code, code) for language in Language})
