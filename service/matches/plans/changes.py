"""Prices, what-ifs, comparisons and repairs of saved plans, each solved or compared by the same ways as the plan itself."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session

from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome, outcome_of
from matching.assignment.prices import Price
from matching.assignment.problem import Choice, Problem
from matching.plan.difference import Comparison, Difference, Side
from matching.plan.pricing import freed_for, prices
from models.plans import Plan
from service.kit.languages import Bilingual
from service.kit.problems import Conflict, NotFound
from service.kit.texts import text
from service.matches.plans import schemas
from service.matches.plans.board import seats_called
from service.matches.plans.drafting import draft_of
from service.matches.plans.people import People
from service.matches.plans.questions import Question, ask, request_of, seat_id
from service.matches.plans.records import PlanResult
from service.matches.plans.requests import Decline, ExclusionInput, PlanInput, PlanRole, RepairInput, WhatIfInput
from service.matches.plans.results import result
from service.matches.plans.saved import choices_of, result_of
from service.matches.plans.sentences import cause_words, price_words
from service.matches.plans.solving import solve_here
from service.matches.plans.views import Showing
from service.matches.recommendations.recommending import Recommender
from service.matches.recommendations.rounding import rounded


def prices_of(session: Session, recommender: Recommender, plan: Plan, seat: str) -> schemas.PriceList:
    """Return what others would cost in a seat, on the data of today.

    Raises ``NotFound`` for a seat that is not in the plan, ``Conflict`` when somebody of the plan can no longer hold their seat.
    """
    question = ask(session, recommender, PlanInput.model_validate(plan.request))
    if question.field.request.seat(seat) is None:
        raise NotFound.of(en="seat", vi="vị trí", identifier=seat)
    showing = Showing.of(session, recommender)
    problem = draft_of(question).problem
    saved = result_of(plan)
    outcome, seats = _as_it_stands(problem, question, saved), seats_called(showing.subjects(saved))
    found = prices(problem, outcome, seat, seconds=recommender.settings.plan_seconds or None)
    return schemas.PriceList(
        plan=plan.id, seat=seat, outdated=showing.outdated(plan), prices=[_price(one, showing.people, seats) for one in found]
    )


def _as_it_stands(problem: Problem, question: Question, saved: PlanResult) -> Outcome:
    """Return the saved choices as an outcome of today's problem."""
    at = problem.index(choices_of(saved))
    if len(at) and (at.min() < 0 or not problem.open[at].all()):
        raise Conflict(
            "seat_no_longer_held",
            en="Somebody in this plan can no longer hold their seat. Repair the plan first.",
            vi="Có người trong kế hoạch không còn giữ được vị trí. Hãy sửa kế hoạch trước.",
        )
    return outcome_of(problem, question.field.request.objective, at, saved.solver, 0.0)


def _price(found: Price, people: People, seats: Mapping[str, Bilingual]) -> schemas.PriceView:
    frees = list(freed_for(found))
    called = [seats.get(seat, Bilingual(seat, seat)) for seat in frees]
    words = price_words(people.name(found.leaving), people.name(found.coming), rounded(found.cost), called, found.places)
    moved = [(person, seat) for person, seat in found.new if person not in {found.leaving, found.coming}]
    return schemas.PriceView(
        leaving=people.view(found.leaving),
        coming=people.view(found.coming),
        cost=rounded(found.cost),
        lowest_cost=rounded(found.lowest_cost),
        places=found.places,
        frees_for=frees,
        moves=[schemas.MoveView(person=people.view(person), seat=seat) for person, seat in moved],
        proven=found.proven,
        words=text(words),
    )


def what_if(session: Session, recommender: Recommender, plan: Plan, changes: WhatIfInput) -> schemas.ComparisonView:
    """Return what a plan with these changes would be, against the saved one; nothing is saved."""
    fields = changed(PlanInput.model_validate(plan.request), changes)
    question = ask(session, recommender, fields, changes.weights)
    draft = draft_of(question)
    solved = solve_here(draft, recommender.settings.plan_seconds or fields.time_limit)
    after = result(question, draft.problem, solved)
    showing = Showing.of(session, recommender)
    parts = [*showing.outdated(plan), *(["weights"] if changes.weights else [])]
    return _compared(session, showing, plan, (question.fields, after, None), parts)


