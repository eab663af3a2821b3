"""Passwords as Argon2id hashes. Checking takes the same work whether or not there is anything to check against."""

from functools import cache

from pwdlib import PasswordHash

from service.identity.access.tokens import new_token
from service.kit.stages import stage

SHORTEST, LONGEST = 12, 200  # characters; length is what helps (NIST SP 800-63B), and a limit keeps hashing cheap
_HASHER = PasswordHash.recommended()


def hashed(password: str) -> str:
    """Return the hash of ``password`` with its salt and parameters."""
    return _HASHER.hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Return whether ``password`` is the one behind ``stored``; without a stored hash another one is checked in its place."""
    with stage("password"):
        found = _HASHER.verify(password[:LONGEST], stored or _nobodys())
    return found and stored is not None


@cache
def _nobodys() -> str:
    return hashed(new_token())
