"""A creating request, which is done once however often it is sent."""

from typing import Annotated

from fastapi import Depends, Request

from service.identity.access.acting import Acting
from service.kit.idempotency import KeyHeader, Once
from service.kit.sessions import Writing


def _once(request: Request, session: Writing, by: Acting, key: KeyHeader = None) -> Once:
    return Once(request, session, by, key)


OnlyOnce = Annotated[Once, Depends(_once)]
