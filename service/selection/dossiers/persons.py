"""The dossier of one person before one role."""

from sqlmodel import Session

from service.matches.recommendations.answers import explanation_of
from service.matches.recommendations.recommending import Recommendation
from service.matches.recommendations.schemas import RecommendationHead
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Table, said
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import NUMBERS, columns, invented, leaf, row_of


def of_person(session: Session, frame: DossierFrame, found: Recommendation, expert_id: str) -> Dossier:
    """Return the dossier of a person; raises ``NotFound`` for somebody who is not in the network."""
    view = explanation_of(found, expert_id)
    explained, role = view.model_dump(mode="json"), said(view.role, frame.language)
    place = str(view.entry.rank) if view.entry else ""
    head = [(frame.say(words.ROLE), role), (frame.say(words.REASONS), "\n".join(said(gate, frame.language) for gate in view.gate))]
    path = f"/{view.subject.kind.value}s/{view.subject.id}/{view.role.code.value}/{expert_id}"
    parts = (said(view.subject.name, frame.language), role, explained["expert"]["display_name"])
    about = DossierSubject(parts, words.PERSON, subject_of(frame, view), basis_of(frame, view), path, invented([explained]))
    table = Table(role, columns(frame), (row_of(frame, place, explained),), NUMBERS)
    return dossier(frame, about, head, [table], [leaf(session, frame, "", role, explained)])


def subject_of(frame: DossierFrame, view: RecommendationHead) -> str:
    """Return what somebody is sought for."""
    return f"{view.subject.id} {said(view.subject.name, frame.language)}"


def basis_of(frame: DossierFrame, view: RecommendationHead) -> Basis:
    """Return by what the answer was made."""
    return Basis(view.model.rule_set, view.model.weights, said(view.role, frame.language), view.model.selection_date.isoformat())
