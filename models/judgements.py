"""What people decided about what was read of a person's work, named by the words that were read, not by who read them."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded
from models.vocabulary import ReadingMatter, ReadingVerdict


class ReadingJudgement(SQLModel, table=True):
    """A reading of an item was confirmed or rejected; ``digest`` names the words of the item, so other words are read anew.

    ``capability_id`` is empty unless the matter is a capability. One that is ``waiting`` is what the person asks for: nothing counts of it
    until a coordinator decides, and what is in force meanwhile stays beside it.
    """

    __tablename__ = "reading_judgement"
    id: int | None = Field(default=None, primary_key=True)
    expert_id: str = Field(foreign_key="expert.id", ondelete="CASCADE", index=True)
    digest: str = Field(max_length=32)
    matter: ReadingMatter = Field(sa_type=coded(ReadingMatter))
    capability_id: str = ""
    verdict: ReadingVerdict = Field(sa_type=coded(ReadingVerdict))
    waiting: bool = False
    by_person: bool = False
    judged_by: str = Field(max_length=80)
    judged_at: datetime

    __table_args__ = (
        sa.CheckConstraint("(matter = 'capability') = (capability_id <> '')", name="capability"),
        sa.CheckConstraint("judged_by <> ''", name="accounted_for"),
        sa.UniqueConstraint("expert_id", "digest", "matter", "capability_id", "waiting", name="uq_reading_judgement_of_a_reading"),
    )
