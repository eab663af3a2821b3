"""What is true of a world: grades, hard negatives with their reasons, and the cells where nobody fits."""

from dataclasses import dataclass

from models.vocabulary import RoleCode
from seed.network.cast import Member, cells, draw_cast
from seed.network.world import ROLES, Cell, Reason, expert_id

SECOND_GRADE = 1


@dataclass(frozen=True, slots=True)
class Truth:
    """The planted answers; every one of the 60 cells is a key of ``grades`` and ``hard_negatives``.

    Grades are 3 (strong), 2 (good) and 1 (planted for the other role of the product, fits this one a little).
    """

    seed: int
    size: int
    grades: dict[Cell, dict[str, int]]
    hard_negatives: dict[Cell, dict[str, Reason]]
    empty: frozenset[Cell]


def truth(seed: int, size: int) -> Truth:
    """Return the truth of a world without generating its people; ValueError for a size that cannot be made."""
    cast = draw_cast(seed, size)
    answers = Truth(seed, size, {cell: {} for cell in cells()}, {cell: {} for cell in cells()}, cast.empty)
    for position, member in sorted(cast.members.items()):
        _enter(answers, expert_id(position), member)
    return answers


def _enter(answers: Truth, person: str, member: Member) -> None:
    cell = (member.product, member.role)
    if member.reason is not None:
        answers.hard_negatives[cell][person] = member.reason
        return
    answers.grades[cell][person] = member.grade
    if member.second:
        answers.grades[member.product, _other(member.role)][person] = SECOND_GRADE
    if member.touches:
        answers.hard_negatives[member.touches, member.role][person] = Reason.NEIGHBOURING_FIELD


def _other(role: RoleCode) -> RoleCode:
    return ROLES[1 - ROLES.index(role)]
