"""What every change of the catalogue has in common: one at a time, a note of what stood there before, a counter for other processes."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from models.catalogue_changes import CatalogueChange, EntryKind
from models.database import WriteSession
from models.experts import NetworkState
from service.kit.actor import Actor
from service.kit.jobs.queue import enqueue_once
from service.matches.network.reading import KIND
from service.matches.network.versions import current_version


def lock_catalogue(session: WriteSession) -> NetworkState:
    """Let nobody else change the catalogue until the transaction ends; what is read from here on nobody else is changing."""
    state = session.get(NetworkState, 1, with_for_update=True, populate_existing=True)
    if state is None:
        state = NetworkState()
        session.add(state)
        session.flush()
    return state


def count_change(session: WriteSession) -> None:
    """Let every process read the catalogue again, because a ranking may have changed; the catalogue is locked already."""
    session.execute(sa.update(NetworkState).values(catalogue_changes=col(NetworkState.catalogue_changes) + 1))


def ask_for_readings(session: WriteSession) -> None:
    """Let a worker read people anew under changed words, where anybody was read; answers go on with what is in use until then."""
    if current_version(session) is not None:
        enqueue_once(session, KIND)


def note_change(session: WriteSession, by: Actor, kind: EntryKind, entry_id: str, reason: str, earlier: dict[str, Any]) -> int:
    """Keep who changed an entry, why, and its content before (empty for a new one); return the number of the change."""
    of_entry = (col(CatalogueChange.kind) == kind, col(CatalogueChange.entry_id) == entry_id)
    number = (session.scalar(sa.select(sa.func.max(col(CatalogueChange.number))).where(*of_entry)) or 0) + 1
    session.add(
        CatalogueChange(kind=kind, entry_id=entry_id, number=number, changed_by=by.actor, changed_at=by.now, reason=reason, earlier=earlier)
    )
    session.flush()
    return number
