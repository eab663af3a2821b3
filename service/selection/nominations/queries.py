"""Finds nominations, and shows each as far as the viewer may know the person."""

from sqlmodel import Session, col

from models.experts import Expert
from models.nominations import Nomination
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import visible_experts, visible_nominations
from service.kit.problems import NotFound
from service.selection.nominations.schemas import NominationView


def find_nomination(session: Session, viewer: Viewer, nomination_id: str) -> Nomination:
    """Return a nomination that ``viewer`` may see, locked until the transaction ends; raises ``NotFound``."""
    wanted = visible_nominations(viewer).where(col(Nomination.id) == nomination_id).with_for_update()
    found: Nomination | None = session.scalar(wanted.execution_options(populate_existing=True))
    if found is None:
        raise NotFound.of(en="nomination", vi="đề cử", identifier=nomination_id)
    return found


def shown(session: Session, viewer: Viewer, rows: list[Nomination]) -> list[NominationView]:
    """Return the views of ``rows``, asking the database once for all."""
    ids = visible_experts(viewer).where(col(Expert.id).in_({row.expert_id for row in rows})).with_only_columns(col(Expert.id))
    known = set(session.scalars(ids))
    return [NominationView.of(row, expert_id=row.expert_id if row.expert_id in known else None) for row in rows]
