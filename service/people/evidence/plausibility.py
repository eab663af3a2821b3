"""Whether the dates of an item can be true: within a working life, and not in the future where the item is of something finished."""

from datetime import date

from models.vocabulary import EvidenceKind
from service.kit.problems import Invalid
from service.people.evidence.schemas import EvidenceCreate

# Whoever worked before this would be past a hundred years of age; a year such as 0201 is a slip of the hand.
EARLIEST = date(1930, 1, 1)
MOST_YEARS_AHEAD = 50  # longer than any position, patent or certificate runs on
# What is there from its first day. Positions, programmes and offices can be agreed before they begin.
FINISHED = frozenset(EvidenceKind) - {EvidenceKind.POSITION, EvidenceKind.PROGRAMME, EvidenceKind.NETWORK}


def check_dates(fields: EvidenceCreate, today: date) -> None:
    """Raise ``Invalid``, naming the field, for a date that cannot be true on ``today``, a day in Viet Nam."""
    dates = {"starts": fields.starts, "ends": fields.ends, "verified_on": fields.verified_on}
    latest = {"verified_on": today} | ({"starts": today} if fields.kind in FINISHED else {})
    for name, day in dates.items():
        if day is None:
            continue
        if day < EARLIEST:
            raise Invalid.field(
                name, en=f"is before {EARLIEST.year}: check the year", vi=f"trước năm {EARLIEST.year}: hãy kiểm tra lại năm"
            )
        if name in latest and day > latest[name]:
            raise Invalid.field(name, en="is in the future: give the day on which it was done", vi="ở tương lai: hãy ghi ngày đã thực hiện")
        if day.year > today.year + MOST_YEARS_AHEAD:
            raise Invalid.field(
                name,
                en=f"is more than {MOST_YEARS_AHEAD} years ahead: check the year, or leave it empty",
                vi=f"còn hơn {MOST_YEARS_AHEAD} năm nữa: hãy kiểm tra lại năm hoặc để trống",
            )
