"""The dossier of a plan: every seat with its people, whoever withdrew without a name."""

from service.matches.plans.schemas import PlacedView, PlanView, SeatView
from service.selection.dossiers import words
from service.selection.dossiers.contents import Dossier, Table, said
from service.selection.dossiers.frame import About, Basis, Made, dossier
from service.selection.dossiers.people import score_in


def of_plan(made: Made, plan: PlanView) -> Dossier:
    """Return the dossier of ``plan``."""
    placed = [one for subject in plan.subjects for seat in subject.seats for one in (*seat.people, *seat.alternates)]
    head = [
        (made.say(words.OBJECTIVE), said(plan.objective, made.language)),
        (made.say(words.FILLED), f"{plan.filled}/{plan.places}"),
        (made.say(words.SCORE), score_in(made, plan.value)),
        (made.say(words.ADOPTED), made.say(words.YES if plan.adopted else words.NO)),
        (made.say(words.OUTDATED), ", ".join(plan.outdated)),
    ]
    heads = (words.ROLE, words.NAME, words.BAND, words.SCORE, words.STANDBY)
    tables = [
        Table(
            f"{subject.id} {said(subject.name, made.language)}",
            tuple(made.say(one) for one in heads),
            tuple(row for seat in subject.seats for row in _rows(made, seat)),
            (3,),
        )
        for subject in plan.subjects
    ]
    inputs = plan.inputs
    about = About(
        plan.id,
        words.PLAN,
        ", ".join(subject.id for subject in plan.subjects),
        Basis(inputs.rule_set, ", ".join(sorted(set(inputs.weights.values()))), inputs.selection_date.isoformat()),
        f"/plans/{plan.id}",
        any(one.person.synthetic for one in placed),
        plan.fingerprint,
    )
    return dossier(made, about, head, tables)


def people_of(plan: PlanView) -> list[str]:
    """Return whose data the dossier hands out."""
    seats = [seat for subject in plan.subjects for seat in subject.seats]
    return sorted({one.person.id for seat in seats for one in (*seat.people, *seat.alternates) if not one.person.withdrawn})


def _rows(made: Made, seat: SeatView) -> list[tuple[str, ...]]:
    role, standby = said(seat.role, made.language), "; ".join(_name(made, one) for one in seat.alternates)
    rows = [
        (
            role,
            _name(made, one),
            said(one.band, made.language) if one.band else "",
            score_in(made, one.score) if one.score is not None else "",
            standby if number == 0 else "",
        )
        for number, one in enumerate(seat.people)
    ]
    return [*rows, *[(role, made.say(words.EMPTY), "", "", "")] * seat.empty]


def _name(made: Made, one: PlacedView) -> str:
    return f"{one.person.display_name} ({one.person.id})" if one.person.display_name else made.say(words.WITHDRAWN)
