"""Small problems whose right answer is known, and a strategy for any others."""

from hypothesis import strategies as st

from matching.assignment.problem import InvalidProblem, Minimum, Person, Problem, Rules, Scores, Seat

NO_RULES = Rules()
GRIDS = (
    st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from([-1.0, 0.0, 2.5]),
    st.just(0.0),
    st.floats(-2, 2, allow_nan=False).map(lambda value: round(value, 6)),
)


def problem_of(scores: dict[tuple[str, str], float], people: str = "", seats: str = "", rules: Rules = NO_RULES) -> Problem:
    """Return a problem from words such as ``A:0-1 B:1-2`` and ``x:2``; who is not named takes one seat, seats need one person."""
    limits = dict(word.split(":") for word in people.split())
    demands = dict(word.split(":") for word in seats.split())
    persons = sorted({person for person, _ in scores} | set(limits))
    named = sorted({seat for _, seat in scores} | set(demands))
    return Problem.of(
        [Person(person, *map(int, limits.get(person, "0-1").split("-"))) for person in persons],
        [Seat(seat, int(demands.get(seat, "1"))) for seat in named],
        Scores.of((*pair, score) for pair, score in scores.items()),
        rules,
    )


@st.composite
def parts(draw: st.DrawFn) -> tuple[list[Person], list[Seat], list[tuple[str, str, float]], Rules]:
    """Draw people, seats, scores and rules of all kinds; pins may contradict the rest."""
    names = [f"p{at}" for at in range(draw(st.integers(0, 4)))]
    seats = [Seat(f"s{at}", draw(st.integers(0, 3)), draw(st.integers(0, 2))) for at in range(draw(st.integers(0, 3)))]
    people = []
    for name in names:
        most = draw(st.integers(0, 3))
        people.append(Person(name, min(most, draw(st.sampled_from([0, 0, 0, 1]))), most, draw(st.sampled_from([None, None, 2, 3]))))
    grid = draw(st.sampled_from(GRIDS))
    scores = [(name, seat.id, draw(grid)) for name in names for seat in seats if draw(st.integers(0, 9)) < 8]
    pairs = [(person, seat) for person, seat, _ in scores]

    def some(most: int) -> tuple[tuple[str, str], ...]:
        return tuple(draw(st.lists(st.sampled_from(pairs), max_size=most, unique=True))) if pairs else ()

    couples = tuple((one, other) for one, other in zip(some(3), some(3), strict=False) if one != other)
    least = Minimum("some", draw(st.integers(0, 2)), frozenset(names[:2]), draw(st.sampled_from([None, frozenset({"s0"})])))
    minima = (least,) if draw(st.booleans()) else ()
    return people, seats, scores, Rules(some(2), some(1), couples, minima, some(4))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a valid problem that is small enough to try all assignments."""
    people, seats, scores, rules = draw(parts())
    try:
        return Problem.of(people, seats, Scores.of(scores), rules)
    except InvalidProblem:
        return Problem.of(people, seats, Scores.of(scores), Rules(incompatible=rules.incompatible, earlier=rules.earlier))
