"""What the addresses of the exposure report ask for, of the API and of the pages."""

from typing import Annotated

from fastapi import Query

First = Annotated[int, Query(ge=1, le=100, description="How many places of each list count")]
