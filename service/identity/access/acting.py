"""Who sent the request, as every operation is told."""

from typing import Annotated

from fastapi import Depends

from service.identity.access.viewer import CurrentViewer, Now
from service.kit.acting import VISITOR, By


async def acting(viewer: CurrentViewer, now: Now) -> By:
    """Return who sent the request."""
    return By(viewer.account_id or VISITOR, now, viewer.expert_id, viewer.edits_for)


Acting = Annotated[By, Depends(acting)]
