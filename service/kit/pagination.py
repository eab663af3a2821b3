"""Pages with an opaque cursor: rows after the last one seen, the total, and a ``Link`` header (RFC 8288)."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

import sqlalchemy as sa
from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel, Field
from sqlmodel import Session

from service.kit.problems import Invalid
from service.kit.services import services_of

Row = TypeVar("Row")
Item = TypeVar("Item")
Key = tuple[str | int, ...]
_FURTHEST = 2**31  # databases count no further
_WHOLE_NUMBERS = range(-(2**63), 2**63)  # what a database can compare
SHORT_ROWS = 24
_LONGEST_CURSOR = 8_000  # a key of the longest texts that lists are ordered by


class Page(BaseModel, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    total: int = Field(description="Number of all rows that fit the filters")
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last")


@dataclass(frozen=True, slots=True)
class PageOfRows(Generic[Row]):
    """The rows of one page, before they become the items of an answer."""

    rows: Sequence[Row]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Paging:
    """What the caller asked for, and the answer whose ``Link`` header is still to be written."""

    limit: int
    after: Key | None
    request: Request
    response: Response

    def page(self, found: PageOfRows[Row], show: Callable[[Row], Item]) -> Page[Item]:
        """Return the page with each row turned into an item by ``show``, and set the ``Link`` header."""
        self.link(found.next)
        return Page[Item](items=[show(row) for row in found.rows], total=found.total, next=found.next)

    def answer(self, written: str) -> Response:
        """Return the JSON ``written`` as it stands, with the ``Link`` header: what was just made need not be validated again."""
        return Response(written, media_type="application/json", headers={"Link": self.response.headers["Link"]})

    def shortened(self, rows: int) -> "Paging":
        """Return the same with at most ``rows`` rows."""
        return replace(self, limit=min(rows, self.limit))

    def link(self, following: str | None) -> None:
        """Set the ``Link`` header to the first page and to the one after this, whose cursor is ``following``."""
        links = [self._link("next", following)] if following else []
        self.response.headers["Link"] = ", ".join([*links, self._link("first", None)])

    def _link(self, relation: str, cursor: str | None) -> str:
        # A relative address: the Host header of a request is not ours to repeat.
        parameters = [(name, value) for name, value in self.request.query_params.multi_items() if name != "cursor"]
        query = urlencode([*parameters, ("cursor", cursor)] if cursor else parameters)
        return f'<{quote(self.request.scope["path"])}{"?" if query else ""}{query}>; rel="{relation}"'


async def _paging(
    request: Request,
    response: Response,
    limit: Annotated[int | None, Query(ge=1, lt=_FURTHEST, description="Most rows of the page")] = None,
    cursor: Annotated[str | None, Query(description="Value of `next` of the page before")] = None,
) -> Paging:
    settings = services_of(request).settings
    if limit is not None and limit > settings.page_size_limit:
        raise Invalid.field("limit", en=f"must be at most {settings.page_size_limit}", vi=f"không được quá {settings.page_size_limit}")
    return Paging(limit or settings.page_size, decode_cursor(cursor) if cursor else None, request, response)


Paged = Annotated[Paging, Depends(_paging)]


def paged(rows: int) -> Callable[[Paging], Paging]:
    """Return the dependency of a list on a page: at most ``rows`` of it, eight screens of a phone, unless the address names a limit."""

    def paging(asked: Paged) -> Paging:
        return asked if "limit" in asked.request.query_params else asked.shortened(rows)

    return paging


ShortPaged = Annotated[Paging, Depends(paged(SHORT_ROWS))]
"""For lists whose rows are a few lines each."""


def find_page(session: Session, statement: sa.Select[Any], order: Sequence[Any], paging: Paging) -> PageOfRows[Any]:
    """Return one page of ``statement`` ordered by ``order``: text or whole-number columns, ascending, together unique.

    The rows are what ``session.scalars`` gives: select one entity or one column. ``order`` may use columns of that entity only.
    """
    total = session.scalar(sa.select(sa.func.count()).select_from(statement.order_by(None).subquery())) or 0
    if paging.after is not None:
        _check_key(paging.after, order)
        statement = statement.where(sa.tuple_(*order) > sa.tuple_(*paging.after))
    rows = session.scalars(statement.order_by(*order).limit(paging.limit + 1)).all()
    shown = rows[: paging.limit]
    more = len(rows) > paging.limit
    return PageOfRows(shown, total, encode_cursor(tuple(getattr(shown[-1], column.key) for column in order)) if more else None)


def find_page_by_place(session: Session, statement: sa.Select[Any], order: Sequence[Any], paging: Paging) -> PageOfRows[Any]:
    """Return one page of ``statement`` in an ``order`` of any expressions, together unique; the cursor counts the rows before it."""
    total = session.scalar(sa.select(sa.func.count()).select_from(statement.order_by(None).subquery())) or 0
    start = _place(paging)
    rows = session.scalars(statement.order_by(*order).offset(start).limit(paging.limit)).all()
    end = start + paging.limit
    return PageOfRows(rows, total, encode_cursor((end,)) if end < total else None)


def slice_page(rows: Sequence[Row], paging: Paging) -> PageOfRows[Row]:
    """Return one page of a list that is already in memory, in its own order."""
    start = _place(paging)
    end = start + paging.limit
    return PageOfRows(rows[start:end], len(rows), encode_cursor((end,)) if end < len(rows) else None)


def _place(paging: Paging) -> int:
    start = paging.after[0] if paging.after else 0
    if not isinstance(start, int) or not 0 <= start < _FURTHEST:
        raise _bad_cursor()
    return start


def encode_cursor(key: Key) -> str:
    """Return ``key`` as text that is safe in an address and promises nothing to its reader."""
    return base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> Key:
    """Return the key in ``cursor``; raises ``Invalid`` naming the field for anything that ``encode_cursor`` did not make."""
    if len(cursor) > _LONGEST_CURSOR:
        raise _bad_cursor()
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise _bad_cursor() from None
    if not isinstance(key, list) or not key or not all(map(_is_comparable, key)):
        raise _bad_cursor()
    return tuple(key)


def _is_comparable(part: object) -> bool:
    """Return whether every database can compare ``part`` with a column: no surrogates, no null, no number beyond 64 bits."""
    if type(part) is int:
        return part in _WHOLE_NUMBERS
    return isinstance(part, str) and "\0" not in part and not any("\ud800" <= letter <= "\udfff" for letter in part)


def _check_key(key: Key, order: Sequence[Any]) -> None:
    expected = [getattr(column.type, "impl", column.type).python_type for column in order]
    if [type(part) for part in key] != expected:
        raise _bad_cursor()


def _bad_cursor() -> Invalid:
    return Invalid.field("cursor", en="is not one that this list gave out", vi="không phải do danh sách này cấp")
