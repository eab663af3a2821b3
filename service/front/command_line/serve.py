"""``vinmatch serve``: the API and the pages, with a worker inside."""

import gc

import uvicorn
from fastapi import FastAPI
from threadpoolctl import threadpool_limits

from service.front.application import create_app
from service.front.command_line.databases import opened
from service.front.command_line.options import Database, Host, Port, settings_with
from service.front.command_line.output import complain, say
from service.front.health.api import missing, notices
from service.front.memory import bound_free_memory
from service.kit.settings import Settings

YOUNG_OBJECTS = 20_000  # objects that may be made before the youngest are searched for garbage; Python's default is 700


def serve(database: Database = None, host: Host = None, port: Port = None) -> None:
    """Serve the API and the pages until interrupted."""
    listen(settings_with(database_url=database, host=host, port=port))


def listen(settings: Settings) -> None:
    """Serve as ``settings`` say, after telling what to open and what is still missing."""
    with opened(settings) as engine:
        lacks = missing(engine, settings.encoder)
        for reason in lacks or notices(engine):
            complain(f"{reason.en} / {reason.vi}")
    address = f"http://{settings.host}:{settings.port}"
    say(f"Open {address}/ (shortlists / danh sách đề xuất) or {address}/docs (API). Stop: Ctrl+C.")
    run(create_app(settings), settings)


def run(app: FastAPI, settings: Settings) -> None:
    """Run ``app`` until interrupted, so that requests side by side disturb one another least.

    Each has one BLAS thread: several would compete for the same processors. Garbage is looked for rarely, because what a request makes
    goes with it. What one thread frees another can take, and large blocks go back to the system.
    """
    bound_free_memory()
    gc.set_threshold(YOUNG_OBJECTS)
    with threadpool_limits(1):
        proxies = settings.trusted_proxies
        uvicorn.run(app, host=settings.host, port=settings.port, forwarded_allow_ips=proxies, log_config=None, access_log=False)
