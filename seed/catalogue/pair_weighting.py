"""Reads what a pair of people is judged by: the weights of its terms, and what each kind of relation between the two does."""

from sqlmodel import SQLModel

from models.pairs import PairRelation, PairTermWeight, PairWeightSet
from models.vocabulary import PairEffect, RelationKind
from seed.catalogue.records import Reader, refuse_repeats
from seed.catalogue.weighting import SUM_TOLERANCE


def read_pair_weights(reader: Reader) -> list[SQLModel]:
    """Return the rows of all versions; in each, the weights above zero must add up to 1 and every kind of relation must have a word."""
    records = reader.records("weights/pair_weight_sets.csv", "version tie current basis*")
    refuse_repeats(records, "version")
    sets = [
        PairWeightSet(version=record.text("version"), tie=record.number("tie"), current=record.flag("current"), **record.both("basis"))
        for record in records
    ]
    versions = {row.version for row in sets}
    weights, relations = _terms(reader, versions), _relations(reader, versions)
    for row, record in zip(sets, records, strict=True):
        total = sum(weight.weight for weight in weights if weight.version == row.version and weight.weight > 0)
        if abs(total - 1) > SUM_TOLERANCE:
            record.fault("version", f"the weights above zero of {row.version} add up to {total:g}; change them to add up to 1")
        missing = set(RelationKind) - {relation.relation for relation in relations if relation.version == row.version}
        for kind in sorted(missing):
            record.fault("version", f'{row.version} does not say what the relation "{kind}" does; add it to pair_relations.csv')
    return [*sets, *weights, *relations]


def _terms(reader: Reader, versions: set[str]) -> list[PairTermWeight]:
    records = reader.records("weights/pair_term_weights.csv", "version term weight cost")
    refuse_repeats(records, "version", "term")
    return [
        PairTermWeight(
            version=record.reference("version", versions),
            term=record.text("term"),
            weight=-record.number("weight") if record.flag("cost") else record.number("weight"),
        )
        for record in records
    ]


def _relations(reader: Reader, versions: set[str]) -> list[PairRelation]:
    records = reader.records("weights/pair_relations.csv", "version relation effect")
    refuse_repeats(records, "version", "relation")
    return [
        PairRelation(
            version=record.reference("version", versions),
            relation=record.choice("relation", RelationKind),
            effect=record.choice("effect", PairEffect),
        )
        for record in records
    ]
