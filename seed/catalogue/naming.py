"""Checks that every name in the thesaurus means one capability and would not be found by accident."""

from collections.abc import Iterator

from matching.text.tokens import words
from seed.catalogue.records import Reader, Record

SHORTEST_NAME = 2


def check_names(reader: Reader) -> None:
    """Note a fault for names that two capabilities share, that one repeats, or that are words of every curriculum vitae."""
    common = {_form(record.text("word")) for record in reader.records("common_words.csv", "word")}
    owners: dict[tuple[str, ...], Record] = {}
    for record, column, name in _labels_first(reader.below("capabilities")):
        owner = owners.setdefault(_form(name), record)
        if owner is not record:
            record.fault(column, f'"{name}" is a name of {owner.values["id"]} ({owner.file}:{owner.line}) too; keep it in one of the two')
        if _form(name) in common or len(name) < SHORTEST_NAME:
            record.fault(column, f'"{name}" is a word of every profile; use a term of the field')
    for record in reader.below("capabilities"):
        _check_aliases(record)


def _check_aliases(record: Record) -> None:
    for language in ("vi", "en"):
        label, aliases = record.values[f"label_{language}"], record.parts(f"aliases_{language}")
        if not aliases:
            record.fault(f"aliases_{language}", "is empty; write at least one synonym or abbreviation")
        if label.casefold() in {alias.casefold() for alias in aliases}:
            record.fault(f"aliases_{language}", f'"{label}" is the label itself; delete it here')


def _labels_first(records: list[Record]) -> Iterator[tuple[Record, str, str]]:
    """Yield every name with its column, labels before aliases, so that an alias is blamed and not the label it repeats."""
    for columns in (("label_vi", "label_en"), ("aliases_vi", "aliases_en")):
        for record in records:
            for column in columns:
                for name in record.parts(column):
                    yield record, column, name


def _form(name: str) -> tuple[str, ...]:
    """Return ``name`` as it is compared with texts: two names of one form are found in the same places."""
    return tuple(word.form for word in words(name))
