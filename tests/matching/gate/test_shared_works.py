from datetime import date, timedelta
from typing import Any

import pytest

from matching.gate.conflicts import conflicts_between
from matching.gate.shared_works import bonds, shared_works
from matching.gate.ties import ConflictPolicy
from matching.profiles import EvidenceItem, Relation
from models.vocabulary import EvidenceKind, RelationKind, RelationStatus
from tests.matching.examples import ON, item, person

LAST_YEAR = ON - timedelta(days=300)
TITLE = "Sintering of zirconia insulators at low pressure"


def paper(identifier: str, title: str = TITLE, day: date | None = LAST_YEAR, **fields: Any) -> EvidenceItem:
    return item(identifier, kind=EvidenceKind.PUBLICATION, title=title, starts=day, **fields)


def build(identifier: str, starts: date, ends: date | None, organisation: str | None = None) -> EvidenceItem:
    return item(
        identifier,
        kind=EvidenceKind.PROGRAMME,
        title="Lò nung gốm kỹ thuật 1650 độ",
        starts=starts,
        ends=ends,
        organisation_id=organisation,
    )


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (paper("a"), paper("b"), True),
        (paper("a"), paper("b", title="SINTERING OF ZIRCONIA INSULATORS, at low pressure."), True),
        (paper("a"), paper("b", day=LAST_YEAR - timedelta(days=800)), False),
        (paper("a", source="https://doi.org/10.1234/ZRO2"), paper("b", title="Thiêu kết gốm", source="doi:10.1234/zro2."), True),
        (paper("a", title="Annual report"), paper("b", title="Annual report"), False),
        (build("a", date(2020, 1, 1), date(2022, 1, 1)), build("b", date(2021, 1, 1), None), True),
        (build("a", date(2020, 1, 1), date(2022, 1, 1)), build("b", date(2023, 1, 1), None), False),
        (build("a", date(2020, 1, 1), None, "B1"), build("b", date(2021, 1, 1), None, "B1"), True),
        (build("a", date(2020, 1, 1), None, "B1"), build("b", date(2021, 1, 1), None, "B2"), False),
    ],
)
def test_one_work_in_two_records_is_a_tie(one: EvidenceItem, other: EvidenceItem, shared: bool) -> None:
    found = shared_works(person("E1", one), person("E2", other))
    assert bool(found) is shared
    assert [tie.evidence for tie in found] == [("a", "b")] * shared


def test_a_found_tie_names_the_work_and_is_seen_from_both_sides() -> None:
    first, second = person("E1", paper("a")), person("E2", paper("b"))
    (tie,) = shared_works(first, second)
    assert tie.relation == Relation(RelationKind.CO_AUTHOR, RelationStatus.DETECTED, None, "E2", LAST_YEAR, LAST_YEAR, f"“{TITLE}”")
    assert [one.evidence for one in shared_works(second, first)] == [tie.evidence]


@pytest.mark.parametrize(("days", "counts"), [(300, True), (729, True), (731, False)])
def test_a_work_counts_for_the_window_after_its_day(days: int, counts: bool) -> None:
    first, second = (person(name, paper(name, day=ON - timedelta(days=days))) for name in ("E1", "E2"))
    assert bool(conflicts_between(first, second, ConflictPolicy(), ON)) is counts


def test_a_declared_work_with_one_date_is_over_after_its_day() -> None:
    old = Relation(RelationKind.CO_AUTHOR, RelationStatus.DECLARED, other_expert_id="E2", starts=ON - timedelta(days=2000))
    assert conflicts_between(person("E1", relations=(old,)), person("E2"), ConflictPolicy(), ON) == ()


def test_of_several_works_the_latest_is_told() -> None:
    earlier = "Grain growth in doped alumina ceramics"
    first = person("E1", paper("a"), paper("c", title=earlier, day=LAST_YEAR - timedelta(days=100)))
    second = person("E2", paper("b"), paper("d", title=earlier, day=LAST_YEAR - timedelta(days=100)))
    (conflict,) = conflicts_between(first, second, ConflictPolicy(), ON)
    assert conflict.evidence == ("a", "b")


def test_a_dismissed_co_authorship_stands_for_every_work() -> None:
    dismissed = Relation(RelationKind.CO_AUTHOR, RelationStatus.DISMISSED, other_expert_id="E2")
    assert [tie.relation for tie in bonds(person("E1", paper("a"), relations=(dismissed,)), person("E2", paper("b")))] == [dismissed]
