"""Opaque random tokens. The holder keeps the token; the database keeps its digest, so that a copy of it opens nothing."""

import hashlib
import secrets

TOKEN_BYTES = 32  # nobody guesses 256 random bits: a plain, fast digest is enough


def new_token() -> str:
    """Return a token that is safe in an address, a header and a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_id() -> str:
    """Return an id for a row that says nothing about the rows before it."""
    return secrets.token_hex(8)


def digest(token: str) -> str:
    """Return the hexadecimal SHA-256 of ``token``."""
    return hashlib.sha256(token.encode()).hexdigest()
