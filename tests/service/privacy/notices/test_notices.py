"""Whoever came from a file is told, warned a week before, and erased after the days; a consent in between ends it."""

from datetime import timedelta
from email.message import Message

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.audit import AuditEvent
from models.database import reading, writing
from models.erasure import Erasure
from models.experts import ImportedPerson
from models.notices import ImportNotice
from service.kit.jobs.worker import JobContext
from service.kit.mail import MailFault, NotSent
from service.kit.settings import Settings
from service.privacy.notices import keeping
from service.privacy.notices.keeping import keep_terms
from tests.consent_texts import PROOF
from tests.service.people.profiles.conftest import client, database_kind
from tests.service.people.profiles.people import EXPERTS, MOMENT, add

__all__ = ["client", "database_kind"]
NOTICES = "/api/v1/import-notices"
GIVEN = {"given": True, "text_version": "2026-01"} | PROOF


def imported(client: TestClient, engine: Engine, email: str = "an@mail.example") -> str:
    """Return the id of somebody who came from a file, on 1 October."""
    expert = add(client, email=email, languages=["vi"])
    with writing(engine) as session:
        session.add(ImportedPerson(expert_id=expert, source="nic.xlsx", imported_at=MOMENT))
    return expert


def on(engine: Engine, days: int, **settings: str) -> dict[str, int]:
    """Do the job of the day so many days later."""
    context = JobContext({}, engine, lambda *_: None)
    return dict(keep_terms(context, Settings(**settings), lambda: MOMENT + timedelta(days=days)))  # type: ignore[arg-type]


def test_whoever_says_nothing_is_erased_after_the_days(client: TestClient, engine: Engine) -> None:
    expert = imported(client, engine)
    assert [one["state"] for one in client.get(NOTICES).json()["items"]] == ["to_tell"]
    assert on(engine, 400) == {"warned": 0, "unsent": 0, "erased": 0}
    sent = client.post(f"{NOTICES}/{expert}/sent")
    assert (sent.status_code, sent.json()["erase_after"], sent.json()["state"]) == (200, "2026-10-31", "told")
    assert client.post(f"{NOTICES}/{expert}/sent").status_code == 409
    assert on(engine, 30) == {"warned": 0, "unsent": 0, "erased": 0}
    assert on(engine, 31) == {"warned": 0, "unsent": 0, "erased": 1}
    assert client.get(f"{EXPERTS}/{expert}").status_code == 404
    with reading(engine) as session:
        assert [trace.reason.value for trace in session.scalars(sa.select(Erasure))] == ["retention"]
        actions = session.scalars(sa.select(col(AuditEvent.action)).order_by(col(AuditEvent.sequence))).all()
        assert [action for action in actions if action in {"notice_sent", "expert_erased"}] == ["notice_sent", "expert_erased"]


def test_a_consent_ends_the_days(client: TestClient, engine: Engine) -> None:
    expert = imported(client, engine)
    client.post(f"{NOTICES}/{expert}/sent")
    assert client.put(f"{EXPERTS}/{expert}/consents/membership", json=GIVEN).status_code == 200
    assert client.get(NOTICES).json()["total"] == 0
    assert on(engine, 31) == {"warned": 0, "unsent": 0, "erased": 0}
    assert client.post(f"{NOTICES}/{expert}/sent").status_code == 404


