"""Whether something is about whoever does it. Nobody decides about themselves, or about whom they edit for, whatever roles they hold."""

from typing import Protocol

from service.kit.problems import Forbidden


class Person(Protocol):
    """A viewer or an actor, whose own profile ``expert_id`` is; None without one."""

    @property
    def expert_id(self) -> str | None:
        """Return whose profile it is."""

    @property
    def edits_for(self) -> frozenset[str]:
        """Return whose evidence the account was named to edit."""


def about_viewer(viewer: Person, *expert_ids: str | None) -> bool:
    """Return whether one of ``expert_ids`` is the viewer's own profile."""
    return viewer.expert_id is not None and viewer.expert_id in expert_ids


def edited_by(viewer: Person, *expert_ids: str | None) -> bool:
    """Return whether the viewer was named to edit the evidence of one of ``expert_ids``: who edits for somebody judges nothing of them."""
    return not viewer.edits_for.isdisjoint(expert_ids)


def leave_to_others(viewer: Person, *expert_ids: str | None) -> None:
    """Raise ``Forbidden`` where a decision about the people ``expert_ids`` is one about the viewer, or about whom the viewer edits for."""
    if edited_by(viewer, *expert_ids):
        raise Forbidden(
            "edits_for_person",
            en="You edit this person's evidence: another coordinator has to do it.",
            vi="Bạn là người sửa minh chứng thay người này: điều phối viên khác phải thực hiện.",
        )
    if about_viewer(viewer, *expert_ids):
        raise Forbidden(
            "own_case",
            en="This concerns yourself: another coordinator has to do it.",
            vi="Việc này liên quan đến chính bạn: điều phối viên khác phải thực hiện.",
        )
