"""What the form of a request offers to choose from, so that nobody types a code: subjects by their names, languages that people speak."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product, TechnologyGroup
from models.experts import Expert
from models.projects import Project
from service.catalogue.products.queries import default_list
from service.kit.languages import Bilingual
from service.kit.local_forms import language_name

PROJECTS = Bilingual(en="Projects", vi="Dự án")
OFFERED = 12
WHOLE_GROUPS = Bilingual(en="Whole technology groups", vi="Cả nhóm công nghệ")


class Subject(NamedTuple):
    """Something that a request can be about."""

    id: str
    name: Bilingual


class SubjectShelf(NamedTuple):
    """Subjects that stand together under one heading."""

    heading: Bilingual
    subjects: list[Subject]


def shelves(session: Session) -> list[SubjectShelf]:
    """Return all subjects of the list in force: products under their groups, then projects, then the groups themselves."""
    in_force = default_list(session)
    groups = session.scalars(sa.select(TechnologyGroup).where(col(TechnologyGroup.list_code) == in_force).order_by(col(TechnologyGroup.id)))
    named = {group.id: Bilingual(en=group.name_en, vi=group.name_vi) for group in groups}
    by_group: dict[str | None, list[Subject]] = {}
    for product in session.scalars(sa.select(Product).where(col(Product.list_code) == in_force).order_by(col(Product.id))):
        by_group.setdefault(product.group_id, []).append(Subject(product.id, Bilingual(en=product.name_en, vi=product.name_vi)))
    projects = session.scalars(sa.select(Project).order_by(col(Project.id)))
    found = [SubjectShelf(named.get(group or "", PROJECTS), subjects) for group, subjects in by_group.items()]
    found.append(SubjectShelf(PROJECTS, [Subject(project.id, Bilingual(en=project.title_en, vi=project.title_vi)) for project in projects]))
    found.append(SubjectShelf(WHOLE_GROUPS, [Subject(group, name) for group, name in named.items()]))
    return [shelf for shelf in found if shelf.subjects]


def languages_spoken(session: Session, chosen: Iterable[str] = ()) -> dict[str, Bilingual]:
    """Return the languages that most people of the network speak, Vietnamese and English first, and those that were ``chosen`` before."""
    speakers = Counter(code for languages in session.scalars(sa.select(col(Expert.languages))) for code in languages)
    most = [code for code, _ in sorted(speakers.items(), key=lambda one: (-one[1], one[0]))][:OFFERED]
    return {code: language_name(code) for code in dict.fromkeys(["vi", "en", *most, *chosen])}
