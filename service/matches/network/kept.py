"""The network between starts: what the matcher reads of everybody, kept in a folder beside the database and believed only where it holds.

It holds for one database as it was after one change, for one version of readers, and for the program as it is. Whoever changed since is
read from the database as ever; whatever else does not agree, the whole is built anew.
"""

import dataclasses
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlmodel import Session, col

from matching.facts import NAMED, OF_CAPABILITIES, OF_ITEMS, OF_PEOPLE, Facts
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.gatekeeper import Gatekeeper, GateResults
from matching.readers.reading import RecordReader
from matching.sequences import Later
from models.audit import AuditEvent
from models.experts import Expert
from models.jobs import TextSpaceVersion
from service.kit.settings import Settings
from service.matches.network import folder as arrays_in
from service.matches.network.profile_bytes import as_bytes, from_bytes, layout

_TOLD = ("told_marks", "told_places")
_SPARSE = ("data", "indices", "indptr")
_PROFILES, _ENDS, _CHECKS, _WORDS, _CHANGES = "profiles", "profile_ends", "profile_checks", "words", "changes"
_REMEMBERED = 2_000
FOLDER = "network_folder"
"""The execution option of an engine that says where the network of its database is kept."""
Key = dict[str, Any]


def folder_of(settings: Settings) -> Path | None:
    """Return where the network of the database of ``settings`` is kept; None: nowhere."""
    return settings.network_folder or folder_beside(settings.database_url)


def folder_beside(database_url: str | URL) -> Path | None:
    """Return the folder beside the file of an SQLite database, None for any other."""
    url = make_url(database_url)
    named = url.database if url.get_backend_name() == "sqlite" else None
    return Path(f"{named}.network") if named and named != ":memory:" and not named.startswith("file:") else None


def forget_for(session: Session) -> None:
    """Delete what is kept of the database of ``session``: where its engine says, else beside its file. Raises OSError where it stays."""
    engine = session.connection().engine
    kept_in = engine.get_execution_options().get(FOLDER) or folder_beside(engine.url)
    arrays_in.forget(kept_in) if kept_in else None


@dataclasses.dataclass(frozen=True)
class StoredNetwork:
    """What a folder holds: the network after ``expert_changes`` changes, with the gate results that were ``judged`` by name."""

    network: Network
    judged: dict[str, GateResults]
    expert_changes: int


def keep(folder: Path, session: Session, version: str, expert_changes: int, network: Network, gatekeeper: Gatekeeper) -> None:
    """Keep ``network`` as of ``expert_changes``, which ``session`` sees as well; raises OSError where ``folder`` cannot be written."""
    facts, blobs = network.facts, [as_bytes(profile) for profile in network.profiles]
    arrays = {name: np.asarray(getattr(facts, name)) for name in (*OF_PEOPLE, *OF_ITEMS, *_TOLD)}
    for name in OF_CAPABILITIES:
        arrays |= {f"{name}.{part}": getattr(getattr(facts, name), part) for part in _SPARSE}
    words = {name: getattr(facts, name) for name in ("ids", "languages", *NAMED)}
    arrays |= {
        _WORDS: np.frombuffer(json.dumps(words, ensure_ascii=False).encode(), dtype=np.uint8),
        _PROFILES: np.frombuffer(b"".join(blobs), dtype=np.uint8),
        _ENDS: np.cumsum([0, *map(len, blobs)]),
        _CHECKS: np.array([zlib.crc32(blob) for blob in blobs], dtype=np.uint32),
        _CHANGES: _changes(session, expert_changes),
    }
    judged = gatekeeper.judged()
    arrays |= {f"gate.{name}.{part}": getattr(one, part) for name, one in judged.items() for part in GateResults._fields}
    key = _key(session, version) | {"expert_changes": expert_changes, "gate": sorted(judged), "columns": facts.shown.shape[1]}
    arrays_in.write(folder, key, arrays, unsummed=(_PROFILES,))


def recall(folder: Path, session: Session, version: str, reader: RecordReader, damaged: Callable[[], Profile]) -> StoredNetwork | None:
    """Return what ``folder`` holds if it holds for the database that ``session`` reads, else None.

    ``damaged`` is called for a profile whose bytes are not those that were written; it raises.
    """
    found = arrays_in.read(folder)
    if found is None:
        return None
    key, arrays = found
    asked = _key(session, version, key.get("event"))
    if any(key.get(name) != value for name, value in asked.items()) or not _agrees(session, key["expert_changes"], arrays[_CHANGES]):
        return None
    facts = _facts(arrays, key["columns"])
    profiles = KeptProfiles(arrays[_PROFILES], arrays[_ENDS], arrays[_CHECKS], damaged)
    judged = {name: GateResults(*(np.array(arrays[f"gate.{name}.{part}"]) for part in GateResults._fields)) for name in key["gate"]}
    return StoredNetwork(Network.of_facts(reader, profiles, facts), judged, key["expert_changes"])


