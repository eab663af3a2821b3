"""What a request asks for, as the page of its subject says it: required capabilities in groups, of each of which one is enough."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlmodel import Session

from matching.needs import complete_groups
from models.selection import SelectionRequest
from models.vocabulary import NeedLevel, RoleCode
from service.catalogue.subjects.contents import Capabilities, SubjectKind, read_subject
from service.kit.languages import Bilingual
from service.kit.problems import Problem
from service.kit.texts import Text
from service.selection.requests.proposals import labels_of
from service.selection.requests.queries import LEVELS
from service.selection.words import LEVEL_NAMES

Labels = Mapping[str, Text]


class WantedGroup(NamedTuple):
    """Capabilities of which one is enough, and what they are called together."""

    label: Text
    members: list[Text]


class Wanted(NamedTuple):
    """What a request asks of a role on one level."""

    role: str
    level: Bilingual
    required: bool
    groups: list[WantedGroup]


def wanted(session: Session, one: SelectionRequest) -> list[Wanted]:
    """Return what is asked for, by role and level; what is welcome or excluded stands alone, each in a group of its own."""
    asked = [(role, level, getattr(one, level.value).get(role, [])) for role in one.roles for level in LEVELS]
    labels = labels_of(session, {capability for _, _, capabilities in asked for capability in capabilities})
    return [_wanted(session, one, role, level, [each for each in found if each in labels], labels) for role, level, found in asked if found]


def _wanted(session: Session, one: SelectionRequest, role: str, level: NeedLevel, found: list[str], labels: Labels) -> Wanted:
    required = level is NeedLevel.MUST
    known = _of_subject(session, one, role) if required else Capabilities()
    groups = complete_groups(known.groups, tuple(found))
    return Wanted(role, LEVEL_NAMES[level.value], required, [_group(group, _names(known), labels) for group in groups])


def _names(known: Capabilities) -> Mapping[tuple[str, ...], Text]:
    """Return what groups are called as a whole, by their members in order."""
    return {members: Text(**{language.value: said for language, said in names}) for members, names in known.labels}


def _of_subject(session: Session, one: SelectionRequest, role: str) -> Capabilities:
    try:
        return read_subject(session, SubjectKind(one.subject_kind), one.subject_id, RoleCode(role)).capabilities
    except Problem:
        return Capabilities()  # the subject is there no more: each capability stands alone


def _group(group: tuple[str, ...], named: Mapping[tuple[str, ...], Text], labels: Labels) -> WantedGroup:
    members = [labels[one] for one in group]
    joined = Text(vi=" hoặc ".join(one.vi for one in members), en=" or ".join(one.en for one in members))
    return WantedGroup(named.get(tuple(sorted(group))) or joined, members)
