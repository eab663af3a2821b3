"""Hands a written message to the server that the settings name."""

import smtplib
import ssl
from email.message import EmailMessage

from service.kit.settings import Settings

TIMEOUT_SECONDS = 30


def letter(settings: Settings, to: str, subject: str, text: str, language: str) -> EmailMessage:
    """Return a message from this service to the address ``to``."""
    written = EmailMessage()
    written["From"], written["To"], written["Subject"] = settings.smtp_sender, to, subject
    written.set_content(text)
    written["Content-Language"] = language  # afterwards: setting the content drops what is said of it
    return written


def deliver(written: EmailMessage, settings: Settings) -> None:
    """Give ``written`` to the server; raises what the server or the way to it answers (``OSError``, ``smtplib.SMTPException``)."""
    with smtplib.SMTP(settings.smtp_host or "", settings.smtp_port, timeout=TIMEOUT_SECONDS) as server:
        if settings.smtp_tls:
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user and settings.smtp_password:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
        server.send_message(written)
