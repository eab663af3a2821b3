"""Words and signs of a cell that say nothing: "-", "N/A", "NULL", or "nt", which says again what the cell above says."""

from models.search_key import folded

_LONGEST = 20
_SIGNS = frozenset({"NULL", "null", "\\N", "#N/A", "(null)", "N/A", "n/a", "NaN"})
"""How databases and spreadsheets write that a cell is empty."""
_DASHES = " -–—−_"
_AS_ABOVE = frozenset({"nt", "n.t", "n.t.", "-nt-", "như trên", "nhu tren", "(như trên)", "(nt)", "ditto", "as above", '"', "″", "〃"})
_LONGEST_AS_ABOVE = max(map(len, _AS_ABOVE))
_NONE = frozenset({"khong", "khong co", "chua co", "chua", "k co", "ko", "ko co", "k", "x", "none", "nil", "na", "no"})


def is_nothing(words: str) -> bool:
    """Return whether ``words`` are dashes, or a sign that a cell is empty, in any column."""
    return words in _SIGNS or (words[:1] in _DASHES and bool(words) and len(words) <= _LONGEST and not words.strip(_DASHES))


def is_as_above(words: str) -> bool:
    """Return whether ``words`` say that the line above is meant again."""
    return len(words) <= _LONGEST_AS_ABOVE and words.casefold() in _AS_ABOVE


def says_none(words: str) -> bool:
    """Return whether ``words`` say that there is none, where something else than yes or no is asked for."""
    return len(words) <= _LONGEST and folded(words).strip(" .") in _NONE


def repeated(cells: list[str], above: dict[int, str]) -> list[str]:
    """Return ``cells`` with the words of the cell ``above``, by its place, where they say it again; ``above`` learns the others."""
    again = {at: above.get(at, "") for at, cell in enumerate(cells) if cell and is_as_above(cell)}
    above.update((at, cell) for at, cell in enumerate(cells) if cell and at not in again)
    return [again.get(at, cell) for at, cell in enumerate(cells)] if again else cells
