"""What a need is about: the words, capabilities and interested parties of a product, a project or a technology group."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col

from matching.needs import Party
from models.capabilities import NeedGroup, ProductCapability, alternatives
from models.catalogue import Product, TechnologyGroup
from models.projects import InterestedParty, Organisation, Project, ProjectProduct
from models.vocabulary import Language, NeedLevel, RoleCode
from service.kit.problems import NotFound

Texts = tuple[tuple[Language, str], ...]
Groups = tuple[tuple[str, ...], ...]
Levels = Sequence[tuple[str, NeedLevel]]
Counted = TypeVar("Counted", str, tuple[str, ...])
MOST_MUST_OF_GROUP, MOST_NICE_OF_GROUP = 12, 20


class SubjectKind(StrEnum):
    """What a role can be sought for."""

    PRODUCT = "product"
    PROJECT = "project"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Capability ids by level; ``groups`` of those that are required, and what groups are called, by their members."""

    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    groups: Groups = ()
    labels: tuple[tuple[tuple[str, ...], Texts], ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a subject for one role; ``starts`` is the day on which a project begins.

    ``parts`` are the briefs of the products that a project or a group belongs to.
    """

    briefs: Texts
    capabilities: Capabilities
    parties: tuple[Party, ...]
    starts: date | None = None
    parts: tuple[Texts, ...] = ()


def read_subject(session: Session, kind: SubjectKind, identifier: str, role: RoleCode) -> Subject:
    """Return the subject; raises ``NotFound`` for an unknown id."""
    read = {SubjectKind.PRODUCT: _product, SubjectKind.PROJECT: _project, SubjectKind.GROUP: _group}
    return read[kind](session, identifier, role)


def every_brief(session: Session) -> list[Texts]:
    """Return the briefs of every product, project and group: what the network is asked with most."""
    ids = {SubjectKind.PRODUCT: col(Product.id), SubjectKind.PROJECT: col(Project.id), SubjectKind.GROUP: col(TechnologyGroup.id)}
    return [
        read_subject(session, kind, identifier, RoleCode.CE_PROJECT).briefs
        for kind, column in ids.items()
        for identifier in session.scalars(sa.select(column).order_by(column)).all()
    ]


def product_briefs(product: Product) -> Texts:
    """Return name and brief of ``product`` in both languages."""
    return _both(f"{product.name_vi}. {product.brief_vi}", f"{product.name_en}. {product.brief_en}")


def _product(session: Session, identifier: str, role: RoleCode) -> Subject:
    product = session.get(Product, identifier)
    if product is None:
        raise NotFound.of(en="product", vi="sản phẩm", identifier=identifier)
    return Subject(product_briefs(product), _asked(session, [identifier], role, together), _parties(session, [identifier]))


def _project(session: Session, identifier: str, role: RoleCode) -> Subject:
    project = session.get(Project, identifier)
    if project is None:
        raise NotFound.of(en="project", vi="dự án", identifier=identifier)
    of_project = sa.select(col(ProjectProduct.product_id)).where(col(ProjectProduct.project_id) == identifier)
    products = session.scalars(of_project.order_by(col(ProjectProduct.product_id))).all()
    briefs = _both(f"{project.title_vi}. {project.brief_vi}", f"{project.title_en}. {project.brief_en}")
    capabilities, parties = _asked(session, products, role, together), _parties(session, products, identifier)
    return Subject(briefs, capabilities, parties, project.starts, _parts(session, products))


def _group(session: Session, identifier: str, _role: RoleCode) -> Subject:
    group = session.get(TechnologyGroup, identifier)
    if group is None:
        raise NotFound.of(en="group", vi="nhóm công nghệ", identifier=identifier)
    products = session.scalars(sa.select(Product).where(col(Product.group_id) == identifier).order_by(col(Product.id))).all()
    briefs = _both(
        ". ".join([group.name_vi, group.scope_vi, *(product.name_vi for product in products)]),
        ". ".join([group.name_en, group.scope_en, *(product.name_en for product in products)]),
    )
    ids = [product.id for product in products]
    # Who leads the whole group decides over each of its products: a tie to any of their parties counts.
    parts = tuple(product_briefs(product) for product in products)
    return Subject(briefs, _asked(session, ids, RoleCode.CE_PROJECT, most_shared), _parties(session, ids), parts=parts)


def _parts(session: Session, products: Sequence[str]) -> tuple[Texts, ...]:
    rows = session.scalars(sa.select(Product).where(col(Product.id).in_(products)).order_by(col(Product.id)))
    return tuple(product_briefs(product) for product in rows)


def together(levels: Levels, groups: Groups = ()) -> Capabilities:
    """Merge what several products need: must if must for any, else nice if nice for any, else excluded; by id; each keeps its groups."""
    by_level = {level: {capability for capability, of in levels if of is level} for level in NeedLevel}
    must = by_level[NeedLevel.MUST]
    nice = by_level[NeedLevel.NICE] - must
    excluded = by_level[NeedLevel.EXCLUDED] - must - nice
    return Capabilities(tuple(sorted(must)), tuple(sorted(nice)), tuple(sorted(excluded)), groups)


def most_shared(levels: Levels, groups: Groups = ()) -> Capabilities:
    """Return what a whole group needs: first what most of its products must have, then what they need besides; ties by id.

    What the products must have is counted by their ``groups``, of which ``MOST_MUST_OF_GROUP`` are asked for.
    """
    alone = [(capability,) for capability, level in levels if level is NeedLevel.MUST] if not groups else []
    asked = _by_frequency((*groups, *alone))[:MOST_MUST_OF_GROUP]
    must = tuple(dict.fromkeys(capability for group in asked for capability in group))
    left = _by_frequency(capability for capability, level in levels if level is NeedLevel.MUST and capability not in must)
    nice = _by_frequency(capability for capability, level in levels if level is NeedLevel.NICE and capability not in {*must, *left})
    return Capabilities(must, (left + nice)[:MOST_NICE_OF_GROUP], groups=asked)


def _by_frequency(counted: Iterable[Counted]) -> tuple[Counted, ...]:
    counts = Counter(counted)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _both(vi: str, en: str) -> Texts:
    return ((Language.VI, vi), (Language.EN, en))


def _asked(session: Session, products: Sequence[str], role: RoleCode, merge: Callable[[Levels, Groups], Capabilities]) -> Capabilities:
    """Return what ``products`` need, merged, with the names of the groups of required capabilities."""
    wanted = (col(ProductCapability.product_id).in_(products), col(ProductCapability.role) == role)
    needs = session.scalars(sa.select(ProductCapability).where(*wanted)).all()
    groups = alternatives(needs)
    named = (col(NeedGroup.product_id).in_(products), col(NeedGroup.role) == role)
    names = session.scalars(sa.select(NeedGroup).where(*named).order_by(col(NeedGroup.product_id), col(NeedGroup.group))).all()
    labels = {groups.get((name.product_id, name.role, name.group), ()): _both(name.label_vi, name.label_en) for name in names}
    merged = merge([(need.capability_id, need.level) for need in needs], tuple(groups.values()))
    return replace(merged, labels=tuple(labels.items()))


def _parties(session: Session, products: Sequence[str], project: str | None = None) -> tuple[Party, ...]:
    projects = [project] if project else []
    subjects = sa.or_(col(InterestedParty.product_id).in_(products), col(InterestedParty.project_id).in_(projects))
    subject = sa.func.coalesce(col(InterestedParty.product_id), col(InterestedParty.project_id))
    columns = (col(InterestedParty.organisation_id), col(InterestedParty.interest), subject, col(Organisation.name))
    named = sa.select(*columns).join(Organisation, col(Organisation.id) == col(InterestedParty.organisation_id))
    return tuple(Party(*row) for row in session.execute(named.where(subjects).order_by(col(InterestedParty.id))))
