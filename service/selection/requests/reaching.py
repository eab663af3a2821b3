"""Who reaches what belongs to a product, a project or a group, and may look inside it. Pure."""

from models.vocabulary import Sensitivity
from models.vocabulary.selection import RequestSubject
from service.catalogue.subjects.queries import NamedSubject
from service.identity.access.policies import Decision, Operation, may_see_inside, may_with_all, may_with_product, may_with_project
from service.identity.access.viewer import Viewer


def may_with_subject(viewer: Viewer, operation: Operation, subject: NamedSubject) -> Decision:
    """Decide about what belongs to one subject, as far as it may be looked into."""
    return may_reach(viewer, operation, RequestSubject(subject.kind.value), subject.id, subject.sensitivity)


def may_reach(viewer: Viewer, operation: Operation, kind: RequestSubject, subject_id: str, sensitivity: Sensitivity) -> Decision:
    """Decide about what belongs to the subject with this id: a lead reaches what he or she leads, of groups nobody but who reaches all."""
    if kind is RequestSubject.PRODUCT:
        reached = may_with_product(viewer, operation, subject_id)
    elif kind is RequestSubject.PROJECT:
        reached = may_with_project(viewer, operation, subject_id)
    else:
        reached = may_with_all(viewer, operation)
    return may_see_inside(viewer, sensitivity) if reached is True else reached
