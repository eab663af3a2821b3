"""What people read in place of the id of a subject: its name."""

from collections.abc import Iterable

from sqlmodel import Session

from models.catalogue import Product, TechnologyGroup
from models.projects import Project
from models.vocabulary.selection import RequestSubject
from service.kit.languages import Bilingual

Names = dict[str, Bilingual]


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
