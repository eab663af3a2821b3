"""How many cells of a column are like something."""

from collections.abc import Callable, Sequence


def share(cells: Sequence[str], is_like: Callable[[str], bool]) -> float:
    """Return which share of ``cells`` is like something; 0 where there are none."""
    return sum(map(is_like, cells)) / len(cells) if cells else 0.0