class KeptProfiles(Later[Profile]):
    """Profiles read from their bytes when they are asked for; the last ones are remembered."""

    def __init__(self, blob: np.ndarray, ends: np.ndarray, checks: np.ndarray, damaged: Callable[[], Profile]) -> None:
        super().__init__(len(checks))
        self._blob, self._ends, self._checks, self._damaged = blob, ends, checks, damaged
        self._remembered: dict[int, Profile] = {}

    def member(self, place: int) -> Profile:
        """Return the profile at ``place``."""
        found = self._remembered.get(place)
        if found is None:
            found = self._read(place)
            if len(self._remembered) >= _REMEMBERED:
                self._remembered = {}  # replaced, never emptied: threads share it
            self._remembered[place] = found
        return found

    def __iter__(self) -> Iterator[Profile]:
        """Read one profile after another without remembering any."""
        return (self._remembered.get(place) or self._read(place) for place in range(len(self)))

    def _read(self, place: int) -> Profile:
        blob = self._blob[int(self._ends[place]) : int(self._ends[place + 1])].tobytes()
        return from_bytes(blob) if zlib.crc32(blob) == int(self._checks[place]) else self._damaged()


def _facts(arrays: dict[str, np.ndarray], columns: int) -> Facts:
    words = json.loads(arrays[_WORDS].tobytes())
    parts: dict[str, Any] = {"ids": tuple(words["ids"]), "languages": tuple(map(tuple, words["languages"]))}
    parts |= {name: tuple((position, one) for position, one in words[name]) for name in NAMED}
    parts |= {name: arrays[name] for name in (*OF_PEOPLE, *OF_ITEMS, *_TOLD)}
    parts |= {name: _columns(arrays, name, columns) for name in OF_CAPABILITIES}
    return Facts(**parts)


def _columns(arrays: dict[str, np.ndarray], name: str, columns: int) -> sp.csc_array:
    data, indices, indptr = (arrays[f"{name}.{part}"] for part in _SPARSE)
    return sp.csc_array((data, indices, indptr), shape=(len(arrays["is_work"]), columns))


def _key(session: Session, version: str, event: list[Any] | None = None) -> Key:
    """Return what says that the database is the one that was kept, the same readers and program read it, and nobody put it back.

    ``event`` is the number of an audit event, by default the last: a database that was put back to before it has no such event, or
    another.
    """
    fitted = session.scalar(sa.select(col(TextSpaceVersion.fitted_at)).where(col(TextSpaceVersion.version) == version))
    events = sa.select(col(AuditEvent.sequence), col(AuditEvent.hash)).order_by(col(AuditEvent.sequence).desc()).limit(1)
    found = session.execute(events.where(col(AuditEvent.sequence) == event[0]) if event else events).one_or_none()
    return {"version": version, "fitted": str(fitted), "program": program(), "event": list(found) if found else None}


def _changes(session: Session, expert_changes: int) -> np.ndarray:
    """Return (people, 2): the number of everybody's last change up to ``expert_changes`` and of their version, by id."""
    there = sa.and_(col(Expert.merged_into).is_(None), col(Expert.change_number) <= expert_changes)
    rows = session.execute(sa.select(col(Expert.id), col(Expert.change_number), col(Expert.version)).where(there).order_by(col(Expert.id)))
    marks = [(zlib.crc32(row.id.encode()), row.change_number, row.version) for row in rows]
    return np.array(marks, dtype=np.int64).reshape(len(marks), 3)


def _agrees(session: Session, expert_changes: int, kept: np.ndarray) -> bool:
    """Return whether everybody who did not change since stands in ``kept`` as they are."""
    now = _changes(session, expert_changes)
    known = {row.tobytes() for row in np.ascontiguousarray(kept)}
    return all(row.tobytes() in known for row in now)


@cache
def program() -> str:
    """Return a name of the program that makes what is kept of a database: another one may make it otherwise."""
    digest = hashlib.sha256(layout().encode())
    for package in ("matching", "models.vocabulary", "service.people.profiles", "service.matches.network"):
        for source in _sources(files(package)):
            digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for found in sorted(folder.iterdir(), key=lambda one: one.name):
        if found.is_dir():
            yield from _sources(found)
        elif found.name.endswith(".py"):
            yield found
