"""``python -m tests.benchmarks.assignment``: what assignments cost, in time, gap and memory; exits with 1 when a target is missed."""

import argparse
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from matching.assignment.greedy import greedy
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Person, Problem, Scores, Seat
from matching.assignment.solving import solve

HEADINGS = ("case", "objective", "processor seconds", "seconds", "total", "lowest seat", "gap", "target", "")
SECONDS = 60.0


class Row(NamedTuple):
    """One case; ``met`` says whether its target is, by processor seconds: everything here runs in one thread."""

    case: str
    objective: str
    processor: float
    seconds: float
    outcome: Outcome
    target: str
    met: bool

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        lowest = "-" if self.outcome.lowest is None else f"{self.outcome.lowest:.4f}"
        gap = "-" if not np.isfinite(self.outcome.gap) else "0" if self.outcome.gap < 1e-9 else f"{100 * self.outcome.gap:.3f}%"
        verdict = "met" if self.met else "MISSED"
        return (
            self.case,
            self.objective,
            f"{self.processor:.2f}",
            f"{self.seconds:.2f}",
            f"{self.outcome.total:.3f}",
            lowest,
            gap,
            self.target,
            verdict,
        )


def candidates(people: int, seats: int, each: int, *, hours: bool = False, seed: int = 0) -> Problem:
    """Return seats with ``each`` of the people scored: half of a score is the person's own, so that the same are wanted everywhere."""
    random = np.random.default_rng(seed)
    who = np.concatenate([random.choice(people, each, replace=False) for _ in range(seats)])
    strength = random.random(people)
    scores = np.round(0.5 * strength[who] + 0.5 * random.random(len(who)), 4)
    needs = random.choice([8, 16, 24], seats) if hours else np.zeros(seats, dtype=int)
    has = random.choice([16, 24, 32, 40], people) if hours else np.full(people, None)
    most = random.choice([1, 2, 3], people) if hours else np.ones(people, dtype=int)
    named = [f"p{at:05}" for at in range(people)]
    return Problem.of(
        [Person(named[at], 0, int(most[at]), None if has[at] is None else int(has[at])) for at in range(people)],
        [Seat(f"s{at:05}", 1, int(needs[at])) for at in range(seats)],
        Scores([named[at] for at in who], [f"s{at:05}" for at in range(seats) for _ in range(each)], scores),
    )


def matrices(people: int = 177, seats: int = 118, seed: int = 1) -> dict[str, np.ndarray]:
    """Return dense matrices, shape (people, seats), of kinds that differ in how hard they are."""
    random = np.random.default_rng(seed)
    uniform = random.random((people, seats))
    fields = random.integers(8, size=people)[:, None] == random.integers(8, size=seats)
    topics = random.dirichlet(np.full(10, 0.3), people) @ random.dirichlet(np.full(10, 0.3), seats).T
    return {
        "uniform": uniform,
        "clustered": np.where(fields, 0.6, 0.1) + 0.3 * random.random((people, seats)),
        "mostly zero, two decimals": np.round(uniform, 2) * (random.random((people, seats)) < 0.15),
        "whole numbers": random.integers(4, size=(people, seats)).astype(float),
        "topics": topics / topics.max(),
        "skewed": random.random((people, 1)) ** 4 * random.random((1, seats)) * uniform,
    }


def nationwide(people: int = 2840, seats: int = 5062, each: int = 100, seed: int = 7) -> Problem:
    """Return seats of three places with ``each`` of the people scored, at most six places a person."""
    random = np.random.default_rng(seed)
    who = np.concatenate([random.choice(people, each, replace=False) for _ in range(seats)])
    scores = Scores([f"p{at}" for at in who], [f"s{at}" for at in range(seats) for _ in range(each)], np.round(random.random(len(who)), 6))
    return Problem.of([Person(f"p{at}", 0, 6) for at in range(people)], [Seat(f"s{at}", 3) for at in range(seats)], scores)


def command_on(problem: Problem, objective: Objective, folder: Path) -> tuple[float, float]:
    """Return the processor seconds and the seconds of the whole command on a problem whose seats and people are told by numbers alone."""
    pairs = zip(problem.person.tolist(), problem.seat.tolist(), problem.score.tolist(), strict=True)
    rows = "".join(f"{problem.people[person].id},{problem.seats[seat].id},{score}\n" for person, seat, score in pairs)
    (folder / "scores.csv").write_text("person,seat,score\n" + rows)
    (folder / "seats.csv").write_text("seat,demand\n" + "".join(f"{one.id},{one.demand}\n" for one in problem.seats))
    (folder / "people.csv").write_text("person,min,max\n" + "".join(f"{one.id},0,{one.maximum}\n" for one in problem.people))
    options = [word for name in ("scores", "seats", "people") for word in (f"--{name}", str(folder / f"{name}.csv"))]
    words = [sys.executable, "-m", "service.front.command_line.main", "assign", *options]
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*words, "--out", str(folder / "out.csv"), "--objective", objective.value, "--json"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - begin


