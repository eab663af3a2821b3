"""Builds what the matcher looks for from the database: a role for a product, a project or a technology group."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from matching.needs import RoleNeed
from models.vocabulary import RoleCode
from service.catalogue.rules.in_force import read_rules
from service.catalogue.subjects.contents import SubjectKind, read_subject
from service.catalogue.subjects.relatives import with_relatives
from service.kit.problems import Invalid

_PROJECT_ROLES = (RoleCode.CE_PROJECT, RoleCode.CA_PROJECT)
# Decree 231/2025/ND-CP: the chief engineer of a system of works leads a whole group; architects of a ministry or province have no product.
ROLES: Mapping[SubjectKind, tuple[RoleCode, ...]] = {
    SubjectKind.PRODUCT: _PROJECT_ROLES,
    SubjectKind.PROJECT: _PROJECT_ROLES,
    SubjectKind.GROUP: (RoleCode.CE_SYSTEM,),
}


def read_need(session: Session, kind: SubjectKind, identifier: str, role: RoleCode, selection_date: date) -> RoleNeed:
    """Return the need for ``role``, with the rules in force on ``selection_date``.

    Raises ``Invalid`` for a role that such a subject does not have, ``NotFound`` for an unknown id, ``Unavailable`` without rules.
    """
    _check_role(kind, role)
    subject = read_subject(session, kind, identifier, role)
    return RoleNeed(
        subject_id=identifier,
        role=role,
        briefs=subject.briefs,
        must=subject.capabilities.must,
        nice=subject.capabilities.nice,
        excluded=subject.capabilities.excluded,
        groups=subject.capabilities.groups,
        group_labels=subject.capabilities.labels,
        rules=read_rules(session, role, selection_date),
        selection_date=selection_date,
        parties=with_relatives(session, subject.parties),
        subjects=subject.parts or (subject.briefs,),
        narrows=kind is SubjectKind.PROJECT and bool(subject.parts),
        # Work that has begun is joined on the selection date.
        starts=subject.starts if subject.starts and subject.starts > selection_date else None,
    )


def _check_role(kind: SubjectKind, role: RoleCode) -> None:
    legal = ROLES[kind]
    if role not in legal:
        names = " / ".join(legal)
        raise Invalid.field("role", en=f"must be {names} for a {kind}", vi=f"phải là {names} đối với loại đối tượng này")
