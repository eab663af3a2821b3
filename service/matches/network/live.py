"""The network in memory, which follows the database: whoever asks sees every change that was committed before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
import structlog
from sqlalchemy.engine import Engine
from sqlmodel import Session, col

from matching.gate.result import GatePolicy
from matching.network import Network
from matching.profiles import Profile
from matching.ranking.gatekeeper import Gatekeeper
from matching.readers.reading import Reading, RecordReader
from models.database import reading
from models.experts import NetworkState
from models.jobs import TextSpaceVersion
from service.kit.dear_work import Gate
from service.kit.problems import Unavailable
from service.kit.stages import stage
from service.matches.encoders.choice import NONE
from service.matches.network import readings
from service.matches.network.folder import forget
from service.matches.network.kept import keep, recall
from service.matches.network.versions import IN_USE, load_current
from service.people.profiles.reader import find_erased, read_changed, read_profiles

_STORED = sa.select(
    sa.select(col(NetworkState.expert_changes)).scalar_subquery().label("expert_changes"),
    sa.select(col(NetworkState.catalogue_changes)).scalar_subquery().label("catalogue_changes"),
    sa.select(col(TextSpaceVersion.version)).where(IN_USE).scalar_subquery().label("version"),
)
# Seconds. Texts that changed are encoded on the way; the few who wait for that to its end leave threads and connections to the others.
READ_AT_ONCE = 4
log = structlog.get_logger()
_LONGEST_REFRESH, _USUAL_REFRESH = 120.0, 3.0


@dataclass(frozen=True, slots=True)
class DatabaseVersion:
    """What the database says of itself: how often experts and the catalogue were changed, and the version of the readers in use.

    Rules, weights and interested parties count as catalogue.
    """

    expert_changes: int
    catalogue_changes: int
    space_version: str | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The network as of one moment; nothing in it changes any more. ``made`` is what was made of it and kept, and goes with it."""

    network: Network
    gatekeeper: Gatekeeper
    space_version: str
    expert_changes: int
    made: dict[object, object] = field(default_factory=dict, compare=False)

    def covers(self, stored: DatabaseVersion) -> bool:
        """Return whether everything in the database is in here; a session that began earlier sees less, never more."""
        return self.space_version == stored.space_version and self.expert_changes >= stored.expert_changes


