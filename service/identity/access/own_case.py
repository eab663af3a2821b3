"""Whether something is about whoever does it. Nobody decides about themselves, whatever roles they hold."""

from typing import Protocol

from service.kit.problems import Forbidden


class Person(Protocol):
    """A viewer or an actor, whose own profile ``expert_id`` is; None without one."""

    @property
    def expert_id(self) -> str | None:
        """Return whose profile it is."""


def about_viewer(viewer: Person, *expert_ids: str | None) -> bool:
    """Return whether one of ``expert_ids`` is the viewer's own profile."""
    return viewer.expert_id is not None and viewer.expert_id in expert_ids


def leave_to_others(viewer: Person, *expert_ids: str | None) -> None:
    """Raise ``Forbidden`` where a decision about the people ``expert_ids`` is one about the viewer."""
    if about_viewer(viewer, *expert_ids):
        raise Forbidden(
            en="This concerns yourself: another coordinator has to do it.",
            vi="Việc này liên quan đến chính bạn: điều phối viên khác phải thực hiện.",
        )
