"""``python -m tests.benchmarks.plans``: what the national plan costs over the default network; exits with 1 when a target is missed."""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import SecretStr
from sqlalchemy.engine import Engine
from threadpoolctl import threadpool_limits

from matching.assignment.objective import Objective
from matching.plan.staffing import Draft, Staffing, staff, staff_at_once
from models.database import make_engine, reading
from seed.network.world import DEFAULT, WORLD_DATE
from service.front.command_line.options import DEFAULT_SEED
from service.front.observation import configure_log
from service.kit.settings import Settings
from service.matches.encoders.choice import model_of
from service.matches.plans.questions import Question, ask
from service.matches.plans.requests import CapacityInput, MinimumInput, PlanInput
from service.matches.plans.results import result
from service.matches.plans.solving import SolvedPlan
from service.matches.recommendations.recommending import Recommender
from tests.benchmarks.processes import load

KEY = "a key for benchmarks"
HEADINGS = ("step", "rules", "processor ms", "places", "filled", "alternates", "sum", "gap", "target", "")
Answer = TypeVar("Answer")


class Row(NamedTuple):
    """One step; targets are judged by processor time, all work being in one thread."""

    step: str
    rules: str
    milliseconds: float
    places: int
    staffing: Staffing | None
    target: str = ""
    met: bool = True

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        verdict = "" if not self.target else "met" if self.met else "MISSED"
        if self.staffing is None:
            return (self.step, self.rules, f"{self.milliseconds:.1f}", *("-",) * 5, self.target, verdict)
        outcome = self.staffing.outcome
        gap = f"{outcome.gap:.1g}" if outcome.bound < float("inf") else "open"
        numbers = (str(self.places), str(len(outcome.taken)), str(len(self.staffing.alternates.taken)), f"{outcome.total:.4f}", gap)
        return (self.step, self.rules, f"{self.milliseconds:.1f}", *numbers, self.target, verdict)


def timed(do: Callable[[], Answer]) -> tuple[Answer, float]:
    """Return the answer and the processor milliseconds of the best of five."""
    spent = []
    for _ in range(5):
        begin = time.process_time()
        answer = do()
        spent.append(1000 * (time.process_time() - begin))
    return answer, min(spent)


def requests() -> dict[str, PlanInput]:
    """Return the plans that are measured, by what they ask."""
    seats = {"pairs": 1, "alternates": 2}
    minima = [MinimumInput.model_validate({"least": 5, "trait": "residence", "value": "overseas"})]
    capacities = [CapacityInput(person=f"E{at:06d}", seats=1) for at in range(1, 200)]
    return {
        "total": PlanInput.model_validate(seats),
        "worst-first": PlanInput.model_validate({**seats, "objective": Objective.WORST_FIRST}),
        "two seats a person, hours, minima, capacities": PlanInput.model_validate(
            {**seats, "seats_per_person": 2, "hours": 16, "minima": minima, "capacities": capacities}
        ),
    }


def rows(engine: Engine, settings: Settings) -> list[Row]:
    """Measure every step of every request."""
    recommender, found = Recommender(settings), []
    with reading(engine) as session:
        for rules, fields in requests().items():

            def asked(fields: PlanInput = fields) -> Question:
                return ask(session, recommender, fields)

            question, spent = timed(asked)
            found.append(Row("60 rankings", rules, spent, 0, None))
            found += steps(question, rules)
    return found


def steps(question: Question, rules: str) -> list[Row]:
    """Measure what comes after the rankings."""
    draft, building = timed(lambda: Draft.of(question.field))
    places = int(draft.problem.demand.sum())
    quick, greedy = timed(lambda: staff_at_once(draft))
    exact, solving = timed(lambda: staff(draft))
    _, told = timed(lambda: result(question, draft.problem, SolvedPlan(exact, 0.0)))
    whole = building + solving
    return [
        Row("problem", rules, building, places, None),
        Row("greedy, with alternates", rules, greedy, places, quick, "50 ms", greedy < 50),
        Row("problem and exact, with alternates", rules, whole, places, exact, "optimal, 1 s", whole < 1000 and exact.outcome.proven),
        Row("result with diagnosis and places of pairs", rules, told, places, None),
    ]


def main() -> int:
    """Measure and print; the exit code says whether the targets are met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.plans", description=__doc__)
    parser.add_argument("--size", type=int, default=DEFAULT, help="number of synthetic experts")
    parser.add_argument("--markdown", action="store_true", help="print a section for docs/benchmarks.md")
    asked = parser.parse_args()
    configure_log("warning")
    with tempfile.TemporaryDirectory(prefix="vinmatch-bench-") as folder, threadpool_limits(1):
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        settings = Settings(database_url=url, api_key=SecretStr(KEY), selection_date=WORLD_DATE)
        engine = make_engine(url)
        load(engine, settings, DEFAULT_SEED, asked.size)
        found = rows(engine, settings)
        engine.dispose()
    basis = f"{asked.size} experts, {model_of(settings.encoder)}, Python {platform.python_version()}"
    head = [f"30 products x 2 roles x 1 pair + 2 alternates; {basis}; the best of five."]
    if asked.markdown:
        head = ["## The national plan", "", "```sh", "python -m tests.benchmarks.plans --markdown", "```", "", *head, ""]
    table = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in found)]
    print("\n".join([*head, *(f"| {' | '.join(cells)} |" for cells in table)]))
    return 0 if all(row.met for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
