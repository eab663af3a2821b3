"""What the addresses of whoever was invited ask for, of the API and of the pages."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Path

from service.identity.access.viewer import CurrentViewer
from service.kit.acting import By, present

INVITED = "invited-person"


Token = Annotated[str, Path(min_length=20, max_length=100)]


async def _invited(viewer: CurrentViewer, now: Annotated[datetime, Depends(present)]) -> By:
    return By(INVITED, now, viewer.expert_id)


Invited = Annotated[By, Depends(_invited)]
