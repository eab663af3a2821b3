"""Who leads what a request is about: to them a list is released, and from them an answer is awaited."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account, ProjectLead, RoleGrant
from models.selection import SelectionRequest
from models.vocabulary import AccountRole
from service.kit.alphabet import vietnamese_order

Leads = dict[str, list[str]]


def led_by(request: SelectionRequest) -> sa.Select[Any]:
    """Select the accounts that lead the subject of ``request`` and can sign in, by id."""
    return _leading([request]).with_only_columns(Account).order_by(col(Account.id)).distinct()


def leads_of(session: Session, requests: Collection[SelectionRequest]) -> Leads:
    """Return the names of who leads the subject of each request and can sign in, by its id; nobody leads a technology group."""
    names: Leads = {}
    for led, name in session.execute(_leading(requests)):
        names.setdefault(led, []).append(name)
    return {one.id: sorted(names.get(_subject_of(one), []), key=vietnamese_order) for one in requests}


def _leading(requests: Collection[SelectionRequest]) -> sa.Select[str, str]:
    """Select subject and name of the accounts in use that are leads and lead the subject of one of ``requests``."""
    subject = sa.func.coalesce(col(ProjectLead.product_id), col(ProjectLead.project_id))
    leading = sa.select(subject, col(Account.display_name)).join(Account, col(Account.id) == col(ProjectLead.account_id))
    leading = leading.join(RoleGrant, sa.and_(col(RoleGrant.account_id) == col(Account.id), col(RoleGrant.role) == AccountRole.LEAD))
    return leading.where(subject.in_({_subject_of(one) for one in requests}), col(Account.disabled).is_(False))


def _subject_of(request: SelectionRequest) -> str:
    return request.product_id or request.project_id or ""


def appointing_path(request: SelectionRequest) -> str | None:
    """Return the address at which a lead is appointed; None for a technology group, which nobody leads."""
    return None if request.group_id else f"/administration/{request.subject_kind.value}s/{request.subject_id}"
