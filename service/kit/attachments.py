"""Names the file that an answer is saved as."""

from urllib.parse import quote

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def attachment(name: str) -> dict[str, str]:
    """Return the header that names a file, in ASCII and, where ``name`` holds more, encoded beside it (RFC 6266, RFC 8187)."""
    plain = "".join(letter if letter in _PLAIN else "_" for letter in name)
    encoded = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='', errors='replace')}"
    return {"Content-Disposition": f'attachment; filename="{plain}"{encoded}'}
