"""Versions as ETags: a reader can ask for changes only, a writer must say which version it changes (RFC 9110, 13.1)."""

import hashlib
import json
from typing import Annotated, Any

from fastapi import Header, Response

from service.kit.problems import PreconditionFailed, PreconditionRequired

IfMatch = Annotated[str | None, Header(alias="If-Match", description='Version you read, such as `"3"`; required to change')]
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description='Version you have, such as `"3"`; unchanged answers 304')]


def etag(version: int | str | None) -> str:
    """Return the ETag of ``version``."""
    return f'"{version}"'


def tag_of(content: dict[str, Any]) -> str:
    """Return what names a state of an entry: a hash of its content, so that a change by loading files counts as well."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()[:16]


def require_match(if_match: str | None, version: int | str | None) -> None:
    """Raise 428 when the caller named no version, and 412 when it is not the stored one. Weak tags never match here."""
    if if_match is None:
        raise PreconditionRequired(
            en="Send If-Match with the ETag of the version that you read.",
            vi="Hãy gửi If-Match với ETag của phiên bản bạn đã đọc.",
        )
    if if_match.strip() != "*" and etag(version) not in _tags(if_match):
        raise PreconditionFailed.stale()


def not_modified(if_none_match: str | None, version: int | str | None) -> Response | None:
    """Return the 304 answer when the caller already has ``version``, else None."""
    tags = {tag.removeprefix("W/") for tag in _tags(if_none_match or "")}
    if "*" in tags or etag(version) in tags:
        return Response(status_code=304, headers={"ETag": etag(version)})
    return None


def _tags(header: str) -> list[str]:
    return [tag.strip() for tag in header.split(",")]
