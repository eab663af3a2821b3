"""What only somebody who vouches for it may say of a person: who verified an item, where a fact comes from, a tie to another expert.

The owner of a profile declares. What the owner changes is a declaration again, whatever it was before.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from service.identity.access.own_case import about_viewer, edited_by
from service.identity.access.policies import Operation, may
from service.identity.access.viewer import Viewer
from service.kit.problems import FieldError, Invalid


def may_vouch(viewer: Viewer, expert_id: str) -> bool:
    """Return whether ``viewer`` may vouch for what is said of a person: a coordinator, never for the own profile or one edited for."""
    return may(viewer, Operation.VOUCH) is True and not (about_viewer(viewer, expert_id) or edited_by(viewer, expert_id))


def refuse_unvouched(viewer: Viewer, expert_id: str, fields: BaseModel, privileged: Mapping[str, Any]) -> None:
    """Raise ``Invalid`` naming every field of ``privileged`` that ``viewer`` set of a person without being allowed to vouch."""
    if may_vouch(viewer, expert_id):
        return
    named = fields.model_dump(include=set(privileged), exclude_unset=True)
    wrong = sorted(name for name, value in named.items() if value != privileged[name])
    if wrong:
        names = ", ".join(wrong)
        errors = tuple(FieldError(field=name, message="is set by a coordinator, never for oneself") for name in wrong)
        raise Invalid(
            "coordinator_vouches",
            en=f"Set by a coordinator, never for oneself: {names}.",
            vi=f"Do điều phối viên ghi, không tự ghi cho mình: {names}.",
            errors=errors,
        )
