"""Checks that a text is in the language that its column or file names."""

import unicodedata
from collections.abc import Iterator

from seed.catalogue.records import SEPARATOR, Reader

# A Vietnamese term is often a name or an abbreviation without marks (SLAM, robot AMR); a text of this many words never is.
LONGEST_WITHOUT_MARKS = 3
# Letters and marks that no other language with a Latin alphabet puts into English texts.
VIETNAMESE_LETTERS = frozenset("đĐơƠưƯăĂ")
VIETNAMESE_MARKS = frozenset("\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}")


def check_wording(reader: Reader) -> None:
    """Note a fault for Vietnamese without any diacritic and for English with Vietnamese letters."""
    for file, line, column, text in _texts(reader):
        if column.endswith("vi") and lacks_marks(text):
            reader.fault(file, line, column, f'"{text[:60]}" has no Vietnamese diacritic; write it in Vietnamese')
        if column.endswith("en") and is_vietnamese(text):
            reader.fault(file, line, column, f'"{text[:60]}" has Vietnamese letters; write it in English')


def _texts(reader: Reader) -> Iterator[tuple[str, int, str, str]]:
    for record in reader.seen:
        for column, value in record.values.items():
            if column.endswith(("_vi", "_en")):
                for text in value.split(SEPARATOR):
                    yield record.file, record.line, column, text
    for path in sorted(reader.folder.glob("briefs/*.md")):
        name = path.relative_to(reader.folder).as_posix()
        yield name, 1, name.split(".")[-2], reader.text(name) or ""


def lacks_marks(text: str) -> bool:
    """Return whether ``text`` is too long to be a name or an abbreviation and yet is plain ASCII."""
    return text.isascii() and sum(word.isalpha() for word in text.split()) > LONGEST_WITHOUT_MARKS


def is_vietnamese(text: str) -> bool:
    """Return whether ``text`` has letters that only Vietnamese has."""
    return not VIETNAMESE_LETTERS.isdisjoint(text) or not VIETNAMESE_MARKS.isdisjoint(unicodedata.normalize("NFD", text))
