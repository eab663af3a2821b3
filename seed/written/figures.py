"""The figures of what ``seed.written.measure`` saw: ``python -m seed.written.figures SEEN.json FILE.json ...`` prints them as JSON."""

import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from matching.evaluation.written.figures import Measured
from matching.evaluation.written.people import Cell
from matching.evaluation.written.results import BenchmarkResult, BriefResult, Place
from models.vocabulary import RoleCode
from seed.written.loading import read_files as read_benchmark


def read_files(files: list[Path]) -> dict[str, list[Any]]:
    """Return people, briefs and truth of ``files`` together, as they are written."""
    together: defaultdict[str, list[Any]] = defaultdict(list)
    for file in files:
        for name, rows in json.loads(file.read_text(encoding="utf-8")).items():
            together[name] += rows
    return dict(together)


def seen_in(kept: dict[str, Any], titles: list[str]) -> BenchmarkResult:
    """Return what was kept of a service; ``titles`` are those of the briefs, in the order in which they are asked for."""
    places: defaultdict[Cell, dict[str, Place]] = defaultdict(dict)
    fitting = {(key, row[0]): row for key, rows in kept["fits"].items() for row in rows}
    for (key, person), row in fitting.items():
        places[_cell(key)][person] = Place(None, row[2], row[1], fits=True)
    for key, one in kept["seen"].items():
        cell, _, person = key.rpartition("|")
        fits = (cell, person) in fitting
        band = fitting[cell, person][1] if fits else one["band"]
        covered, missing = frozenset(one["covered"]), frozenset(one["missing"])
        places[_cell(cell)][person] = Place(one["rank"], one["score"], band, fits, covered, missing, one["parts"])
    found = {brief["title"]: BriefResult(brief["order"], frozenset(brief["fit"])) for brief in kept["briefs"]}
    return BenchmarkResult(dict(places), [found.get(title, BriefResult((), frozenset())) for title in titles])


def _cell(key: str) -> Cell:
    product, _, role = key.partition("|")
    return product, RoleCode(role)


def figures_of(kept: dict[str, Any], files: list[Path]) -> dict[str, dict[str, float | None]]:
    """Return value and count of every figure."""
    benchmark = read_benchmark(files)
    measured = Measured.of(benchmark, seen_in(kept, [brief.title for brief in benchmark.briefs]))
    found: dict[str, dict[str, float | None]] = {
        name: {"value": None if math.isnan(figure.value) else round(figure.value, 4), "of": figure.of}
        for name, figure in measured.figures().items()
    }
    return {**found, "errors": {"value": len(kept["errors"]), "of": len(benchmark.people)}}


def main() -> None:
    """Print the figures of the files on the command line."""
    seen, *files = (Path(name) for name in sys.argv[1:])
    found = figures_of(json.loads(seen.read_text(encoding="utf-8")), files)
    sys.stdout.write(json.dumps(found, indent=0).replace("{\n", "{").replace("\n}", "}").replace(',\n"of"', ', "of"') + "\n")


if __name__ == "__main__":
    main()
