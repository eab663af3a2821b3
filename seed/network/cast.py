"""The plan of a world: which cells are empty, who is planted for which cell, who is a hard negative, and at which position."""

from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from models.vocabulary import RoleCode
from seed.network.tables import fields, products
from seed.network.world import FULL_PLAN_FROM, ROLES, Cell, Reason, check_size, stream

EMPTY_CELLS = (3, 7)
SECOND_ROLE_CHANCE = 0.35
GATES = (Reason.CONFLICT, Reason.UNWILLING, Reason.NO_CONSENT)
STRONG, GOOD = 3, 2


@dataclass(frozen=True, slots=True)
class Plan:
    """How many of each kind a cell gets (fewest, most), and how many cells get a gated or a short candidate besides."""

    candidates: tuple[int, int]
    colleagues: tuple[int, int]
    neighbours: tuple[int, int]
    gated_cells: int
    short_cells: int


FULL = Plan(candidates=(3, 6), colleagues=(1, 2), neighbours=(1, 2), gated_cells=39, short_cells=30)
SMALL = Plan(candidates=(1, 2), colleagues=(0, 1), neighbours=(0, 1), gated_cells=12, short_cells=6)


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the plan: a candidate (``grade``) or a hard negative (``reason``) of a cell.

    ``second`` makes a candidate a grade 1 for the other role; ``touches`` names a neighbouring product that one item is about,
    which makes the person a hard negative there.
    """

    key: str
    product: str
    role: RoleCode
    grade: int = 0
    reason: Reason | None = None
    second: bool = False
    touches: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of the plan by position (counted from 0), and the cells where nobody fits."""

    members: dict[int, Member]
    empty: frozenset[Cell]


def cells() -> tuple[Cell, ...]:
    """Return the 60 cells in order."""
    return tuple((product, role) for product in products() for role in ROLES)


@lru_cache(maxsize=8)
def draw_cast(seed: int, size: int) -> Cast:
    """Return the plan of a world; ValueError for a size that cannot be made."""
    check_size(size)
    plan = FULL if size >= FULL_PLAN_FROM else SMALL
    rng = stream(seed, "cast")
    empty = frozenset(rng.sample(cells(), rng.randint(*EMPTY_CELLS)))
    candidates = [member for cell in cells() if cell not in empty for member in _candidates(rng, plan, cell, empty)]
    members = _touching(rng, plan, candidates) + _negatives(rng, plan)
    positions = rng.sample(range(size), len(members))
    return Cast(dict(zip(positions, members, strict=True)), empty)


def _candidates(rng: Random, plan: Plan, cell: Cell, empty: frozenset[Cell]) -> list[Member]:
    product, role = cell
    other_is_open = all((product, other) not in empty for other in ROLES if other is not role)
    count = rng.randint(*plan.candidates)
    strong = rng.randint(1, max(1, count - 1))
    grades = [STRONG] * strong + [GOOD] * (count - strong)
    return [
        Member(f"{product}:{role}:{number}", product, role, grade, second=other_is_open and rng.random() < SECOND_ROLE_CHANCE)
        for number, grade in enumerate(grades)
    ]


def _negatives(rng: Random, plan: Plan) -> list[Member]:
    reasons = [(cell, Reason.NO_LEADERSHIP) for cell in cells() for _ in range(rng.randint(*plan.colleagues))]
    reasons += [(cell, rng.choice(GATES)) for cell in rng.sample(cells(), plan.gated_cells)]
    reasons += [(cell, Reason.TOO_FEW_YEARS) for cell in rng.sample(cells(), plan.short_cells)]
    return [_negative(cell, reason, number) for number, (cell, reason) in enumerate(reasons)]


def _negative(cell: Cell, reason: Reason, number: int) -> Member:
    product, role = cell
    return Member(f"{product}:{role}:{reason}:{number}", product, role, reason=reason)


def _touching(rng: Random, plan: Plan, candidates: list[Member]) -> list[Member]:
    """Let candidates of one field touch a neighbouring one, where they become hard negatives; nobody touches two.

    Cells with few neighbours choose first, and no cell takes a second person before all had the chance of a first. Where every
    neighbouring cell is empty, anybody of the role may be the first.
    """
    members = list(candidates)
    wanted = {cell: rng.randint(*plan.neighbours) for cell in cells()}
    by_choice = sorted(cells(), key=lambda cell: sum(_is_near(member, cell) for member in candidates))
    for turn in range(plan.neighbours[1]):
        for cell in by_choice:
            free = [number for number, member in enumerate(members) if member.role is cell[1] and not member.touches]
            near = [number for number in free if _is_near(members[number], cell)]
            possible = near if near or turn else [number for number in free if members[number].product != cell[0]]
            if possible and wanted[cell] > turn:
                best = max(possible, key=lambda number: (members[number].grade, -number))
                members[best] = replace(members[best], touches=cell[0])
    return members


def _is_near(member: Member, cell: Cell) -> bool:
    product, role = cell
    return member.role is role and product in fields()[member.product].neighbours
