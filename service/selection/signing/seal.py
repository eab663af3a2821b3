"""The seal of the signatures of a list: SHA-256 over its fingerprint and who signed, when and why. The audit keeps it as well.

Version 1, of lists signed before there were seals, is the fingerprint alone; what the audit says of actor and time is compared for both.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from models.audit import AuditAction, AuditEvent
from models.shortlists import EntryContent, Shortlist, ShortlistEntry
from service.kit.events.chain import seal as seal_of_event
from service.selection.drafts.operations import SHORTLIST
from service.selection.signing.fingerprint import canonical

NEWEST, WITHOUT_SIGNATURES = 2, 1


def seal_of(shortlist: Shortlist) -> str:
    """Return what must stand as the seal of ``shortlist``."""
    signed = {
        "version": NEWEST,
        "fingerprint": shortlist.fingerprint,
        "signed_by": shortlist.signed_by,
        "signed_at": _moment(shortlist.signed_at),
        "reason": shortlist.sign_reason,
        "second_by": shortlist.second_by,
        "second_at": _moment(shortlist.second_at),
    }
    return hashlib.sha256(canonical(signed).encode()).hexdigest()


def put_seal(shortlist: Shortlist) -> None:
    """Seal the signatures that ``shortlist`` has now."""
    shortlist.seal, shortlist.seal_version = seal_of(shortlist), NEWEST


def break_seal(shortlist: Shortlist) -> None:
    """Take the seal away with a signature that is taken back."""
    shortlist.seal = shortlist.seal_version = None


def names_of(places: Iterable[tuple[ShortlistEntry, EntryContent | None]]) -> list[str]:
    """Return whose each entry is, as an event may say it: ``12:E000098``."""
    return [f"{entry.id}:{content.expert_id}" for entry, content in places if content is not None]


def people_in(event: AuditEvent | None) -> dict[int, str]:
    """Return whose each entry was when the list was signed, by the id of the entry; nobody where the event does not say it."""
    named = (place.split(":", 1) for place in (event.details.get("places", []) if event else []))
    return {int(entry): person for entry, person in named}


def signature_event(session: Session, shortlist: Shortlist) -> AuditEvent | None:
    """Return what the audit recorded of the last signature of ``shortlist``."""
    about = (col(AuditEvent.object_kind) == SHORTLIST, col(AuditEvent.object_id) == shortlist.id)
    signed = sa.select(AuditEvent).where(*about, col(AuditEvent.action) == AuditAction.SHORTLIST_SIGNED.value)
    event: AuditEvent | None = session.scalars(signed.order_by(col(AuditEvent.sequence).desc()).limit(1)).one_or_none()
    return event


def differences(shortlist: Shortlist, event: AuditEvent | None) -> Iterator[str]:
    """Yield in what the signatures of ``shortlist`` are not what the audit recorded, each as a code."""
    if event is None:
        yield "no_event"
        return
    if event.hash != seal_of_event(event):
        yield "event"
    if event.details.get("fingerprint") != shortlist.fingerprint:
        yield "fingerprint"
    who, when = ("second_by", "second_at") if shortlist.second_by else ("signed_by", "signed_at")
    found = [name for name, theirs in ((who, event.actor), (when, event.at)) if getattr(shortlist, name) != theirs]
    yield from found
    if (event.details.get("seal"), event.details.get("seal_version")) != (shortlist.seal, shortlist.seal_version):
        yield "seal"
    elif shortlist.seal is not None and shortlist.seal != seal_of(shortlist) and not found:
        yield "signature"


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment else None
