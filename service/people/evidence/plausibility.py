"""Whether the dates of an item can be true: within a working life, and not in the future where the item is of something finished."""

from datetime import date

from models.vocabulary import EvidenceKind
from service.kit.days import check_days, check_done
from service.people.evidence.schemas import EvidenceCreate

# What is there from its first day. Positions, programmes and offices can be agreed before they begin.
FINISHED = frozenset(EvidenceKind) - {EvidenceKind.POSITION, EvidenceKind.PROGRAMME, EvidenceKind.NETWORK}


def check_dates(fields: EvidenceCreate, today: date) -> None:
    """Raise ``Invalid``, naming the field, for a date that cannot be true on ``today``, a day in Viet Nam."""
    begins = check_done if fields.kind in FINISHED else check_days
    begins(today, starts=fields.starts)
    check_days(today, ends=fields.ends)
    check_done(today, verified_on=fields.verified_on)
