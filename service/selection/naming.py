"""What people read in place of an id: the name of a subject, and of the account that decided, found or signed."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, col

from models.accounts import Account
from models.catalogue import Product, TechnologyGroup
from models.projects import Project
from models.vocabulary.selection import RequestSubject
from service.kit.acting import COMMAND_LINE, VISITOR
from service.kit.languages import Bilingual

Names = dict[str, Bilingual]
_NO_ACCOUNT = {
    VISITOR: Bilingual(en="visitor of the demo", vi="khách của bản chạy thử"),
    COMMAND_LINE: Bilingual(en="command line", vi="dòng lệnh"),
}
GONE = Bilingual(en="an account that is no more", vi="tài khoản không còn")


def subject_name(session: Session, kind: RequestSubject, identifier: str) -> Bilingual:
    """Return what the product, project or group is called; its id where it is not there any more."""
    if kind is RequestSubject.PROJECT:
        project = session.get(Project, identifier)
        return Bilingual(en=project.title_en, vi=project.title_vi) if project else Bilingual(en=identifier, vi=identifier)
    row: Product | TechnologyGroup | None
    row = session.get(Product, identifier) if kind is RequestSubject.PRODUCT else session.get(TechnologyGroup, identifier)
    return Bilingual(en=row.name_en, vi=row.name_vi) if row else Bilingual(en=identifier, vi=identifier)


def subject_names(session: Session, subjects: Iterable[tuple[RequestSubject, str]]) -> Names:
    """Return what each subject is called, by its id."""
    return {identifier: subject_name(session, kind, identifier) for kind, identifier in set(subjects)}


def account_names(session: Session, actors: Iterable[str | None]) -> Names:
    """Return who each actor of a recorded act is: a name, never an id."""
    wanted = {actor for actor in actors if actor}
    rows = session.execute(sa.select(col(Account.id), col(Account.display_name)).where(col(Account.id).in_(wanted)))
    known = {row[0]: Bilingual(en=row[1], vi=row[1]) for row in rows}
    return {actor: known.get(actor) or _NO_ACCOUNT.get(actor) or GONE for actor in wanted}
