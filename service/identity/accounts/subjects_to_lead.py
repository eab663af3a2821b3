"""What a lead can answer for, to be ticked in the form of an account."""

from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product
from models.projects import Project
from service.kit.languages import Bilingual


class Subject(NamedTuple):
    """Something that a lead can answer for."""

    id: str
    name: Bilingual


def subjects_to_lead(session: Session) -> dict[str, list[Subject]]:
    """Return what a lead can answer for, by the name of the field: all products and projects."""
    products = session.scalars(sa.select(Product).order_by(col(Product.id)))
    projects = session.scalars(sa.select(Project).order_by(col(Project.id)))
    return {
        "led_products": [Subject(one.id, Bilingual(en=one.name_en, vi=one.name_vi)) for one in products],
        "led_projects": [Subject(one.id, Bilingual(en=one.title_en, vi=one.title_vi)) for one in projects],
    }
