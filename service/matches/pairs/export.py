"""Writes pairs as CSV: every column that is needed to ask again and compare, and one for what each term adds."""

import csv
import io
from collections.abc import Iterator

from matching.pairs.registry import TERMS
from service.kit.tables import harmless
from service.matches.pairs.schemas import PairList, PairView

PEOPLE = ("chief_engineer", "chief_engineer_name", "chief_architect", "chief_architect_name")
MODEL = ("selection_date", "rule_set", "text_space", "engineer_weights", "architect_weights", "pair_weights")
COLUMNS = ("rank", "tie_group", "subject", *PEOPLE, "tier", "score", "shown", "required", *(term.code for term in TERMS), *MODEL)


def as_csv(answer: PairList) -> str:
    """Return the pairs of ``answer`` as CSV with a header line, one pair a line, beginning with a mark that says UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for pair in answer.items:
        writer.writerow([harmless(cell) for cell in _row(answer, pair)])
    return f"\ufeff{buffer.getvalue()}"


def _row(answer: PairList, pair: PairView) -> Iterator[object]:
    engineer, architect = pair.engineer.expert, pair.architect.expert
    yield from (pair.rank, pair.tie_group, answer.subject.id)
    yield from (engineer.id, engineer.display_name, architect.id, architect.display_name)
    yield from (pair.tier, pair.score, pair.x, pair.y)
    yield from (part.contribution for part in pair.parts)
    yield from (getattr(answer.model, name) for name in MODEL)
