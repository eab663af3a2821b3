"""A registry is asked for the record of a member alone, and what it answers is a file like any other."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy.engine import Engine

from models.database import reading, writing
from models.experts import Consent, Expert
from models.vocabulary import ConsentPurpose, NameOrder
from service.imports.fetching.client import Registries
from service.imports.fetching.records import ORCID_HOST
from service.imports.runs.asking import ask_registry, check_member
from service.imports.runs.formats import ImportFormat, format_of
from service.kit.problems import Invalid
from tests.consent_texts import consent_texts
from tests.service.imports.formats.orcid.sample import record

MEMBER, STRANGER = "0000-0002-1825-0097", "0000-0001-5109-3700"
MOMENT = datetime(2026, 10, 1, tzinfo=UTC)


def test_members_alone_are_asked_for(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as session:
        for identifier, orcid in (("E1", MEMBER), ("E2", STRANGER)):
            name = {
                "display_name": identifier,
                "family_name": "",
                "given_name": identifier,
                "name_order": NameOrder.FAMILY_FIRST,
                "name_key": "",
            }
            session.add(Expert(id=identifier, orcid=orcid, country="VN", refreshed_on=MOMENT.date(), **name))
        session.add_all(consent_texts("1"))
        session.flush()
        session.add(Consent(expert_id="E1", purpose=ConsentPurpose.MEMBERSHIP, given_at=MOMENT, text_version="1"))
    with reading(sqlite_engine) as session:
        check_member(session, MEMBER)
        with pytest.raises(Invalid, match="members alone"):
            check_member(session, STRANGER)


def test_the_answer_is_a_file_of_the_registry() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=record()))
    content = ask_registry(Registries(frozenset({ORCID_HOST}), transport), ImportFormat.ORCID, MEMBER)
    assert format_of(content, "") is ImportFormat.ORCID


def test_a_host_that_is_not_configured_is_not_asked() -> None:
    with pytest.raises(Invalid):
        ask_registry(Registries(frozenset()), ImportFormat.ORCID, MEMBER)