def measured(case: str, problem: Problem, objective: Objective, target: str, met: Callable[[float, Outcome], bool]) -> Row:
    """Solve and return the row."""
    begin, processor = time.perf_counter(), time.process_time()
    outcome = solve(problem, objective, SECONDS)
    spent = time.process_time() - processor, time.perf_counter() - begin
    return Row(case, objective.value, *spent, outcome, target, met(spent[0], outcome))


def flow_rows() -> list[Row]:
    """Measure the national plan's size and the large case, without and with hours, and greedy."""
    plan, large, rich = candidates(2000, 64, 200), candidates(20_000, 6000, 50), candidates(20_000, 6000, 50, hours=True)
    everybody = candidates(2000, 60, 2000)
    begin, processor = time.perf_counter(), time.process_time()
    quick = greedy(everybody)
    spent = time.process_time() - processor, time.perf_counter() - begin
    rows = [Row("60 seats x 2,000 people, greedy", "total", *spent, quick, "under 50 ms", spent[0] < 0.05)]
    rows += [
        measured("64 seats x 200 of 2,000", plan, objective, "optimal, 1 s", lambda s, o: s < 1 and o.proven)
        for objective in (Objective.TOTAL, Objective.WORST_FIRST)
    ]
    rows.append(
        measured("6,000 seats x 50 of 20,000", large, Objective.TOTAL, "optimal, 2 s", lambda s, o: s < 2 and o.proven and o.complete)
    )
    least = greedy(rich)
    fine = lambda s, o: s < 1.1 * SECONDS and o.gap < 0.0015 and (len(o.taken), o.total) >= (len(least.taken), least.total)  # noqa: E731
    rows.append(measured("the same with hours", rich, Objective.TOTAL, "gap 0.15% in 60 s, never below greedy", fine))
    return rows


def matrix_problem(matrix: np.ndarray) -> Problem:
    """Return three people a seat, at most four seats a person."""
    people, seats = matrix.shape
    names = [f"p{at}" for at in range(people)], [f"s{at}" for at in range(seats)]
    scores = Scores([who for who in names[0] for _ in names[1]], names[1] * people, matrix.ravel())
    return Problem.of([Person(who, 0, 4) for who in names[0]], [Seat(seat, 3) for seat in names[1]], scores)


def command_rows() -> list[Row]:
    """Measure the whole command on dense matrices and on the seats of a nation, both objectives."""
    cases = [(f"177 x 118, {kind}", matrix_problem(matrix), (2.0, 2.0)) for kind, matrix in matrices().items()]
    cases.append(("2,840 x 5,062, a hundred a seat", nationwide(), (5.0, 9.0)))
    rows = []
    with tempfile.TemporaryDirectory(prefix="vinmatch-bench-") as folder:
        for case, problem, limits in cases:
            for objective, limit in zip((Objective.TOTAL, Objective.WORST_FIRST), limits, strict=True):
                spent, outcome = command_on(problem, objective, Path(folder)), solve(problem, objective, SECONDS)
                target, met = f"optimal, {limit:.0f} s", spent[0] < limit and outcome.proven
                rows.append(Row(f"`vinmatch assign`, {case}", objective.value, *spent, outcome, target, met))
    return rows


def main() -> int:
    """Measure and print; the exit code says whether the targets are met."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.assignment", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print a section for docs/benchmarks.md")
    markdown = parser.parse_args().markdown
    rows = flow_rows()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    rows += command_rows()
    head = [
        f"Python {platform.python_version()}, NumPy {np.__version__}; largest memory of the cases solved in this process {memory:.2f} GB."
    ]
    if markdown:
        head = ["## Assignments", "", "```sh", "python -m tests.benchmarks.assignment --markdown", "```", "", *head, ""]
    rule = [("---",) * len(HEADINGS)]
    print("\n".join([*head, *(f"| {' | '.join(cells)} |" for cells in [HEADINGS, *rule, *(row.cells() for row in rows)])]))
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
