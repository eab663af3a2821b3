"""Adds and changes national projects. The content before stays in the history."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction
from models.catalogue import Product
from models.catalogue_changes import EntryKind
from models.database import WriteSession
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.vocabulary import Interest
from service.administration.changing import count_change, lock_catalogue, note_change
from service.administration.fields import tag_of
from service.administration.projects.schemas import ProjectContent, ProjectCreate, ProjectEntry, ProjectTrial
from service.catalogue.products.queries import default_list
from service.catalogue.projects.queries import find_project
from service.identity.access.guards import enforce
from service.identity.access.policies import may_see_inside
from service.identity.access.viewer import Viewer
from service.kit.actor import Actor
from service.kit.days import check_days
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match
from service.kit.problems import Conflict, Invalid
from service.kit.validation import validated

PROJECT = "project"
_TEXTS = ("title", "brief", "source", "sureness")
_PLAIN = ("starts", "ends", "sensitivity")


def project_entry(session: Session, viewer: Viewer, project_id: str) -> ProjectEntry:
    """Return what can be changed; raises ``NotFound``, and ``Forbidden`` for what needs clearance."""
    project = find_project(session, project_id)
    enforce(may_see_inside(viewer, project.sensitivity))
    return _entry(session, project)


def create_project(session: WriteSession, by: Actor, fields: ProjectCreate) -> ProjectEntry:
    """Add a project, an invented one where people are invented; raises ``Conflict`` for an id that is taken, and ``Invalid``."""
    state = lock_catalogue(session)
    if session.get(Project, fields.id) is not None:
        raise Conflict("project_exists", en=f"There is a project {fields.id} already.", vi=f"Đã có dự án {fields.id}.")
    _check_references(session, fields)
    check_days(by.today, starts=fields.starts, ends=fields.ends)
    project = Project(id=fields.id, synthetic=state.synthetic, **_columns(fields))
    session.add(project)
    session.flush()
    _replace_links(session, project.id, fields)
    count_change(session)
    note_change(session, by, EntryKind.PROJECT, project.id, fields.reason, {})
    record(session, by, AuditAction.PROJECT_CREATED, AuditedObject(PROJECT, project.id))
    return _entry(session, project)


def change_project(
    session: WriteSession, by: Actor, viewer: Viewer, project_id: str, if_match: str | None, change: ProjectTrial, reason: str
) -> ProjectEntry:
    """Change the named parts if the caller read this state; what results must be valid as a whole."""
    lock_catalogue(session)
    before = project_entry(session, viewer, project_id)
    require_match(if_match, tag(before))
    named = {name: value for name in ProjectTrial.model_fields if (value := getattr(change, name)) is not None}
    fields = validated(ProjectContent, {**before.model_dump(exclude={"id"}), **ProjectTrial(**named).model_dump(exclude_unset=True)})
    _check_references(session, fields)
    check_days(by.today, starts=named.get("starts"), ends=named.get("ends"))
    project = session.get_one(Project, project_id)
    for name, value in _columns(fields).items():
        setattr(project, name, value)
    session.flush()
    _replace_links(session, project_id, fields)
    after = _entry(session, project)
    changed = sorted(name for name in ProjectContent.model_fields if getattr(before, name) != getattr(after, name))
    if changed:
        count_change(session)
        note_change(session, by, EntryKind.PROJECT, project_id, reason, before.model_dump(mode="json", exclude={"id"}))
        record(session, by, AuditAction.PROJECT_CHANGED, AuditedObject(PROJECT, project_id), fields=changed)
    return after


def tag(entry: ProjectEntry) -> str:
    """Return what names this state of the entry."""
    return tag_of(entry.model_dump(mode="json"))


def _columns(fields: ProjectContent) -> dict[str, Any]:
    texts = {f"{name}_{language}": getattr(getattr(fields, name), language) for name in _TEXTS for language in ("vi", "en")}
    return {**texts, **{name: getattr(fields, name) for name in _PLAIN}, "host_id": fields.host}


def _check_references(session: Session, fields: ProjectContent) -> None:
    """Raise ``Invalid`` for organisations that are not known and products that are not on the list in force."""
    listed = sa.select(col(Product.id)).where(col(Product.list_code) == default_list(session))
    for name, known, wanted in (
        ("products", listed, fields.products),
        ("host", sa.select(col(Organisation.id)), [fields.host]),
        ("participants", sa.select(col(Organisation.id)), fields.participants),
    ):
        unknown = ", ".join(sorted(set(wanted) - set(session.scalars(known))))
        if unknown:
            raise Invalid.field(name, en=f"names something unknown: {unknown}", vi=f"không có: {unknown}")


def _replace_links(session: WriteSession, project_id: str, fields: ProjectContent) -> None:
    """Link products, host and participants anew; bidders are not part of the entry and stay."""
    told = col(InterestedParty.interest).in_((Interest.HOST, Interest.PARTICIPANT))
    session.execute(sa.delete(ProjectProduct).where(col(ProjectProduct.project_id) == project_id))
    session.execute(sa.delete(InterestedParty).where(col(InterestedParty.project_id) == project_id, told))
    session.add_all(ProjectProduct(project_id=project_id, product_id=product) for product in sorted(set(fields.products)))
    parties = [(Interest.HOST, fields.host), *((Interest.PARTICIPANT, one) for one in dict.fromkeys(fields.participants))]
    session.add_all(InterestedParty(project_id=project_id, organisation_id=one, interest=interest) for interest, one in parties)
    session.flush()


def _entry(session: Session, project: Project) -> ProjectEntry:
    of_project = (col(InterestedParty.project_id) == project.id, col(InterestedParty.interest) == Interest.PARTICIPANT)
    participants = sa.select(col(InterestedParty.organisation_id)).where(*of_project).order_by(col(InterestedParty.id))
    products = sa.select(col(ProjectProduct.product_id)).where(col(ProjectProduct.project_id) == project.id)
    texts = {name: {"vi": getattr(project, f"{name}_vi"), "en": getattr(project, f"{name}_en")} for name in _TEXTS}
    return ProjectEntry.model_validate(
        {
            "id": project.id,
            "host": project.host_id,
            "participants": list(session.scalars(participants)),
            "products": sorted(session.scalars(products)),
            **texts,
            **{name: getattr(project, name) for name in _PLAIN},
        }
    )
