"""Passwords of tests: hashed and checked as those of the service are, at a small part of the work."""

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from service.identity.accounts import passwords

SHIPPED = passwords._HASHER
"""What the service hashes with outside tests."""


def hash_with_little_work() -> None:
    """Let this process hash passwords with the least work that Argon2id knows."""
    passwords._HASHER = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
