"""The quality report: the figures of planted worlds in words that claim no more than was measured."""

from seed.planted.measure import Figure, PlantedFigures

MEANING = {
    "ndcg_10": "nDCG@10 of filled cells (linear gain, everybody who may be proposed)",
    "hard_negatives_below": "hard negatives that stand below every planted candidate of their cell, or are not proposed",
    "refused_empty": "empty cells answered “nobody fits”",
    "refused_filled": "filled cells wrongly answered “nobody fits”",
    "gated_right": "gated people never proposed and told why",
}
WANTED = {
    "ndcg_10": "0.85 or more",
    "hard_negatives_below": "0.95 or more",
    "refused_empty": "0.95 or more",
    "refused_filled": "0.05 or less",
    "gated_right": "1",
}

_TEXT = """# Quality on planted worlds

Synthetic worlds hold people who were planted as the right answer for a product and a role, and people who look right and are not
(`seed/network`). The scorer shares no code, formula or phrase with the generator. Weights and thresholds were chosen on the tuning
products (`seed/network/split.csv`) of worlds with low seeds; the figures below are of the {part} products of worlds {seeds}, {size} people
each, semantic block: {model}.

```sh
vinmatch quality --seeds {seeds} --part {part} --size {size} --to docs/quality.md
```

| figure | value | 95% interval | cases | wanted |
|---|---|---|---|---|
{rows}

Intervals resample whole worlds. A planted world is easier than life: its people are what their records say. The figures show that the
matcher reads records as meant, not that it would pick the right person for a ministry; see `docs/benchmarks.md` for data that
others wrote.
"""


def report(measured: PlantedFigures, seeds: str, part: str, size: int, model: str | None) -> str:
    """Return the report as Markdown."""
    rows = "\n".join(_row(name, getattr(measured, name)) for name in MEANING)
    return _TEXT.format(part=part, seeds=seeds, size=size, model=model or "latent semantic analysis, no encoder", rows=rows)


def _row(name: str, figure: Figure) -> str:
    return f"| {MEANING[name]} | {figure.value:.3f} | {figure.low:.3f} to {figure.high:.3f} | {figure.cases} | {WANTED[name]} |"
