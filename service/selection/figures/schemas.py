"""What the API says of the service's own figures; each comes with what it does not say."""

from pydantic import BaseModel, Field

from service.kit.texts import Text


class Duration(BaseModel):
    """Days between two moments of a request."""

    median_days: float | None = Field(description="Null while there is none")
    requests: int = Field(description="How many requests it rests on")
    caveat: Text


class FillRate(BaseModel):
    """Seats that were decided, of the seats of closed requests."""

    seats: int
    filled: int
    rate: float | None
    caveat: Text


class Counted(BaseModel):
    """Numbers by a code."""

    counts: dict[str, int]
    caveat: Text


class FiguresView(BaseModel):
    """How the service does."""

    time_to_first_shortlist: Duration
    time_to_decision: Duration
    fill_rate: FillRate
    refusals: Counted = Field(description="Refused invitations by reason")
    open_by_age: Counted = Field(description="Open requests by the days since they were opened")
