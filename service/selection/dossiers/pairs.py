"""The dossier of a chief engineer and a chief architect together."""

from sqlmodel import Session

from service.kit.texts import REFERENCE_ONLY
from service.matches.pairs.answers import explanation_of
from service.matches.pairs.pairing import PairRecommendation
from service.matches.pairs.schemas import PairExplanationView
from service.matches.recommendations.answers import explanation_of as explanation_of_person
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Leaf, Table, said, section
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import NUMBERS, columns, invented, leaf, row_of, score_in


def of_pair(session: Session, frame: DossierFrame, found: PairRecommendation, engineer_id: str, architect_id: str) -> Dossier:
    """Return the dossier of two people; raises ``NotFound`` for somebody who is not in the network."""
    view = explanation_of(found, engineer_id, architect_id, session)
    sides = [(found.engineers, engineer_id), (found.architects, architect_id)]
    people = [explanation_of_person(side, expert_id).model_dump(mode="json") for side, expert_id in sides]
    roles = [said(side.role, frame.language) for side in (view.engineers, view.architects)]
    rows = tuple(row_of(frame, role, explained) for role, explained in zip(roles, people, strict=True))
    about = DossierSubject(
        (said(view.subject.name, frame.language), *(one["expert"]["display_name"] for one in people)),
        words.PAIR,
        f"{view.subject.id} {said(view.subject.name, frame.language)}",
        Basis(view.model.rule_set, view.model.pair_weights, frame.say(words.BOTH_ROLES), view.model.selection_date.isoformat()),
        f"/{view.subject.kind.value}s/{view.subject.id}/pairs/{engineer_id}/{architect_id}",
        invented(people),
    )
    both = Table(frame.say(words.PAIR), (frame.say(words.ROLE), *columns(frame)[1:]), rows, NUMBERS[1:])
    leaves = [_together(frame, view), *(leaf(session, frame, "", role, one) for role, one in zip(roles, people, strict=True))]
    return dossier(frame, about, [(frame.say(words.PAIR_SCORE), score_in(frame, view.pair.score) if view.pair else None)], [both], leaves)


def _together(frame: DossierFrame, view: PairExplanationView) -> Leaf:
    gates = [*view.gate, *([view.barrier] if view.barrier else [])]
    reference = said(REFERENCE_ONLY, frame.language)  # stands at the head of every page
    reasons = [line for one in (*gates, *view.lines) if (line := said(one, frame.language)) != reference]
    parts = [f"{said(part.label, frame.language)} {score_in(frame, part.contribution)}" for part in view.pair.parts] if view.pair else []
    sections = (*section(frame.say(words.REASONS), reasons), *section(frame.say(words.PARTS), ["; ".join(parts)]))
    return Leaf(frame.say(words.TOGETHER), (), sections)
