"""What a signed list is about: product, roles, day and number of people, in words, without anything about a person."""

import re
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.selection import SelectionRequest
from models.shortlists import Shortlist, ShortlistEntry
from models.vocabulary import RoleCode
from models.vocabulary.selection import ShortlistStatus
from service.catalogue.rules.queries import role_names
from service.catalogue.subjects.contents import SubjectKind
from service.catalogue.subjects.queries import find_subject
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import told_selections
from service.kit.languages import Bilingual
from service.kit.texts import Text

_CODE = re.compile(r"[0-9a-f]{64}")


class SignedList(NamedTuple):
    """What whoever holds the paper may know of a signed list."""

    subject: Bilingual
    roles: list[Text]
    people: int


def about(session: Session, shortlist: Shortlist) -> SignedList:
    """Return what ``shortlist`` is about."""
    asked, names = shortlist.head["asked"], role_names(session)
    listed = sa.select(sa.func.count()).where(col(ShortlistEntry.shortlist_id) == shortlist.id, col(ShortlistEntry.position).is_not(None))
    return SignedList(
        find_subject(session, SubjectKind(asked["subject_kind"]), asked["subject"]).name,
        [names[RoleCode(answer["role"]["code"])] for answer in shortlist.head["answers"]],
        session.scalar(listed) or 0,
    )


def of_code(session: Session, viewer: Viewer, typed: str) -> Shortlist | None:
    """Return the signed list whose whole fingerprint was typed; None for every other text, and for what ``viewer`` may not know of.

    A fingerprint cannot be guessed: who has it has the paper. A list for something restricted is there for nobody without clearance.
    """
    code = "".join(typed.split()).lower()
    if not _CODE.fullmatch(code):
        return None
    named = told_selections(viewer).with_only_columns(col(SelectionRequest.id))
    found: Shortlist | None = session.scalar(
        sa.select(Shortlist).where(
            col(Shortlist.fingerprint) == code, col(Shortlist.status) == ShortlistStatus.SIGNED, col(Shortlist.request_id).in_(named)
        )
    )
    return found
