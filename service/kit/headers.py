"""What every answer tells a browser, unless it says something else: keep nothing, guess nothing, run nothing, show it in nobody's frame."""

from collections.abc import Mapping

EVERYWHERE: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
}
OVER_TLS: Mapping[str, str] = {"Strict-Transport-Security": "max-age=31536000"}
"""Besides, where people open the service over TLS: for a year, never without."""


def headers_for(*, tls: bool) -> dict[str, str]:
    """Return the headers of an answer."""
    return {**EVERYWHERE, **(OVER_TLS if tls else {})}
