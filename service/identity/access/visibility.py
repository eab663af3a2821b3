"""Which rows a viewer may see: one query per entity, behind list, get, search, count and export alike."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from models.accounts import Account, ApiKey, SignInSession
from models.catalogue import Product
from models.conflicts import ConflictJudgement
from models.data_requests import DataRequest
from models.documents import Document
from models.experts import Expert
from models.invitations import OutboxMessage
from models.jobs import Job
from models.nominations import Nomination
from models.projects import Project, ProjectProduct
from models.selection import SelectionRequest
from models.shortlists import EvidenceTask
from models.vocabulary import Sensitivity
from service.identity.access.policies import Operation, Reach, reaches
from service.identity.access.viewer import Viewer


def visible_experts(viewer: Viewer) -> sa.Select[Any]:
    """Select the people whom ``viewer`` may see; a record that was merged into another is none."""
    reached = _reached(viewer, Operation.READ_EXPERTS, own=col(Expert.id) == viewer.expert_id)
    return sa.select(Expert).where(reached, col(Expert.merged_into).is_(None))


def nameable_experts(viewer: Viewer) -> sa.Select[Any]:
    """Select the people whose names ``viewer`` may know: whom one may see, and whose data one may hand out whole."""
    own = col(Expert.id) == viewer.expert_id
    return sa.select(Expert).where(
        sa.or_(_reached(viewer, Operation.READ_EXPERTS, own=own), _reached(viewer, Operation.EXPORT_PERSON, own=own))
    )


def visible_accounts(viewer: Viewer) -> sa.Select[Any]:
    """Select the accounts that ``viewer`` may see."""
    return sa.select(Account).where(_reached(viewer, Operation.READ_ACCOUNTS))


def visible_sessions(viewer: Viewer) -> sa.Select[Any]:
    """Select the sessions that are ``viewer``'s own."""
    own = col(SignInSession.account_id) == viewer.account_id
    return sa.select(SignInSession).where(_reached(viewer, Operation.READ_OWN_ACCOUNT, own=own))


def visible_keys(viewer: Viewer) -> sa.Select[Any]:
    """Select the API keys that are ``viewer``'s own."""
    own = col(ApiKey.account_id) == viewer.account_id
    return sa.select(ApiKey).where(_reached(viewer, Operation.READ_OWN_ACCOUNT, own=own))


def visible_requests(viewer: Viewer) -> sa.Select[Any]:
    """Select the requests about people's data that ``viewer`` may see."""
    return sa.select(DataRequest).where(_reached(viewer, Operation.READ_REQUESTS, own=col(DataRequest.expert_id) == viewer.expert_id))


def visible_jobs(viewer: Viewer) -> sa.Select[Any]:
    """Select the jobs that ``viewer`` may follow."""
    return sa.select(Job).where(_reached(viewer, Operation.READ_JOBS))


def visible_judgements(viewer: Viewer) -> sa.Select[Any]:
    """Select the judgements of conflicts that ``viewer`` may see: those about something restricted need clearance."""
    return sa.select(ConflictJudgement).where(_reached(viewer, Operation.READ_MATCHES), open_judgements(viewer))


