"""What a field of a person's record may hold, wherever it appears in a request."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

# PostgreSQL stores any character but this one.
_NO_NULL = r"^[^\x00]*$"


class Input(BaseModel):
    """A part of a request body; a field that does not exist is refused by its name."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


Line = Annotated[str, StringConstraints(max_length=300, pattern=_NO_NULL)]
Named = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_NO_NULL)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_NO_NULL)]
Prose = Annotated[str, StringConstraints(max_length=10_000, pattern=_NO_NULL)]
Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z][a-z0-9-]*$")]
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=_NO_NULL)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Orcid = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")]
Email = Annotated[str, StringConstraints(max_length=254, pattern=r"^([^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00]+)?$")]
# Whole numbers as every database keeps them in a column; a row is numbered from 1.
LARGEST = 2**31 - 1
Count = Annotated[int, Field(ge=0, le=LARGEST)]
RowNumber = Annotated[int, Field(ge=1, le=LARGEST)]
# A moment that stays within the calendar in every time zone, and with the terms that are counted from it.
Moment = Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))]
Hours = Annotated[int, Field(ge=0, le=80)]
