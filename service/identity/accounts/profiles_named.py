"""Whom and what a form of an account means: a profile by its name, or as these pages show it with its code; subjects to be ticked."""

import re
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from models.catalogue import Product
from models.experts import Expert
from models.projects import Project
from models.search_key import folded
from service.identity.access.viewer import Viewer
from service.identity.access.visibility import nameable_experts
from service.kit.languages import Bilingual
from service.kit.problems import Invalid

_CODE = re.compile(r"(?:^|\()([A-Z]\d+)\)?$")
_SHOWN = 5


class Subject(NamedTuple):
    """Something that a lead can answer for."""

    id: str
    name: Bilingual


def profile_called(session: Session, viewer: Viewer, typed: str) -> str | None:
    """Return the id of the profile; None where nothing is typed. Raises ``Invalid`` for a name that nobody or several people have."""
    text = " ".join(typed.split())
    if not text or (code := _CODE.search(text)):
        return code[1] if text and code else None
    wanted = nameable_experts(viewer).where(col(Expert.name_key) == folded(text), col(Expert.merged_into).is_(None))
    found = session.scalars(wanted.order_by(col(Expert.id)).limit(_SHOWN)).all()
    if len(found) == 1:
        return str(found[0].id)
    several = ", ".join(f"{one.display_name} ({one.id})" for one in found)
    if several:
        raise Invalid(en=f"Several people have this name. Write which: {several}.", vi=f"Có nhiều người cùng tên. Hãy ghi rõ: {several}.")
    raise Invalid(en=f"Nobody of the network is called “{text}”.", vi=f"Không có ai trong mạng lưới tên là “{text}”.")


def subjects_to_lead(session: Session) -> dict[str, list[Subject]]:
    """Return what a lead can answer for, by the name of the field: all products and projects."""
    products = session.scalars(sa.select(Product).order_by(col(Product.id)))
    projects = session.scalars(sa.select(Project).order_by(col(Project.id)))
    return {
        "led_products": [Subject(one.id, Bilingual(en=one.name_en, vi=one.name_vi)) for one in products],
        "led_projects": [Subject(one.id, Bilingual(en=one.title_en, vi=one.title_vi)) for one in projects],
    }
