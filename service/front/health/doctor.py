"""Looks whether everything that the service rests on is in order, and says of each what to do."""

import smtplib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from models.audit import AuditEvent
from models.database import reading
from models.migrations.state import state_of
from service.audit.verification import verify
from service.front.health.database_states import what_to_do
from service.front.health.storage import WORDS, lacking_storage
from service.kit.languages import Bilingual
from service.kit.settings import Settings, utc_now
from service.matches.encoders.choice import model_of
from service.matches.network.versions import current_notice

MAIL_SECONDS = 10
TOLERATED = timedelta(minutes=5)
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
"""Before this nobody can have run the program."""


class Verdict(StrEnum):
    """What was found."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


class Finding(NamedTuple):
    """One thing that was looked at."""

    subject: str
    verdict: Verdict
    text: Bilingual


Look = Callable[[Engine, Settings], Finding]
FINE = Bilingual(en="in order", vi="ổn")


def examine(engine: Engine, settings: Settings) -> Iterator[Finding]:
    """Yield one finding for each subject; one that cannot be looked at is bad, and the others are looked at all the same."""
    looks: dict[str, Look] = {"settings": _settings, "database": _database, "disk": _disk, "clock": _clock}
    looks |= {"encoder": _encoder, "chain": _chain, "mail": _mail}
    for subject, look in looks.items():
        try:
            yield look(engine, settings)
        except SQLAlchemyError as fault:
            why = type(fault).__name__
            yield _bad(subject, en=f"the database does not answer ({why})", vi=f"cơ sở dữ liệu không trả lời ({why})")


def _settings(_engine: Engine, settings: Settings) -> Finding:
    if settings.public_url is None:
        return _note("settings", en="VINMATCH_PUBLIC_URL is not set: links name this machine", vi="chưa đặt VINMATCH_PUBLIC_URL")
    if not settings.public_url.startswith("https:"):
        return _note("settings", en="people open the service without TLS (https)", vi="người dùng mở dịch vụ không qua TLS (https)")
    return Finding("settings", Verdict.GOOD, FINE)


def _database(engine: Engine, _settings: Settings) -> Finding:
    lack = what_to_do(state_of(engine))
    return Finding("database", Verdict.BAD, lack) if lack else Finding("database", Verdict.GOOD, FINE)


def _disk(engine: Engine, _settings: Settings) -> Finding:
    if what_to_do(state_of(engine)):
        return _not_looked_at("disk")
    unwritable = lacking_storage(engine)
    return Finding("disk", Verdict.BAD, WORDS[unwritable]) if unwritable else Finding("disk", Verdict.GOOD, FINE)


def _clock(engine: Engine, _settings: Settings) -> Finding:
    """Compare the clock with the last event and, where the database is a server, with its clock."""
    now = utc_now()
    if now < WRITTEN:
        return _bad("clock", en=f"it says {now:%Y-%m-%d}, before this program was written", vi=f"đồng hồ chỉ {now:%Y-%m-%d}, quá sớm")
    if what_to_do(state_of(engine)):
        return _not_looked_at("clock")
    with reading(engine) as session:
        last: datetime | None = session.scalar(sa.select(sa.func.max(col(AuditEvent.at))))
        theirs: datetime = session.execute(sa.select(sa.func.now())).scalar_one() if engine.dialect.name == "postgresql" else now
    if last is not None and last > now + TOLERATED:
        return _bad("clock", en=f"the last event is of {last:%Y-%m-%d %H:%M}, later than now", vi=f"sự kiện cuối ghi {last:%Y-%m-%d %H:%M}")
    if abs(theirs - now) > TOLERATED:
        return _bad(
            "clock", en="this clock and that of the database differ by more than 5 minutes", vi="lệch giờ với cơ sở dữ liệu trên 5 phút"
        )
    return Finding("clock", Verdict.GOOD, FINE)


def _encoder(engine: Engine, settings: Settings) -> Finding:
    if what_to_do(state_of(engine)):
        return _not_looked_at("encoder")
    with reading(engine) as session:
        notice = current_notice(session)
    return Finding("encoder", Verdict.NOTE, notice) if notice else _good("encoder", str(model_of(settings.encoder)))


def _chain(engine: Engine, _settings: Settings) -> Finding:
    if what_to_do(state_of(engine)):
        return _not_looked_at("chain")
    with reading(engine) as session:
        found = verify(session)
    if found.fault is not None:
        return _bad("chain", en=f"event {found.broken}: {found.fault.en}", vi=f"sự kiện {found.broken}: {found.fault.vi}")
    return _good("chain", f"{found.events}, {found.last[:12]}")


def _mail(_engine: Engine, settings: Settings) -> Finding:
    if not settings.smtp_host:
        return _note("mail", en="no server is set: messages wait in the outbox, to be copied", vi="chưa đặt máy chủ: thư chờ trong hộp gửi")
    try:
        with smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=MAIL_SECONDS) as server:
            server.ehlo()
            offers = server.has_extn("starttls")
    except (OSError, smtplib.SMTPException) as fault:
        why = type(fault).__name__
        return _bad("mail", en=f"{settings.smtp_host} does not answer ({why})", vi=f"{settings.smtp_host} không trả lời ({why})")
    if settings.smtp_tls and not offers:
        return _bad(
            "mail", en="the server offers no STARTTLS, which the settings ask for", vi="máy chủ không có STARTTLS như cài đặt yêu cầu"
        )
    return _good("mail", settings.smtp_host)


def _not_looked_at(subject: str) -> Finding:
    return _note(subject, en="not looked at: see the database", vi="chưa kiểm tra: xem mục cơ sở dữ liệu")


def _good(subject: str, what: str) -> Finding:
    return Finding(subject, Verdict.GOOD, Bilingual(en=f"in order ({what})", vi=f"ổn ({what})"))


def _note(subject: str, *, en: str, vi: str) -> Finding:
    return Finding(subject, Verdict.NOTE, Bilingual(en=en, vi=vi))


def _bad(subject: str, *, en: str, vi: str) -> Finding:
    return Finding(subject, Verdict.BAD, Bilingual(en=en, vi=vi))
