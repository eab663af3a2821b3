"""The career of a person as a drawing: one bar an item, from the year it began to the year it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.experts import Evidence

ROW, LEFT, WIDTH, AXIS = 22, 8, 720, 28
DAYS_A_YEAR = 365.25
SHORTEST = 6.0
LETTER, SHORTEST_LABEL = 6.4, 12
"""The width of a letter in pixels, and the letters that a label has at least."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One item: where its bar stands, in pixels, what is written beside it, and its whole title."""

    x: float
    y: int
    width: float
    label: str
    title: str
    label_x: float
    anchor: str
    language: str
    verification: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bars, the marked years with their places, and the size in pixels."""

    bars: Sequence[Bar]
    years: Sequence[tuple[int, float]]
    width: int
    height: int


def drawn(items: Sequence[Evidence], today: date) -> Drawing | None:
    """Return the drawing of the dated ``items``, the oldest on top; None where nothing is dated."""
    dated = sorted((item for item in items if item.starts), key=lambda item: (item.starts or today, item.id))
    if not dated:
        return None
    first = min((item.starts or today).year for item in dated)
    last = max(today.year, *((item.ends or today).year for item in dated)) + 1
    scale = WIDTH / (last - first)
    bars = [_bar(item, place, first, scale, today) for place, item in enumerate(dated)]
    step = max(1, (last - first + 5) // 6)
    years = [(year, LEFT + (year - first) * scale) for year in range(first, last + 1, step)]
    return Drawing(bars, years, WIDTH + 2 * LEFT, AXIS + ROW * len(bars) + LEFT)


def _bar(item: Evidence, place: int, first: int, scale: float, today: date) -> Bar:
    starts = item.starts or today
    # A single day, as of an award, is a short bar; what has no end is going on.
    ends = max(item.ends or (today if item.kind.value in {"position", "programme", "product"} else starts), starts)
    x = LEFT + _years(starts, first) * scale
    width = max(SHORTEST, (_years(ends, first) - _years(starts, first)) * scale)
    behind, before = LEFT + WIDTH - (x + width), x - LEFT
    label_x, anchor, room = (x + width + 6, "start", behind) if behind >= before else (x - 6, "end", before)
    label = shortened(item.title, int(room / LETTER))
    place_of_label = round(label_x, 1), anchor, item.language.value
    return Bar(round(x, 1), AXIS + place * ROW, round(width, 1), label, item.title, *place_of_label, item.verification.value)


def shortened(title: str, letters: int) -> str:
    """Return ``title``, cut behind the last whole word within so many letters; within the first word where it alone is longer."""
    most = max(SHORTEST_LABEL, letters)
    if len(title) <= most:
        return title
    words = title[:most].rpartition(" ")[0] or title[: most - 1]
    return words.rstrip(" ,;:–-") + "…"


def _years(day: date, first: int) -> float:
    return (day - date(first, 1, 1)).days / DAYS_A_YEAR
