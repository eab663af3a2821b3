"""A creating request, which is done once however often it is sent."""

from typing import Annotated

from fastapi import Depends, Request

from service.identity.access.acting import Acting
from service.kit.idempotency import IdempotentRequest, KeyHeader
from service.kit.sessions import Writing


def _once(request: Request, session: Writing, by: Acting, key: KeyHeader = None) -> IdempotentRequest:
    return IdempotentRequest(request, session, by, key)


OnlyOnce = Annotated[IdempotentRequest, Depends(_once)]
