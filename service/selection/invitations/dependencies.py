"""What the addresses of whoever was invited ask for, of the API and of the pages."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Path

from service.identity.access.viewer import CurrentViewer
from service.kit.actor import INVITED, Actor, present

Token = Annotated[str, Path(min_length=20, max_length=100)]


async def _invited(viewer: CurrentViewer, now: Annotated[datetime, Depends(present)]) -> Actor:
    return Actor(viewer.account_id or INVITED, now, viewer.expert_id)


Invited = Annotated[Actor, Depends(_invited)]
