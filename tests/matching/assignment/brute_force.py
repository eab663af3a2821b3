"""The best assignment by trying all: an independent recount of rules, values and objectives for small problems."""

import itertools
import math
from collections import Counter
from collections.abc import Iterator

from matching.assignment.objective import Objective
from matching.assignment.outcome import Outcome
from matching.assignment.problem import Choice, Problem

Key = tuple[float, ...]


def scores_of(problem: Problem) -> dict[Choice, float]:
    return {problem.choice(at): float(problem.score[at]) for at in range(len(problem.score))}


def broken_rules(problem: Problem, taken: frozenset[Choice]) -> list[str]:
    """Return the rules that ``taken`` breaks; minima and empty places are no rules but counted."""
    seats, people = {seat.id: seat for seat in problem.seats}, {person.id: person for person in problem.people}
    of_person, of_seat = Counter(person for person, _ in taken), Counter(seat for _, seat in taken)
    hours: Counter[str] = Counter()
    for person, seat in taken:
        hours[person] += seats[seat].hours
    checks = {
        "scored": all(choice in scores_of(problem) for choice in taken),
        "max": all(people[person].maximum >= count for person, count in of_person.items()),
        "demand": all(seats[seat].demand >= count for seat, count in of_seat.items()),
        "hours": all(people[person].hours is None or spent <= people[person].hours for person, spent in hours.items()),
        "forbidden": taken.isdisjoint(problem.rules.forbidden),
        "pins": taken.issuperset(problem.rules.pins),
        "incompatible": not any(one in taken and other in taken for one, other in problem.rules.incompatible),
    }
    return [name for name, kept in checks.items() if not kept]


def empty_of(problem: Problem, taken: frozenset[Choice]) -> dict[str, int]:
    of_seat = Counter(seat for _, seat in taken)
    return {seat.id: seat.demand - of_seat[seat.id] for seat in problem.seats if seat.demand > of_seat[seat.id]}


def key_of(problem: Problem, objective: Objective, taken: frozenset[Choice]) -> Key:
    """Return what is compared, the higher the better."""
    scores, of_person = scores_of(problem), Counter(person for person, _ in taken)
    missing = sum(max(0, person.minimum - of_person[person.id]) for person in problem.people)
    for rule in problem.rules.minima:
        missing += max(0, rule.least - sum(p in rule.people and (rule.seats is None or s in rule.seats) for p, s in taken))
    empty = empty_of(problem, taken)
    total = math.fsum(scores[choice] for choice in taken)
    filled = [seat.id for seat in problem.seats if seat.demand and seat.id not in empty]
    lowest = min((math.fsum(scores[choice] for choice in taken if choice[1] == seat) for seat in filled), default=-math.inf)
    first = {Objective.TOTAL: 0.0, Objective.WORST_FIRST: lowest, Objective.FEWEST_CHANGES: len(taken & set(problem.rules.earlier))}
    return (-missing, -sum(empty.values()), first[objective], total)


def all_assignments(problem: Problem) -> Iterator[frozenset[Choice]]:
    """Yield every assignment that breaks no rule."""
    choices = scores_of(problem)
    options = []
    for seat in problem.seats:
        people = [person for person, scored in choices if scored == seat.id]
        options.append([group for size in range(seat.demand + 1) for group in itertools.combinations(people, size)])
    for groups in itertools.product(*options):
        taken = frozenset((person, seat.id) for seat, group in zip(problem.seats, groups, strict=True) for person in group)
        if not broken_rules(problem, taken):
            yield taken


def best_key(problem: Problem, objective: Objective, empty: dict[str, int] | None = None) -> Key:
    """Return the key of the best assignment; ``empty``: only among those that leave these places empty."""
    fitting = (taken for taken in all_assignments(problem) if empty is None or empty_of(problem, taken) == empty)
    return max(key_of(problem, objective, taken) for taken in fitting)


def key_of_outcome(problem: Problem, outcome: Outcome) -> Key:
    return key_of(problem, outcome.objective, frozenset(outcome.taken))
