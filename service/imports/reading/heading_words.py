"""The headings that are known of each field of the import, as ``headings.csv`` lists them.

The first two of a field head the templates, in Vietnamese and English.
"""

import csv
from pathlib import Path

_FILE = Path(__file__).parent / "headings.csv"


def _listed(table: str) -> dict[str, tuple[str, ...]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["field"]: tuple(row["headings"].split(" | ")) for row in csv.DictReader(file) if row["table"] == table}


POSITION = "position_in_the_file"
"""What ties items to people in a file that nests them: a number, and no key of the source."""
NAMES_IN_A_ROLE = "names_in_a_role"
"""What a column means that names people by their part in the work of the row; no heading alone says it."""
WILLING = "willing_"
CONSENT = "consent_"
PEOPLE, WILLINGNESS, CONSENTS, ITEMS = (_listed(table) for table in ("person", "willing", "consent", "item"))
CONSENT_PROOF = frozenset({"consent_given_on", "consent_means", "consent_document"})
"""What proves a consent; the other columns of consents say for what it was given."""
NAME_PARTS = _listed("name part")
"""Parts that a record keeps within the given name."""
HEADINGS: dict[str, tuple[str, ...]] = {POSITION: ()} | PEOPLE | NAME_PARTS | WILLINGNESS | CONSENTS | ITEMS
IDENTITY = ("key", "orcid", "email", POSITION)
"""What names a person: these columns stand in tables of people and of items alike."""
NAMES = ("display_name", "family_name", "given_name", *NAME_PARTS)
COUNTERS = _listed("counter")[""]
"""What only numbers the rows."""
NOT_KEPT = (*COUNTERS, *_listed("not kept")[""])
"""What a record has no place for, on purpose or because it is only a counter."""
JOINED = frozenset({"headline_vi", "headline_en", "biography_vi", "biography_en"})
"""What can stand in several columns, such as a degree and a field: their words are put together."""


def template_heading(field: str) -> tuple[str, str]:
    """Return how the templates head ``field``, in Vietnamese and English."""
    vi, en = HEADINGS[field][:2]
    return vi, en
