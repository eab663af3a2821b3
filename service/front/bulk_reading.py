"""Records that an account reads people in bulk, by whatever address: page, list, ranking, search or file.

The answers themselves are looked at, not the routes: whatever shows a person names the person's id. The event is written before the answer
leaves; what cannot be recorded is not handed out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import Request
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.database import writing
from service.front.services import ApplicationServices
from service.kit.actor import Actor
from service.kit.events.recording import ACCOUNT, AuditedObject, record_reading_within
from service.kit.problems import Problem, Unavailable
from service.kit.settings import utc_now
from service.kit.stages import stage

PERSON = re.compile(rb"E(?<=\bE)\d{6,}\b")
"""An id, as a word of its own; the pattern begins with its letter, for which a long answer is searched fastest."""
PURPOSE = "bulk"


class ReadingInBulk:
    """ASGI middleware; ``answer`` turns a problem into a response."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Problem], Response]) -> None:
        self.app = app
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and look at what is answered to an account."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        looking = _Looking(self, scope, receive, send)
        await self.app(scope, receive, looking.take)


@dataclass
class _Looking:
    """One answer on its way: its beginning waits for its first part, because only then it is known whether it may leave."""

    middleware: ReadingInBulk
    scope: Scope
    receive: Receive
    send: Send
    waiting: list[Message] = field(default_factory=list)
    refused: bool = False

    async def take(self, message: Message) -> None:
        """Send a part of the answer, or in the place of all of it that it cannot be recorded."""
        if self.refused:
            return
        if message["type"] == "http.response.start":
            self.waiting.append(message)
            return
        if await self._is_recorded(message):
            waiting, self.waiting = self.waiting, []
            for each in (*waiting, message):
                await self.send(each)
        else:
            self.refused = True
            problem = Unavailable(
                "reading_not_recorded",
                en="This reading of many people cannot be recorded now, and so it is not answered. Try again.",
                vi="Hiện không thể ghi nhận việc đọc dữ liệu của nhiều người nên chưa trả lời. Hãy thử lại.",
            )
            await self.middleware.answer(Request(self.scope), problem)(self.scope, self.receive, self.send)

    async def _is_recorded(self, message: Message) -> bool:
        account_id = self.scope.get("state", {}).get("account_id")
        people = {match.decode() for match in PERSON.findall(message.get("body", b""))} if account_id else set()
        if not people:
            return True
        services: ApplicationServices = self.scope["app"].state.services
        many = services.readers.add(account_id, people, utc_now())
        if not many:
            return True
        try:
            with stage("recording"):
                await run_in_threadpool(_record, services, account_id, many)
        except OperationalError:
            services.readers.take_back(account_id)
            return not self.waiting  # what has begun cannot be taken back
        return True


def _record(services: ApplicationServices, account_id: str, people: list[str]) -> None:
    with writing(services.engine) as session:
        record_reading_within(session, Actor(account_id, utc_now()), PURPOSE, AuditedObject(ACCOUNT, account_id), people)
