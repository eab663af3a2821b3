"""An engine as the matcher asks it: for one request, with whoever was changed since the engine learnt of them among the candidates."""

from dataclasses import dataclass

import sqlalchemy as sa
import structlog
from sqlmodel import Session, col

from matching.retrieval.engines import Candidates, InMemory, Retrieval
from matching.retrieval.questions import Question
from models.experts import Expert
from service.kit.settings import Settings
from service.kit.stages import stage
from service.matches.network.live import DatabaseVersion, Snapshot
from service.matches.retrieval.choice import engine_of
from service.matches.retrieval.engine import Engine, EngineSilent
from service.matches.retrieval.indexing import index_name

log = structlog.get_logger()


@dataclass(frozen=True)
class RetrievalOfRequest:
    """``snapshot`` is what the people who are chosen are compared in; ``stored`` what ``session`` sees."""

    engine: Engine
    session: Session
    stored: DatabaseVersion
    snapshot: Snapshot

    def candidates(self, question: Question) -> Candidates:
        """Return whom the engine chooses and who is new to it; everybody while it is silent or does not know the readings in use."""
        try:
            with stage("candidates"):
                return self._candidates(question)
        except EngineSilent as silent:
            log.warning("the engine is silent: everybody is compared", error=str(silent))
            return Candidates()

    def _candidates(self, question: Question) -> Candidates:
        if self.snapshot.expert_changes != self.stored.expert_changes:  # newer than what the session can ask the engine for
            return Candidates()
        index = self.engine.in_use(self.session)
        if index is None or index.version != index_name(self.snapshot.space_version):
            log.warning("nobody indexed under the readings in use: everybody is compared")
            return Candidates()
        chosen = self.engine.choose(self.session, index, question)
        changed = sa.select(col(Expert.id)).where(col(Expert.change_number) > index.expert_changes)
        return Candidates(chosen.ids.union(self.session.scalars(changed)), chosen.complete)


def retrieval_of(settings: Settings, session: Session, stored: DatabaseVersion, snapshot: Snapshot) -> Retrieval:
    """Return the engine of the settings for one request."""
    engine = engine_of(settings, session.connection().engine)
    return InMemory() if engine is None else RetrievalOfRequest(engine, session, stored, snapshot)
