"""``vinmatch evaluate``: measures the text part of the matcher on judged data."""

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from matching.evaluation.evaluate import Measured, baselines, measure, text_scores
from matching.evaluation.exchange import Exchange, read_exchange
from seed.planted.world import thesaurus
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import AsJson, settings_with
from service.front.command_line.output import console, print_json, progress_bars

Folder = Annotated[Path, typer.Argument(help="Folder with profiles.jsonl, briefs.jsonl and judgements.csv", exists=True, file_okay=False)]
Scores = Annotated[Path | None, typer.Option("--scores", help="File for every score: brief_id,profile_id,score")]


def evaluate(folder: Folder, scores: Scores = None, cache: Cache = None, encoder: EncoderName = None, as_json: AsJson = False) -> None:
    """Measure the matcher on judged data, with 95% intervals and beside a constant and a random score."""
    exchange = read_exchange(folder)
    with progress_bars() as bars:
        found = text_scores(exchange, thesaurus(), measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars))
    if scores is not None:
        _write_scores(scores, exchange, found)
    metrics, worthless = measure(exchange, found), baselines(exchange)
    if as_json:
        print_json({"metrics": _as_numbers(metrics), "baselines": {name: _as_numbers(values) for name, values in worthless.items()}})
    else:
        console().print(_table(metrics, worthless))


def _write_scores(path: Path, exchange: Exchange, found: np.ndarray) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("brief_id", "profile_id", "score"))
        for brief, row in zip(exchange.briefs, found, strict=True):
            writer.writerows((brief.id, profile.id, float(score)) for profile, score in zip(exchange.profiles, row, strict=True))


def _as_numbers(metrics: Mapping[str, Measured]) -> dict[str, dict[str, float | None]]:
    return {
        name: {"value": _number(measured.value), "low": _number(measured.low), "high": _number(measured.high)}
        for name, measured in metrics.items()
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _table(metrics: Mapping[str, Measured], worthless: Mapping[str, Mapping[str, Measured]]) -> Table:
    table = Table("metric", "value", "95% interval", *worthless)
    for name, measured in metrics.items():
        beside = [_decimal(values[name].value) for values in worthless.values()]
        table.add_row(name, _decimal(measured.value), f"{_decimal(measured.low)} to {_decimal(measured.high)}", *beside)
    return table


def _decimal(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.3f}"
