"""Groups of required capabilities always hold what is required, and nothing else."""

from dataclasses import replace

from models.vocabulary import Language
from tests.matching.examples import need

LABEL = ((Language.VI, "ra đa hoặc pin"), (Language.EN, "radar or batteries"))


def test_without_groups_every_required_capability_is_one_of_its_own() -> None:
    assert need(must=("array", "radar")).groups == (("array",), ("radar",))


def test_groups_are_completed_in_the_order_of_what_is_required() -> None:
    asked = need(must=("array", "battery", "radar"), groups=(("radar", "battery", "unheard_of"), ("radar", "battery"), ("breeding",)))
    assert asked.groups == (("array",), ("battery", "radar"))


def test_whoever_words_a_need_anew_keeps_the_groups_of_what_stays() -> None:
    asked = need(must=("array", "battery", "radar"), groups=(("array", "battery", "radar"),))
    assert replace(asked, must=("battery", "radar", "sensing")).groups == (("battery", "radar"), ("sensing",))
    assert replace(asked, must=()).groups == ()


def test_a_group_has_its_name_only_while_it_is_whole() -> None:
    asked = need(must=("battery", "radar"), groups=(("radar", "battery"),), group_labels=((("battery", "radar"), LABEL),))
    assert asked.label_of(("radar", "battery")) == LABEL
    assert asked.label_of(("radar",)) is None
