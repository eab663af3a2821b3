"""A message goes out by SMTP once, in the person's language, and its text is forgotten."""

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlmodel import col

from models.audit import AuditEvent
from models.database import reading
from models.invitations import OutboxMessage
from models.jobs import Job
from service.front.jobs.kinds import PATIENT, kinds_for
from service.kit.actor import present
from service.kit.jobs.worker import make_worker
from service.kit.mail import MailFault, NotSent
from service.kit.settings import Settings
from service.selection.messages import sending
from service.selection.messages.delivery import FAULTS
from tests.conftest import ClientFor
from tests.service.selection.conftest import NOW, invite, people, send_invitation, signed


class Mailbox:
    """A server that speaks just enough SMTP to take messages."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.received: list[str] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                self._talk(stream)

    def _talk(self, stream: object) -> None:
        def say(line: str) -> None:
            stream.write(f"{line}\r\n".encode())
            stream.flush()

        say("220 ready")
        for raw in stream:
            command = raw.decode().strip()
            if command.upper() == "DATA":
                say("354 go on")
                lines = iter(stream.readline, b".\r\n")
                self.received.append(b"".join(lines).decode())
                say("250 taken")
            elif command.upper() == "QUIT":
                say("221 bye")
                return
            else:
                say("250 fine")


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    mailbox = Mailbox()
    yield mailbox
    mailbox.listening.close()


def test_an_invitation_is_sent_once(world: Engine, settings: Settings, client_for: ClientFor, mailbox: Mailbox) -> None:
    configured = settings.model_copy(update={"smtp_host": "127.0.0.1", "smtp_port": mailbox.port, "smtp_tls": False})
    client = client_for(configured)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = signed(client)
    assert send_invitation(client, done["request_id"], people(done)[0]).status_code == 201
    worker = make_worker(world, configured, kinds_for(configured, lambda: NOW))
    assert (worker.run_once(), worker.run_once()) == (True, False)
    (message,) = mailbox.received
    assert "Content-Language: vi" in message
    assert f"To: person{people(done)[0][1:]}@mail.example" in message
    with reading(world) as session:
        stored = session.scalars(sa.select(OutboxMessage)).one()
        assert (stored.sent_by, stored.body) == ("outbox", "")
        assert session.scalars(sa.select(Job.result)).all() == [{"sent": True}]


@pytest.mark.parametrize(
    ("fault", "delivery", "said"),
    [
        (MailFault.UNREACHABLE, "put_off", "the mail server is tried again from"),
        (MailFault.REFUSED, "given_up", "the mail server refuses this letter or its address"),
    ],
)
def test_a_letter_that_does_not_go_out_says_so(
    fault: MailFault, delivery: str, said: str, world: Engine, settings: Settings, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSent(fault)

    monkeypatch.setattr(sending, "deliver", refuse)
    configured = settings.model_copy(update={"smtp_host": "mail.example"})
    client = client_for(configured)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = signed(client)
    send_invitation(client, done["request_id"], people(done)[0])
    (waiting,) = client.get("/api/v1/messages").json()["items"]
    assert (waiting["delivery"], waiting["trouble"]) == ("with_server", None)
    make_worker(world, configured, kinds_for(configured, lambda: NOW), patient=PATIENT).run_once()
    (tried,) = client.get("/api/v1/messages").json()["items"]
    assert (tried["delivery"], tried["trouble"]["en"], bool(tried["again_at"])) == (delivery, FAULTS[fault].en, delivery == "put_off")
    assert said in client.get(f"/requests/{done['request_id']}", headers={"Accept-Language": "en"}).text
    by_hand = client.post(f"/api/v1/messages/{tried['id']}/sent").json()
    assert (by_hand["delivery"], by_hand["trouble"], by_hand["body"]) == ("sent", None, "")


def test_a_letter_that_was_given_up_is_tried_again_by_a_button(
    world: Engine, settings: Settings, client_for: ClientFor, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured = settings.model_copy(update={"smtp_host": "127.0.0.1", "smtp_port": mailbox.port, "smtp_tls": False})
    client, worker = client_for(configured), make_worker(world, configured, kinds_for(configured, lambda: NOW), patient=PATIENT)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    done = signed(client)
    send_invitation(client, done["request_id"], people(done)[0])
    page = f"/requests/{done['request_id']}"
    button = f"{page}/messages/{client.get('/api/v1/messages').json()['items'][0]['id']}/again"
    assert button not in client.get(page).text
    assert client.post(button).status_code == 409  # it is with the server still
    with monkeypatch.context() as refusing:
        refusing.setattr(sending, "deliver", _refuse)
        worker.run_once()
    assert f'action="{button}"' in client.get(page).text
    assert client.post(button, follow_redirects=False).headers["Location"].endswith(f"{page}?done=tried&at=letters#letters")
    assert (worker.run_once(), len(mailbox.received)) == (True, 1)
    assert client.post(f"/api/v1{button.removeprefix(page)}").json()["code"] == "message_sent_already"
    with reading(world) as session:
        told = sa.select(AuditEvent.action).where(col(AuditEvent.object_kind) == "message").order_by(col(AuditEvent.sequence))
        assert list(session.scalars(told)) == ["message_tried_again", "message_sent"]


@pytest.mark.parametrize("over", ["answered", "withdrawn", "ended", "late"])
def test_a_letter_that_waited_too_long_is_not_sent(
    over: str, world: Engine, settings: Settings, client_for: ClientFor, mailbox: Mailbox
) -> None:
    configured = settings.model_copy(update={"smtp_host": "127.0.0.1", "smtp_port": mailbox.port, "smtp_tls": False})
    client = client_for(configured)
    client.app.dependency_overrides[present] = lambda: NOW  # type: ignore[attr-defined]
    request, person = (done := signed(client))["request_id"], people(done)[0]
    link = f"/api/v1/invited/{invite(client, request, person)}/answers"
    steps, about = f"/api/v1/requests/{request}/steps", {"role": "CE_PROJECT", "expert_id": person}
    then = NOW + timedelta(days=400 * (over == "late"))
    match over:
        case "answered":
            client.post(link, json={"answer": "accept"})
        case "withdrawn":
            client.post(steps, json={"to": "WITHDRAWN", **about, "on_day": "2026-10-01"})
        case "ended":
            client.post(steps, json={"to": "ENDED", "on_day": "2026-10-01", "note": "The call was taken back."})
    assert make_worker(world, configured, kinds_for(configured, lambda: then)).run_once()
    client.app.dependency_overrides[present] = lambda: then  # type: ignore[attr-defined]
    (letter,) = client.get("/api/v1/messages").json()["items"]
    assert (mailbox.received, letter["delivery"], letter["sent_at"]) == ([], "lapsed", None)
    page = client.get(f"/requests/{request}", headers={"Accept-Language": "en"}).text
    told = "Not to be sent any more" in page if over == "late" else f"letter-{letter['id']}" not in page  # what waits is shown
    assert (told, client.post(f"/api/v1/messages/{letter['id']}/again").status_code) == (True, 409)


def _refuse(*_: object) -> None:
    raise NotSent(MailFault.REFUSED)
