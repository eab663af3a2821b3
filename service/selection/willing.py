"""Whose own word forbids that they are proposed."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Consent, Expert
from models.vocabulary import ConsentPurpose
from service.kit.problems import Conflict


def check_willing(session: Session, expert_ids: Iterable[str]) -> None:
    """Raise ``Conflict`` naming those of ``expert_ids`` who withdrew."""
    if missing := sorted(withdrawn_among(session, expert_ids)):
        listed = ", ".join(missing)
        raise Conflict(
            "consent_withdrawn",
            en=f"No consent to matching any more, or processing stopped: {listed}. Exclude them or refresh the list.",
            vi=f"Không còn đồng ý cho đối sánh hoặc đã yêu cầu dừng xử lý: {listed}. Hãy loại khỏi hoặc làm mới danh sách.",
        )


def withdrawn_among(session: Session, expert_ids: Iterable[str]) -> set[str]:
    """Return who of ``expert_ids`` withdrew: no consent to matching in force, objection, restriction, or not there at all."""
    given = (col(Consent.purpose) == ConsentPurpose.MATCHING, col(Consent.withdrawn_at).is_(None))
    consenting = sa.select(col(Consent.expert_id)).where(*given)
    free = (col(Expert.id).in_(consenting), col(Expert.objected_at).is_(None), col(Expert.restricted_at).is_(None))
    wanted = set(expert_ids)
    return wanted - set(session.scalars(sa.select(col(Expert.id)).where(*free, col(Expert.id).in_(wanted))))
