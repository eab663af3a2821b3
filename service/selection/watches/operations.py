"""Opens and closes watches, and notes whose fit was seen."""

import uuid
from datetime import UTC

import sqlalchemy as sa
from sqlmodel import col

from models.audit import AuditAction
from models.database import WriteSession, insert_if_absent
from models.vocabulary.selection import RequestSubject
from models.watches import SeenFit, Watch
from service.catalogue.subjects.queries import NamedSubject, find_subject, kind_of
from service.identity.access.guards import enforce
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.events.recording import AuditedObject, record
from service.kit.problems import Conflict
from service.matches.recommendations.recommending import Recommender
from service.selection.watches.queries import fitting_now
from service.selection.watches.schemas import WatchCreate

WATCH = "watch"


def open_watch(
    session: WriteSession, by: Actor, viewer: Viewer, recommender: Recommender, fields: WatchCreate
) -> tuple[Watch, NamedSubject]:
    """Watch a role from now on; whoever fits it now is seen.

    Raises ``NotFound``, ``Forbidden`` without the clearance, ``Invalid`` for a role the subject has not, ``Conflict`` for a watched one.
    """
    kind = kind_of(session, fields.subject)
    subject = find_subject(session, kind, fields.subject)
    enforce(may_see_inside(viewer, subject.sensitivity))
    _check_free(session, subject, fields)
    watch = Watch(
        id=f"W{by.now.astimezone(UTC):%Y%m%d%H%M%S%f}-{uuid.uuid4().hex[:8]}",
        subject_kind=RequestSubject(kind.value),
        subject_id=subject.id,
        role=fields.role,
        opened_by=by.actor,
        opened_at=by.now,
    )
    session.add(watch)
    session.flush()
    record(session, by, AuditAction.WATCH_OPENED, AuditedObject(WATCH, watch.id), subject=subject.id, role=fields.role.value)
    _see(session, by, recommender, watch)
    return watch, subject


def mark_seen(session: WriteSession, by: Actor, recommender: Recommender, watch: Watch) -> None:
    """Note that whoever fits now was seen."""
    _see(session, by, recommender, watch)
    record(session, by, AuditAction.WATCH_SEEN, AuditedObject(WATCH, watch.id))


def close_watch(session: WriteSession, by: Actor, watch: Watch) -> None:
    """Watch no longer."""
    watch.closed_at = by.now
    session.flush()
    record(session, by, AuditAction.WATCH_CLOSED, AuditedObject(WATCH, watch.id))


def _see(session: WriteSession, by: Actor, recommender: Recommender, watch: Watch) -> None:
    seen = [{"watch_id": watch.id, "expert_id": profile.id, "seen_at": by.now} for profile in fitting_now(session, recommender, watch)]
    if seen:
        insert_if_absent(session, SeenFit, seen)


def _check_free(session: WriteSession, subject: NamedSubject, fields: WatchCreate) -> None:
    same = (col(Watch.subject_id) == subject.id, col(Watch.role) == fields.role, col(Watch.closed_at).is_(None))
    other = session.scalar(sa.select(col(Watch.id)).where(*same))
    if other is not None:
        raise Conflict("role_watched_already", en=f"This role is watched already: {other}.", vi=f"Vai trò này đã được theo dõi: {other}.")
