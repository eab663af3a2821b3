"""JSON of a registry, in which anything can be null, missing or of another type than the documentation says."""

from typing import Any

from service.imports.faults import Unreadable
from service.imports.formats.plain_text import one_line
from service.imports.json_text import loaded

MOST_BYTES = 20_000_000


def parsed(content: bytes) -> Any:
    """Return what ``content`` (JSON in UTF-8, with or without a byte order mark) holds; raises ``Unreadable``."""
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise Unreadable(f"It is larger than {most} MB: divide it.", f"Tệp lớn hơn {most} MB: hãy chia nhỏ.")
    try:
        return loaded(content.decode("utf-8-sig"), lambda _: None)
    except (ValueError, RecursionError):  # also bytes that are no UTF-8, and whole numbers of thousands of digits
        raise Unreadable(
            "It is no JSON: download the record again and send the file as it comes.",
            "Tệp không phải JSON: hãy tải lại hồ sơ và gửi tệp nguyên vẹn.",
        ) from None


def at(value: Any, *path: str) -> Any:
    """Return what stands under the names of ``path``; None where anything on the way is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def words(value: Any, *path: str) -> str:
    """Return the one line of words under ``path``, also where it is nested as {"value": words}; empty where there is none."""
    found = at(value, *path)
    found = found.get("value") if isinstance(found, dict) else found
    return one_line(found) if isinstance(found, str) else ""


def number(value: Any, *path: str) -> int | None:
    """Return the whole number under ``path``, also one written in digits or nested as {"value": number}."""
    found = at(value, *path)
    found = found.get("value") if isinstance(found, dict) else found
    if isinstance(found, str) and found.strip().isdecimal() and len(found) < 20:
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def each(value: Any, *path: str) -> list[dict[str, Any]]:
    """Return the objects of the list under ``path``; of anything else an empty list."""
    found = at(value, *path)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
