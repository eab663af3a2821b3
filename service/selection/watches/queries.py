"""Finds watches, and who fits a watched role now."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.profiles import Profile
from models.watches import SeenFit, Watch
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import NamedSubject, find_subject
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.problems import NotFound, NotOnListInForce
from service.kit.texts import Text
from service.matches.recommendations.recommending import Recommender
from service.selection.watches.schemas import FittingPerson, WatchView


def open_watches(session: Session, viewer: Viewer) -> list[tuple[Watch, NamedSubject]]:
    """Return the open watches of subjects into which ``viewer`` may look, oldest first; those that left the list are passed over."""
    rows = session.scalars(sa.select(Watch).where(col(Watch.closed_at).is_(None)).order_by(col(Watch.id))).all()
    return [(row, subject) for row, subject in _with_subjects(session, rows) if may_see_inside(viewer, subject.sensitivity) is True]


def find_watch(session: Session, viewer: Viewer, watch_id: str) -> tuple[Watch, NamedSubject]:
    """Return an open watch; raises ``NotFound``, also for one of which ``viewer`` may not know."""
    for row, subject in open_watches(session, viewer):
        if row.id == watch_id:
            return row, subject
    raise NotFound.of(en="watch", vi="yêu cầu theo dõi", identifier=watch_id)


def watch_view(session: Session, recommender: Recommender, watch: Watch, subject: NamedSubject) -> WatchView:
    """Return a watch with its news; raises ``Unavailable`` while nobody is read."""
    fitting, seen = fitting_now(session, recommender, watch), seen_of(session, watch)
    return WatchView(
        id=watch.id,
        subject_kind=watch.subject_kind,
        subject=watch.subject_id,
        name=Text(vi=subject.name.vi, en=subject.name.en),
        role=watch.role,
        opened_by=watch.opened_by,
        opened_at=watch.opened_at,
        fitting=len(fitting),
        news=[_person(profile) for profile in fitting if profile.id not in seen],
    )


def fitting_now(session: Session, recommender: Recommender, watch: Watch) -> list[Profile]:
    """Return who reaches the threshold for the watched role now, best first."""
    ranking = recommender.recommend(session, SubjectKind(watch.subject_kind.value), watch.subject_id, watch.role).ranking
    return [ranking.network.profiles[position] for position in ranking.fitting]


def seen_of(session: Session, watch: Watch) -> set[str]:
    """Return who was seen to fit before."""
    return set(session.scalars(sa.select(col(SeenFit.expert_id)).where(col(SeenFit.watch_id) == watch.id)))


def _with_subjects(session: Session, rows: Iterable[Watch]) -> Iterable[tuple[Watch, NamedSubject]]:
    for row in rows:
        try:
            yield row, find_subject(session, SubjectKind(row.subject_kind.value), row.subject_id)
        except (NotFound, NotOnListInForce):
            continue


def _person(profile: Profile) -> FittingPerson:
    return FittingPerson(id=profile.id, display_name=profile.name, synthetic=profile.synthetic)
