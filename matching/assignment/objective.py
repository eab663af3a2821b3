"""What an assignment is chosen for; every objective meets the minima first, then fills as many places as possible."""

from enum import StrEnum


class Objective(StrEnum):
    """Lexicographic, after minima and places: what stands first in the name wins, then the total of all scores."""

    TOTAL = "total"
    WORST_FIRST = "worst-first"  # the lowest value of a filled seat as high as possible
    FEWEST_CHANGES = "fewest-changes"  # as many choices of the earlier assignment kept as possible
