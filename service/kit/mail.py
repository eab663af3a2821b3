"""Hands a written message to the server that the settings name, and says why one did not go out."""

import hashlib
import re
import smtplib
import ssl
from contextlib import closing, suppress
from email.charset import QP, Charset
from email.errors import HeaderParseError
from email.header import Header
from email.headerregistry import Address
from email.message import Message
from email.utils import format_datetime, formataddr, parseaddr
from enum import StrEnum

from service.kit.jobs.worker import JobFault
from service.kit.settings import Settings, utc_now

TIMEOUT_SECONDS = 30
TAKING_SECONDS = 120
"""How long the server may take to say that it has a letter: whoever hangs up earlier sends it twice (RFC 5321, 4.5.3.2.6)."""
_REFUSED_FOR_GOOD = 500
UTF_8 = Charset("utf-8")
UTF_8.body_encoding = QP  # 7 bits pass through every server
_LINE_OF_MAILBOX = re.compile("^From ", re.MULTILINE)
"""What begins a letter in a mailbox file; a line of a letter that begins so gets a sign before it on the way, unless it is encoded."""


class MailFault(StrEnum):
    """Why a letter did not go out."""

    UNREACHABLE = "mail_unreachable"
    PUT_OFF = "mail_put_off"
    NOT_SECURE = "mail_not_secure"
    SIGN_IN = "mail_sign_in"
    REFUSED = "mail_refused"
    NO_ADDRESS = "mail_no_address"


class NotSent(JobFault):
    """A letter did not go out. The text is the fault alone: what a server answers names the person."""

    def __init__(self, fault: MailFault) -> None:
        super().__init__(fault.value, final=fault in {MailFault.REFUSED, MailFault.NO_ADDRESS})
        self.fault = fault


def letter(settings: Settings, to: str, subject: str, text: str, language: str) -> Message:
    """Return a message from this service to the one address ``to``; raises ``NotSent`` where that is none.

    ``EmailMessage`` would be shorter and loses spaces where it folds a long subject in Vietnamese.

    The same letter has the same Message-ID, by which a mailbox knows one that was handed over again because its receipt was lost.
    """
    written: Message[str, str | Header] = Message()
    written["From"], written["To"] = _sender(settings), _one_address(to)
    one_line = " ".join(subject.split())  # whatever a name in it holds
    written["Subject"] = Header(one_line, UTF_8, header_name="Subject")
    written["Date"] = format_datetime(utc_now())
    same = hashlib.sha256("\0".join((to, subject, text)).encode("utf-8", "replace")).hexdigest()[:40]
    written["Message-ID"] = f"<{same}@{parseaddr(settings.smtp_sender)[1].rpartition('@')[2] or 'localhost'}>"
    written["Content-Language"] = language
    written["Auto-Submitted"] = "auto-generated"  # no mailbox answers that its owner is away (RFC 3834)
    written["MIME-Version"] = "1.0"
    written.set_payload(text, UTF_8)
    written.set_payload(_LINE_OF_MAILBOX.sub("=46rom ", str(written.get_payload())))
    return written


def deliver(written: Message, settings: Settings) -> None:
    """Give ``written`` to the server; raises ``NotSent``."""
    try:
        with closing(smtplib.SMTP(settings.smtp_host or "", settings.smtp_port, timeout=TIMEOUT_SECONDS)) as server:
            _introduce(server, settings)
            _hand_over(server, written, parseaddr(settings.smtp_sender)[1])
    except smtplib.SMTPResponseException:
        raise NotSent(MailFault.PUT_OFF) from None
    except (OSError, smtplib.SMTPException):
        raise NotSent(MailFault.UNREACHABLE) from None


def _sender(settings: Settings) -> str | Header:
    """Return the address that a letter comes from; a name beyond ASCII is encoded, and the address stays as it is."""
    name, address = parseaddr(settings.smtp_sender)
    if name.isascii():
        return formataddr((name, address))
    sender = Header(name, UTF_8, header_name="From")
    sender.append(f"<{address}>", "us-ascii")
    return sender


def _one_address(to: str) -> str:
    try:
        return Address(addr_spec=to).addr_spec
    except (ValueError, IndexError, HeaderParseError):
        raise NotSent(MailFault.NO_ADDRESS) from None


def _introduce(server: smtplib.SMTP, settings: Settings) -> None:
    try:
        if settings.smtp_tls:
            server.starttls(context=ssl.create_default_context())
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        raise NotSent(MailFault.NOT_SECURE) from None
    try:
        if settings.smtp_user and settings.smtp_password:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError):
        raise NotSent(MailFault.SIGN_IN) from None


def _hand_over(server: smtplib.SMTP, written: Message, sender: str) -> None:
    """Hand ``written`` over, from the address ``sender``.

    Once the server has taken it, nothing that goes wrong counts: the letter is on its way.
    """
    if server.sock is not None:
        server.sock.settimeout(TAKING_SECONDS)
    try:
        server.send_message(written, sender)
    except smtplib.SMTPRecipientsRefused as refused:
        ((code, _),) = refused.recipients.values()
        raise NotSent(MailFault.REFUSED if code >= _REFUSED_FOR_GOOD else MailFault.PUT_OFF) from None
    except smtplib.SMTPDataError as refused:
        raise NotSent(MailFault.REFUSED if refused.smtp_code >= _REFUSED_FOR_GOOD else MailFault.PUT_OFF) from None
    except smtplib.SMTPNotSupportedError:  # an address beyond ASCII that this server cannot write to
        raise NotSent(MailFault.NO_ADDRESS) from None
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
