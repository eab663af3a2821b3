"""What a request could ask for: the capabilities of the catalogue, and those that a pasted text names, each with a level to be edited."""

from collections.abc import Mapping

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import Session, col

from matching.needs import RoleNeed
from models.capabilities import Capability
from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.products.schemas import CapabilityReference
from service.catalogue.subjects.queries import find_subject, kind_of
from service.identity.access.guards import enforce
from service.identity.access.policies import Operation
from service.identity.access.viewer import Viewer
from service.kit.fields import Identifier, Input
from service.kit.texts import Text
from service.matches.recommendations.recommending import Recommender
from service.matches.search.queries import read_pasted, read_snapshot
from service.matches.search.schemas import Pasted
from service.selection.requests.queries import LEVELS
from service.selection.requests.reaching import may_with_subject

Levels = dict[str, NeedLevel]
Words = dict[str, tuple[str, ...]]
NOTHING_CHOSEN: Mapping[RoleCode, Levels] = {}


class ProposalInput(Input):
    """For which subject and roles, and the text to read, in Vietnamese, English or both; the text is not stored."""

    subject: Identifier = Field(examples=["P01"])
    roles: list[RoleCode] = Field(min_length=1, max_length=2, examples=[["CE_PROJECT"]])
    text: Pasted = ""


class ProposedCapability(CapabilityReference):
    """A capability with the level that is proposed, and the words of the text that name it."""

    level: NeedLevel
    words: list[str]
    asked: bool = Field(description="Whether it is asked for without the text; then the level stays what it is")


class RoleProposal(BaseModel):
    """The capabilities that are proposed for one role: those of the catalogue, then what the text names most often."""

    role: RoleCode
    capabilities: list[ProposedCapability]


def propose(
    session: Session, viewer: Viewer, recommender: Recommender, fields: ProposalInput, chosen: Mapping[RoleCode, Levels] = NOTHING_CHOSEN
) -> list[RoleProposal]:
    """Return what is proposed for each role, with what was ``chosen`` before.

    Raises ``NotFound``, ``Invalid`` for a role, ``Unavailable`` while nobody is read.
    """
    kind = kind_of(session, fields.subject)
    subject = find_subject(session, kind, fields.subject)
    enforce(may_with_subject(viewer, Operation.OPEN_SELECTIONS, subject))
    needs = recommender.needs(session, kind, subject.id, fields.roles)
    return with_text(session, recommender, {role: levels_of(need) | chosen.get(role, {}) for role, need in needs.items()}, fields.text)


def with_text(session: Session, recommender: Recommender, asked: Mapping[RoleCode, Levels], text: str) -> list[RoleProposal]:
    """Return what is ``asked`` for each role, and after it what ``text`` names besides."""
    read, words = _read(session, recommender, text)
    labels = labels_of(session, {*read, *(capability for levels in asked.values() for capability in levels)})
    return [
        RoleProposal(
            role=role,
            capabilities=[
                ProposedCapability(
                    id=capability, label=labels[capability], level=level, words=list(words.get(capability, ())), asked=capability in levels
                )
                for capability, level in {**levels, **{name: level for name, level in read.items() if name not in levels}}.items()
            ],
        )
        for role, levels in asked.items()
    ]


def levels_of(need: RoleNeed) -> Levels:
    """Return the level of each capability of ``need``; what stands on two levels counts as excluded before required before welcome."""
    levels = {capability: level for level in LEVELS for capability in getattr(need, level.value)}
    levels |= dict.fromkeys(need.must, NeedLevel.MUST) | dict.fromkeys(need.excluded, NeedLevel.EXCLUDED)
    return levels


def labels_of(session: Session, capabilities: set[str]) -> dict[str, Text]:
    """Return the labels of ``capabilities`` in both languages."""
    rows = session.scalars(sa.select(Capability).where(col(Capability.id).in_(capabilities))) if capabilities else ()
    return {row.id: Text(vi=row.label_vi, en=row.label_en) for row in rows}


def _read(session: Session, recommender: Recommender, text: str) -> tuple[Levels, Words]:
    """Return the levels and the words of what ``text`` names; what it names only to leave out is proposed as excluded."""
    if not text.strip():
        return {}, {}
    thesaurus = read_snapshot(session, recommender).network.reader.thesaurus
    brief = read_pasted(recommender, text, thesaurus)
    levels = dict.fromkeys(brief.must, NeedLevel.MUST) | dict.fromkeys(brief.nice, NeedLevel.NICE)
    return levels | dict.fromkeys(brief.excluded, NeedLevel.EXCLUDED), {one.capability: one.words for one in brief.named}
