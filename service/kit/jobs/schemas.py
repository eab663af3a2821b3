"""What the API shows of a job."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from models.vocabulary import JobStatus


class JobView(BaseModel):
    """A job and how far it is. Its arguments and its worker stay inside."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    kind: str = Field(examples=["fit"])
    status: JobStatus
    progress: float = Field(description="0 to 1")
    message: str
    result: dict[str, Any]
    attempts: int
    max_attempts: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
