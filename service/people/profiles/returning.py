"""The way back to one's own profile."""

from fastapi import Request, Response

from service.kit.addresses import led_to


def back_to_profile(request: Request) -> Response:
    """Lead back to the page, which says that it is saved."""
    return led_to(request, "/profile?saved=true")
