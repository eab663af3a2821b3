"""Lists that were signed before for the same subject and role: whoever works on another is told, and may go on."""

from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.selection import SelectionRequest
from models.shortlists import Shortlist
from models.vocabulary.selection import ShortlistStatus


class EarlierList(NamedTuple):
    """A list that was signed before this one."""

    id: str
    signed_at: datetime
    roles: list[str]


def earlier_lists(session: Session, visible: sa.Select[Any], request: SelectionRequest, shortlist: Shortlist) -> list[EarlierList]:
    """Return the signed lists of ``visible`` requests about the same subject and one of the same roles, the latest first.

    Beside a list that is signed itself they are those that were signed before it.
    """
    same = getattr(SelectionRequest, f"{request.subject_kind.value}_id")
    about = visible.where(col(same) == request.subject_id).with_only_columns(col(SelectionRequest.id))
    signed = (col(Shortlist.status) == ShortlistStatus.SIGNED, col(Shortlist.id) != shortlist.id, col(Shortlist.request_id).in_(about))
    joined = sa.select(Shortlist, SelectionRequest).join(SelectionRequest, col(SelectionRequest.id) == col(Shortlist.request_id))
    rows = session.execute(joined.where(*signed).order_by(col(Shortlist.signed_at).desc(), col(Shortlist.id).desc())).all()
    found = [EarlierList(other.id, other.signed_at, [role for role in request.roles if role in asked.roles]) for other, asked in rows]
    return [one for one in found if one.roles and (shortlist.signed_at is None or one.signed_at < shortlist.signed_at)]
