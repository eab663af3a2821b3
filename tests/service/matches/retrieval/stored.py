"""People of the matcher's examples as rows, and an engine that has learnt of them, as the matcher asks it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.engine import Engine as Database

from matching.network import Network
from matching.profiles import Profile
from matching.retrieval.engines import Candidates
from matching.retrieval.portraits import Columns, portraits
from matching.retrieval.questions import Question
from models.database import reading, writing
from models.experts import Consent, Expert
from models.vocabulary import NameOrder
from service.matches.retrieval.engine import Engine, Index
from tests.consent_texts import consent_texts

VERSION = "r1p1"
GIVEN = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass(frozen=True)
class StoredIndex:
    """An engine, each question in a session of its own."""

    engine: Engine
    database: Database

    def candidates(self, question: Question) -> Candidates:
        with reading(self.database) as session:
            index = self.engine.in_use(session)
            assert index is not None
            chosen = self.engine.choose(session, index, question)
        return Candidates(chosen.ids, chosen.complete)


def store(database: Database, people: Iterable[Profile]) -> None:
    known = list(people)
    with writing(database) as session:
        session.add_all(consent_texts("1"))
        session.add_all(_expert(profile.id) for profile in known)
        session.flush()
        consents = [(profile.id, purpose) for profile in known for purpose in profile.consents]
        session.add_all(Consent(expert_id=one, purpose=purpose, text_version="1", given_at=GIVEN) for one, purpose in consents)


def learnt(engine: Engine, found: Network, version: str = VERSION, changes: int = 1) -> Engine:
    """Let ``engine`` learn of everybody in ``found`` and answer from that."""
    engine.prepare(version, Columns(found.reader).size)
    engine.learn(version, portraits(found), {profile.id: 1 for profile in found.profiles})
    engine.put_in_use(Index(version, changes))
    return engine


def _expert(identifier: str) -> Expert:
    names = {"display_name": identifier, "family_name": "Person", "given_name": identifier, "name_key": identifier.lower()}
    return Expert(id=identifier, name_order=NameOrder.FAMILY_FIRST, country="VN", refreshed_on=date(2026, 6, 1), **names)
