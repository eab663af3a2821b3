"""What an answer without a record means: come back soon, come back tomorrow, or not at all."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

MOST_PATIENCE = 60.0  # seconds that a registry may ask to wait; more is said of an allowance, not of a rate
_CREDIT = ("credit", "budget", "quota", "insufficient", "daily limit", "allowance", "payment")


def is_out_of_credit(answer: httpx.Response, body: str) -> bool:
    """Return whether the allowance is used up. OpenAlex answers 429 for a rate and for the day alike; its headers tell them apart.

    Its headers name what is left of the day (X-RateLimit-Remaining, and -USD), its Retry-After is then that of midnight.
    """
    if answer.status_code == httpx.codes.PAYMENT_REQUIRED:
        return True
    if answer.status_code not in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.FORBIDDEN):
        return False
    waits = _number(answer.headers.get("retry-after"))
    if any(word in body.lower() for word in _CREDIT) or (waits is not None and waits > 10 * MOST_PATIENCE):
        return True
    left = [_number(answer.headers.get(name)) for name in ("x-ratelimit-remaining", "x-ratelimit-remaining-usd")]
    return (waits is None or waits > MOST_PATIENCE) and any(number is not None and number <= 0 for number in left)


def is_rate_limited(answer: httpx.Response, body: str) -> bool:
    """Return whether the registry was asked too often; some answer 403 for it."""
    return answer.status_code == httpx.codes.TOO_MANY_REQUESTS or (
        answer.status_code == httpx.codes.FORBIDDEN and "rate limit" in body.lower()
    )


def wait_of(answer: httpx.Response, attempt: int, now: datetime) -> float:
    """Return the seconds to wait before the next attempt: what Retry-After says, in seconds or as a date, else 1, 2, 4 and so on."""
    said = answer.headers.get("retry-after", "")
    number = _number(said)
    if number is None and said:
        number = _seconds_until(said, now)
    return max(number, 0.0) if number is not None else float(2**attempt)


def _seconds_until(said: str, now: datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return None
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()


def _number(said: str | None) -> float | None:
    try:
        return float(said) if said is not None else None
    except ValueError:
        return None
