"""Idempotency-Key: a creating request that is sent again gets the first answer and creates nothing.

The key is claimed, the thing created and the answer kept in one transaction: all of it is stored or nothing. Of requests at once, the
database lets one claim the key and the others wait for its answer. After ``KEPT`` a key may be used anew.
"""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, TypeVar

import sqlalchemy as sa
from fastapi import Header, Request, Response
from pydantic import BaseModel
from sqlmodel import col

from models.database import insert_if_absent
from models.idempotency import KeptAnswer
from service.kit.actor import Actor
from service.kit.problems import Problem, UnfitKey
from service.kit.sessions import Writing

KEPT = timedelta(hours=24)
REPLAYED = {"Idempotency-Replayed": "true"}
_HEADERS = ("location", "etag")
View = TypeVar("View", bound=BaseModel)
KeyHeader = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="Any unique text; the same request sent again with it creates nothing and gets the first answer, for 24 hours",
    ),
]


@dataclass
class IdempotentRequest:
    """One request that creates something, with the key that its sender may have given."""

    request: Request
    session: Writing
    by: Actor
    key: str | None

    def earlier(self, fields: BaseModel) -> Response | None:
        """Return the answer that the same request got before, or None when it is to be done now; raises ``UnfitKey``."""
        if self.key is None:
            return None
        self._forget_old()
        sought, digest = self._identity(), hashlib.sha256(fields.model_dump_json().encode()).hexdigest()
        insert_if_absent(self.session, KeptAnswer, [{**sought, "request_hash": digest, "kept_at": self.by.now, "headers": {}, "body": ""}])
        kept = self.session.get_one(KeptAnswer, tuple(sought.values()))
        if kept.request_hash != digest:
            raise _other_request()
        if kept.status is None:
            return None
        return Response(kept.body, kept.status, {**kept.headers, **REPLAYED}, "application/json")

    def keep(self, view: View, response: Response, expert_id: str | None = None, status: int = 201) -> View:
        """Keep ``view`` as the answer, until the person whom it shows is erased, and return it."""
        if self.key is not None:
            kept = self.session.get_one(KeptAnswer, tuple(self._identity().values()))
            kept.status, kept.body, kept.expert_id = status, view.model_dump_json(), expert_id
            kept.headers = {name: response.headers[name] for name in _HEADERS if name in response.headers}
        return view

    def _identity(self) -> dict[str, str | None]:
        return {"actor": self.by.actor, "address": self.request.url.path, "key": self.key}

    def _forget_old(self) -> None:
        self.session.execute(sa.delete(KeptAnswer).where(col(KeptAnswer.kept_at) < self.by.now - KEPT))


def _other_request() -> Problem:
    return UnfitKey(
        en="This Idempotency-Key was used for another request. Take a new key for a new request.",
        vi="Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới cho yêu cầu mới.",
    )
