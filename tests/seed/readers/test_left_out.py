"""Leaving a group of products out leaves out everybody who was graded for it or wrote of it."""

from types import SimpleNamespace
from typing import Any

from seed.readers.left_out import about, product_groups, without
from seed.readers.people import Material
from seed.written.loading import read_written

PRODUCTS = frozenset({"P01", "P02"})


def material() -> Material:
    whole, nothing = read_written(), dict[str, Any].fromkeys(("encoder", "means", "name_means", "brief_means", "lexicon", "subjects"))
    people: Any = tuple(SimpleNamespace(written=person) for person in whole.people)
    return Material(benchmark=whole, people=people, outside=(), **nothing)


def test_nobody_of_the_group_and_none_of_its_briefs_is_left() -> None:
    whole = material()
    left = without(whole, PRODUCTS)
    kept = {one.written.profile.id for one in left.people}
    graded = {person for (product, _), grades in whole.benchmark.grades.items() if product in PRODUCTS for person in grades}
    assert graded
    assert not kept & graded
    assert 0 < len(kept) < len(whole.people)
    assert not {brief.product for brief in left.benchmark.briefs} & PRODUCTS


def test_only_the_cells_and_briefs_of_the_group_are_asked_for() -> None:
    asked = about(read_written(), PRODUCTS)
    assert {product for product, _ in asked.grades} == {brief.product for brief in asked.briefs} == PRODUCTS
    assert len(asked.people) == len(read_written().people)


def test_every_product_with_a_brief_is_in_one_group() -> None:
    groups = product_groups()
    assert sum(map(len, groups.values())) == len(frozenset().union(*groups.values())) == 30
