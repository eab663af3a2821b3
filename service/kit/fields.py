"""What a field of a person's record may hold, wherever it appears in a request."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

# Letters without a shape of their own, beside those of the categories of control and format characters and line separators.
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[^\W\d_])")


def one_line(text: str) -> str:
    """Return ``text``; raises ``ValueError`` where it breaks the line, or holds what nobody sees or what turns the text round."""
    if text.isprintable() and _BLANK.isdisjoint(text):
        return text  # quickly, for nearly every text: a printable letter is of none of those categories
    for place, letter in enumerate(text, 1):
        if unicodedata.category(letter) in _UNSEEN or letter in _BLANK:
            raise ValueError(f"must be one line of visible characters: take out character {place} (U+{ord(letter):04X})")
    return text


def joined_lines(given: Any) -> Any:
    """Return a text in one line, a word that was divided at the end of a line whole again, as titles come out of a page; else ``given``."""
    if not isinstance(given, str) or not _LINE_BREAK.search(given):
        return given
    return _LINE_BREAK.sub(" ", _DIVIDED.sub("", given))


# PostgreSQL stores any character but this one.
_NO_NULL = r"^[^\x00]*$"


class Input(BaseModel):
    """A part of a request body; a field that does not exist is refused by its name."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


Line = Annotated[str, StringConstraints(max_length=300, pattern=_NO_NULL), AfterValidator(one_line)]
Named = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_NO_NULL), AfterValidator(one_line)]
Title = Annotated[
    str, BeforeValidator(joined_lines), StringConstraints(min_length=1, max_length=500, pattern=_NO_NULL), AfterValidator(one_line)
]
Prose = Annotated[str, StringConstraints(max_length=10_000, pattern=_NO_NULL)]
Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z][a-z0-9-]*$")]
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=_NO_NULL), AfterValidator(one_line)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Orcid = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")]
Email = Annotated[str, StringConstraints(max_length=254, pattern=r"^([^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00]+)?$"), AfterValidator(one_line)]
# Whole numbers as every database keeps them in a column; a row is numbered from 1.
LARGEST = 2**31 - 1
Count = Annotated[int, Field(ge=0, le=LARGEST)]
RowNumber = Annotated[int, Field(ge=1, le=LARGEST)]
# A moment that stays within the calendar in every time zone, and with the terms that are counted from it.
Moment = Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))]
Hours = Annotated[int, Field(ge=0, le=80)]


# A reason has words: a dot, a dash or a number gives none.
Reason = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^([^\x00]*[^\W\d_]){2}[^\x00]*$")]
