"""How statements are read that nobody trained on: beside the labels of two readers who did not see each other's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matching.readers import stance
from matching.readers.readers import Readers
from matching.readers.records import centred
from matching.space.encoded import Encoder
from seed.readers.command import Trained
from seed.readers.training import CLAIMS, PARTS
from seed.written.statements import PARTS as PART_NAMES
from seed.written.statements import STANCES, LabelledStatement, agreement, read_statements

_REPORT = """### Statements

{held} statements were kept from training. Two people labelled each apart from one another. "Read" is by readers that know neither the
statement nor its writer, beside the label where both people gave the same one.

| what a statement tells | both people agree | kappa | read as they say | kappa | of each label |
|---|---|---|---|---|---|
{rows}
"""
Labels = Callable[[LabelledStatement], tuple[str, str]]


@dataclass(frozen=True)
class ReadStatements:
    """Statements with what was read of each: a key of ``CLAIMS`` and one of ``PARTS``."""

    statements: Sequence[LabelledStatement]
    stances: Sequence[str]
    parts: Sequence[str]


def read_held_out(trained: Trained) -> ReadStatements:
    """Read what was held out, each statement by readers that have not seen its writer."""
    by_id = {person.written.profile.id: person.writer for person in trained.material.people}
    held = [one for one in read_statements() if one.held_out and one.person in by_id]
    read = [_read(one.statement, trained.folds[by_id[one.person]], trained.material.encoder) for one in held]
    return ReadStatements(held, [told for told, _ in read], [part for _, part in read])


def report(found: ReadStatements) -> str:
    """Return the section of docs/quality.md about statements."""
    rows = [
        _row("of the work", found.statements, lambda one: one.stances, found.stances, STANCES),
        _row("of the person's part", found.statements, lambda one: one.parts, found.parts, PART_NAMES),
    ]
    return _REPORT.format(held=len(found.statements), rows="\n".join(rows))


def _row(told: str, held: Sequence[LabelledStatement], labels: Labels, read: Sequence[str], names: Mapping[str, str]) -> str:
    people = agreement([labels(one) for one in held])
    agreed = [(labels(one)[0], said) for one, said in zip(held, read, strict=True) if len(set(labels(one))) == 1]
    known = agreement(agreed)
    recalls = ", ".join(f"{name} {_recall(agreed, label)}" for label, name in names.items() if any(label == one for one, _ in agreed))
    right = f"{known.raw:.2f} of {len(agreed)} | {known.kappa:.2f}"
    return f"| {told} | {people.raw:.2f} | {people.kappa:.2f} | {right} | {recalls} |"


def _recall(agreed: Sequence[tuple[str, str]], label: str) -> str:
    same = [said == label for one, said in agreed if one == label]
    return f"{sum(same) / len(same):.2f} of {len(same)}"


def _read(statement: str, readers: Readers, encoder: Encoder) -> tuple[str, str]:
    vectors = centred([statement], encoder, readers.means)
    runs = stance.counted([statement], readers.runs, readers.run_idf)
    claim, part = (int(stance.read(vectors, runs, reader)[0].argmax()) for reader in (readers.claims, readers.parts))
    return list(CLAIMS)[claim], list(PARTS)[part]
