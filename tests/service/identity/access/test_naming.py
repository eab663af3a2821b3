"""A person is called by name before whoever may know it, and by the code before everybody else; accounts always by name."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import reading
from models.vocabulary import AccountRole
from service.identity.access.naming import account_names, people_called, people_named, person_called
from service.identity.access.viewer import Viewer
from service.kit.problems import Invalid
from tests.service.people.profiles.people import add
from tests.service.privacy.data_requests.conftest import client

__all__ = ["client"]
COORDINATOR = Viewer(account_id="a", roles=frozenset({AccountRole.COORDINATOR}))
LEAD = Viewer(account_id="b", roles=frozenset({AccountRole.LEAD}), led_products=frozenset({"P1"}))
ADMINISTRATOR = Viewer(account_id="c", roles=frozenset({AccountRole.ADMINISTRATOR}))


def test_a_name_stands_before_the_code_for_whoever_may_know_it(client: TestClient, engine: Engine) -> None:
    an, binh = add(client), add(client, display_name="Trần Bình")
    expert = Viewer(account_id="d", roles=frozenset({AccountRole.EXPERT}), expert_id=an)
    with reading(engine) as session:
        assert people_named(session, COORDINATOR, [an, None]) == {an: f"Nguyễn Văn An ({an})"}
        assert people_named(session, ADMINISTRATOR, [an]) == {an: f"Nguyễn Văn An ({an})"}
        assert people_named(session, LEAD, [an]) == {an: an}
        assert people_named(session, expert, [an, binh]) == {an: f"Nguyễn Văn An ({an})", binh: binh}
        assert people_named(session, COORDINATOR, ["E999999"]) == {"E999999": "E999999"}


def test_who_acted_is_never_an_id(engine: Engine) -> None:
    with reading(engine) as session:
        named = account_names(session, ["visitor", "invited-person", "retention", "0123456789abcdef", None])
    assert {actor: name.en for actor, name in named.items()} == {
        "visitor": "somebody who is not signed in",
        "invited-person": "whoever holds the link of the invitation",
        "retention": "the service, keeping its terms",
        "0123456789abcdef": "an account that is no more",
    }


def test_a_profile_is_meant_by_name_or_by_what_the_page_shows(client: TestClient, engine: Engine) -> None:
    an = add(client, display_name="Lê Thị Ánh")
    with reading(engine) as session:
        assert [person_called(session, ADMINISTRATOR, text) for text in ("", "le thi anh", f"Lê Thị Ánh ({an})", an)] == [None, an, an, an]
        with pytest.raises(Invalid, match="Nobody"):
            person_called(session, ADMINISTRATOR, "Không Có")
        assert people_called(session, ADMINISTRATOR, f"E000009 E000010, le thi anh; Lê Thị Ánh ({an}),") == ["E000009", "E000010", an, an]
    other = add(client, display_name="Lê Thị Ánh")
    with reading(engine) as session, pytest.raises(Invalid, match=other):
        person_called(session, ADMINISTRATOR, "Lê Thị Ánh")
