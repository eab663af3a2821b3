"""Solves a plan within a time: at once in the process that was asked, or in a child process that can be stopped."""

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from matching.plan.staffing import Draft, Staffing, staff, staff_at_once
from service.kit.stages import stage

STARTING_SECONDS = 30.0  # a child imports the solver first
POLL_SECONDS = 0.5


@dataclass(frozen=True, eq=False)
class SolvedPlan:
    """A plan with the seconds that it took."""

    staffing: Staffing
    seconds: float


def solve_here(draft: Draft, seconds: float) -> SolvedPlan:
    """Return the best plan that ``seconds`` of the solver find."""
    begin = time.perf_counter()
    with stage("solving"):
        return SolvedPlan(staff(draft, seconds), time.perf_counter() - begin)


def solve_apart(draft: Draft, seconds: float, report: Callable[[float], None], starting: float = STARTING_SECONDS) -> SolvedPlan:
    """Solve in a child process, telling ``report`` the share of the time that is over; whatever ``report`` raises stops the child.

    A child that overruns its time is stopped, and the greedy plan, whose bound is open, is the answer.
    """
    begin = time.perf_counter()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_solve, args=(theirs, draft, seconds), daemon=True)
    child.start()
    theirs.close()
    try:
        staffing = _awaited(ours, begin, 2 * seconds + starting, report)
    finally:
        child.kill()
        child.join()
        ours.close()
    return SolvedPlan(staffing or staff_at_once(draft), time.perf_counter() - begin)


def _awaited(answers: Connection, begin: float, most: float, report: Callable[[float], None]) -> Staffing | None:
    while not answers.poll(POLL_SECONDS):
        share = (time.perf_counter() - begin) / most
        if share >= 1:
            return None
        report(share)
    try:
        found: Staffing = answers.recv()
    except EOFError:  # the child died
        return None
    return found


def _solve(answers: Connection, draft: Draft, seconds: float) -> None:
    answers.send(staff(draft, seconds))
    answers.close()
