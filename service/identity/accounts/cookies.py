"""The cookies of signing in: out of reach of scripts, never sent with another site's forms, and over TLS alone where there is any."""

from fastapi import Request, Response

from service.identity.access.tokens import new_token
from service.identity.access.viewer import SESSION_COOKIE
from service.kit.services import is_over_tls, services_of
from service.kit.settings import Settings

FLOW_COOKIE = "vinmatch_openid"
DEVICE_COOKIE = "vinmatch_device"
DEVICE_SECONDS = 365 * 24 * 3600
FLOW_SECONDS = 600
HALF_COOKIE = "vinmatch_half"
MOST_TOKEN = 100


def set_session(request: Request, response: Response, token: str) -> None:
    """Let the browser keep ``token`` as long as its session lives."""
    settings: Settings = services_of(request).settings
    _set(request, response, SESSION_COOKIE, token, settings.session_hours * 3600)


def forget_session(response: Response) -> None:
    """Let the browser forget its session."""
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="lax")


def set_device(request: Request, response: Response, token: str) -> None:
    """Let the browser keep by what it is known again; it opens nothing."""
    _set(request, response, DEVICE_COOKIE, token, DEVICE_SECONDS)


def device_of(request: Request) -> str:
    """Return by what the browser is known again, a new token for one that is not known."""
    kept = request.cookies.get(DEVICE_COOKIE, "")
    return kept if 0 < len(kept) <= MOST_TOKEN else new_token()


def set_half(request: Request, response: Response, token: str) -> None:
    """Let the browser keep by what its half-done sign-in is known, as long as the code is waited for."""
    _set(request, response, HALF_COOKIE, token, FLOW_SECONDS)


def forget_half(response: Response) -> None:
    """Let the browser forget the half-done sign-in."""
    response.delete_cookie(HALF_COOKIE, httponly=True, samesite="lax")


def set_flow(request: Request, response: Response, text: str) -> None:
    """Let the browser keep an attempt to sign in at a provider."""
    _set(request, response, FLOW_COOKIE, text, FLOW_SECONDS)


def forget_flow(response: Response) -> None:
    """Let the browser forget the attempt."""
    response.delete_cookie(FLOW_COOKIE, httponly=True, samesite="lax")


def _set(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, seconds, httponly=True, samesite="lax", secure=is_over_tls(request))
