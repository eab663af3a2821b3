"""Signing, releasing and erasing, broken off before each of their statements and before the commit in turn: whole or absent, never half."""

from collections.abc import Callable
from itertools import count

import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine

from models.database import WriteSession, reading, writing
from models.experts import Expert
from models.selection import SelectionRequest
from models.shortlists import Release, Shortlist
from models.vocabulary import ErasureReason
from service.audit.verification import verify
from service.kit.settings import Settings
from service.privacy.erasure.operations import erase
from service.selection.drafts.queries import lock_shortlist
from service.selection.releases.operations import release
from service.selection.signing.operations import sign
from service.selection.signing.schemas import SignInput
from tests.reliability.test_interrupted_erasure import contents
from tests.service.selection.conftest import API, BY, both, client, draft, kind, people, settings, signed, url, world

__all__ = ["client", "kind", "settings", "url", "world"]
FEWEST_STATEMENTS = 5
Change = Callable[[WriteSession], object]


class BrokenOff(Exception):
    """The process would have ended here."""


def is_done(engine: Engine, change: Change, last: int) -> bool:
    """Do ``change``, broken off before its statement or commit number ``last``, and return whether it came to its end."""
    numbers = count(1)

    def break_off(*_arguments: object) -> None:
        if next(numbers) == last:
            raise BrokenOff

    moments = ("before_cursor_execute", "commit")
    for moment in moments:
        sa.event.listen(engine, moment, break_off)
    try:
        with writing(engine) as session:
            change(session)
    except BrokenOff:
        return False
    finally:
        for moment in moments:
            sa.event.remove(engine, moment, break_off)
    return True


def break_off_everywhere(engine: Engine, change: Change) -> None:
    before = contents(engine)
    for number in count(1):
        if is_done(engine, change, number):
            break
        assert contents(engine) == before
    assert number > FEWEST_STATEMENTS
    with reading(engine) as session:
        assert verify(session).broken is None


@both
def test_a_signature(client: TestClient, world: Engine, settings: Settings) -> None:
    drafted = draft(client)

    def change(session: WriteSession) -> None:
        asked, shortlist = lock_shortlist(session, sa.select(SelectionRequest), drafted["id"])
        sign(session, BY, asked, shortlist, SignInput(reason="Checked.", open_rules_seen=True), settings)

    break_off_everywhere(world, change)
    assert client.get(f"{API}/shortlists/{drafted['id']}/verification").json()["intact"] is True
    assert len(client.get(f"{API}/requests/{drafted['request_id']}/candidates").json()) == len(people(drafted))


@both
def test_a_release(client: TestClient, world: Engine) -> None:
    done = signed(client)
    break_off_everywhere(world, lambda session: release(session, BY, session.get_one(Shortlist, done["id"])))
    with reading(world) as session:
        assert session.get(Release, done["id"]) is not None


@both
def test_an_erasure(client: TestClient, world: Engine) -> None:
    done = signed(client)
    person = people(done)[0]
    break_off_everywhere(world, lambda session: erase(session, BY, person, ErasureReason.REQUEST))
    found = client.get(f"{API}/shortlists/{done['id']}/verification").json()
    with reading(world) as session:
        assert (session.get(Expert, person), found["intact"], found["erased"]) == (None, True, 1)
