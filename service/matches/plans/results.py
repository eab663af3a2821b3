"""Turns a solved plan into what is kept of it; numbers are rounded here and nowhere before."""

import math
from collections import defaultdict

from matching.assignment.outcome import Outcome
from matching.assignment.problem import Problem
from matching.pairs.plan import BEST, ScoredPair, pairs_for_plan
from matching.plan.building import Field
from matching.plan.diagnosis import PlanDiagnosis, explain_gaps
from matching.plan.request import PlanSeat
from matching.ranking.ranking import Ranking
from matching.ranking.weights import Band
from service.catalogue.subjects.contents import SubjectKind
from service.matches.plans import records
from service.matches.plans.questions import Question, seat_id
from service.matches.plans.requests import PlanRole
from service.matches.plans.solving import SolvedPlan
from service.matches.recommendations.rounding import rounded

SECONDS_SHOWN = 3


def result(question: Question, problem: Problem, solved: SolvedPlan) -> records.PlanResult:
    """Return the result with its diagnosis, where it needs one."""
    outcome, standby = solved.staffing.outcome, solved.staffing.alternates
    finite = math.isfinite(outcome.bound)
    return records.PlanResult(
        seats=[_seat(question, seat, outcome, standby) for seat in question.field.request.seats],
        pairs=pairs(question.field, outcome),
        objective=outcome.objective.value,
        value=rounded(outcome.total),
        bound=rounded(outcome.bound) if finite else None,
        gap=rounded(outcome.gap) if finite else None,
        proven=outcome.proven,
        lowest=None if outcome.lowest is None else rounded(outcome.lowest),
        lowest_seat=outcome.lowest_seat,
        places=int(problem.demand.sum()),
        filled=len(outcome.taken),
        kept=outcome.kept,
        solver=outcome.solver,
        seconds=round(solved.seconds, SECONDS_SHOWN),
        diagnosis=_diagnosis(explain_gaps(question.field, problem, outcome)),
    )


def _seat(question: Question, seat: PlanSeat, outcome: Outcome, standby: Outcome) -> records.StaffedSeat:
    people = _people(question.field, seat, outcome)
    return records.StaffedSeat(
        id=seat.id,
        subject=seat.subject_id,
        kind=SubjectKind(question.kinds[seat.subject_id]),
        role=seat.role,
        places=seat.places,
        alternates=seat.alternates,
        hours=seat.hours,
        people=people,
        standby=_people(question.field, seat, standby),
        empty=seat.places - len(people),
    )


def _people(field: Field, seat: PlanSeat, outcome: Outcome) -> list[records.PlacedPerson]:
    ranking, pins = field.rankings[seat.id], set(field.request.pins)
    scored = zip(outcome.taken, outcome.scores, strict=True)
    found = sorted((-score, person) for (person, taken), score in scored if taken == seat.id)
    return [
        records.PlacedPerson(person=person, score=rounded(-score), band=_band(ranking, person), pinned=(person, seat.id) in pins)
        for score, person in found
    ]


def _band(ranking: Ranking, person: str) -> Band:
    return ranking.band(ranking.network.position[person])


def pairs(field: Field, outcome: Outcome) -> list[records.PlannedPair]:
    """Return, for every subject with both roles, the two of each team with their place among its best pairs."""
    of_seat: defaultdict[str, list[str]] = defaultdict(list)
    for (person, seat), _ in sorted(zip(outcome.taken, outcome.scores, strict=True), key=lambda one: (-one[1], one[0])):
        of_seat[seat].append(person)
    found = []
    for subject in dict.fromkeys(seat.subject_id for seat in field.request.seats):
        engineer, architect = (seat_id(subject, role) for role in PlanRole)
        if of_seat[engineer] and of_seat[architect]:
            best = pairs_for_plan(field.rankings[engineer], field.rankings[architect], field.pair_weights, best=BEST).best
            found += [_pair(subject, one, other, best) for one, other in zip(of_seat[engineer], of_seat[architect], strict=False)]
    return found


def _pair(subject: str, engineer: str, architect: str, best: tuple[ScoredPair, ...]) -> records.PlannedPair:
    at = next((place for place, pair in enumerate(best) if (pair.engineer_id, pair.architect_id) == (engineer, architect)), None)
    score = None if at is None else rounded(best[at].score)
    return records.PlannedPair(subject=subject, engineer=engineer, architect=architect, place=None if at is None else at + 1, score=score)


def _diagnosis(found: PlanDiagnosis | None) -> records.DiagnosisRecord | None:
    if found is None:
        return None
    shortage, asking = found.shortage, found.asking
    return records.DiagnosisRecord(
        seats=[records.EmptySeatRecord(seat=seat.seat, missing=seat.missing, left=seat.left) for seat in found.seats],
        unmet=found.unmet,
        shortage=shortage and records.ShortageRecord(seats=list(shortage.seats), needed=shortage.needed, available=shortage.available),
        relaxations=[records.RelaxationRecord(kind=one.kind.name.lower(), changes=one.changes, size=one.size) for one in found.relaxations],
        ask=[records.AskingRecord(person=person, seat=seat) for person, seat in asking.people] if asking else [],
        ask_fills=asking.fills if asking else 0,
    )
