"""What a signed list says of people has an end: at its term the job takes it out, the seal holds, and a deletion is told from an end."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from models.database import reading, writing
from models.ended_contents import EndedContent
from models.shortlists import EntryContent, ShortlistChoice, ShortlistEntry
from service.kit.jobs.worker import JobContext
from service.kit.settings import Settings
from service.privacy.retention.contents import end_contents
from tests.service.selection.conftest import API, NOW, both, choose, draft, people, sign

TERM = Settings().list_content_months // 12
OVER = {"lists": 1, "places": 4}


def closed(client: TestClient) -> dict[str, object]:
    """Return a signed list of a request that is closed."""
    one = draft(client)
    answer = sign(client, choose(client, one, people(one)[0], "exclude").json())
    ended = client.post(f"{API}/requests/{one['request_id']}/steps", json={"to": "ENDED", "on_day": "2026-10-01"})
    assert (answer.status_code, ended.status_code) == (200, 201)
    return dict(answer.json())


def after(engine: Engine, years: int) -> object:
    settings, later = Settings(), NOW.replace(year=NOW.year + years, day=NOW.day + 1)
    return end_contents(JobContext({}, engine, lambda *_: None), settings, lambda: later)


def left(engine: Engine) -> list[int | None]:
    with reading(engine) as session:
        tables = (EntryContent, ShortlistChoice, ShortlistEntry)
        return [session.scalar(sa.select(sa.func.count()).select_from(table)) for table in tables]


@both
def test_the_seal_holds_after_the_end_which_comes_once(client: TestClient, world: Engine) -> None:
    done = closed(client)
    assert (after(world, TERM - 1), left(world)) == ({"lists": 0, "places": 0}, [4, 1, 4])
    assert (after(world, TERM), left(world)) == (OVER, [0, 0, 4])
    assert after(world, TERM) == {"lists": 0, "places": 0}
    found = client.get(f"{API}/shortlists/{done['id']}/verification").json()
    assert (found["intact"], found["ended"], found["erased"], found["deleted"]) == (True, 4, 0, [])
    page = client.get(f"/shortlists/{done['id']}/verification?lang=en", headers={"Accept": "text/html"})
    assert "Places whose content went at the end of its term" in page.text
    assert client.get(f"/shortlists/{done['id']}", headers={"Accept": "text/html"}).status_code == 200


def test_an_open_procedure_keeps_its_lists(client: TestClient, world: Engine) -> None:
    sign(client, draft(client))
    assert after(world, 2 * TERM) == {"lists": 0, "places": 0}


def test_without_a_row_in_the_ledger_nothing_goes_and_without_an_event_it_counts_as_deleted(client: TestClient, world: Engine) -> None:
    done = closed(client)
    with writing(world) as session, pytest.raises(IntegrityError, match="never changed"):
        session.execute(sa.delete(EntryContent))
    with writing(world) as session:
        entries = list(session.scalars(sa.select(EntryContent.entry_id)))
        session.add_all(EndedContent(entry_id=entry, ended_at=datetime(2026, 1, 1, tzinfo=UTC), months=60) for entry in entries)
        session.flush()
        session.execute(sa.delete(EntryContent))
    found = client.get(f"{API}/shortlists/{done['id']}/verification").json()
    assert (found["intact"], found["ended"], len(found["deleted"])) == (False, 0, 4)
