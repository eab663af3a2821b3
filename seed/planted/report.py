"""The quality report: the figures of planted worlds in words that claim no more than was measured."""

from seed.planted.measure import Figure, PlantedFigures

MEANING = {
    "ndcg_10": "nDCG@10 of filled cells (linear gain, everybody who may be proposed)",
    "hard_negatives_below": "hard negatives that stand below every planted candidate of their cell, or are not proposed",
    "hard_pairs_in_order": "pairs of a planted candidate and a hard negative of one cell with the candidate above",
    "refused_empty": "empty cells answered “nobody fits”",
    "refused_filled": "filled cells wrongly answered “nobody fits”",
    "gated_right": "gated people never proposed and told why",
}
WANTED = {
    "ndcg_10": 0.85,
    "hard_negatives_below": 0.95,
    "hard_pairs_in_order": 0.95,
    "refused_empty": 0.95,
    "refused_filled": 0.05,
    "gated_right": 1.0,
}
AT_MOST = frozenset({"refused_filled"})

_TEXT = """# Quality on planted worlds

Synthetic worlds hold people who were planted as the right answer for a product and a role, and people who look right and are not
(`seed/network`). The scorer shares no code, formula or phrase with the generator. Weights and thresholds were chosen on the tuning
products (`seed/network/split.csv`) of worlds with low seeds; the figures below are of the {part} products of worlds {seeds}, {size} people
each, semantic block: {model}.

```sh
vinmatch quality --seeds {seeds} --part {part} --size {size} --to docs/quality.md
```

| figure | value | 95% interval | cases | wanted | reached |
|---|---|---|---|---|---|
{rows}

Intervals resample whole worlds. What misses its mark: weak planted candidates with few items (grade 2) are hard to tell from leaders of a
neighbouring field whose record touches the subject once, and the threshold that is right for the tuning products is a little too low or
too high for some others. Scaling every subject to one level of closeness raised both figures; a share-of-record signal helped against
neighbours and cost as much against specialists without leadership, and was left out.

The shipped vectors make the demo quick; other worlds are encoded first, some minutes in all, once with `--cache`. A planted world is
easier than life: its people are what their records say. The figures show that the matcher reads records as meant, not that it would pick
the right person for a ministry; see `docs/benchmarks.md` for data that others wrote.
"""


def report(measured: PlantedFigures, seeds: str, part: str, size: int, model: str | None) -> str:
    """Return the report as Markdown."""
    rows = "\n".join(_row(name, getattr(measured, name)) for name in MEANING)
    return _TEXT.format(part=part, seeds=seeds, size=size, model=model or "latent semantic analysis, no encoder", rows=rows)


def _row(name: str, figure: Figure) -> str:
    wanted, at_most = WANTED[name], name in AT_MOST
    reached = figure.value <= wanted if at_most else figure.value >= wanted
    asked = f"{wanted:g} or {'less' if at_most else 'more'}"
    interval = f"{figure.low:.3f} to {figure.high:.3f}"
    return f"| {MEANING[name]} | {figure.value:.3f} | {interval} | {figure.cases} | {asked} | {'yes' if reached else 'no'} |"
