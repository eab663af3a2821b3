"""Who signs, and whether they may: a signer who is tied to a candidate must leave the signature to somebody else."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.gate.conflicts import matches_between
from models.accounts import RoleGrant
from service.acting import By
from service.network.live import gate_policy
from service.network.reader import read_profiles
from service.problems import Conflict
from service.settings import Settings


def check_signer(session: Session, by: By, candidates: Iterable[str], settings: Settings) -> None:
    """Raise ``Conflict`` naming the candidates with whom the signer has a conflict of interest, or who is one of them."""
    own = expert_behind(session, by)
    found = read_profiles(session, [own]) if own else []
    if not found:
        return
    policy, day = gate_policy(settings).conflicts, settings.selection_day(lambda: by.now)
    others = read_profiles(session, sorted(set(candidates)))
    tied = [other.id for other in others if other.id == own or matches_between(found[0], other, policy, day)]
    if tied:
        listed = ", ".join(tied)
        raise Conflict(
            en=f"You have a conflict of interest with {listed}: somebody else has to sign.",
            vi=f"Bạn có xung đột lợi ích với {listed}: người khác phải ký.",
        )


def expert_behind(session: Session, by: By) -> str | None:
    """Return whose profile belongs to the actor."""
    own = sa.select(col(RoleGrant.expert_id)).where(col(RoleGrant.account_id) == by.actor, col(RoleGrant.expert_id).is_not(None))
    expert_id: str | None = session.scalar(own)
    return expert_id
