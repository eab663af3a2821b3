"""Requests for people, who is a candidate for them, and the recorded steps of the procedure."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from models.columns import coded, document
from models.vocabulary import RoleCode
from models.vocabulary.selection import RequestSubject, SelectionState, SelectionTrack

_request_version = sa.Column("version", sa.Integer, nullable=False)


class SelectionRequest(SQLModel, table=True):
    """A request for one role or a pair, with what is asked for. ``seats`` are those of each role.

    ``weight_trials`` counts how often somebody looked at what other weights would do to one of its lists.
    """

    __tablename__ = "selection_request"
    id: str = Field(primary_key=True)
    subject_kind: RequestSubject = Field(sa_type=coded(RequestSubject))
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    project_id: str | None = Field(default=None, foreign_key="project.id", index=True)
    group_id: str | None = Field(default=None, foreign_key="technology_group.id", index=True)
    roles: list[str] = document()
    must: dict[str, list[str]] = document(dict)
    nice: dict[str, list[str]] = document(dict)
    excluded: dict[str, list[str]] = document(dict)
    seats: int = 1
    starts: date | None = None
    hours_per_week: int | None = None
    languages: list[str] = document()
    track: SelectionTrack = Field(default=SelectionTrack.OPEN_SELECTION, sa_type=coded(SelectionTrack))
    notes: str = ""
    state: SelectionState = Field(default=SelectionState.NEED, sa_type=coded(SelectionState), index=True)
    opened_by: str = Field(max_length=80)
    opened_at: datetime
    first_signed_at: datetime | None = None
    decided_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: str = ""
    weight_trials: int = 0
    version: int | None = Field(default=None, sa_column=_request_version)

    __mapper_args__ = {"version_id_col": _request_version}
    __table_args__ = (
        sa.CheckConstraint(
            "(subject_kind = 'product') = (product_id IS NOT NULL) AND (subject_kind = 'project') = (project_id IS NOT NULL)"
            " AND (subject_kind = 'group') = (group_id IS NOT NULL)",
            name="subject",
        ),
        sa.CheckConstraint("seats BETWEEN 1 AND 50", name="seats"),
        sa.CheckConstraint("hours_per_week IS NULL OR hours_per_week BETWEEN 0 AND 80", name="hours"),
        sa.CheckConstraint("(state = 'ENDED') = (closed_at IS NOT NULL)", name="closed"),
    )

    @property
    def subject_id(self) -> str:
        """Return the id of the product, project or group."""
        return self.product_id or self.project_id or self.group_id or ""


class Candidate(SQLModel, table=True):
    """A person on a signed shortlist, and how far the procedure has come with them; goes when the person is erased."""

    __tablename__ = "candidate"
    request_id: str = Field(primary_key=True, foreign_key="selection_request.id")
    role: RoleCode = Field(primary_key=True, sa_type=coded(RoleCode))
    expert_id: str = Field(primary_key=True, foreign_key="expert.id", ondelete="CASCADE", index=True)
    state: SelectionState = Field(default=SelectionState.SHORTLIST, sa_type=coded(SelectionState))
    changed_at: datetime

    __table_args__ = (sa.CheckConstraint("state NOT IN ('NEED', 'ANNOUNCED')", name="state"),)


class RecordedStep(SQLModel, table=True):
    """A step of the procedure that somebody recorded: of the whole request, or of one candidate.

    ``conflicts_stated`` is what the members of a council said of conflicts of interest, ``delegation`` by what another body than the one
    named for the role decides.
    """

    __tablename__ = "recorded_step"
    id: int | None = Field(default=None, primary_key=True)
    request_id: str = Field(foreign_key="selection_request.id", index=True)
    role: RoleCode | None = Field(default=None, sa_type=coded(RoleCode))
    expert_id: str | None = Field(default=None, foreign_key="expert.id", ondelete="CASCADE", index=True)
    state: SelectionState = Field(sa_type=coded(SelectionState))
    on_day: date
    body: str = ""
    document: str = ""
    note: str = ""
    conflicts_stated: str = ""
    delegation: str = ""
    entered_by: str = Field(max_length=80)
    entered_at: datetime

    __table_args__ = (sa.CheckConstraint("(role IS NULL) = (expert_id IS NULL)", name="candidate"),)
