"""What the API shows of notices."""

from datetime import date, datetime

from pydantic import BaseModel, Field

from models.vocabulary import Language
from service.privacy.notices.queries import NoticeState, Undecided


class NoticeView(BaseModel):
    """Somebody who came from a file and has not agreed yet."""

    expert_id: str
    source: str = Field(description="Which file")
    imported_at: datetime
    state: NoticeState = Field(description="What is to be done next")
    sent_at: datetime | None
    erase_after: date | None
    warned_at: datetime | None

    @classmethod
    def of(cls, person: Undecided, today: date) -> "NoticeView":
        """Return the view of ``person`` on ``today``."""
        notice = person.notice
        return cls(
            expert_id=person.expert.id,
            source=person.imported.source,
            imported_at=person.imported.imported_at,
            state=person.state(today),
            sent_at=notice.sent_at if notice else None,
            erase_after=notice.erase_after if notice else None,
            warned_at=notice.warned_at if notice else None,
        )


class LetterView(BaseModel):
    """A letter that is ready to copy."""

    language: Language
    subject: str
    body: str
