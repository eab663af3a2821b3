"""Hides small numbers of people in a breakdown, and enough others that the hidden ones cannot be found by subtraction.

Primary and complementary cell suppression as in official statistics; the smallest number shown is a setting.
"""

from collections.abc import Mapping
from typing import TypeVar

SMALLEST_SHOWN = 5
Label = TypeVar("Label", bound=str)


def suppressed(counts: Mapping[Label, int], minimum: int = SMALLEST_SHOWN) -> dict[Label, int | None]:
    """Return ``counts`` with None for every hidden number; zero singles nobody out and stays.

    Numbers below ``minimum`` are hidden; where there are any, the next larger ones are hidden too until at least two are, and those
    hidden are at least ``minimum`` people together: who knows the total then learns no hidden number. Ties go by label.
    """
    ascending = sorted((label for label, number in counts.items() if number > 0), key=lambda label: (counts[label], label))
    hidden: set[Label] = set()
    for label in ascending:
        enough = not hidden or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= minimum)
        if counts[label] >= minimum and enough:
            break
        hidden.add(label)
    return {label: None if label in hidden else number for label, number in counts.items()}


def hidden_within(number: int, of: int, minimum: int = SMALLEST_SHOWN) -> bool:
    """Return whether a filter's ``number`` of people ``of`` all must be hidden: it, or the rest it leaves, is small."""
    return 0 < number < minimum or 0 < of - number < minimum
