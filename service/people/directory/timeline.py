"""The career of a person as a drawing: one bar an item, from the year it began to the year it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.experts import Evidence

ROW, LEFT, WIDTH, AXIS = 22, 8, 720, 28
DAYS_A_YEAR = 365.25
SHORTEST = 6.0
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One item: where its bar stands, in pixels, and what is written beside it."""

    x: float
    y: int
    width: float
    label: str
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
    in_front = x + width / 2 < LEFT + WIDTH / 2
    label_x, anchor = (x + width + 6, "start") if in_front else (x - 6, "end")
    title = item.title if len(item.title) <= LONGEST_LABEL else item.title[: LONGEST_LABEL - 1] + "…"
    return Bar(
        round(x, 1), AXIS + place * ROW, round(width, 1), title, round(label_x, 1), anchor, item.language.value, item.verification.value
    )


def _years(day: date, first: int) -> float:
    return (day - date(first, 1, 1)).days / DAYS_A_YEAR
