"""What only somebody who vouches for it may say of a person: who verified an item, where a fact comes from, a tie to another expert.

The owner of a profile declares. What the owner changes is a declaration again, whatever it was before.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from models.experts import Relation
from models.vocabulary import RelationStatus, Verification
from service.access.own_case import about_viewer
from service.access.policies import Operation, may
from service.access.viewer import Viewer
from service.experts.evidence.schemas import EvidenceChange
from service.problems import FieldError, Forbidden, Invalid

# Each field with the value that says nothing.
EVIDENCE: Mapping[str, Any] = {"verification": Verification.DECLARED, "verified_by": "", "verified_on": None, "source": ""}
RELATION: Mapping[str, Any] = {"status": RelationStatus.DECLARED, "source": "", "other_expert_id": None}


def may_vouch(viewer: Viewer, expert_id: str) -> bool:
    """Return whether ``viewer`` may vouch for what is said of a person: a coordinator, and never for the own profile."""
    return may(viewer, Operation.VOUCH) is True and not about_viewer(viewer, expert_id)


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
            en=f"Set by a coordinator, never for oneself: {names}.",
            vi=f"Do điều phối viên ghi, không tự ghi cho mình: {names}.",
            errors=errors,
        )


def unvouched(viewer: Viewer, expert_id: str, change: EvidenceChange) -> EvidenceChange:
    """Return ``change`` so that an item changed by its owner counts as declared: what was verified was the item before."""
    if may_vouch(viewer, expert_id):
        return change
    declared = {name: EVIDENCE[name] for name in ("verification", "verified_by", "verified_on")}
    return EvidenceChange.model_validate(change.model_dump(exclude_unset=True) | declared)


def check_removal(viewer: Viewer, relation: Relation) -> None:
    """Raise ``Forbidden`` when ``viewer`` would remove a fact that somebody else found or judged."""
    if relation.status is not RelationStatus.DECLARED and not may_vouch(viewer, relation.expert_id):
        raise Forbidden(
            en="This relation was found or judged by others: ask a coordinator.",
            vi="Quan hệ này do người khác phát hiện hoặc kết luận: hãy liên hệ điều phối viên.",
        )
