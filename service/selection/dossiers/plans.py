"""The dossier of a plan: every seat with its people, whoever withdrew without a name."""

from models.vocabulary import RoleCode
from service.kit.local_forms import number_in
from service.matches.plans.requests import PlanRole
from service.matches.plans.schemas import DiagnosisView, PlacedView, PlanView, SeatView, SubjectPlanView
from service.matches.plans.sentences import INPUTS
from service.matches.recommendations.cells import SHORT_NAMES
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Table, said
from service.selection.dossiers.frame import Basis, DossierFrame, DossierSubject, dossier
from service.selection.dossiers.people import score_in

NAMED = 3


def of_plan(frame: DossierFrame, plan: PlanView, diagnosis: DiagnosisView) -> Dossier:
    """Return the dossier of ``plan``; ``diagnosis`` says why places stay empty."""
    placed = [one for subject in plan.subjects for seat in subject.seats for one in (*seat.people, *seat.alternates)]
    head = [
        (frame.say(words.OBJECTIVE), said(plan.objective, frame.language)),
        (frame.say(words.FILLED), f"{plan.filled}/{plan.places}"),
        (frame.say(words.PLAN_SCORE), score_in(frame, plan.value)),
        (frame.say(words.ADOPTED), frame.say(words.YES if plan.adopted else words.NO)),
        (frame.say(words.OUTDATED), ", ".join(said(INPUTS[one], frame.language) for one in plan.outdated)),
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
        sealed_as=words.PLAN_SEAL,
    )
    return dossier(frame, about, head, [_seats(frame, plan), *_empty(frame, plan, diagnosis)])


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


def _seats(frame: DossierFrame, plan: PlanView) -> Table:
    heads = (words.SUBJECT, words.ROLE, words.NAME, words.BAND, words.SCORE, words.STANDBY)
    rows = (row for subject in plan.subjects for seat in subject.seats for row in _rows(frame, _called(frame, subject), seat))
    return Table(frame.say(words.SEATS_OF_PLAN), tuple(frame.say(one) for one in heads), tuple(rows), (4,))


def _empty(frame: DossierFrame, plan: PlanView, diagnosis: DiagnosisView) -> list[Table]:
    """Return for each seat with empty places how many people were left after each gate, or nothing of a complete plan."""
    seats = {seat.id: (_called(frame, subject), said(seat.role, frame.language)) for subject in plan.subjects for seat in subject.seats}
    rows = tuple(
        (
            *seats[one.seat],
            str(one.missing),
            "; ".join(f"{said(left, frame.language)}: {number_in(frame.language, left.people, 0)}" for left in one.left),
        )
        for one in diagnosis.seats
    )
    heads = (words.SUBJECT, words.ROLE, words.MISSING, words.PEOPLE_LEFT)
    return [Table(frame.say(words.WHY_EMPTY), tuple(frame.say(one) for one in heads), rows, (2,))] if rows else []


def _called(frame: DossierFrame, subject: SubjectPlanView) -> str:
    return f"{subject.id} {said(subject.name, frame.language)}"


def _rows(frame: DossierFrame, subject: str, seat: SeatView) -> list[tuple[str, ...]]:
    role, standby = said(seat.role, frame.language), "; ".join(_name(frame, one) for one in seat.alternates)
    rows = [
        (
            subject,
            role,
            _name(frame, one),
            said(one.band, frame.language) if one.band else "",
            score_in(frame, one.score) if one.score is not None else "",
            standby if number == 0 else "",
        )
        for number, one in enumerate(seat.people)
    ]
    return [*rows, *[(subject, role, frame.say(words.EMPTY), "", "", "")] * seat.empty]


def _name(frame: DossierFrame, one: PlacedView) -> str:
    return f"{one.person.display_name} ({one.person.id})" if one.person.display_name else frame.say(words.WITHDRAWN)
