"""What a letter looks like on its way, and what is said of one that does not go out."""

import email
import email.policy
import smtplib
import ssl
from email.generator import BytesGenerator
from email.header import decode_header, make_header
from email.utils import parseaddr
from io import BytesIO

import pytest
from pydantic import SecretStr

from service.kit import mail
from service.kit.mail import MailFault, NotSent, deliver, letter
from service.kit.settings import Settings

SETTINGS = Settings(smtp_host="mail.example", smtp_tls=False, smtp_sender="VIN <vin@nic.example>")
TO = "an@mail.example"


def read_back(subject: str, text: str, to: str = TO) -> email.message.EmailMessage:
    raw = BytesIO()
    BytesGenerator(raw).flatten(letter(SETTINGS, to, subject, text, "vi"))  # as it is handed over
    return email.message_from_bytes(raw.getvalue(), policy=email.policy.default)  # type: ignore[return-value]


def test_a_mail_program_reads_vietnamese_as_it_was_written() -> None:
    subject = "Thư mời tham gia: tổng công trình sư, Nguyễn Thị Ánh " * 4
    text = "Kính gửi Nguyễn Thị Ánh,\n\nFrom Hà Nội\n.\nTrân trọng 𠀋.\n"
    read = read_back(subject, text)
    assert (read["Subject"], read.get_content()) == (subject.strip(), text)
    assert (read["To"], read["Content-Language"]) == (TO, "vi")
    assert max(map(len, letter(SETTINGS, TO, subject, text, "vi").as_bytes().splitlines())) <= 78


def test_a_letter_is_dated_and_keeps_its_name_when_it_is_handed_over_again() -> None:
    first, again, other = read_back("a", "b"), read_back("a", "b"), read_back("a", "c")
    assert first["Date"].datetime.tzinfo is not None
    assert first["Message-ID"] == again["Message-ID"] != other["Message-ID"]
    assert first["Message-ID"].endswith("@nic.example>")


def test_a_name_of_several_lines_makes_no_header() -> None:
    read = read_back("Mời\r\nBcc: all@mail.example\r\n\r\nNội dung", "b")
    assert (read["Subject"], read["Bcc"], read.get_content()) == ("Mời Bcc: all@mail.example Nội dung", None, "b")


@pytest.mark.parametrize("to", ["", "an", "a@mail.example, b@mail.example", "a,b@mail.example", "an@mail.example\r\nBcc: b@mail.example"])
def test_a_letter_goes_to_one_address_or_to_nobody(to: str) -> None:
    with pytest.raises(NotSent) as refused:
        letter(SETTINGS, to, "a", "b", "vi")
    assert (refused.value.fault, refused.value.final) == (MailFault.NO_ADDRESS, True)


@pytest.mark.parametrize("name", ["VIN", "Trung tâm Đổi mới sáng tạo Quốc gia – Mạng lưới Đổi mới sáng tạo Việt Nam", "Bộ KH&CN, VIN"])
def test_the_name_of_the_sender_leaves_the_address_readable(name: str) -> None:
    named = SETTINGS.model_copy(update={"smtp_sender": f'"{name}" <vin@nic.example>'})
    written = letter(named, TO, "a", "b", "vi").as_bytes()
    shown, address = parseaddr(email.message_from_bytes(written)["From"])  # first the address is found, then the name is decoded
    assert (str(make_header(decode_header(shown))), address) == (name, "vin@nic.example")
    assert max(map(len, written.splitlines())) <= 78


class Server:
    """A mail server that raises what it is told to at one of its commands."""

    def __init__(self, at: str = "", error: Exception | None = None) -> None:
        self.sock, self.taken = None, 0
        self._at, self._error = at, error

    def __call__(self, *_host: object, **_timeout: object) -> "Server":
        self._answer("connect")
        return self

    def starttls(self, **_context: object) -> None:
        self._answer("starttls")

    def login(self, *_account: str) -> None:
        self._answer("login")

    def send_message(self, _written: object, _sender: str) -> None:
        self._answer("send")
        self.taken += 1

    def quit(self) -> None:
        self._answer("quit")

    def close(self) -> None: ...

    def _answer(self, command: str) -> None:
        if command == self._at and self._error:
            raise self._error


def refused(code: int) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({TO: (code, b"no such user " + TO.encode())})


FAULTS: list[tuple[str, Exception, MailFault, bool]] = [
    ("connect", ConnectionRefusedError(), MailFault.UNREACHABLE, False),
    ("connect", TimeoutError(), MailFault.UNREACHABLE, False),
    ("connect", smtplib.SMTPConnectError(421, b"busy"), MailFault.PUT_OFF, False),
    ("starttls", ssl.SSLCertVerificationError(), MailFault.NOT_SECURE, False),
    ("starttls", smtplib.SMTPNotSupportedError(), MailFault.NOT_SECURE, False),
    ("login", smtplib.SMTPAuthenticationError(535, b"no"), MailFault.SIGN_IN, False),
    ("send", refused(550), MailFault.REFUSED, True),
    ("send", refused(451), MailFault.PUT_OFF, False),
    ("send", smtplib.SMTPDataError(554, b"spam"), MailFault.REFUSED, True),
    ("send", smtplib.SMTPDataError(452, b"full"), MailFault.PUT_OFF, False),
    ("send", smtplib.SMTPSenderRefused(530, b"TLS first", "vin@nic.example"), MailFault.PUT_OFF, False),
    ("send", smtplib.SMTPNotSupportedError(), MailFault.NO_ADDRESS, True),
    ("send", smtplib.SMTPServerDisconnected(), MailFault.UNREACHABLE, False),
]


@pytest.mark.parametrize(("at", "error", "fault", "final"), FAULTS)
def test_a_fault_is_told_without_the_person(
    at: str, error: Exception, fault: MailFault, final: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail.smtplib, "SMTP", Server(at, error))
    settings = SETTINGS.model_copy(update={"smtp_tls": True, "smtp_user": "u", "smtp_password": SecretStr("p")})
    with pytest.raises(NotSent) as told:
        deliver(letter(SETTINGS, TO, "a", "b", "vi"), settings)
    assert (told.value.fault, told.value.final, str(told.value)) == (fault, final, fault.value)


@pytest.mark.parametrize("error", [smtplib.SMTPResponseException(421, b"bye"), ConnectionResetError()])
def test_a_letter_that_was_taken_is_sent_however_the_server_says_goodbye(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server("quit", error)
    monkeypatch.setattr(mail.smtplib, "SMTP", server)
    deliver(letter(SETTINGS, TO, "a", "b", "vi"), SETTINGS)
    assert server.taken == 1