def open_judgements(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Return the condition on judgements that are about nothing that needs a clearance which ``viewer`` has not."""
    return sa.true() if viewer.cleared else sa.not_(_about_something_restricted())


def visible_selections(viewer: Viewer) -> sa.Select[Any]:
    """Select the requests for people that ``viewer`` may see: a lead's own subjects; about something restricted, only with clearance."""
    product, project = col(SelectionRequest.product_id), col(SelectionRequest.project_id)
    led = sa.or_(product.in_(viewer.led_products), project.in_(viewer.led_projects))
    reached = sa.true() if Reach.ALL in reaches(viewer, Operation.READ_SELECTIONS) else led
    reached = reached if reaches(viewer, Operation.READ_SELECTIONS) else sa.false()
    return sa.select(SelectionRequest).where(reached, _open_selections(viewer))


def visible_evidence_tasks(viewer: Viewer) -> sa.Select[Any]:
    """Select what people were asked for that ``viewer`` may see: one's own questions; others' about something restricted with clearance."""
    open_requests = sa.select(col(SelectionRequest.id)).where(_open_selections(viewer))
    others = sa.and_(_reached(viewer, Operation.EXPORT_PERSON), col(EvidenceTask.request_id).in_(open_requests))
    return sa.select(EvidenceTask).where(sa.or_(col(EvidenceTask.expert_id) == viewer.expert_id, others))


def visible_nominations(viewer: Viewer) -> sa.Select[Any]:
    """Select the nominations that ``viewer`` may see: those that he or she sent, those of oneself, or all."""
    own = sa.or_(col(Nomination.recorded_by) == viewer.account_id, col(Nomination.expert_id) == viewer.expert_id)
    return sa.select(Nomination).where(_reached(viewer, Operation.READ_NOMINATIONS, own=own))


def told_selections(viewer: Viewer) -> sa.Select[Any]:
    """Select the requests that may be named to somebody who is in them: those about something restricted only with clearance."""
    return sa.select(SelectionRequest).where(_open_selections(viewer))


def visible_messages(viewer: Viewer) -> sa.Select[Any]:
    """Select the messages to people about requests that ``viewer`` may see."""
    requests = visible_selections(viewer).with_only_columns(col(SelectionRequest.id))
    reached = _reached(viewer, Operation.READ_DRAFTS)
    return sa.select(OutboxMessage).where(reached, col(OutboxMessage.request_id).in_(requests))


def visible_documents(viewer: Viewer) -> sa.Select[Any]:
    """Select the documents that ``viewer`` may see: with the person, and papers of findings with the request and its drafts alone."""
    requests = visible_selections(viewer).with_only_columns(col(SelectionRequest.id))
    of_finding = sa.and_(_reached(viewer, Operation.READ_DRAFTS), col(Document.request_id).in_(requests))
    people = _reached(viewer, Operation.READ_EXPERTS, own=col(Document.expert_id) == viewer.expert_id)
    return sa.select(Document).where(people, sa.or_(col(Document.request_id).is_(None), of_finding))


def open_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Return the condition on products whose inside, such as their needs, ``viewer`` may see."""
    return sa.true() if viewer.cleared else col(Product.sensitivity) == Sensitivity.OPEN


def _open_selections(viewer: Viewer) -> sa.ColumnElement[bool]:
    about = (col(SelectionRequest.product_id), col(SelectionRequest.project_id), col(SelectionRequest.group_id))
    return sa.true() if viewer.cleared else sa.not_(_restricted(*about))


def _about_something_restricted() -> sa.ColumnElement[bool]:
    return _restricted(col(ConflictJudgement.product_id), col(ConflictJudgement.project_id))


def _restricted(product: Any, project: Any, group: Any = None) -> sa.ColumnElement[bool]:
    restricted = sa.select(col(Product.id)).where(col(Product.sensitivity) == Sensitivity.RESTRICTED)
    through = sa.select(col(ProjectProduct.project_id)).where(col(ProjectProduct.product_id).in_(restricted))
    itself = sa.select(col(Project.id)).where(col(Project.sensitivity) == Sensitivity.RESTRICTED)
    named = [product.in_(restricted), project.in_(through), project.in_(itself)]
    if group is not None:
        named.append(group.in_(sa.select(col(Product.group_id)).where(col(Product.sensitivity) == Sensitivity.RESTRICTED)))
    return sa.or_(*(sa.func.coalesce(one, sa.false()) for one in named))


def _reached(viewer: Viewer, operation: Operation, own: sa.ColumnElement[bool] | None = None) -> sa.ColumnElement[bool]:
    reached = reaches(viewer, operation)
    if Reach.ALL in reached:
        return sa.true()
    return own if Reach.OWN in reached and own is not None else sa.false()
