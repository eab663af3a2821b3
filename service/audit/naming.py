"""What the things of the journal are called before whoever reads it; what somebody may not know keeps its number."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditEvent
from models.catalogue import Product, TechnologyGroup
from models.invitations import CandidateInvitation
from models.projects import Project
from models.shortlists import Shortlist
from service.identity.access.naming import account_names, people_named
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import visible_selections
from service.kit.events.recording import ACCOUNT
from service.kit.languages import Bilingual

INVITATION = "invitation"


def things_named(session: Session, viewer: Viewer, events: Iterable[AuditEvent], *more: str) -> Mapping[str, Bilingual]:
    """Return what the things that ``events`` are about are called, and those of the ids in ``more``, by id."""
    listed = list(events)
    ids = [*more, *(event.object_id for event in listed)]
    people = {one: Bilingual(en=name, vi=name) for one, name in people_named(session, viewer, ids).items()}
    accounts = account_names(session, [event.object_id for event in listed if event.object_kind == ACCOUNT])
    return {**people, **_selections(session, viewer, ids), **_invitations(session, viewer, listed), **accounts}


def people_of_details(session: Session, viewer: Viewer, events: Iterable[AuditEvent]) -> Mapping[str, Bilingual]:
    """Return what the people are called whom the details of ``events`` name, by id."""
    ids = {str(event.details["expert"]) for event in events if event.details.get("expert")}
    return {one: Bilingual(en=name, vi=name) for one, name in people_named(session, viewer, ids).items()}


def _invitations(session: Session, viewer: Viewer, events: list[AuditEvent]) -> dict[str, Bilingual]:
    """Return who was invited to what by the invitations among ``events`` whose requests ``viewer`` may see."""
    ids = [event.object_id for event in events if event.object_kind == INVITATION]
    if not ids:
        return {}
    rows = session.scalars(sa.select(CandidateInvitation).where(col(CandidateInvitation.id).in_(ids))).all()
    subjects = _selections(session, viewer, [one.request_id for one in rows])
    people = people_named(session, viewer, [one.expert_id for one in rows])
    seen = [one for one in rows if one.request_id in subjects]
    return {one.id: Bilingual(*(f"{people[one.expert_id]}, {name}" for name in subjects[one.request_id])) for one in seen}


def _selections(session: Session, viewer: Viewer, ids: list[str]) -> dict[str, Bilingual]:
    """Return the subjects of the requests and lists among ``ids`` that ``viewer`` may see."""
    visible = visible_selections(viewer).subquery()
    rows = sa.select(visible.c.id, col(Shortlist.id), visible.c.product_id, visible.c.project_id, visible.c.group_id)
    rows = rows.outerjoin(Shortlist, col(Shortlist.request_id) == visible.c.id)
    found: dict[str, Bilingual] = {}
    for request, shortlist, product, project, group in session.execute(
        rows.where(sa.or_(visible.c.id.in_(ids), col(Shortlist.id).in_(ids)))
    ):
        name = _subject(session, product, project, group)
        found |= {one: name for one in (request, shortlist) if one in ids}
    return found


def _subject(session: Session, product: str | None, project: str | None, group: str | None) -> Bilingual:
    if project is not None:
        row = session.get_one(Project, project)
        return Bilingual(en=row.title_en, vi=row.title_vi)
    named: Product | TechnologyGroup
    named = session.get_one(Product, product) if product is not None else session.get_one(TechnologyGroup, group)
    return Bilingual(en=named.name_en, vi=named.name_vi)
