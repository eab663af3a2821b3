"""The two kinds of database session that a route can ask for.

``scope="function"`` ends the unit of work before the answer leaves: a commit that fails answers an error, and what was
answered as done is on disk. The default scope of FastAPI commits afterwards.
"""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from models.database import ReadSession, WriteSession, reading, writing
from service.kit.services import services_of


def _reading(request: Request) -> Iterator[ReadSession]:
    with reading(services_of(request).engine) as session:
        yield session


def _writing(request: Request) -> Iterator[WriteSession]:
    with writing(services_of(request).engine) as session:
        yield session


Reading = Annotated[ReadSession, Depends(_reading, scope="function")]
Writing = Annotated[WriteSession, Depends(_writing, scope="function")]
