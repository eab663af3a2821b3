"""The two kinds of database session that a route can ask for.

``scope="function"`` ends the unit of work before the answer leaves: a commit that fails answers an error, and what was
answered as done is on disk. The default scope of FastAPI commits afterwards.

A session opens its connection at its first statement, in the thread of whoever makes it; nothing of the database is asked on the event
loop, and a route that asks nothing hands nothing to a thread.
"""

from collections.abc import AsyncIterator, Callable
from typing import Annotated

import anyio
import anyio.to_thread
from fastapi import Depends, Request

from models.database import ReadSession, WriteSession, reading_session
from service.kit.services import services_of
from service.kit.stages import stage


async def _reading(request: Request) -> AsyncIterator[ReadSession]:
    session = reading_session(services_of(request).engine)
    try:
        yield session
    finally:
        await _end(session, session.close)


async def _writing(request: Request) -> AsyncIterator[WriteSession]:
    session = WriteSession(services_of(request).engine)
    session.info["state"] = request.state  # what a form that is refused leaves for the page that shows it again
    try:
        yield session
        with stage("commit"):
            await _end(session, session.commit)
    finally:
        await _end(session, session.close)


async def _end(session: ReadSession | WriteSession, act: Callable[[], None]) -> None:
    """End a unit of work in a thread of its own count: those of the routes may all be waiting for the connection that this gives back."""
    if not session.in_transaction():
        return
    with anyio.CancelScope(shield=True):
        await anyio.to_thread.run_sync(act, limiter=anyio.CapacityLimiter(1))


Reading = Annotated[ReadSession, Depends(_reading, scope="function")]
Writing = Annotated[WriteSession, Depends(_writing, scope="function")]
