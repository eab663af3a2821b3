"""Every single question that a figure is made of, with its answer: who stood where, and what was wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matching.evaluation.written.people import CREDIBLE, RIGHT, TRAP, Benchmark, Cell, WrittenBrief
from matching.evaluation.written.results import NOWHERE, STRONG, BenchmarkResult, BriefResult
from models.vocabulary import RoleDimension

DIMENSIONS = tuple(RoleDimension)


@dataclass(frozen=True, slots=True)
class Case:
    """One question: what is counted (for a share: right, asked), whom and which product it concerns, and the failure in words."""

    counts: tuple[float, ...]
    people: tuple[str, ...]
    product: str
    writers: frozenset[str]
    failure: str = ""


def _case(of: Benchmark, counts: tuple[float, ...], people: tuple[str, ...], product: str, failure: str = "") -> Case:
    writers = frozenset(of.by_id[person].writer for person in people if person in of.by_id)
    return Case(counts, people, product, writers, failure)


def _asked(of: Benchmark, right: bool, people: tuple[str, ...], cell: Cell, failure: str) -> Case:
    return _case(of, (float(right), 1.0), people, cell[0], "" if right else f"{cell[0]} {cell[1].value}: {failure}")


def right_first(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each cell with a right person: right where the first judged person is one; among equals the better graded counts first."""
    for cell, grades in of.grades.items():
        right = tuple(sorted(person for person, grade in grades.items() if grade == RIGHT))
        if right:
            first = min(grades, key=lambda person: (result.place(cell, person).order, -grades[person]))
            place = result.place(cell, first)
            told = f"first is {first} (grade {grades[first]}, {place}); right " + _standing(result, cell, right)
            yield _asked(of, grades[first] == RIGHT and place.order < NOWHERE, right, cell, told)


def _standing(result: BenchmarkResult, cell: Cell, people: tuple[str, ...]) -> str:
    return "; ".join(f"{person} {result.place(cell, person)}" for person in people)


def _graded(of: Benchmark, grade: int) -> Iterator[tuple[Cell, str]]:
    for cell, grades in of.grades.items():
        yield from ((cell, person) for person, given in grades.items() if given == grade)


