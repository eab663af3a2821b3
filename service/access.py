"""Who may see people's data and change anything, until accounts come: the holder of one key, or everybody on a synthetic database."""

import secrets
from typing import Annotated

import sqlalchemy as sa
from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.database import reading
from models.experts import NetworkState
from service.problems import Unauthorised
from service.settings import Settings

_bearer = HTTPBearer(auto_error=False, description="The key of the service")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, description="The key of the service")

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
KeyHeader = Annotated[str | None, Depends(_header)]


def guard(request: Request, bearer: Bearer, key_header: KeyHeader) -> None:
    """Let the request pass, or raise ``Unauthorised`` saying what is missing."""
    shown = bearer.credentials if bearer else key_header
    key = request.app.state.settings.api_key
    if key and shown and secrets.compare_digest(shown.encode(), key.get_secret_value().encode()):
        return
    if is_synthetic(request.app.state.engine):
        return
    raise _wrong_key() if key else _no_key_configured()


Guarded = Depends(guard)


def is_synthetic(engine: Engine) -> bool:
    """Return whether the network in the database is marked as invented people."""
    with reading(engine) as session:
        return bool(session.scalar(sa.select(col(NetworkState.synthetic))))


def _wrong_key() -> Unauthorised:
    return Unauthorised(
        en="Send the key of the service as 'Authorization: Bearer KEY' or 'X-API-Key: KEY'.",
        vi="Hãy gửi khóa của dịch vụ trong 'Authorization: Bearer KEY' hoặc 'X-API-Key: KEY'.",
    )


def _no_key_configured() -> Unauthorised:
    variable = Settings.variable("api_key")
    return Unauthorised(
        en=f"This database holds real people and no key is configured. Set {variable} and restart the service.",
        vi=f"Cơ sở dữ liệu này chứa người thật và chưa có khóa. Hãy đặt biến {variable} rồi khởi động lại dịch vụ.",
    )
