"""Identifiers of people: whether one can be right, and whose it is already. One person has one record."""

import sqlalchemy as sa
from sqlmodel import Session, col

from models.experts import Expert
from service.kit.actor import Actor
from service.kit.problems import Conflict, FieldError, Invalid


def check_identifiers(session: Session, by: Actor, own_id: str | None, *, orcid: str | None, email: str) -> bool:
    """Raise ``Invalid`` for an ORCID iD that cannot be one, and ``Conflict`` for an identifier of somebody else's record.

    Who changes the own profile may not know of other records and gets the answer of a new identifier: it is kept, and True is
    returned, so that people look whether the two records are of one person.
    """
    check_orcid(orcid)
    own = own_id is not None and by.expert_id == own_id
    shared = False
    for name, value in (("orcid", orcid), ("email", email.lower())):
        other = holder(session, name, value) if value else None
        if other is not None and other != own_id:
            if not own:
                raise _taken(name, other)
            shared = True
    return shared


def check_orcid(orcid: str | None) -> None:
    """Raise ``Invalid`` for an ORCID iD that cannot be one."""
    if orcid is not None and not is_orcid(orcid):
        raise Invalid.field("orcid", en="has a wrong check digit: compare it with the record at orcid.org", vi=_WRONG_ORCID)


def is_orcid(orcid: str) -> bool:
    """Return whether the last sign is the check of the fifteen digits before it (ISO 7064, mod 11-2), and not all are zero."""
    digits = orcid.replace("-", "")
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits.strip("0") not in {"", "1"} and digits[15] == ("X" if check == 10 else str(check))


def holder(session: Session, name: str, value: str) -> str | None:
    """Return the id of the first person whose ``name``, ``orcid`` or ``email``, is ``value``; an address in lower case.

    What a merged record is known by belongs to the person who was kept.
    """
    held = col(Expert.orcid) if name == "orcid" else sa.func.lower(col(Expert.email))
    person = sa.func.coalesce(col(Expert.merged_into), col(Expert.id))
    found: str | None = session.scalar(sa.select(person).where(held == value).order_by(person).limit(1))
    return found


_WRONG_ORCID = "có số kiểm tra sai: hãy đối chiếu với hồ sơ tại orcid.org"
_SAID = {"orcid": ("This ORCID iD", "Mã ORCID này"), "email": ("This e-mail address", "Địa chỉ thư điện tử này")}


def _taken(name: str, other: str) -> Conflict:
    en, vi = _SAID[name]
    errors = (FieldError(field=name, message=f"belongs to {other}"),)
    return Conflict(
        "identifier_taken",
        en=f"{en} belongs to another record: open {other} and change that record.",
        vi=f"{vi} đã thuộc một hồ sơ khác: hãy mở {other} và sửa hồ sơ đó.",
        errors=errors,
    )
