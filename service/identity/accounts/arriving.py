"""From where somebody signs in, and how the browser is let in: with a session, or first with a code still to be given."""

from datetime import datetime
from urllib.parse import urlencode

from fastapi import Request, Response

from models.accounts import Account
from models.database import WriteSession
from service.identity.accounts import cookies
from service.identity.accounts.half_sign_in import wait_for_code
from service.identity.accounts.second_factor import factor_in_use
from service.identity.accounts.sessions_and_keys import Browser
from service.identity.accounts.signing_in import SignInMethod, enter
from service.identity.accounts.throttle import Caller
from service.kit.addresses import led_to
from service.kit.services import services_of

HOME, CODE = "/", "/sign-in/code"


def let_in(request: Request, session: WriteSession, account: Account, way: SignInMethod, now: datetime, following: str) -> Response:
    """Return the answer that opens a session, or asks for the code of an account with a second factor."""
    if factor_in_use(session, account.id) is not None:
        response = led_to(request, f"{CODE}?{urlencode({'next': local(following)})}")
        cookies.set_half(request, response, wait_for_code(session, account, way, now))
        return response
    browser, settings = browser_of(request), services_of(request).settings
    return entered(request, enter(session, account, way, browser, caller_of(request), now, settings), browser, following)


def entered(request: Request, token: str, browser: Browser, following: str) -> Response:
    """Return the answer that gives the browser its session and leads on."""
    response = led_to(request, local(following))
    cookies.set_session(request, response, token)
    cookies.set_device(request, response, browser.device)
    return response


def local(address: str) -> str:
    """Return ``address`` if it stays on this service: a link to the sign-in page must not lead elsewhere afterwards."""
    leads_away = not address.startswith("/") or address.startswith("//") or "\\" in address or any(ord(sign) < 33 for sign in address)
    return HOME if leads_away else address


def caller_of(request: Request) -> Caller:
    """Return from where the request comes."""
    return Caller(request.client.host if request.client else "", request.cookies.get(cookies.DEVICE_COOKIE, "")[: cookies.MOST_TOKEN])


def browser_of(request: Request) -> Browser:
    """Return what signs in."""
    return Browser(request.headers.get("user-agent", ""), cookies.device_of(request))
