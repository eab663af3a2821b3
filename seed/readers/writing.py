"""Writes what a training taught: the weights and bands into the shipped catalogue, and a card of the readers."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from matching.evaluation.written.intervals import exact
from matching.ranking.weights import Band, CalibrationCounts
from models.vocabulary import RoleFamily
from seed.catalogue.loader import PACKAGED
from seed.readers.command import Trained
from seed.readers.judging import VERSION, Judgement
from seed.readers.weighing import WHOLE_ROLE, Edge

_BASIS_VI = "Học từ điểm chấm trên hồ sơ do người khác viết, mỗi người viết được đọc bởi bộ đọc chưa thấy họ; xem docs/readers.md"
_BASIS_EN = "Learnt from grades of written people, each read by readers that have not seen the writer; see docs/readers.md"


_EDGES = ("fits", "good", "strong", "tie", "whole_role")


def write_weights(judged: Mapping[RoleFamily, Judgement], folder: Path = PACKAGED) -> None:
    """Write the weights and bands of both roles as the current version."""
    weights = [
        [VERSION, family.value, signal, weight]
        for family, one in judged.items()
        for signal, weight in one.weights.of_signal.items()
        if weight
    ]
    edges = [
        [VERSION, family.value, *(getattr(one.weights, name) for name in _EDGES), "yes", _BASIS_VI, _BASIS_EN]
        for family, one in judged.items()
    ]
    bands = [
        [VERSION, family.value, band.value, counted.judged, counted.credible, counted.right]
        for family, one in judged.items()
        for band, counted in one.weights.calibration.items()
    ]
    _write(folder / "weights" / "signal_weights.csv", ["version", "family", "signal", "weight"], weights)
    heads = ["version", "family", *_EDGES, "current", "basis_vi", "basis_en"]
    _write(folder / "weights" / "weight_sets.csv", heads, edges)
    _write(folder / "weights" / "band_calibration.csv", ["version", "family", "band", "judged", "credible", "right"], bands)


def write_cards(file: Path, trained: Trained, judged: Mapping[RoleFamily, Judgement], version: str) -> None:
    """Write what the readers are, what they were trained on, and what their bands stand on."""
    readers, material = trained.readers, trained.material
    parts = [
        f"# Readers\n\nVersion {version}, encoder {readers.model}. Made by `vinmatch train-readers`; "
        "the same material gives the same bytes.\n",
        f"Trained on {len(material.people)} written people by {len(material.writers)} writers ([data card](written-people.md)); "
        "public sets are never trained on. Names, birth, gender, country and age are not in what is read.\n",
        "| reader | what it reads | model |\n|---|---|---|",
        "| meaning, wording | which of the six role dimensions an item shows | "
        "balanced logistic regressions on vectors and on words, averaged |",
        "| about | how much an item is about each product, or about none | one curve a feature, summed (logistic) |",
        "| shows | which capability an item shows, whatever the words | one curve a feature, summed (logistic) |",
        "| claims, parts | whether a statement tells of work done, denied, wished for, required or done by others; the part it tells | "
        "multinomial logistic regression |",
        "| affine | which products a pasted text is about | one curve a feature, summed (logistic) |\n",
        "| scope | whether it asks for any of them, or for something else | the nearest remembered texts of either kind (logistic) |\n",
        "## Weights\n\nPeople are read by readers that have not seen their writer; slopes below zero are not allowed.\n",
        *(_weights_of(family, one) for family, one in judged.items()),
        "## Bands\n\nHow many graded people above the lower edge of a band were graded as it promises: credible for possible, "
        "right for good and strong. The mix is that of the written people: one right person among about six.\n",
        "| role | band | from score | judged | as promised | 95% interval |\n|---|---|---|---|---|---|",
        *(_band_row(family.value, band) for family, one in judged.items() for band in one.edges),
        *(_band_row("any, by text", band) for band in trained.text.edges),
        f"\nA fit also takes every dimension of the role at {WHOLE_ROLE:g} or more: somebody in whose record one of the three is missing "
        "does not hold the role.\nOf the graded people **within** a band, which is what pages and the API say of it:\n",
        "| role | band | judged | credible or right | right | right, 95% interval |\n|---|---|---|---|---|---|",
        *(_within_row(family.value, band, counted) for family, one in judged.items() for band, counted in one.weights.calibration.items()),
        *(_within_row("any, by text", band, counted) for band, counted in trained.text.weights.calibration.items()),
    ]
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _weights_of(family: RoleFamily, judged: Judgement) -> str:
    rows = [f"| {signal} | {weight:.4f} |" for signal, weight in judged.weights.of_signal.items()]
    return "\n".join([f"| {family.value} | weight |", "|---|---|", *rows, ""])


def _band_row(role: str, band: Edge) -> str:
    low, high = exact(band.right, band.judged)
    return f"| {role} | {band.name} | {band.score:.3f} | {band.judged} | {band.right} | {low:.2f} to {high:.2f} |"


def _within_row(role: str, band: Band, counted: CalibrationCounts) -> str:
    low, high = exact(counted.right, counted.judged)
    return f"| {role} | {band} | {counted.judged} | {counted.credible} | {counted.right} | {low:.2f} to {high:.2f} |"


def _write(file: Path, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