class LiveNetwork:
    """One per process, for all threads: a reader gets a snapshot, and the first to see a change reads what changed."""

    def __init__(self, policy: GatePolicy, encoder_setting: str = NONE, folder: Path | None = None) -> None:
        """``folder`` is where the network is kept between starts; None: nowhere."""
        self.policy = policy
        self.folder = folder
        self.encoder_setting = encoder_setting
        self._held: Snapshot | None = None
        self._kept: tuple[str, int, list[str]] | None = None
        self._refreshing = Gate(at_once=1, patient=4, patience=_LONGEST_REFRESH, others=_USUAL_REFRESH)

    def snapshot(self, session: Session, stored: DatabaseVersion) -> Snapshot:
        """Return the network as ``session`` sees it, or newer; ``stored`` is what it has read.

        A session gets the same one again until it reads something newer itself: what is counted list by list fits together.

        Raises ``Unavailable`` while nobody is read or the encoder is missing, and while others wait for a change to be read.
        """
        seen: Snapshot | None = session.info.get(self)
        if seen is None or not seen.covers(stored):
            seen = session.info[self] = self._newest(session, stored)
        return seen

    def _newest(self, session: Session, stored: DatabaseVersion) -> Snapshot:
        held = self._held
        if held is not None and held.covers(stored):
            return held
        with stage("network"), self._refreshing.entered():
            if self._held is None or not self._held.covers(stored):
                self._held = self._refreshed(session, stored, self._held)
            return self._held

    def _refreshed(self, session: Session, stored: DatabaseVersion, held: Snapshot | None) -> Snapshot:
        if held is None or held.space_version != stored.space_version:
            return self._rebuilt(session, stored)
        changed: dict[str, Profile | None] = {profile.id: profile for profile in read_changed(session, held.expert_changes)}
        erased = dict.fromkeys(find_erased(session, {*held.network.position, *changed}))
        if erased:
            self.forget()
        found = [profile for profile in changed.values() if profile is not None]
        network = held.network.updated(changed | erased, self._readings(session, held.space_version, held.network.reader, found))
        return Snapshot(network, Gatekeeper(network, self.policy, before=held.gatekeeper), held.space_version, stored.expert_changes)

    def _rebuilt(self, session: Session, stored: DatabaseVersion) -> Snapshot:
        current = load_current(session, self.encoder_setting)
        if current is None:
            raise Unavailable(
                "nobody_read",
                en="Nobody is read yet: load a network with `vinmatch seed`, or let the reading job finish.",
                vi="Chưa đọc hồ sơ nào: hãy nạp mạng lưới bằng `vinmatch seed` hoặc chờ tác vụ đọc hồ sơ hoàn tất.",
            )
        version, reader = current
        kept = recall(self.folder, session, version, reader, self._damaged) if self.folder else None
        if kept is not None and kept.expert_changes <= stored.expert_changes:
            self._kept = version, kept.expert_changes, sorted(kept.judged)
            found = Snapshot(kept.network, Gatekeeper(kept.network, self.policy, kept=kept.judged), version, kept.expert_changes)
            return found if found.covers(stored) else self._refreshed(session, stored, found)
        profiles = read_profiles(session)
        network = Network.build(reader, profiles, self._readings(session, version, reader, profiles))
        return Snapshot(network, Gatekeeper(network, self.policy), version, stored.expert_changes)

    def keep(self, engine: Engine) -> None:
        """Keep the network for the next start, where there is a folder for it and something changed; a folder that cannot be is logged."""
        if self.folder is None:
            return
        with reading(engine) as session:
            stored = read_stored(session)
            held = self.snapshot(session, stored)
            known = held.space_version, held.expert_changes, sorted(held.gatekeeper.judged())
            if known == self._kept or held.expert_changes != stored.expert_changes:
                return
            try:
                keep(self.folder, session, held.space_version, held.expert_changes, held.network, held.gatekeeper)
            except OSError as error:
                log.warning("network not kept", error=type(error).__name__)
                return
            self._kept = known
        with reading(engine) as session:
            if read_stored(session) != stored:  # whoever was erased meanwhile was told of before the folder was written
                self.forget()

    def forget(self) -> None:
        """Delete what is kept: somebody in it is gone."""
        self._kept = None
        try:
            forget(self.folder) if self.folder else None
        except OSError as error:
            log.warning("kept network not deleted", error=type(error).__name__)

    def _damaged(self) -> Profile:
        self.forget()
        self._held = None
        raise Unavailable(
            "network_damaged",
            en="What was kept of the network is damaged; it is read anew: ask again.",
            vi="Dữ liệu mạng lưới đã lưu bị hỏng và đang được đọc lại: hãy thử lại.",
        )

    @staticmethod
    def _readings(session: Session, version: str, reader: RecordReader, profiles: Sequence[Profile]) -> Mapping[str, Reading | None]:
        """Return what is kept of ``profiles``; of a few others nothing, so that they are read now, of more None: a job reads them."""
        kept = readings.kept(session, version, profiles, max(1, len(reader.thesaurus.ids)))
        others = [profile.id for profile in profiles if profile.id not in kept]
        return kept if len(others) <= READ_AT_ONCE else {**kept, **dict.fromkeys(others)}


def read_stored(session: Session) -> DatabaseVersion:
    """Return what the database holds, in one query: every recommendation begins with it."""
    expert_changes, catalogue_changes, version = session.connection().execute(_STORED).one()
    return DatabaseVersion(expert_changes or 0, catalogue_changes or 0, version)
