"""What a column means whose heading is not known, by the words of its cells: addresses, kinds of evidence, parts, organisations, titles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from models.search_key import search_words
from models.vocabulary import EvidenceKind, Outcome, Part
from service.imports.reading.column_checks import checked_by_words, words_of
from service.imports.reading.column_shares import share
from service.imports.reading.columns import APART, Column
from service.imports.reading.heading_words import ITEMS, NAMES
from service.imports.reading.headings import is_not_kept, mapped, names_post
from service.imports.reading.numbered_works import told_beside
from service.imports.reading.words import code_said, kind_said
from service.imports.reading.years_across import works_by_year

ROWS = 300
"""So many rows say what a column is."""
_LETTERS_OF_A_TITLE = 15
_MOST_KINDS = 25
_LETTERS_OF_A_KIND, _LETTERS_OF_A_BODY = 40, 80  # in the mean: longer cells tell of works, and begin with or name such a word
_SEVERAL = 3  # titles in a row, of which the first may be the post beside the person
OF_THE_PERSON = 20_000  # the group of the employer that stands beside a person in a list of items
_VIETNAMESE = ("viện", "trường", "đại", "công", "tập", "tổng", "trung", "sở", "cục")
_ENGLISH = (
    *("university", "univ", "institute", "company", "centre", "center", "jsc", "ltd", "corporation"),
    *("college", "academy", "laboratory", "hospital", "group", "institution"),
)
_ORGANISATIONS = frozenset((*_VIETNAMESE, *_ENGLISH))
"""Words that names of organisations have; in Vietnamese the first of two, such as of "công ty"."""

Cells = Mapping[int, Sequence[str]]
"""The words of each column, by its place; empty cells are left out."""


def told_by_words(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], mapping: Mapping[str, str], kind: EvidenceKind | None = None
) -> list[Column]:
    """Return ``columns`` with a meaning for those without one whose words tell it; what a mapping leaves out stays so.

    ``kind`` is what all items of the table are, where that is known.
    """
    told = told_beside(works_by_year(checked_by_words(columns, rows, mapping), rows, mapping), rows)
    unknown = [column for column in told if column.field is None and not _is_left_out(column.heading, mapping)]
    cells = {column.at: found for column in unknown if (found := words_of(column, rows))}
    if not any(column.kind for column in told):
        told = _told(told, cells, "title", _title_likeness) if _has(told, "part") or _has(told, "starts") else told
    if any(column.field in NAMES for column in told):
        told = _told(told, cells, "email", _share(lambda words: "@" in words, 0.8))
        told = told if kind else _told(told, cells, "kind", _kind_likeness)
    if kind or _has(told, "kind"):
        told = _told(told, cells, "title", _title_likeness)
        told = _told(told, cells, "part", _share(lambda words: code_said(Part, words) is not None, 0.6))
        told = _told(told, cells, "outcome", _share(lambda words: code_said(Outcome, words) is not None, 0.6))
        told = _with_organisation_of_items(told, cells)
    return _in_turn(_with_own_employer(_with_own_post(told)))


def _told(columns: list[Column], cells: Cells, field: str, likeness: Callable[[Sequence[str]], float]) -> list[Column]:
    """Return ``columns`` where the one whose words are likest ``field`` means it, unless another does or none is like it."""
    likest = max(_open(columns, cells), key=lambda column: (likeness(cells[column.at]), -column.at), default=None)
    if likest is None or _has(columns, field) or not likeness(cells[likest.at]):
        return columns
    return [replace(column, field=field, told=True) if column is likest else column for column in columns]


def _with_organisation_of_items(columns: list[Column], cells: Cells) -> list[Column]:
    """Return ``columns`` with the organisation of the items, where the only known one stands in front of them, beside the person."""
    first = _first_of_items(columns)
    known = [column for column in columns if column.field == "organisation"]
    like = _share(names_organisation, 0.5)
    short = [column for column in _open(columns, cells) if _mean(cells[column.at]) <= _LETTERS_OF_A_BODY]
    found = next((column for column in short if column.at > first and like(cells[column.at])), None)
    if found is None or any(column.at > first for column in known):
        return columns
    group = 1 if known else 0
    return [replace(column, field="organisation", group=group, told=True) if column is found else column for column in columns]


def _with_own_post(columns: list[Column]) -> list[Column]:
    """Return ``columns`` of a list of items where a post in front of them, beside the employer, is the person's own."""
    titles = [column for column in columns if column.field == "title" and column.group < APART]
    kinds = [column for column in columns if column.field == "kind" and column.group < APART]
    if len(titles) != 2 or not names_post(titles[0].heading) or not (len(kinds) == 1 or _stands_alone(columns, *titles)):
        return columns
    own = {column.at for column in columns if column.at <= titles[0].at + 1 and column.field == "organisation"} | {titles[0].at}
    moved = {at: replace(column, group=OF_THE_PERSON, kind=EvidenceKind.POSITION) for column in columns if (at := column.at) in own}
    return [
        moved.get(column.at, replace(column, group=0) if column.field in ITEMS and column.group < APART else column) for column in columns
    ]


