"""The seal of an event: SHA-256 over its canonical JSON, which holds the hash of the event before."""

import hashlib
import json
from datetime import UTC

from models.audit import AuditEvent


def seal(event: AuditEvent) -> str:
    """Return the hash that ``event`` must have: keys sorted, no spaces, ASCII only, the moment in UTC."""
    content = {
        "sequence": event.sequence,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": event.actor,
        "action": event.action,
        "object_kind": event.object_kind,
        "object_id": event.object_id,
        "details": event.details,
        "previous_hash": event.previous_hash,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
