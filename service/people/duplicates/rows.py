"""Every row that names one of several records, as it was before a change and after it, and the way back."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col

from models.accounts import RoleGrant
from models.conflicts import ConflictJudgement
from models.consents import PastConsent
from models.data_requests import DataRequest
from models.database import WriteSession
from models.documents import Document
from models.experts import Consent, Evidence, Expert, Relation, Willingness
from models.invitations import CandidateInvitation, OutboxMessage
from models.judgements import ReadingJudgement
from models.nominations import Nomination
from models.oversight import RetentionDeadline
from models.selection import Candidate, RecordedStep
from models.shortlists import EvidenceTask, HumanFinding, ShortlistChoice

Row = dict[str, Any]
Rows = dict[tuple[str, str], Row]
Change = dict[str, Any]

NAMING: dict[type[SQLModel], tuple[str, ...]] = {
    Expert: ("id", "merged_into"),
    Evidence: ("expert_id",),
    Willingness: ("expert_id",),
    Consent: ("expert_id",),
    PastConsent: ("expert_id",),
    Relation: ("expert_id", "other_expert_id"),
    ConflictJudgement: ("expert_id", "other_expert_id"),
    RoleGrant: ("expert_id",),
    RetentionDeadline: ("expert_id",),
    DataRequest: ("expert_id",),
    Candidate: ("expert_id",),
    RecordedStep: ("expert_id",),
    CandidateInvitation: ("expert_id",),
    OutboxMessage: ("expert_id",),
    HumanFinding: ("expert_id",),
    EvidenceTask: ("expert_id",),
    ShortlistChoice: ("expert_id",),
    Document: ("expert_id",),
    Nomination: ("expert_id",),
    ReadingJudgement: ("expert_id",),
}
"""The tables that a merge may change, with the columns that name a person; parents stand before their children."""

STAY_BEHIND = frozenset(
    {"entry_content", "feedback", "kept_answer", "person_reading", "seen_fit", "duplicate_pair", "record_merge"}
    | {"imported_person", "import_refusal", "import_notice", "incident_person"}
    | {"delegation"}
)
"""Tables whose rows stay with the merged record: signed lists and what was said of them, where it came from, what was
read of it; and whoever was named to edit one record edits no more than that."""

_COUNTERS = frozenset({"version", "change_number"})
_TABLES = {str(table.__tablename__): table for table in NAMING}


def rows_of(session: Session, ids: Collection[str]) -> Rows:
    """Return every row that names one of ``ids``, by table and key, as JSON; counters of the service are left out."""
    session.flush()
    session.expire_all()
    return {
        (str(table.__tablename__), _key(row)): _shown(row)
        for table, columns in NAMING.items()
        for row in session.scalars(sa.select(table).where(sa.or_(*(_column(table, name).in_(ids) for name in columns))))
    }


def changes_between(before: Rows, after: Rows) -> list[Change]:
    """Return what changed: each row with its columns before and after, None for a row that was not there."""
    order = {name: place for place, name in enumerate(_TABLES)}
    keys = sorted({*before, *after}, key=lambda key: (order[key[0]], key[1]))
    changed = [(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)]
    return [{"table": table, "key": key, **_differing(was, now)} for (table, key), was, now in changed]


def _differing(was: Row | None, now: Row | None) -> Change:
    if was is None or now is None:
        return {"before": was, "after": now}
    names = [name for name in was if was[name] != now[name]]
    return {"before": {name: was[name] for name in names}, "after": {name: now[name] for name in names}}


def take_back(session: WriteSession, changes: Iterable[Change]) -> None:
    """Undo ``changes``, the last first; what was changed again since then stays as it is now."""
    session.flush()
    session.expire_all()
    for change in reversed(list(changes)):
        if change["before"] is not None and change["after"] is not None:
            _restore_columns(session, change)
        elif change["before"] is None:
            _remove(session, change)
    for change in changes:
        if change["after"] is None:
            _insert(session, change)
    session.flush()
    session.expire_all()


def _restore_columns(session: WriteSession, change: Change) -> None:
    row = _find(session, change["table"], change["key"])
    if row is None:
        return
    now = row.model_dump(mode="json", exclude=_files_of(type(row)))
    wanted = {name: value for name, value in change["before"].items() if now[name] == change["after"][name]}
    typed = _typed(type(row), {**row.model_dump(), **now, **wanted})
    for name in wanted:
        setattr(row, name, getattr(typed, name))
    session.flush()


def _remove(session: WriteSession, change: Change) -> None:
    row = _find(session, change["table"], change["key"])
    if row is not None and _shown(row) == change["after"]:
        session.delete(row)
        session.flush()


def _insert(session: WriteSession, change: Change) -> None:
    if _find(session, change["table"], change["key"]) is None:
        session.add(_typed(_TABLES[change["table"]], change["before"]))
        session.flush()


def _shown(row: SQLModel) -> Row:
    """Return a row as JSON, without counters and the bytes of files, which no merge changes."""
    return row.model_dump(mode="json", exclude=_files_of(type(row)) | _COUNTERS)


def _files_of(table: type[SQLModel]) -> set[str]:
    return {column.key for column in sa.inspect(table).columns if isinstance(column.type, sa.LargeBinary)}


def _typed(table: type[SQLModel], values: Row) -> SQLModel:
    return table.model_validate(values)


def _find(session: Session, table: str, key: str) -> SQLModel | None:
    """Return the row of a table by its key as ``_key`` writes it."""
    model = _TABLES[table]
    columns = sa.inspect(model).primary_key
    values = key.split("\x1f")
    found = [int(value) if isinstance(column.type, sa.Integer) else value for column, value in zip(columns, values, strict=True)]
    return session.scalar(sa.select(model).where(*(column == value for column, value in zip(columns, found, strict=True))))


def _key(row: SQLModel) -> str:
    return "\x1f".join(str(value) for value in sa.inspect(row).identity)


def _column(table: type[SQLModel], name: str) -> Any:
    return col(getattr(table, name))
