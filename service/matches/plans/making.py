"""Makes plans: within the request where the solver is fast, else by a job; and the job itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Engine

from models.database import ReadSession, WriteSession, reading, writing
from models.plans import Plan
from service.identity.access.own_case import leave_to_others
from service.kit.actor import Actor
from service.kit.jobs.queue import enqueue
from service.kit.jobs.schemas import JobView
from service.kit.jobs.worker import JobContext
from service.kit.settings import Settings, utc_now
from service.matches.plans.drafting import draft_of
from service.matches.plans.operations import new_id, plan_row, save
from service.matches.plans.questions import Question, ask
from service.matches.plans.requests import PlanInput
from service.matches.plans.results import result
from service.matches.plans.schemas import PlanJobView
from service.matches.plans.solving import solve_apart, solve_here
from service.matches.recommendations.recommending import Recommender

KIND = "plan"
SOLVING = "Solving. / Đang giải."


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """A plan that is solved and not yet saved, or, without one, the question for a job."""

    question: Question
    identifier: str
    plan: Plan | None
    derived_from: str | None


def make(session: ReadSession, recommender: Recommender, by: Actor, fields: PlanInput, derived_from: str | None = None) -> PlanOutcome:
    """Solve within the seconds that a request may take; a proof that takes longer is left to a job. Raises what ``ask`` raises,
    and ``Forbidden`` to an actor whom the rules name.
    """
    leave_to_others(by, *(rule.person for rule in fields.capacities), *(rule.person for rule in fields.pins))
    leave_to_others(by, *(rule.person for rule in fields.exclusions))
    question, identifier = ask(session, recommender, fields), new_id(by)
    draft = draft_of(question)
    seconds = min(recommender.settings.plan_seconds, fields.time_limit)
    solved = solve_here(draft, seconds) if seconds > 0 else None
    if solved is None or not (solved.staffing.outcome.proven or seconds == fields.time_limit):
        return PlanOutcome(question, identifier, None, derived_from)
    found = result(question, draft.problem, solved)
    return PlanOutcome(question, identifier, plan_row(identifier, by, question, found, derived_from), derived_from)


def keep(session: WriteSession, by: Actor, outcome: PlanOutcome) -> Plan | PlanJobView:
    """Save the plan, or queue the job that will, in the caller's transaction."""
    if outcome.plan is not None:
        save(session, by, outcome.plan)
        return outcome.plan
    arguments = {
        "plan": outcome.identifier,
        "actor": by.actor,
        "request": outcome.question.fields.model_dump(mode="json"),
        "derived_from": outcome.derived_from,
    }
    job = enqueue(session, KIND, arguments, max_attempts=2)
    return PlanJobView(job=JobView.model_validate(job), plan=outcome.identifier)


class PlanJob:
    """Does the jobs of a process; the network is read once and followed, as everywhere."""

    def __init__(self, settings: Settings) -> None:
        self.recommender = Recommender(settings)

    def __call__(self, context: JobContext) -> Mapping[str, Any]:
        """Solve in a child process and save; return ``{"plan"}``. A job that is done again after a crash saves once."""
        arguments = context.arguments
        fields, by = PlanInput.model_validate(arguments["request"]), Actor(arguments["actor"], utc_now())
        with reading(context.engine) as session:
            question = ask(session, self.recommender, fields)
            draft = draft_of(question)
            solved = solve_apart(draft, fields.time_limit, lambda share: context.report(share, SOLVING))
            plan = plan_row(arguments["plan"], by, question, result(question, draft.problem, solved), arguments["derived_from"])
        _save_once(context.engine, by, plan)
        return {"plan": arguments["plan"]}


def _save_once(engine: Engine, by: Actor, plan: Plan) -> None:
    with writing(engine) as session:
        if session.get(Plan, plan.id) is None:
            save(session, by, plan)
