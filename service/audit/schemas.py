"""What the API shows of the audit."""

from datetime import datetime
from typing import Any

from pydantic import Field

from service.kit.texts import RowView


class EventView(RowView):
    """One event, with the seal that ties it to the one before."""

    sequence: int
    at: datetime
    actor: str = Field(description="An id, never a name")
    action: str = Field(examples=["consent_withdrawn"])
    object_kind: str = Field(examples=["expert"])
    object_id: str = Field(examples=["E000123"])
    details: dict[str, Any]
    previous_hash: str
    hash: str
