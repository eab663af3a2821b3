"""Refuses to change a text that somebody consented to: what a person agreed to must stay readable as it was."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col

from models.consents import ConsentText, PastConsent
from models.experts import Consent
from seed.catalogue.faults import CatalogueFaults, Fault

FILE = "consents/consent_texts.csv"
_WORDING = ("title_en", "title_vi", "text_en", "text_vi")


def refuse_changes(session: Session, rows: Iterable[SQLModel]) -> None:
    """Raise ``CatalogueFaults`` for every text in ``rows`` whose wording differs from that which somebody consented to."""
    agreed = {(row.purpose, row.version): row for row in session.scalars(sa.select(ConsentText)) if _is_used(session, row)}
    wanted = [row for row in rows if isinstance(row, ConsentText)]
    changed = [row for row in wanted if (old := agreed.get((row.purpose, row.version))) and _wording(old) != _wording(row)]
    if changed:
        raise CatalogueFaults([Fault(FILE, 1, "text", f"{_name(row)} was consented to; write a new version instead") for row in changed])


def _is_used(session: Session, text: ConsentText) -> bool:
    tables: tuple[type[Consent] | type[PastConsent], ...] = (Consent, PastConsent)
    return any(
        session.scalar(sa.select(sa.exists().where(col(table.purpose) == text.purpose, col(table.text_version) == text.version)))
        for table in tables
    )


def _wording(text: ConsentText) -> tuple[str, ...]:
    return tuple(getattr(text, column) for column in _WORDING)


def _name(text: ConsentText) -> str:
    return f"{text.purpose.value} {text.version}"
