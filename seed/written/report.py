"""The report on written people: all figures, then by writer, by manner of writing and by product, and failures to be read."""

import math
from collections.abc import Mapping
from enum import StrEnum

from matching.evaluation.written.figures import FIGURES, Figure, Measured
from matching.evaluation.written.people import RIGHT, Benchmark


class Fold(StrEnum):
    """Whether the readers that were measured had learnt from the people whom they read."""

    NOTHING_LEARNT = "nothing learnt"
    OUT_OF_FOLD = "out of fold"
    IN_FOLD = "in fold"


_OF_FOLD = {
    Fold.NOTHING_LEARNT: "The matcher that was measured had learnt nothing from them.",
    Fold.OUT_OF_FOLD: "**Out of fold**: the people of each writer were read by readers that had learnt from the other writers alone.",
    Fold.IN_FOLD: "**In fold**: the readers had learnt from the very people whom they read here, so the figures flatter them.",
}
SHOWN_OF_GROUPS = ("right_first", "right_top3", "right_fits", "traps_fit", "capability_f1", "dimension_auc", "brief_first", "brief_fits")
FAILURES_SHOWN = 6

_TEXT = """## Written people

{people} invented people, {briefs} pasted briefs, {judged} grades, by {writers} writers who knew the product names and the two roles and
nothing of thesaurus, matcher or invented network ([what they are](written-people.md)). Each is entered as over the interface.
{fold}

```sh
{command}
```

| figure | meaning | value | 95% interval | of | wanted | reached |
|---|---|---|---|---|---|---|
{rows}

Intervals of proportions are exact (Clopper and Pearson); those of pairs, capabilities and areas are the wider of two bootstraps, over
people and over products. A figure is reached only where the end of its interval that is worse reaches what is wanted. Three people stand
among the first three, however many are right: of these people right_top3 can be {top3_at_most:.2f} at most.

### By writer

{by_writer}

### By manner of writing

{by_style}

### By product

{by_product}

### Failures

The first of each figure; all of them with `vinmatch quality --quick --failures FILE`.

{failures}
"""


_BY_GROUP = """### Leaving product groups out

The people and briefs of each technology group read by readers that had learnt nothing of it: nobody graded for its products or writing of
them was trained on, in whatever hand. This is what to expect of a product that is added. Weights and bands are those of all groups.

```sh
vinmatch quality --quick --by-group
```

| figure | meaning | value | 95% interval | of | wanted | reached |
|---|---|---|---|---|---|---|
{rows}

{by_product}
"""


def group_report(measured: Measured) -> str:
    """Return the section on groups of products that were left out, as Markdown."""
    rows = "\n".join(_row(figure) for figure in measured.figures().values() if figure.of)
    return _BY_GROUP.format(rows=rows, by_product=_groups("product", measured.by_product()))


def report(measured: Measured, fold: Fold, command: str = "vinmatch quality --quick") -> str:
    """Return the section of the report as Markdown."""
    figures, benchmark = measured.figures(), measured.benchmark
    return _TEXT.format(
        people=len(benchmark.people),
        briefs=len(benchmark.briefs),
        judged=sum(len(row.grades) for row in benchmark.judgements),
        writers=len({person.writer for person in benchmark.people}),
        fold=_OF_FOLD[fold],
        command=command,
        rows="\n".join(_row(figure) for figure in figures.values()),
        by_writer=_groups("writer", measured.by_writer()),
        by_style=_groups("manner", measured.by_style()),
        by_product=_groups("product", measured.by_product()),
        failures=failures_of(figures, FAILURES_SHOWN),
        top3_at_most=top3_at_most(benchmark),
    )


def top3_at_most(benchmark: Benchmark) -> float:
    """Return the share of right people that can stand among the first three of their cell at once."""
    right = [sum(grade == RIGHT for grade in grades.values()) for grades in benchmark.grades.values()]
    return sum(min(3, count) for count in right) / max(1, sum(right))


def failures_of(figures: Mapping[str, Figure], most: int | None = None) -> str:
    """Return the failures of every figure, at most so many of each: which cell or brief, and who stood where."""
    parts = []
    for name, figure in figures.items():
        if figure.failures and name not in {"capability_precision", "capability_recall"}:  # told with capability_f1
            told = "\n".join(f"- {failure}" for failure in figure.failures[:most])
            parts.append(f"**{name}**, {len(figure.failures)}:\n\n{told}")
    return "\n\n".join(parts)


def _row(figure: Figure) -> str:
    asked = FIGURES[figure.name]
    wanted = "-" if asked.wanted is None else f"{asked.wanted:g} or {'less' if asked.at_most else 'more'}"
    reached = {None: "-", True: "yes", False: "no"}[figure.reached]
    interval = f"{_number(figure.low)} to {_number(figure.high)}"
    return f"| {figure.name} | {asked.meaning} | {_number(figure.value)} | {interval} | {figure.of} | {wanted} | {reached} |"


def _groups(kind: str, groups: Mapping[str, Mapping[str, Figure]]) -> str:
    lines = [f"| {kind} | {' | '.join(SHOWN_OF_GROUPS)} |", "|---" * (len(SHOWN_OF_GROUPS) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(_short(figures[shown]) for shown in SHOWN_OF_GROUPS)} |" for name, figures in groups.items()]
    return "\n".join(lines)


def _short(figure: Figure) -> str:
    return f"{_number(figure.value)} of {figure.of}" if figure.of else "-"


def _number(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.2f}"


def as_numbers(measured: Measured) -> dict[str, object]:
    """Return every figure as plain numbers: all, and by writer, manner of writing and product."""
    groups = {"by_writer": measured.by_writer(), "by_style": measured.by_style(), "by_product": measured.by_product()}
    return {"all": _plain(measured.figures())} | {
        kind: {name: _plain(figures) for name, figures in found.items()} for kind, found in groups.items()
    }


def _plain(figures: Mapping[str, Figure]) -> dict[str, dict[str, object]]:
    return {
        name: {
            "value": _or_none(figure.value),
            "low": _or_none(figure.low),
            "high": _or_none(figure.high),
            "of": figure.of,
            "reached": figure.reached,
        }
        for name, figure in figures.items()
    }


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value
