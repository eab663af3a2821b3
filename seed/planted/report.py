"""The report on planted worlds, in words that claim no more than was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from seed.planted.ablation import SEEDS, Ablation
from seed.planted.measure import Figure, PlantedFigures


@dataclass(frozen=True, slots=True)
class BenchmarkRun:
    """What was measured: worlds, products and people as on the command line, and the encoder's model."""

    seeds: str
    part: str
    size: int
    model: str | None


MEANING = {
    "ndcg_10": "nDCG@10 of filled cells (linear gain, everybody who may be proposed)",
    "hard_negatives_below": "hard negatives that stand below every planted candidate of their cell, or are not proposed",
    "hard_pairs_in_order": "pairs of a planted candidate and a hard negative of one cell with the candidate above",
    "refused_empty": "empty cells answered “nobody fits”",
    "refused_filled": "filled cells wrongly answered “nobody fits”",
    "gated_right": "gated people never proposed and told why",
    "adds_up": "listed people whose parts add up to the score",
    "deletion_lowers": "first people of a list whose score falls when the item that it rests on most leaves the record",
}
WANTED = {
    "ndcg_10": 0.92,
    "hard_negatives_below": 0.95,
    "hard_pairs_in_order": 0.95,
    "refused_empty": 0.98,
    "refused_filled": 0.02,
    "gated_right": 1.0,
    "adds_up": 1.0,
    "deletion_lowers": 0.95,
}
AT_MOST = frozenset({"refused_filled"})

_TEXT = """## Planted worlds

A regression test, not a measure of quality: people were planted as the right answer for a product and a role, others only look right
(`seed/network`). The readers that ship learnt from other people (`seed/written`) and nothing from these; hardly a sentence shares five
words in a row with what they learnt from, but both were written for this project.
Below: the {part} products of worlds {seeds}, {size} people each, encoder: {model}.

```sh
{command}
```

| figure | value | 95% interval | cases | wanted | reached |
|---|---|---|---|---|---|
{rows}

Intervals of refused cells are exact (Clopper and Pearson); the others resample whole worlds and so tell of chance in the worlds, not of
products or of hands. A figure is reached only where the end of its interval that is worse reaches what is wanted. That gated people are
told why and that parts add up holds by construction and is checked here. A planted world is easier than life: its people are what their
records say, and phrases of a field come back from record to record.
{ablation}"""

_ABLATION = """
### What each piece of a planted world is worth

What `vinmatch quality --ablation` finds on the tuning products of worlds {seeds}, with one signal left out; the other
weights keep their proportions and thresholds stay. What costs little here may be worth more to a council: a signal that the generator
does not plant, such as verification, cannot help to find what it planted.

| left out | nDCG@10 | hard pairs in order | empty cells refused | filled cells refused |
|---|---|---|---|---|
{rows}
"""


def report(measured: PlantedFigures, asked: BenchmarkRun, ablations: Sequence[Ablation] = ()) -> str:
    """Return the report as Markdown."""
    rows = "\n".join(_row(name, getattr(measured, name)) for name in MEANING)
    model = asked.model or "words alone, no sentence encoder"
    option = " --ablation" if ablations else ""
    command = f"vinmatch quality --seeds {asked.seeds} --part {asked.part} --size {asked.size}{option} --to docs/quality.md"
    table = _ABLATION.format(seeds=f"{SEEDS[0]}-{SEEDS[-1]}", rows="\n".join(map(_ablation_row, ablations))) if ablations else ""
    return _TEXT.format(part=asked.part, seeds=asked.seeds, size=asked.size, model=model, command=command, rows=rows, ablation=table)


def _ablation_row(ablation: Ablation) -> str:
    found = ablation.measured
    shown = (found.ndcg_10, found.hard_pairs_in_order, found.refused_empty, found.refused_filled)
    return f"| {ablation.left_out} | {' | '.join(f'{figure.value:.3f}' for figure in shown)} |"


def _row(name: str, figure: Figure) -> str:
    wanted, at_most = WANTED[name], name in AT_MOST
    reached = figure.high <= wanted if at_most else figure.low >= wanted
    asked = f"{wanted:g} or {'less' if at_most else 'more'}"
    interval = f"{figure.low:.3f} to {figure.high:.3f}"
    return f"| {MEANING[name]} | {figure.value:.3f} | {interval} | {figure.cases} | {asked} | {'yes' if reached else 'no'} |"
