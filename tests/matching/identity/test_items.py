"""Items of two records: the same work told in two languages, another work, and nothing to compare."""

from datetime import date

from matching.identity.commonness import MarkWeights
from matching.identity.items import best_of_items
from matching.identity.records import Mark, PersonRecord, record_of
from matching.profiles import EvidenceItem
from tests.matching.examples import item, person

KILN = item("k", title="Lò nung gốm 1.650 độ", text="38 tỷ đồng, 2.300 sản phẩm", starts=date(2019, 3, 1), ends=date(2022, 11, 30))
KILN_IN_ENGLISH = item("e", title="Kiln at 1,650 degrees", text="2,300 insulators", starts=date(2019, 3, 1), ends=date(2022, 11, 30))
BRIDGE = item("b", title="Cầu dây văng nhịp 350 m", text="Giám sát thi công trụ tháp", starts=date(2012, 5, 1), ends=date(2016, 4, 30))

NOBODY_ELSE = [frozenset[Mark]()] * 100


def record(*items: EvidenceItem) -> PersonRecord:
    return record_of(person("A", *items))


def best(record: PersonRecord, other: PersonRecord) -> list[float]:
    return best_of_items(record, other, MarkWeights([record.marks, other.marks, *NOBODY_ELSE]))


def test_the_same_work_in_another_language_is_told_from_another_work() -> None:
    same, other = best(record(KILN_IN_ENGLISH, BRIDGE), record(KILN))[0], best(record(BRIDGE), record(KILN))[0]
    assert same > 0 > other


def test_each_item_of_the_record_with_fewer_is_looked_for() -> None:
    assert len(best(record(KILN), record(KILN, BRIDGE))) == 1


def test_the_order_of_two_records_does_not_matter() -> None:
    first, second = record(KILN, BRIDGE), record(BRIDGE, KILN_IN_ENGLISH)
    assert sorted(best(first, second)) == sorted(best(second, first))


def test_a_record_without_items_says_nothing() -> None:
    assert best(record(), record(KILN)) == []
