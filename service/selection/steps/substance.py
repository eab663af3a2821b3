"""What a recorded step has to say of real people: which body decided, and what the members of a council said of conflicts of interest."""

import re

import sqlalchemy as sa
from sqlmodel import Session, col

from models.rules import Role
from models.search_key import folded
from models.vocabulary import RoleCode
from models.vocabulary.selection import SelectionState
from service.kit.problems import Invalid
from service.selection.steps.schemas import StepInput

_FEWEST_LETTERS = 10
# Words that say of which level or kind a body is; the name of a real one stands in their place.
_GENERAL = frozenset(
    {"cap", "tinh", "bo", "nguoi", "dung", "dau", "co", "quan", "ly", "du", "an"}
    | {"the", "of", "head", "level", "ministry", "provincial", "agency", "project"}
)


def check_substance(session: Session, step: StepInput) -> None:
    """Raise ``Invalid`` for a council without statements, and for a decision of another body than the role names without a delegation."""
    if step.to is SelectionState.COUNCIL and len(re.findall(r"[^\W\d_]", step.conflicts_stated)) < _FEWEST_LETTERS:
        raise Invalid.field(
            "conflicts_stated",
            en="must say what each member of the council stated of conflicts of interest, also that there are none",
            vi="phải nêu từng thành viên hội đồng đã khai báo thế nào về xung đột lợi ích, kể cả khi không có",
        )
    if step.to is SelectionState.DECIDED and step.role is not None and not step.delegation:
        _check_body(session, step.role, step.body)


def _check_body(session: Session, code: RoleCode, body: str) -> None:
    role = session.scalars(sa.select(Role).where(col(Role.code) == code)).one()
    if not any(_names(body, decider) for decider in (role.decider_vi, role.decider_en)):
        raise Invalid.field(
            "body",
            en=f"is not the body that decides on this role ({role.decider_en}); if it was delegated, name the document in delegation",
            vi=f"không phải cấp quyết định đối với vai trò này ({role.decider_vi}); nếu được ủy quyền, hãy nêu văn bản ở delegation",
        )


def _names(body: str, decider: str) -> bool:
    """Return whether ``body`` holds every telling word of the first clause of ``decider``, in any order and with or without accents."""
    wanted = set(folded(decider.split(",", maxsplit=1)[0]).split()) - _GENERAL
    return bool(wanted) and wanted <= set(re.findall(r"\w+", folded(body)))
