"""The dossier of a plan: every seat with its people, whoever withdrew without a name."""

from models.vocabulary import RoleCode
from service.matches.plans.requests import PlanRole
from service.matches.plans.schemas import PlacedView, PlanView, SeatView
from service.matches.plans.sentences import INPUTS
from service.matches.recommendations.cells import SHORT_NAMES
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Table, said
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import score_in

NAMED = 3


def of_plan(frame: DossierFrame, plan: PlanView) -> Dossier:
    """Return the dossier of ``plan``."""
    placed = [one for subject in plan.subjects for seat in subject.seats for one in (*seat.people, *seat.alternates)]
    head = [
        (frame.say(words.OBJECTIVE), said(plan.objective, frame.language)),
        (frame.say(words.FILLED), f"{plan.filled}/{plan.places}"),
        (frame.say(words.SCORE), score_in(frame, plan.value)),
        (frame.say(words.ADOPTED), frame.say(words.YES if plan.adopted else words.NO)),
        (frame.say(words.OUTDATED), ", ".join(said(INPUTS[one], frame.language) for one in plan.outdated)),
    ]
    heads = (words.ROLE, words.NAME, words.BAND, words.SCORE, words.STANDBY)
    tables = [
        Table(
            f"{subject.id} {said(subject.name, frame.language)}",
            tuple(frame.say(one) for one in heads),
            tuple(row for seat in subject.seats for row in _rows(frame, seat)),
            (3,),
        )
        for subject in plan.subjects
    ]
    inputs = plan.inputs
    about = DossierSubject(
        ("; ".join(said(subject.name, frame.language) for subject in plan.subjects),),
        words.PLAN,
        _subjects(frame, plan),
        Basis(inputs.rule_set, ", ".join(sorted(set(inputs.weights.values()))), _weighted(frame, plan), inputs.selection_date.isoformat()),
        f"/plans/{plan.id}",
        any(one.person.synthetic for one in placed),
        plan.fingerprint,
    )
    return dossier(frame, about, head, tables)


def people_of(plan: PlanView) -> list[str]:
    """Return whose data the dossier hands out."""
    seats = [seat for subject in plan.subjects for seat in subject.seats]
    return sorted({one.person.id for seat in seats for one in (*seat.people, *seat.alternates) if not one.person.withdrawn})


def _subjects(frame: DossierFrame, plan: PlanView) -> str:
    """Return the subjects by name, or how many they are where there are more than a line holds."""
    names = [said(subject.name, frame.language) for subject in plan.subjects]
    return "; ".join(names) if len(names) <= NAMED else frame.say(words.SUBJECTS, number=len(names))


def _weighted(frame: DossierFrame, plan: PlanView) -> str:
    return ", ".join(said(SHORT_NAMES[RoleCode(role.value)], frame.language) for role in PlanRole if role in plan.inputs.weights)


def _rows(frame: DossierFrame, seat: SeatView) -> list[tuple[str, ...]]:
    role, standby = said(seat.role, frame.language), "; ".join(_name(frame, one) for one in seat.alternates)
    rows = [
        (
            role,
            _name(frame, one),
            said(one.band, frame.language) if one.band else "",
            score_in(frame, one.score) if one.score is not None else "",
            standby if number == 0 else "",
        )
        for number, one in enumerate(seat.people)
    ]
    return [*rows, *[(role, frame.say(words.EMPTY), "", "", "")] * seat.empty]


def _name(frame: DossierFrame, one: PlacedView) -> str:
    return f"{one.person.display_name} ({one.person.id})" if one.person.display_name else frame.say(words.WITHDRAWN)
