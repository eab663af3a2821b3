"""The seal of a shortlist: SHA-256 over its head and the salted digests of its entries.

The salt of a digest is kept with the content and goes with it: of somebody who was erased the digest remains, from which nothing can be
read, and the seal of the whole still fits.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from models.shortlists import EntryContent, Shortlist, ShortlistEntry


def digest_of(entry: ShortlistEntry, content: EntryContent) -> str:
    """Return what must stand as the digest of ``entry``."""
    return _hash(
        {
            "salt": content.salt,
            "role": entry.role,
            "position": entry.position,
            "expert": content.expert_id,
            "snapshot": content.snapshot,
            "judged": content.judged,
        }
    )


def fingerprint_of(shortlist: Shortlist, entries: Iterable[ShortlistEntry]) -> str:
    """Return the seal of ``shortlist`` with ``entries`` in any order."""
    places = sorted([entry.role, entry.position or 0, entry.digest] for entry in entries)
    return _hash({"id": shortlist.id, "request": shortlist.request_id, "head": shortlist.head, "entries": places})


def canonical(content: Any) -> str:
    """Return ``content`` as JSON of one form: keys sorted, no spaces, ASCII only."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def _hash(content: Any) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()
