"""What only somebody who vouches for it may say of an item: who verified it, and where it comes from."""

from collections.abc import Mapping
from typing import Any

from models.vocabulary import Verification
from service.identity.access.viewer import Viewer
from service.people.evidence.schemas import EvidenceChange
from service.people.profiles.vouching import may_vouch

# Each field with the value that says nothing.
EVIDENCE: Mapping[str, Any] = {"verification": Verification.DECLARED, "verified_by": "", "verified_on": None, "source": ""}


def unvouched(viewer: Viewer, expert_id: str, change: EvidenceChange) -> EvidenceChange:
    """Return ``change`` so that an item changed by its owner counts as declared: what was verified was the item before."""
    if may_vouch(viewer, expert_id):
        return change
    declared = {name: EVIDENCE[name] for name in ("verification", "verified_by", "verified_on")}
    return EvidenceChange.model_validate(change.model_dump(exclude_unset=True) | declared)
