"""Tables that leave as CSV."""

from fastapi import Response


class CSVResponse(Response):
    """A table as text."""

    media_type = "text/csv"


# A cell that begins so is a formula to spreadsheet programs, which can send data out when the file is opened (CWE-1236).
# Programs set to an East Asian language read the full-width signs as well.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(cell: object) -> object:
    """Return ``cell`` so that no spreadsheet program takes it for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
