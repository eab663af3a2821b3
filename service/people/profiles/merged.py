"""Records that were merged into another: they lead to the one that was kept, and stand in no list."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Expert
from service.kit.problems import FieldError, Gone


def kept_id(session: Session, expert_id: str) -> str:
    """Return the id of the record that stands for ``expert_id``: its own, or the one that it was merged into."""
    return session.scalar(sa.select(col(Expert.merged_into)).where(col(Expert.id) == expert_id)) or expert_id


def merged_ids(session: Session, expert_id: str) -> list[str]:
    """Return the ids of the records that were merged into ``expert_id``, in order."""
    return list(session.scalars(sa.select(col(Expert.id)).where(col(Expert.merged_into) == expert_id).order_by(col(Expert.id))))


def gone(expert_id: str, kept: str) -> Gone:
    """Return the answer for a merged record: it names the one that was kept, in words, as a field and as a link beside its own address."""
    problem = Gone(
        en=f"{expert_id} was merged into {kept}: read and change {kept} instead.",
        vi=f"{expert_id} đã được gộp vào {kept}: hãy đọc và sửa {kept}.",
        errors=(FieldError(field="merged_into", message=kept),),
    )
    problem.headers = (("Link", f'<{kept}>; rel="successor-version"'),)
    return problem
