"""Who a person is to whoever looks: the name where the viewer may know it, the code second; else the code alone."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col

from models.experts import Expert
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import nameable_experts


def people_named(session: Session, viewer: Viewer, expert_ids: Iterable[str | None]) -> Mapping[str, str]:
    """Return what each person is called before ``viewer``, by id: "Nguyễn Văn An (E000123)", or "E000123" for whoever may not know."""
    wanted = {expert_id for expert_id in expert_ids if expert_id}
    rows = session.execute(
        nameable_experts(viewer).where(col(Expert.id).in_(wanted)).with_only_columns(col(Expert.id), col(Expert.display_name))
    )
    known = {row[0]: f"{row[1]} ({row[0]})" for row in rows}
    return {expert_id: known.get(expert_id, expert_id) for expert_id in wanted}
