"""Reads the weight sets: what each signal weighs for a role family, and from which score a person fits."""

from sqlmodel import SQLModel

from models.rules import BandCalibration, SignalWeight, WeightSet
from models.vocabulary import RoleFamily
from seed.catalogue.records import Reader, refuse_repeats

SUM_TOLERANCE = 1e-9


def read_weights(reader: Reader) -> list[SQLModel]:
    """Return the rows of the weight sets and their weights; the weights of a set must add up to 1."""
    records = reader.records("weights/weight_sets.csv", "version family fits good strong tie whole_role current basis*")
    refuse_repeats(records, "version", "family")
    sets = [
        WeightSet(
            version=record.text("version"),
            family=record.choice("family", RoleFamily),
            fits=record.number("fits"),
            good=record.number("good"),
            strong=record.number("strong"),
            tie=record.number("tie"),
            whole_role=record.number("whole_role"),
            current=record.flag("current"),
            **record.both("basis"),
        )
        for record in records
    ]
    weights = _signal_weights(reader, {row.version for row in sets})
    for row, record in zip(sets, records, strict=True):
        total = sum(weight.weight for weight in weights if (weight.version, weight.family) == (row.version, row.family))
        if abs(total - 1) > SUM_TOLERANCE:
            record.fault("version", f"the weights of {row.version} for {row.family} add up to {total:g}; change them to add up to 1")
    return [*sets, *weights, *_calibrations(reader, {row.version for row in sets})]


def _calibrations(reader: Reader, versions: set[str]) -> list[BandCalibration]:
    records = reader.records("weights/band_calibration.csv", "version family band judged credible right")
    refuse_repeats(records, "version", "family", "band")
    return [
        BandCalibration(
            version=record.reference("version", versions),
            family=record.choice("family", RoleFamily),
            band=record.text("band"),
            judged=record.whole("judged"),
            credible=record.whole("credible"),
            right=record.whole("right"),
        )
        for record in records
    ]


def _signal_weights(reader: Reader, versions: set[str]) -> list[SignalWeight]:
    records = reader.records("weights/signal_weights.csv", "version family signal weight")
    refuse_repeats(records, "version", "family", "signal")
    return [
        SignalWeight(
            version=record.reference("version", versions),
            family=record.choice("family", RoleFamily),
            signal=record.text("signal"),
            weight=record.number("weight"),
        )
        for record in records
    ]