def _stands_alone(columns: Sequence[Column], post: Column, work: Column) -> bool:
    """Return whether ``work`` is no post, and nothing of an item but an organisation stands in front of it, beside the ``post``."""
    in_front = {column.field for column in columns if column.field in ITEMS and column.at < work.at}
    of_kind = any(column.field == "kind" for column in columns)
    return not of_kind and not names_post(work.heading) and in_front <= {"title", "organisation"} and work.kind is not post.kind


def _with_own_employer(columns: list[Column]) -> list[Column]:
    """Return ``columns`` of a list of items where, of two organisations, the one beside the person is the person's own employer."""
    first = _first_of_items(columns)
    theirs = [column for column in columns if column.field == "organisation" and column.at < first]
    of_items = [column for column in columns if column.field == "organisation" and column.at > first]
    if len(theirs) != 1 or len(of_items) != 1:
        return columns
    group = next(column.group for column in columns if column.field in {"kind", "title"})
    own = {theirs[0].at: (OF_THE_PERSON, EvidenceKind.POSITION), of_items[0].at: (group, of_items[0].kind)}
    return [replace(column, group=own[column.at][0], kind=own[column.at][1]) if column.at in own else column for column in columns]


def _in_turn(columns: list[Column]) -> list[Column]:
    """Return ``columns`` where works stand behind one another, each with columns of its own: those behind a title belong to it."""
    titles = [column for column in columns if column.field == "title" and column.group < APART]
    counts = {field: sum(column.field == field and column.group < APART for column in columns) for field in ("kind", "part", "day")}
    if len(titles) < _SEVERAL or not any(1 < count < len(titles) for count in counts.values()):
        return columns
    found, group = list[Column](), 0
    for column in columns:
        if column.field == "title" and column.group < APART and column is not titles[0]:
            group += 1
        found.append(replace(column, group=group) if column.field in ITEMS and column.group < APART else column)
    return found


def _first_of_items(columns: Sequence[Column]) -> int:
    """Return the place of the first column that says what an item is; behind the last one where none does."""
    kinds = {column.group for column in columns if column.field == "kind"}
    places = [column.at for column in columns if column.field in {"kind", "title"} and column.group in kinds]
    return min(places, default=len(columns))


def _share(is_like: Callable[[str], bool], least: float) -> Callable[[Sequence[str]], float]:
    def likeness(cells: Sequence[str]) -> float:
        found = share(cells, is_like)
        return found if found >= least else 0.0

    return likeness


def _kind_likeness(cells: Sequence[str]) -> float:
    """Return which share of the cells say a kind, if they are few kinds: names of many awards are titles."""
    few = len(set(cells)) <= _MOST_KINDS and _mean(cells) <= _LETTERS_OF_A_KIND
    return _share(lambda words: kind_said(words) is not None, 0.7)(cells) if few else 0.0


def _title_likeness(cells: Sequence[str]) -> float:
    """Return the mean length of cells that are long and mostly differ, else 0."""
    mean = _mean(cells)
    return mean if mean >= _LETTERS_OF_A_TITLE and len(set(cells)) * 2 > len(cells) else 0.0


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells)


def names_organisation(words: str) -> bool:
    """Return whether ``words`` are the name of an organisation, by a word that such names have."""
    return any(word in _ORGANISATIONS for word in search_words(words))


def _open(columns: Sequence[Column], cells: Cells) -> list[Column]:
    return [column for column in columns if column.field is None and column.at in cells]


def _has(columns: Sequence[Column], field: str) -> bool:
    return any(column.field == field for column in columns)


def _is_left_out(heading: str, mapping: Mapping[str, str]) -> bool:
    return is_not_kept(heading) or mapped(heading, mapping) is not None
