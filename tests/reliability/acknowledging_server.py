"""A server of our application with one small writing route, for a test that kills it; prints the port it listens on.

The application is made when the module is loaded, which the process that forks the servers does once: to make it takes seconds.
"""

import socket
from datetime import UTC, datetime

import uvicorn
from fastapi import APIRouter

from models.jobs import Job
from service.front.application import configure, create_app
from service.kit.sessions import Writing
from service.kit.settings import Settings

router = APIRouter()


@router.post("/marks/{mark}", status_code=201)
def write_mark(mark: str, session: Writing) -> str:
    """Write one row; the answer is the acknowledgement."""
    session.add(Job(id=mark, kind="mark", created_at=datetime(2026, 1, 1, tzinfo=UTC)))
    return mark


app = create_app(Settings())
app.include_router(router)


def main() -> None:
    """Serve until killed."""
    configure(app, Settings())
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])