def right_top3(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each right person of a cell: right among the first three."""
    for cell, person in _graded(of, RIGHT):
        place = result.place(cell, person)
        yield _asked(of, place.order <= 3, (person,), cell, f"right {person} at {place}")


def trap_below(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each right person and trap of a cell: right where the trap stands lower or nowhere."""
    for cell, person in _graded(of, RIGHT):
        for trap in (other for other, grade in of.grades[cell].items() if grade == TRAP):
            place, lower = result.place(cell, person), result.place(cell, trap)
            right = place.order < lower.order and place.order < NOWHERE
            yield _asked(of, right, (person, trap), cell, f"trap {trap} ({lower}) above right {person} ({place})")


def right_fits(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each right person of a cell: right where answered as a fit."""
    for cell, person in _graded(of, RIGHT):
        place = result.place(cell, person)
        yield _asked(of, place.fits, (person,), cell, f"right {person} does not fit ({place})")


def right_strong(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each right person of a cell: right where answered as a strong fit."""
    for cell, person in _graded(of, RIGHT):
        place = result.place(cell, person)
        yield _asked(of, place.fits and place.band == STRONG, (person,), cell, f"right {person} is not strong ({place})")


def traps_fit(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each trap of a cell, counted where answered as a fit, which is the failure."""
    for cell, person in _graded(of, TRAP):
        place = result.place(cell, person)
        yield _unwanted(of, place.fits, person, cell[0], f"{cell[0]} {cell[1].value}: trap {person} fits ({place})")


def outsiders_fit(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each person of a field outside the catalogue, counted where answered as a fit anywhere."""
    for person in sorted(of.outsiders):
        cells = [f"{cell[0]} {cell[1].value} ({places[person]})" for cell, places in result.places.items() if _fits(result, cell, person)]
        yield _unwanted(of, bool(cells), person, "", f"outsider {person} fits {', '.join(cells)}")


def _unwanted(of: Benchmark, happened: bool, person: str, product: str, told: str) -> Case:
    return _case(of, (float(happened), 1.0), (person,), product, told if happened else "")


def _fits(result: BenchmarkResult, cell: Cell, person: str) -> bool:
    return result.place(cell, person).fits


def fit_precision(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield everybody answered as a fit: right with a grade of at least 2, or, ungraded there, an item about the product by 2."""
    yield from _listed(of, result, CREDIBLE, lambda _: True)


def strong_precision(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield everybody answered as a strong fit: right with a grade of 3, or, ungraded there, an item about the product by 3."""
    yield from _listed(of, result, RIGHT, lambda band: band == STRONG)


def _listed(of: Benchmark, result: BenchmarkResult, least: int, counts: Callable[[str | None], bool]) -> Iterator[Case]:
    for cell, places in result.places.items() if of.labelled else ():
        for person, place in places.items():
            if place.fits and counts(place.band) and person in of.by_id:
                grade = of.grades.get(cell, {}).get(person)
                right = (grade if grade is not None else of.by_id[person].about(cell[0])) >= least
                yield _asked(of, right, (person,), cell, f"{person} fits ({place}), {_worth(grade)}")


def _worth(grade: int | None) -> str:
    return "not graded here and not about it" if grade is None else f"grade {grade}"


def capabilities(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield (found and shown, found and not shown, shown and not found) of the required capabilities of each credible person."""
    for cell, grades in of.grades.items():
        for person in (known for known in grades if known in of.by_id and grades[known] >= CREDIBLE):
            place = result.place(cell, person)
            if place.values:
                shown = of.by_id[person].capabilities
                lost, made_up = place.missing & shown, place.covered - shown
                told = (
                    f"{cell[0]} {cell[1].value} {person}: not seen {_named(lost)}; not shown {_named(made_up)}" if lost or made_up else ""
                )
                yield _case(of, (len(place.covered & shown), len(made_up), len(lost)), (person,), cell[0], told)


def _named(ids: frozenset[str]) -> str:
    return ", ".join(sorted(ids)) or "-"


def dimensions(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield (value, 1 where an item shows it, number of the dimension) of each role dimension of everybody judged."""
    for cell, grades in of.grades.items():
        for person in (known for known in grades if known in of.by_id):
            values = result.place(cell, person).values or {}
            for number, dimension in enumerate(DIMENSIONS):
                if dimension.value in values:
                    shown = of.by_id[person].shows(dimension.value)
                    yield _case(of, (values[dimension.value], float(shown), number), (person,), cell[0])


def _sought(of: Benchmark, result: BenchmarkResult) -> Iterator[tuple[WrittenBrief, BriefResult, frozenset[str]]]:
    for brief, found in zip(of.briefs, result.found, strict=True):
        right = of.of_product(brief.product, RIGHT) if brief.product else frozenset[str]()
        if right:
            yield brief, found, right


def _of_brief(of: Benchmark, right: bool, brief: WrittenBrief, people: frozenset[str], told: str) -> Case:
    case = _case(of, (float(right), 1.0), tuple(sorted(people)), brief.product or "", "" if right else f"“{brief.title}”: {told}")
    return Case(case.counts, case.people, case.product, frozenset({brief.writer}), case.failure)


def _places(found: BriefResult, people: frozenset[str]) -> dict[str, int]:
    place = {person: number for number, person in enumerate(found.order)}
    return {person: place.get(person, NOWHERE) for person in people}


def brief_first(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each brief of a product: right where a right person of it, in whatever role, stands first."""
    for brief, found, right in _sought(of, result):
        first = found.order[0] if found.order else "nobody"
        yield _of_brief(of, first in right, brief, right, f"first is {first}, right {_told(found, right)}")


def brief_both(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each brief of a product: right where all right people stand among the first, one more than there are."""
    for brief, found, right in _sought(of, result):
        yield _of_brief(of, max(_places(found, right).values()) <= len(right), brief, right, _told(found, right))


def brief_trap(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each brief of a product with traps: right where all traps stand below all right people."""
    for brief, found, right in _sought(of, result):
        traps = of.of_product(brief.product or "", TRAP) - right
        if traps:
            below = min(_places(found, traps).values()) > max(_places(found, right).values())
            yield _of_brief(of, below, brief, right, f"right {_told(found, right)}, traps {_told(found, traps)}")


def brief_fits(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each brief of a product: right where a right person is answered as a fit."""
    for brief, found, right in _sought(of, result):
        yield _of_brief(of, bool(right & found.fit), brief, right, f"none of {_told(found, right)} fits")


def brief_outside(of: Benchmark, result: BenchmarkResult) -> Iterator[Case]:
    """Yield each brief outside the catalogue: right where nobody fits."""
    for brief, found in zip(of.briefs, result.found, strict=True):
        if not brief.product:
            yield _of_brief(of, not found.fit, brief, found.fit, f"answered with {', '.join(sorted(found.fit))}")


def _told(found: BriefResult, people: frozenset[str]) -> str:
    return ", ".join(
        f"{person} at {place + 1 if place < NOWHERE else 'none'}"
        for person, place in sorted(_places(found, people).items(), key=lambda one: one[1])
    )
