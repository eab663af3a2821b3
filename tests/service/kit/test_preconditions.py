"""Two people who change the same thing: the second is told, by the ETag they sent or by the version in the table."""

from datetime import date

import pytest
from fastapi import APIRouter, Response
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm.exc import StaleDataError

from models.database import WriteSession, writing
from models.experts import Expert
from models.vocabulary import NameOrder
from service.kit.preconditions import IfMatch, IfNoneMatch, etag, not_modified, require_match
from service.kit.sessions import Reading, Writing
from service.kit.settings import Settings
from tests.conftest import ClientFor

router = APIRouter()


@router.get("/specimens/{person_id}")
def show_person(person_id: str, session: Reading, response: Response, if_none_match: IfNoneMatch = None) -> Response:
    version = session.get_one(Expert, person_id).version
    return not_modified(if_none_match, version) or Response(status_code=200, headers={"ETag": etag(version)})


@router.put("/specimens/{person_id}")
def rename_person(person_id: str, name: str, session: Writing, if_match: IfMatch = None) -> str:
    expert = session.get_one(Expert, person_id, with_for_update=True)
    require_match(if_match, expert.version)
    expert.display_name = name
    return expert.display_name


@pytest.fixture
def people(settings: Settings, client_for: ClientFor, engine: Engine) -> TestClient:
    with writing(engine) as session:
        session.add(
            Expert(
                id="E1",
                display_name="Trần Mai",
                family_name="Trần",
                given_name="Mai",
                name_order=NameOrder.FAMILY_FIRST,
                name_key="tran mai",
                country="VN",
                refreshed_on=date(2026, 1, 1),
            )
        )
    return client_for(settings, router)


def test_a_change_needs_the_version_that_was_read(people: TestClient) -> None:
    read = people.get("/specimens/E1").headers["etag"]
    assert people.put("/specimens/E1?name=A").json()["code"] == "precondition_required"
    assert people.put("/specimens/E1?name=A", headers={"If-Match": f"W/{read}"}).json()["code"] == "precondition_failed"
    assert people.put("/specimens/E1?name=A", headers={"If-Match": read}).status_code == 200
    assert people.put("/specimens/E1?name=B", headers={"If-Match": read}).status_code == 412
    assert people.put("/specimens/E1?name=B", headers={"If-Match": "*"}).status_code == 200


def test_an_unchanged_thing_is_not_sent_again(people: TestClient) -> None:
    read = people.get("/specimens/E1").headers["etag"]
    assert people.get("/specimens/E1", headers={"If-None-Match": f'"0", {read}'}).status_code == 304
    people.put("/specimens/E1?name=A", headers={"If-Match": read})
    assert people.get("/specimens/E1", headers={"If-None-Match": read}).status_code == 200


def test_the_table_refuses_the_second_of_two_changes(people: TestClient, engine: Engine) -> None:
    second = WriteSession(engine, expire_on_commit=False)
    expert = second.get_one(Expert, "E1")
    second.commit()
    people.put("/specimens/E1?name=A", headers={"If-Match": "*"})
    expert.display_name = "B"
    with pytest.raises(StaleDataError), second:
        second.commit()
