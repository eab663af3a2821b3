"""Reads the capability thesaurus as the matcher sees it."""

import sqlalchemy as sa
from sqlmodel import Session

from matching.space.thesaurus import Concept, Thesaurus
from models.capabilities import Capability


def read_thesaurus(session: Session) -> Thesaurus:
    """Return the thesaurus of every stored capability."""
    return Thesaurus(_concept(capability) for capability in session.scalars(sa.select(Capability)))


def _concept(capability: Capability) -> Concept:
    aliases = (*capability.aliases_vi, *capability.aliases_en)
    return Concept(capability.id, capability.label_vi, capability.label_en, aliases, capability.parent_id)
