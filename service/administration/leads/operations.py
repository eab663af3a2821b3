"""Reads and replaces the leads of a product or project."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, ProjectLead, RoleGrant
from models.audit import AuditAction
from models.database import WriteSession
from models.vocabulary import AccountRole
from service.administration.changing import lock_catalogue
from service.administration.fields import tag_of
from service.administration.leads.schemas import LeadsView, LeadView
from service.catalogue.products.queries import find_product
from service.catalogue.projects.queries import find_project
from service.catalogue.subjects.contents import SubjectKind
from service.identity.accounts.operations import next_version
from service.kit.actor import Actor
from service.kit.alphabet import vietnamese_order
from service.kit.events.recording import AuditedObject, record
from service.kit.preconditions import require_match
from service.kit.problems import Invalid


def leads_of(session: Session, kind: SubjectKind, identifier: str) -> LeadsView:
    """Return the leads by name; raises ``NotFound``."""
    (find_product if kind is SubjectKind.PRODUCT else find_project)(session, identifier)
    leading = sa.select(Account).join(ProjectLead).where(_about(kind) == identifier)
    return LeadsView(leads=[LeadView(id=account.id, display_name=account.display_name) for account in _by_name(session.scalars(leading))])


def replace_leads(
    session: WriteSession, by: Actor, kind: SubjectKind, identifier: str, accounts: list[str], if_match: str | None
) -> LeadsView:
    """Let exactly ``accounts`` lead it if the caller read this state; raises ``Invalid`` for an account that is no lead's."""
    lock_catalogue(session)
    before = leads_of(session, kind, identifier)
    require_match(if_match, tag(before))
    _check_leads(session, accounts)
    session.execute(sa.delete(ProjectLead).where(_about(kind) == identifier))
    about = {f"{kind.value}_id": identifier}
    session.add_all(ProjectLead.model_validate({"account_id": account, **about}) for account in sorted(set(accounts)))
    for account_id in {lead.id for lead in before.leads} ^ set(accounts):
        next_version(session, session.get_one(Account, account_id))
    session.flush()
    record(session, by, AuditAction.LEADS_CHANGED, AuditedObject(kind.value, identifier), accounts=sorted(set(accounts)))
    return leads_of(session, kind, identifier)


def tag(leads: LeadsView) -> str:
    """Return what names this state of the leads."""
    return tag_of({"leads": sorted(lead.id for lead in leads.leads)})


def lead_accounts(session: Session) -> list[Account]:
    """Return the accounts with the role of lead by name."""
    leads = sa.select(Account).join(RoleGrant).where(col(RoleGrant.role) == AccountRole.LEAD)
    return _by_name(session.scalars(leads))


def _by_name(accounts: Iterable[Account]) -> list[Account]:
    return sorted(accounts, key=lambda account: (vietnamese_order(account.display_name), account.id))


def _check_leads(session: Session, accounts: list[str]) -> None:
    unknown = ", ".join(sorted(set(accounts) - {account.id for account in lead_accounts(session)}))
    if unknown:
        raise Invalid.field("accounts", en=f"names no lead: {unknown}", vi=f"không phải chủ nhiệm: {unknown}")


def _about(kind: SubjectKind) -> Any:
    return col(ProjectLead.product_id) if kind is SubjectKind.PRODUCT else col(ProjectLead.project_id)