def test_a_warning_goes_a_week_before_where_messages_are_sent(client: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[Message] = []
    monkeypatch.setattr(keeping, "deliver", lambda written, _: went.append(written))
    expert = imported(client, engine)
    client.post(f"{NOTICES}/{expert}/sent")
    assert on(engine, 22, smtp_host="mail.example") == {"warned": 0, "unsent": 0, "erased": 0}
    assert on(engine, 23, smtp_host="mail.example") == {"warned": 1, "unsent": 0, "erased": 0}
    assert on(engine, 24, smtp_host="mail.example") == {"warned": 0, "unsent": 0, "erased": 0}
    (letter,) = went
    text = letter.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert ("chậm nhất trong ngày đó" in text, "trước ngày" in text) == (True, False)  # the day itself still counts
    assert (letter["To"], letter["Subject"]) == ("an@mail.example", "Nhắc lại: hồ sơ của Anh/Chị sẽ bị xóa sau ngày 31/10/2026")


def test_a_mail_server_that_is_down_stops_no_erasure_and_holds_up_nobody(
    client: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, later = imported(client, engine, "binh@mail.example"), imported(client, engine)
    tried: list[str] = []

    def down(written: Message, _settings: Settings) -> None:
        with writing(engine) as session:  # nobody waits for the server: another write goes through meanwhile
            session.execute(sa.update(ImportNotice).values(sent_by="another"))
        tried.append(written["To"])
        raise NotSent(MailFault.UNREACHABLE)

    monkeypatch.setattr(keeping, "deliver", down)
    client.post(f"{NOTICES}/{first}/sent")
    client.post(f"{NOTICES}/{later}/sent")
    with writing(engine) as session:
        session.execute(sa.update(ImportNotice).where(col(ImportNotice.expert_id) == first).values(erase_after=MOMENT.date()))
    assert on(engine, 23, smtp_host="mail.example") == {"warned": 0, "unsent": 1, "erased": 1}
    assert tried == ["an@mail.example"]
    monkeypatch.setattr(keeping, "deliver", lambda *_: None)
    assert on(engine, 24, smtp_host="mail.example") == {"warned": 1, "unsent": 0, "erased": 0}


@pytest.mark.parametrize(("fault", "tried"), [(MailFault.PUT_OFF, 5), (MailFault.UNREACHABLE, 3)])
def test_one_full_mailbox_holds_up_no_other_warning(
    client: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch, fault: MailFault, tried: int
) -> None:
    people = [imported(client, engine, f"{number}@mail.example") for number in range(5)]
    went: list[str] = []

    def refuse(written: Message, _settings: Settings) -> None:
        went.append(written["To"])
        raise NotSent(fault)

    monkeypatch.setattr(keeping, "deliver", refuse)
    for person in people:
        client.post(f"{NOTICES}/{person}/sent")
    assert on(engine, 23, smtp_host="mail.example") == {"warned": 0, "unsent": 5, "erased": 0}
    assert len(went) == tried


def test_the_letter_is_ready_to_copy(client: TestClient, engine: Engine) -> None:
    expert = imported(client, engine)
    letter = client.get(f"{NOTICES}/{expert}/letter").json()
    assert letter["language"] == "vi"
    assert all(word in letter["body"] for word in ("Nguyễn Văn An", "nic.xlsx", "01/10/2026", "31/10/2026"))


def test_nobody_else_is_told(client: TestClient) -> None:
    expert = add(client)
    assert client.get(f"{NOTICES}/{expert}/letter").status_code == client.post(f"{NOTICES}/{expert}/sent").status_code == 404


def test_the_page_has_the_letter_and_the_button(client: TestClient, engine: Engine) -> None:
    expert = imported(client, engine)
    page = client.get("/import-notices")
    assert (page.status_code, "Kính gửi Nguyễn Văn An" in page.text) == (200, True)
    assert f'action="/import-notices/{expert}/sent"' in page.text
    told = client.post(f"/import-notices/{expert}/sent")
    assert (told.status_code, "31/10/2026" in told.text, f"{expert}/sent" in told.text) == (200, True, False)


def test_somebody_of_two_sources_is_listed_once(client: TestClient, engine: Engine) -> None:
    expert = imported(client, engine)
    with writing(engine) as session:
        session.add(ImportedPerson(expert_id=expert, source="an-earlier.xlsx", imported_at=MOMENT - timedelta(days=1)))
    assert [one["source"] for one in client.get(NOTICES).json()["items"]] == ["an-earlier.xlsx"]
