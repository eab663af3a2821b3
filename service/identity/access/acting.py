"""Who sent the request, as every operation is told."""

from typing import Annotated

from fastapi import Depends

from service.identity.access.viewer import CurrentViewer, Now
from service.kit.actor import VISITOR, Actor


async def acting(viewer: CurrentViewer, now: Now) -> Actor:
    """Return who sent the request."""
    return Actor(viewer.account_id or VISITOR, now, viewer.expert_id, viewer.edits_for)


Acting = Annotated[Actor, Depends(acting)]