def changed(fields: PlanInput, changes: WhatIfInput) -> PlanInput:
    """Return a request with changes added to its rules."""
    lifted = set(changes.without)
    capacities = {one.person: one for one in (*fields.capacities, *changes.capacities)}
    return fields.model_copy(
        update={
            "pins": [*(pin for pin in fields.pins if pin.person not in lifted), *changes.pins],
            "exclusions": [*(one for one in fields.exclusions if one.person not in lifted), *changes.exclusions],
            "capacities": list(capacities.values()),
            "minima": [*fields.minima, *changes.minima],
            "objective": changes.objective or fields.objective,
            "seats_per_person": fields.seats_per_person if changes.seats_per_person is None else changes.seats_per_person,
        }
    )


def compare(session: Session, recommender: Recommender, before: Plan, after: Plan) -> schemas.ComparisonView:
    """Return every difference between two saved plans, with its cause."""
    parts = [name for name, value in before.inputs.items() if after.inputs.get(name) != value]
    other = (PlanInput.model_validate(after.request), result_of(after), after.id)
    return _compared(session, Showing.of(session, recommender), before, other, parts)


_Compared = tuple[PlanInput, PlanResult, str | None]


def _compared(session: Session, showing: Showing, before: Plan, other: _Compared, parts: list[str]) -> schemas.ComparisonView:
    fields, after, identifier = other
    earlier, people = result_of(before), showing.people
    sides = (
        Side(request_of(session, PlanInput.model_validate(before.request)), choices_of(earlier)),
        Side(request_of(session, fields), choices_of(after)),
    )
    everybody = {person for side in sides for person, _ in side.taken}
    found = Comparison(*sides, people.withdrawn(everybody), bool(parts)).differences()
    return schemas.ComparisonView(
        before=before.id,
        after=identifier,
        value_before=earlier.value,
        value_after=after.value,
        filled_before=earlier.filled,
        filled_after=after.filled,
        inputs_changed=list(dict.fromkeys(parts)),
        differences=_differences(found, people, everybody),
    )


def _differences(found: Iterable[Difference], people: People, everybody: Iterable[str]) -> list[schemas.DifferenceView]:
    names = people.names(everybody)
    return [
        schemas.DifferenceView(
            seat=one.seat,
            person=people.view(one.person),
            came=one.came,
            cause=one.cause,
            other=one.other,
            words=text(cause_words(one, names)),
        )
        for one in found
    ]


def repaired(plan: Plan, people: People, asked: RepairInput) -> PlanInput:
    """Return the request of the repair: the same seats and rules without who left, and as few other changes as can be.

    Raises ``NotFound`` for somebody who declines what they do not hold.
    """
    held = choices_of(result_of(plan))
    left = {choice for one in asked.declined for choice in _left(one, held)}
    gone = people.withdrawn(person for person, _ in held)
    left |= {choice for choice in held if choice[0] in gone}
    fields = PlanInput.model_validate(plan.request)
    return fields.model_copy(
        update={
            "pins": [pin for pin in fields.pins if pin.person not in gone and (pin.person, seat_id(pin.subject, pin.role)) not in left],
            "exclusions": [*fields.exclusions, *(_excluded(choice) for choice in sorted(left))],
            "objective": Objective.FEWEST_CHANGES,
            "earlier": plan.id,
        }
    )


def _left(one: Decline, held: tuple[Choice, ...]) -> list[Choice]:
    def meant(choice: Choice) -> bool:
        subject, _, role = choice[1].rpartition(":")
        return choice[0] == one.person and one.subject in {None, subject} and (one.role is None or one.role.value == role)

    found = [choice for choice in held if meant(choice)]
    if not found:
        raise NotFound.of(en="seat of the plan for", vi="vị trí trong kế hoạch của", identifier=one.person)
    return found


def _excluded(choice: Choice) -> ExclusionInput:
    person, seat = choice
    subject, _, role = seat.rpartition(":")
    return ExclusionInput(person=person, subject=subject, role=PlanRole(role))
