"""``vinmatch assign``: solves an assignment given as files; without people for every place it says why and writes nothing."""

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from matching.assignment.diagnosis import Diagnosis, diagnose
from matching.assignment.exchange import Files, read_problem, write_outcome
from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Problem
from matching.assignment.solving import solve
from service.front.command_line.json_output import AsJson, print_json

NOT_SOLVED = 1
DIGITS = 12  # that count, of what is printed, so that scores of any scale show; the file holds every score as it was read

ScoresFile = Annotated[Path, typer.Option("--scores", help="CSV person,seat,score: who may take what; other pairs cannot be assigned")]
SeatsFile = Annotated[Path, typer.Option("--seats", help="CSV seat,demand: how many different people each seat needs")]
PeopleFile = Annotated[Path, typer.Option("--people", help="CSV person,min,max: how many seats each person takes")]
ForbidFile = Annotated[Path | None, typer.Option("--forbid", help="CSV person,seat: pairs that may not be")]
PinFile = Annotated[Path | None, typer.Option("--pin", help="CSV person,seat: pairs that must be")]
Aim = Annotated[Objective, typer.Option("--objective", help="All objectives fill every place first")]
Out = Annotated[Path, typer.Option("--out", help="Where the assignment goes: CSV person,seat,score")]
Seconds = Annotated[float, typer.Option("--seconds", min=0.1, help="Time of the solver; after it the best found, with its gap")]


def assign(
    scores: ScoresFile,
    seats: SeatsFile,
    people: PeopleFile,
    out: Out,
    forbid: ForbidFile = None,
    pin: PinFile = None,
    objective: Aim = Objective.TOTAL,
    seconds: Seconds = 60.0,
    as_json: AsJson = False,
) -> None:
    """Assign people to seats: exactly, the same for the same rows in any order."""
    problem = read_problem(Files(scores, seats, people, forbid, pin))
    begin = time.perf_counter()
    outcome = solve(problem, objective, seconds)
    taken = time.perf_counter() - begin
    if not outcome.complete:
        _say_why(outcome, diagnose(problem, outcome), as_json=as_json)
        raise typer.Exit(NOT_SOLVED)
    write_outcome(out, outcome)
    found = _found(problem, outcome, taken)
    if as_json:
        print_json(found)
    else:
        typer.echo("\n".join(f"{name}: {value}" for name, value in found.items()))


def _found(problem: Problem, outcome: Outcome, seconds: float) -> dict[str, Any]:
    return {
        "complete": True,
        "objective": outcome.objective.value,
        "value": _rounded(outcome.total),
        "bound": _rounded(outcome.bound),
        "gap": 0.0 if outcome.proven else _rounded(outcome.gap),
        "optimal": outcome.proven,
        "resolution": float(f"{outcome.resolution:.1e}"),
        **_unresolved(outcome),
        "solver": outcome.solver,
        "seconds": round(seconds, 3),
        "lowest": _rounded(outcome.lowest),
        "lowest_seat": outcome.lowest_seat,
        "lowest_bound": _rounded(outcome.lowest_bound),
        "seats": len(problem.seats),
        "places": len(outcome.taken),
        "people_used": len({person for person, _ in outcome.taken}),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")


def _unresolved(outcome: Outcome) -> dict[str, str]:
    """Return what the solver cannot tell apart, where scores lie below that."""
    if not outcome.unresolved:
        return {}
    told = f"{outcome.unresolved} scores of seats that take such lie below {outcome.resolution:.1e}"
    told = f"{told}, which the solver cannot tell from 0 beside {outcome.largest:g}"
    return {"note": f"{told}; whether another choice among them is better is not proven"}


def _say_why(outcome: Outcome, diagnosis: Diagnosis, *, as_json: bool) -> None:
    if as_json:
        print_json({"complete": False, "objective": outcome.objective.value, "diagnosis": asdict(diagnosis)})
    for line in diagnosis.lines():
        typer.echo(f"vinmatch: {line}", err=True)
