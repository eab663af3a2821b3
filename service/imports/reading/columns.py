"""A column of a table and what it means."""

from dataclasses import dataclass

from models.vocabulary import EvidenceKind, Part

APART, LISTED = 100, 10_000  # groups under different headings, and columns of titles, are different items


@dataclass(frozen=True, slots=True)
class Column:
    """``at`` is its place, from 0; ``field`` what it means, or None; ``group`` which of several items in one row it belongs to.

    ``kind`` is what the item is, where a heading above several columns says it, or the heading of a column of titles.
    ``listed``: a cell can hold several titles, each on a line of its own. ``told``: the words of its cells say what it means.
    ``part`` is what somebody had in the works that it lists, where the heading says it, such as "Tham gia" below "Đề tài", or what the
    people had whom it names; one of names without a part lists authors. ``open_kind``: its works can be of another kind than ``kind``,
    where their words say so. ``day`` is when its works were, where its heading is a year.
    """

    at: int
    heading: str
    field: str | None
    group: int = 0
    kind: EvidenceKind | None = None
    listed: bool = False
    told: bool = False
    part: Part | None = None
    open_kind: bool = False
    day: str = ""
