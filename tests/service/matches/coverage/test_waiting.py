"""Who came from a file and has not answered is in no number of people without consent."""

from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.experts import Consent, Expert, ImportedPerson
from models.vocabulary import ConsentPurpose, NameOrder
from service.matches.coverage.queries import people_to_answer
from tests.consent_texts import consent_texts

MOMENT = datetime(2026, 10, 1, tzinfo=UTC)


def person(identifier: str) -> Expert:
    name = {"display_name": identifier, "family_name": "", "given_name": identifier, "name_order": NameOrder.FAMILY_FIRST, "name_key": ""}
    return Expert(id=identifier, country="VN", refreshed_on=MOMENT.date(), **name)


def test_only_imported_people_without_a_word_wait(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        session.add_all(person(identifier) for identifier in ("ASKED", "REFUSED", "TYPED"))
        session.add_all(consent_texts("1"))
        session.flush()
        sources = [("ASKED", "a"), ("ASKED", "b"), ("REFUSED", "a")]
        session.add_all(ImportedPerson(expert_id=expert, source=source, imported_at=MOMENT) for expert, source in sources)
        given = {"purpose": ConsentPurpose.MATCHING, "given_at": MOMENT, "withdrawn_at": MOMENT, "text_version": "1"}
        session.add(Consent(expert_id="REFUSED", **given))
    with reading(sqlite_engine) as session:
        assert people_to_answer(session) == 1
