"""``vinmatch evaluate``: measures the text part of the matcher on judged data."""

import csv
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from matching.evaluation.evaluate import Measured, baselines, fitted_space, measure, text_scores
from matching.evaluation.exchange import Exchange, read_exchange
from matching.space.shipped.storing import SHIPPED, read_space
from service.front.command_line.encoding import Cache, EncoderName, measuring_encoder
from service.front.command_line.options import AsJson, settings_with
from service.front.command_line.output import console, print_json, progress_bars

Space = Annotated[Path, typer.Option("--space", help="Text space of `vinmatch train-space`; default: the one that ships")]
FITTED = "fitted on the folder"
Folder = Annotated[Path, typer.Argument(help="Folder with profiles.jsonl, briefs.jsonl and judgements.csv", exists=True, file_okay=False)]
Scores = Annotated[Path | None, typer.Option("--scores", help="File for every score: brief_id,profile_id,score")]


def evaluate(
    folder: Folder,
    scores: Scores = None,
    cache: Cache = None,
    encoder: EncoderName = None,
    space: Space = SHIPPED,
    as_json: AsJson = False,
) -> None:
    """Measure the text part of the matcher on judged data, with 95% intervals: the shipped space, then one fitted on the folder."""
    exchange = read_exchange(folder)
    with progress_bars() as bars:
        shipped = read_space(space, measuring_encoder(settings_with(encoder=encoder).encoder, cache, bars))
        found = text_scores(exchange, shipped)
        fitted = measure(exchange, text_scores(exchange, fitted_space(exchange, shipped)))
    if scores is not None:
        _write_scores(scores, exchange, found)
    metrics, beside = measure(exchange, found), {FITTED: fitted, **baselines(exchange)}
    if as_json:
        worthless = {name: _as_numbers(values) for name, values in beside.items() if name != FITTED}
        print_json(
            {"space": shipped.version, "metrics": _as_numbers(metrics), "fitted_on_folder": _as_numbers(fitted), "baselines": worthless}
        )
    else:
        console().print(_table(metrics, beside))


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


def _table(metrics: Mapping[str, Measured], beside: Mapping[str, Mapping[str, Measured]]) -> Table:
    table = Table("metric", "shipped space", "95% interval", *beside)
    for name, measured in metrics.items():
        others = [_decimal(values[name].value) for values in beside.values()]
        table.add_row(name, _decimal(measured.value), f"{_decimal(measured.low)} to {_decimal(measured.high)}", *others)
    return table


def _decimal(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.3f}"
